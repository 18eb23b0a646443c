"""Word lists of the edits: antonyms, synonyms that are safe in most contexts, abbreviations."""

from __future__ import annotations


def _both_ways(rows: str) -> dict[str, list[str]]:
    """ "a b | c d": each word on the left against each on the right, and back."""
    table: dict[str, list[str]] = {}
    for row in rows.strip().split("\n"):
        left, _, right = row.partition("|")
        lefts, rights = left.replace("_", " ").split(","), right.replace("_", " ").split(",")
        for ones, others in ((lefts, rights), (rights, lefts)):
            for one in ones:
                table.setdefault(one.strip(), []).extend(other.strip() for other in others)
    return table


ANTONYM_VERBS = _both_ways("""
rise|fall
increase|decrease
grow|shrink
win|lose
accept|reject
approve|reject
allow|forbid
permit|prohibit
buy|sell
arrive|depart
support|oppose
include|exclude
expand|reduce
strengthen|weaken
improve|worsen
succeed|fail
begin|end
enter|leave
import|export
lengthen|shorten
encourage|discourage
confirm|deny
praise|criticise
widen|narrow
destroy|rebuild
appoint|dismiss
hire|fire
ban|legalise
welcome|condemn
admit|deny
attack|defend
raise|lower
gain|lose
love|hate
precede|follow
attract|repel
""")
ANTONYM_NOUNS = _both_ways("""
increase|decrease
rise|fall
growth|decline
majority|minority
victory|defeat
success|failure
profit|loss
advantage|disadvantage
approval|rejection
support|opposition
winner|loser
strength|weakness
arrival|departure
birth|death
father|mother
son|daughter
brother|sister
husband|wife
beginning|end
improvement|deterioration
import|export
surplus|deficit
man|woman
boy|girl
buyer|seller
maximum|minimum
""")
ADJECTIVES = _both_ways("""
large|small
big|small
largest|smallest
larger|smaller
highest|lowest
higher|lower
high|low
longest|shortest
longer|shorter
oldest|youngest
older|younger
best|worst
better|worse
stronger|weaker
strong|weak
successful|unsuccessful
legal|illegal
popular|unpopular
public|private
positive|negative
northern|southern
north|south
eastern|western
male|female
rich|poor
richest|poorest
expensive|cheap
hot|cold
warm|cool
wet|dry
warmer|colder
common|rare
happy|unhappy
heavy|light
heavier|lighter
earlier|later
greater|smaller
fast|slow
faster|slower
important|unimportant
guilty|innocent
safe|unsafe
permanent|temporary
internal|external
married|unmarried
deep|shallow
wide|narrow
dangerous|harmless
visible|invisible
likely|unlikely
similar|different
domestic|foreign
domestic|wild
urban|rural
possible|impossible
northernmost|southernmost
easternmost|westernmost
greatest|smallest
significant|insignificant
necessary|unnecessary
alive|dead
true|false
peaceful|violent
conservative|liberal
ancient|modern
voluntary|compulsory
""")
ANTONYM_WORDS = _both_ways("""
before|after
above|below
inside|outside
most|least
more|less
""") | {"upward": ["downward"], "northwest": ["southeast"], "southwest": ["northeast"], "northeast": ["southwest"]}


def _one_way(rows: str) -> dict[str, list[str]]:
    """ "a: b, c; d: e": what each may be replaced by."""
    table = {}
    for row in rows.split(";"):
        word, _, others = row.partition(":")
        table[word.strip()] = [other.strip() for other in others.split(",")]
    return table


SYNONYM_VERBS = _one_way("""
buy: purchase; purchase: buy; begin: start; assist: help; obtain: acquire; commence: begin; conclude: end;
construct: build; demonstrate: show; depict: portray; portray: depict; reside: live;
utilize: use; utilise: use; injure: wound, hurt; assassinate: murder; defeat: beat; establish: found, set up;
enlarge: expand; abandon: give up; select: choose; choose: select; relocate: move; publish: bring out; donate: give;
resemble: look like; reject: turn down; cancel: call off; postpone: put off; investigate: look into;
demolish: tear down; resign: step down; collaborate: work together; comprise: consist of; encounter: meet;
participate: take part; persuade: convince; forbid: prohibit; prohibit: forbid; invent: devise; request: ask for;
complete: finish; finish: complete; emphasize: stress; gather: collect; collect: gather; surround: encircle;
anticipate: expect; recollect: remember; capture: seize; seize: capture; manufacture: make, produce;
vanish: disappear; evaluate: assess; assess: evaluate; assemble: put together; repair: fix; allow: permit;
provide: supply; build: construct; found: establish, set up; require: need
""")

