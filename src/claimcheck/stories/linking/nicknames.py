"""Names by which bodies are known that cannot be told from their full names. Each counts only where the full name, or
a beginning of it, is in the comparison too."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NICKNAMES = (
    # Football clubs
    "spurs:tottenham hotspur,san antonio spurs|wolves:wolverhampton wanderers,vfl wolfsburg,minnesota timberwolves|"
    "juve:juventus|barca:barcelona|atleti:atletico madrid|inter:internazionale,inter milan|gunners:arsenal|"
    "reds:liverpool,cincinnati reds|toffees:everton|hammers:west ham united|villans:aston villa|"
    "magpies:newcastle united|"
    "blades:sheffield united|owls:sheffield wednesday|saints:southampton,new orleans saints|foxes:leicester city|"
    "canaries:norwich city|seagulls:brighton and hove albion|eagles:crystal palace,philadelphia eagles|"
    "cottagers:fulham|bees:brentford|cherries:bournemouth|baggies:west bromwich albion|hoops:celtic|gers:rangers|"
    "boro:middlesbrough|pompey:portsmouth|hearts:heart of midlothian|hibs:hibernian|man u:manchester united|"
    "west brom:west bromwich albion|qpr:queens park rangers|psg:paris saint-germain|bvb:borussia dortmund|"
    "gladbach:borussia monchengladbach|rossoneri:milan,ac milan|nerazzurri:inter milan,internazionale|"
    "bianconeri:juventus|real:real madrid|bayern:bayern munich|"
    # Authorities
    "met:metropolitan police,metropolitan museum of art,metropolitan opera,met office|fed:federal reserve|"
    "scotland yard:metropolitan police|old lady of threadneedle street:bank of england|beeb:bbc|"
    "auntie:bbc|beltway:us congress|quai d orsay:french foreign ministry|feds:fbi,federal bureau of investigation|"
    "bundesbank:deutsche bundesbank|buba:deutsche bundesbank|mounties:royal canadian mounted police|"
    "garda:an garda siochana|gardai:an garda siochana|commons:house of commons|lords:house of lords|"
    "tories:conservative party|lib dems:liberal democrats|dems:democratic party|gop:republican party|"
    "greens:green party|"
    # Companies
    "vw:volkswagen|merc:mercedes benz|beemer:bmw|chevy:chevrolet|big blue:ibm,international business machines|"
    "sainsbury:j sainsbury|marks and sparks:marks and spencer|m and s:marks and spencer|gsk:glaxosmithkline|"
    "j and j:johnson and johnson|p and g:procter and gamble|bp:british petroleum|ba:british airways|"
    "jlr:jaguar land rover|bat:british american tobacco|rbs:royal bank of scotland|bmw:bayerische motoren werke|"
    "fiat:fabbrica italiana automobili torino|basf:badische anilin und soda fabrik|ge:general electric|"
    "gm:general motors|aramco:saudi aramco|amex:american express|fedex:federal express|mickey d s:mcdonald s"
)


def _by_nickname() -> Mapping[str, frozenset[str]]:
    rows = (row.split(":") for row in _NICKNAMES.split("|"))
    return MappingProxyType({nick: frozenset(full.split(",")) for nick, full in rows})


NICKNAMES: Mapping[str, frozenset[str]] = _by_nickname()
"""Nickname, folded → folded full names, without legal forms, of the bodies that it may stand for."""
