"""English verb and noun forms for the edits: a list of irregular verbs, rules for the others."""

from __future__ import annotations

_IRREGULAR = """
be was been; become became become; begin began begun; break broke broken; bring brought brought; build built built;
buy bought bought; catch caught caught; choose chose chosen; come came come; cut cut cut; deal dealt dealt; do did
done; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feel felt felt; fight fought fought; find
found found; fly flew flown; forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; get got gotten;
give gave given; go went gone; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden; hit
hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; leave left
left; lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet
met met; overcome overcame overcome; overthrow overthrew overthrown; pay paid paid; put put put; quit quit quit; read
read read; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought
sought; sell sold sold; send sent sent; set set set; shake shook shaken; shine shone shone; shoot shot shot; show
showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept;
speak spoke spoken; spend spent spent; spread spread spread; stand stood stood; steal stole stolen; stick stuck stuck;
strike struck struck; swear swore sworn; swim swam swum; swing swung swung; take took taken; teach taught taught; tear
tore torn; tell told told; think thought thought; throw threw thrown; undergo underwent undergone; understand
understood understood; undertake undertook undertaken; wake woke woken; wear wore worn; win won won; wind wound wound;
withdraw withdrew withdrawn; write wrote written; rewrite rewrote rewritten; oversee oversaw overseen; cost cost cost;
beat beat beaten; bear bore borne; bite bit bitten; blow blew blown; bind bound bound; burst burst burst; cast cast
cast; cling clung clung; dig dug dug; feed fed fed; flee fled fled; forgive forgave forgiven; grind ground ground;
kneel knelt knelt; overtake overtook overtaken; rebuild rebuilt rebuilt; shed shed shed; spin spun spun; split split
split; spring sprang sprung; sweep swept swept; weave wove woven; withhold withheld withheld; broadcast broadcast
broadcast; foresee foresaw foreseen; mislead misled misled; outrun outran outrun; override overrode overridden; remake
remade remade; retake retook retaken; uphold upheld upheld
"""
_FORMS = {parts[0]: (parts[1], parts[2]) for parts in (" ".join(row.split()).split() for row in _IRREGULAR.split(";"))}
_DOUBLED = frozenset(
    "ban stop drop plan cut win run begin get put set let hit sit swim rob step ship shut quit admit commit "
    "permit refer prefer occur defer transfer regret submit omit control patrol compel expel rebel propel slip "
    "trap wrap grab drag plot rub scrap equip split dig spin plug stab star trim top map tag bar scan strip".split()
)
_VOWELS = "aeiou"


def inflect(lemma: str, tag: str) -> str:
    """The form of a verb (VB, VBD, VBN, VBG, VBZ, VBP) or a noun (NN, NNS); the first word of a phrase is inflected.

    >>> inflect("step down", "VBD"), inflect("carry", "VBZ"), inflect("rise", "VBN"), inflect("city", "NNS")
    ('stepped down', 'carries', 'risen', 'cities')
    """
    lemma, _, rest = lemma.partition(" ")
    if tag in ("VBD", "VBN"):
        form = _FORMS[lemma][tag == "VBN"] if lemma in _FORMS else _stem(lemma, "ed")
    elif tag == "VBG":
        form = "lying" if lemma == "lie" else _stem(lemma, "ing")
    elif tag == "VBZ":
        form = {"have": "has", "be": "is", "do": "does", "go": "goes"}.get(lemma) or _with_s(lemma)
    elif tag == "NNS":
        form = {"person": "people", "man": "men", "woman": "women", "child": "children"}.get(lemma) or _with_s(lemma)
    else:
        form = lemma
    return f"{form} {rest}" if rest else form


def _stem(lemma: str, ending: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + ending
    if ending == "ed" and lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe", "ye"))):
        return lemma[:-1] + ending
    return lemma + ending


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
