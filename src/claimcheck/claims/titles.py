"""Words for people: titles, offices and occupations that stand before a name, and nouns for somebody unnamed."""

from __future__ import annotations

MALE_TITLES = frozenset(
    "mr sir lord king prince father brother baron duke count sheikh pope spokesman chairman".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss lady dame queen princess sister madam baroness duchess spokeswoman chairwoman".split()
)
_OFFICES = frozenset(
    "dr prof professor doctor rev reverend gen general lt lieutenant col colonel maj major capt captain sgt sergeant "
    "cpl corporal pvt private adm admiral cmdr commander brig brigadier marshal cdr chief superintendent supt "
    "inspector insp detective det constable pc officer sheriff judge justice magistrate president vice-president "
    "minister prime secretary senator sen rep representative congressman congresswoman governor gov mayor councillor "
    "mp mep ambassador envoy chancellor premier director chairman chairperson chair coach manager spokesperson "
    "deputy acting former ex-president ex minister-president rabbi imam bishop archbishop cardinal ayatollah "
    "attorney foreign defence defense interior finance health state first second mx hon emperor emir sultan "
    "crown speaker leader commissioner prosecutor".split()
)
_OCCUPATIONS_AS_EPITHETS = frozenset(
    "singer actor actress climber swimmer runner cyclist boxer golfer skier wrestler footballer striker midfielder "
    "goalkeeper batsman bowler winger quarterback pitcher cricketer sprinter jockey rower sailor skipper astronaut "
    "composer conductor pianist violinist drummer guitarist rapper comedian sculptor architect novelist poet author "
    "painter tycoon billionaire millionaire heiress entrepreneur businessman businesswoman financier dissident "
    "whistleblower mountaineer explorer politician pensioner".split()
)
OCCUPATIONS = _OCCUPATIONS_AS_EPITHETS | frozenset(
    "analyst professor engineer defender defendant witness economist scientist archaeologist researcher farmer teacher "
    "student pilot driver fisherman miner chef journalist reporter activist campaigner banker lawyer surgeon nurse "
    "paramedic firefighter biologist chemist physicist historian geologist astronomer dancer photographer broadcaster "
    "presenter director producer screenwriter carpenter plumber electrician baker butcher shopkeeper hairdresser "
    "gardener postman vet dentist veteran soldier diplomat lawmaker blogger influencer hacker".split()
)
TITLES = MALE_TITLES | FEMALE_TITLES | _OFFICES | OCCUPATIONS
LEADING = frozenset("the a an this that these those both".split())

MALE_NOUNS = frozenset(
    "man boy schoolboy father grandfather son grandson brother husband widower uncle nephew fiance boyfriend "
    "businessman fisherman postman policeman fireman actor congressman spokesman chairman king prince".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl schoolgirl mother grandmother daughter granddaughter sister wife widow aunt niece fiancee girlfriend "
    "businesswoman heiress policewoman actress congresswoman spokeswoman chairwoman queen princess".split()
)
KIN = frozenset(
    "father grandfather son grandson brother husband uncle nephew mother grandmother daughter granddaughter sister "
    "wife aunt niece cousin twin parent child spouse partner fiance fiancee boyfriend girlfriend friend neighbour "
    "neighbor colleague counterpart successor predecessor rival".split()
)
PERSON_NOUNS = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | KIN
    | OCCUPATIONS
    | frozenset(
        "minister president secretary chancellor premier mayor governor senator judge coach captain manager chairman "
        "chairwoman chief general colonel admiral commander officer spokesperson ambassador envoy prosecutor doctor "
        "bishop archbishop cardinal pope priest imam rabbi leader councillor inspector detective sergeant lieutenant "
        "major founder owner executive boss suspect resident candidate player champion victim passenger patient "
        "teenager youth toddler baby infant adult tenant worker employee clerk guard gunman attacker killer thief "
        "robber burglar hostage prisoner inmate refugee migrant tourist visitor customer official adviser advisor aide "
        "stranger newcomer youngster veteran ruler monarch heir peer deputy".split()
    )
) - {"partner"}
"""Nouns for one person, lower-case lemmas."""

EPITHETS = _OCCUPATIONS_AS_EPITHETS | {"teenager", "youngster"}
"""Nouns by which news call somebody just named, to say the name no second time."""