SYNONYM_WORDS = _one_way("""
approximately: about, roughly, around; roughly: approximately; nevertheless: nonetheless;
therefore: thus, consequently; although: though, even though; though: although; whilst: while;
in order to: to, so as to; subsequently: later, afterwards; primarily: mainly, chiefly; mainly: primarily, chiefly;
mostly: mainly; frequently: often; often: frequently; rarely: seldom; seldom: rarely; nearly: almost; almost: nearly;
numerous: many; because of: owing to, due to, as a result of; due to: because of, owing to;
as a result of: because of; despite: in spite of; in spite of: despite; for example: for instance; among: amongst;
amongst: among; toward: towards; towards: toward; regarding: concerning;
is located in: is situated in, lies in, is in; was located in: was situated in, was in;
is situated in: is located in, lies in; is located on: is situated on, lies on; is located at: is situated at;
was fired: was dismissed, was sacked; was dismissed: was fired; passed away: died; died of: died from;
is known for: is famous for; is best known for: is most famous for; is named after: takes its name from;
was named after: took its name from; is composed of: consists of, is made up of;
consists of: is made up of, is composed of; is also known as: is also called; also known as: also called;
grew up in: was raised in; was raised in: grew up in; took place: was held;
is able to: can; are able to: can; has the ability to: is able to, can;
every year: each year, annually; each year: every year; annually: every year, each year; per year: a year;
per day: a day; the whole: the entire; the entire: the whole; in addition: besides, moreover;
additionally: in addition, moreover; moreover: in addition; film: movie; movie: film; movies: films; films: movies;
physicians: doctors; physician: doctor; attorney: lawyer; lawyer: attorney; automobile: car; automobiles: cars;
airplane: plane, aircraft; railway: railroad; railroad: railway; the majority of: most of;
most of the: the majority of the; residents: inhabitants; inhabitants: residents; several: a number of;
well-known: famous; huge: enormous, very large; enormous: huge; entire: whole; headquartered in: based in;
based in: headquartered in; currently: at present, now; initially: at first, originally; originally: initially;
eventually: in the end, finally; shortly after: soon after; soon after: shortly after;
immediately: at once, right away; quickly: rapidly; rapidly: quickly; completely: entirely, totally;
entirely: completely; the same year: that same year; along with: together with; together with: along with;
in charge of: responsible for; responsible for: in charge of; led to: resulted in, brought about;
resulted in: led to; leads to: results in; results in: leads to; nowadays: today, these days;
returned to: went back to; made up of: composed of; fatal: deadly; deadly: lethal, fatal;
the beginning of: the start of; wealthy: rich; ill: sick; sick: ill; difficult: hard;
errors: mistakes; additional: extra, further; sufficient: enough; permission: consent; nation: country;
nations: countries; countries: nations; significant: considerable; substantial: considerable; prior to: before;
many: numerous; famous: well-known; error: mistake
""")

SHORT_FORMS = tuple(
    (long.strip(), short.strip())
    for long, _, short in (
        row.partition(":")
        for row in """
United States of America: USA; the United States: the US; the United States: the U.S.; the United Kingdom: the UK;
the European Union: the EU; the United Nations: the UN; the Soviet Union: the USSR;
World War II: the Second World War; World War I: the First World War; World War II: WWII; New York City: NYC;
television: TV; Doctor: Dr.; Professor: Prof.; chief executive officer: CEO; kilometres: km; kilometers: km;
kilograms: kg; miles per hour: mph; square kilometres: sq km; square miles: sq mi; carbon dioxide: CO2; versus: vs.;
National Aeronautics and Space Administration: NASA; Federal Bureau of Investigation: FBI;
Central Intelligence Agency: CIA; British Broadcasting Corporation: BBC; National Football League: NFL;
National Basketball Association: NBA; National Hockey League: NHL; Major League Baseball: MLB;
North Atlantic Treaty Organization: NATO; World Health Organization: WHO; General Accounting Office: GAO;
Environmental Protection Agency: EPA; Royal Air Force: RAF; Intergovernmental Panel on Climate Change: IPCC;
University of California, Los Angeles: UCLA; Massachusetts Institute of Technology: MIT
""".split(";")
    )
)
