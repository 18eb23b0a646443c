"""Words that decide who does what to whom: verbs and nouns whose arguments do not go by their place alone.

Lemmas, grouped by the roles that they give (after the classes of VerbNet, Kipper et al. 2008, and NomBank, Meyers et
al. 2004). A *kind* is a class of data/event_classes.txt, or the lemma of an event word that is in none.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNACCUSATIVE = _words(
    "sink land explode derail collapse die perish crash capsize burn vanish disappear fall drop rise surge climb "
    "plunge slump soar increase decrease decline jump shrink grow tumble erupt break open close happen occur drown "
    "suffocate starve crumble burst shatter melt detonate overturn double triple halve ignite spread"
)
"""Verbs whose subject is what it happens to, where they have no object."""

UNACCUSATIVE_KINDS = _words("disappear die crash")
"""Kinds of event of which the same holds, whatever the verb."""

RECIPROCAL_KINDS = _words("talk agree marry divorce draw")
RECIPROCAL = _words(
    "collide collision merge merger match game clash duel truce ceasefire final semi-final semifinal derby fixture "
    "friendly war battle quarrel dispute feud rivalry alliance partnership co-operate cooperate cooperation race bout "
    "compete spar play face quarter-final handshake negotiate parley swap exchange conflict fight"
)
"""Events on equal terms, beside the kinds above: who stands second is the counterpart."""

COUNTERPART_OBJECT = _words("meet call phone telephone ring marry divorce wed face play consult encounter contact")
"""Verbs whose object is a counterpart."""

MEANS = _words(
    "email e-mail mail phone telephone letter post car bus train rail road air sea hand video text fax telegram plane "
    "boat ship bike mistake accident law default proxy chance"
)
"""Nouns that tell how after "by", not who."""
ADVERBIAL = _words("time day way reason moment place year week month")
"""Nouns before "that" in which the clause has its time or manner, and no object: "the third time that Acme has bid"."""

GIVE = _words(
    "give sell award hand lend donate deliver send return pay offer grant supply transfer present loan bequeath cede "
    "lease submit allocate assign provide ship teach show owe refund repay serve gift pass entrust"
)
"""Verbs with a recipient: "sold it to X", "gave X the prize", "X was given the prize"."""
RECEIVE = _words("receive accept inherit")
TELL = _words("warn tell inform notify assure remind advise brief alert thank reassure")
"""Verbs whose object is an addressee."""
ADDRESS = _words("write apologise apologize testify appeal complain report reply respond confess explain")
"""Verbs with an addressee after "to"."""
GIVEN = _words(
    "letter apology warning message testimony gift donation sale loan payment statement report email e-mail speech "
    "evidence appeal complaint delivery transfer telegram tribute"
)
"""Nouns with a recipient after "to"."""

GOING = _words(
    "visit arrive leave deploy evacuate travel fly flight return go withdraw withdrawal flee escape trip tour journey "
    "deport extradite launch disappear vanish depart departure disappearance evacuation deployment invade "
    "drive sail march retreat move head relocate migrate emigrate expel deportation extradition"
)
"""Events that lead to or from a place."""
REACHING = _words("visit leave reach enter tour depart flee")
"""Verbs whose object is a place, where it is one."""
STRIKING = _words("hit strike batter rock shake devastate lash pound pummel ravage sweep")
NATURAL_KINDS = _words("quake storm flood")

AGENTIVE_KINDS = _words("resign visit arrive leave protest strike-work win lose score agree talk announce flee fire")
AGENTIVE = _words(
    "apology concert statement speech decision refusal promise pledge threat retirement escape flight trip tour march "
    "performance testimony warning claim plan attempt bid effort withdrawal retreat appearance debut return "
    "intervention participation involvement walkout rally"
)
"""Events whose noun takes the agent after "of" or before "'s": "the resignation of X"."""
UNDERGOING_KINDS = _words(
    "arrest die release convict acquit try elect appoint dismiss rescue disappear close destroy crash rise fall injure "
    "quake evacuate burn infect born"
)
"""Events whose noun takes the patient before "'s": "X's arrest"."""

SUPPORT = _words(
    "hold have take make do give carry conduct launch stage sign reach pay impose order file bring undertake "
    "perform commit deliver lead mount organise organize strike conclude secure score join attend open place issue "
    "submit express set"
)
"""Verbs that lend their subject to the event that their object names: "held talks", "imposed sanctions"."""
UNDERGO = _words("face stand undergo suffer survive receive await")
"""As SUPPORT, where the subject is what it happens to: "stands trial"."""
PUTTING = _words("take put place bring hold set")
"""Verbs that bring their object into the event that a phrase names: "took him into custody", "set it on fire"."""
BEING = _words("be go come")
"""Verbs whose subject is in the event that a phrase names: "is on trial"."""
CAUSE = _words("cause start trigger spark carry conduct stage organise organize mount launch hold call perform lead")
"""Verbs whose agent, in the passive, is that of the event in their subject: "the blaze was started by …"."""
PHASE = _words(
    "begin start end last resume continue conclude finish break stall drag proceed occur happen hold postpone delay "
    "cancel scrap abandon suspend cause fail follow open close come go"
)
"""Verbs that only tell a phase of the event in their subject."""

OBJECT_OF = _words("accuse convict suspect acquit charge clear prevent stop bar ban dissuade deter find")
"""Verbs with "of doing" or "from doing" said of their object."""
SUBJECT_CONTROL = _words("promise threaten vow pledge")
"""Verbs with an object and an infinitive of which the subject is the agent."""

QUANTITY = _words(
    "hundred thousand million billion dozen score tens number tonne ton kilo kilogram gram litre liter gallon majority "
    "handful couple pair plenty most some many all one none both several any each two three four five six seven eight "
    "nine ten half third quarter lot bulk mile metre acre hectare"
)
"""Words that only count the noun after "of"."""
PARTS = _words("round series wave string spate number day start end beginning first second third bout spell")
"""Nouns that are only a part of the event after "of": "a second round of talks"."""

SETTING = _words("in at near outside around inside off above below through across along on beneath over within under")
NAMED_SETTING = _words("in near outside off around above below through across inside")
"""Prepositions before a place that may be labelled as anything."""
NO_SETTING = _words(
    "about over after before following because against since until despite during as like than per according "
    "concerning regarding owing without"
)
"""Prepositions whose phrase holds no place of the event."""
LOCATIVE = _words(
    "town city village island isle port airport harbour harbor square market district region province outskirts "
    "outskirt sideline suburb coast shore centre center capital face slope border area valley street state county "
    "neighbourhood neighborhood quarter territory resort municipality bay gulf sea lake river strait delta crater "
    "mountain mountains peninsula camp base north south east west northeast northwest southeast southwest edge "
    "prefecture department hamlet parish commune sidelines desert forest crossing stadium road"
)
"""Nouns of places: "the island of X", "the X crater"."""
