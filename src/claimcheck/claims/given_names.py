"""Whether a given name is a man's or a woman's, where nearly all who bear it are."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

NICKNAMES: Mapping[str, str] = MappingProxyType(
    {
        short: full
        for full, shorts in (
            pair.split(":")
            for pair in (
                "alexander:alex aleksandr alexandr oleksandr sasha alejandro|andrew:andy|anthony:tony|barbara:barb|"
                "benjamin:ben benny|bernard:bernie|catherine:cathy kate katie|charles:charlie chuck|christopher:chris|"
                "daniel:dan danny|david:dave davy|deborah:debbie deb|dmitri:dmytro|donald:don|edward:ed eddie ted ned|"
                "elizabeth:liz beth betty lizzie|eugene:gene|evgeny:yevgeny yevhen|frederick:fred freddie|"
                "geoffrey:geoff|gregory:greg|james:jim jimmy jamie|jeffrey:jeff|jennifer:jen jenny|"
                "jonathan:jon|joseph:joe joey|"
                "joshua:josh|katherine:kathy kat|kenneth:ken kenny|lawrence:larry|leonard:len lenny|"
                "margaret:maggie peggy|matthew:matt|michael:mike mick mickey mikhail|"
                "nicholas:nick nicky|nikolai:mykola|patrick:pat paddy|"
                "peter:pete|philip:phil|rebecca:becky|richard:dick rick ricky|robert:bob bobby rob robbie|ronald:ron|"
                "samuel:sam sammy|sergei:serhiy|stephen:steve|steven:stevie|susan:sue suzy|terence:terry|"
                "theodore:theo|thomas:tom tommy|timothy:tim|victoria:vicky|vladimir:volodymyr|walter:walt|"
                "william:will bill billy"
            ).split("|")
        )
        for short in shorts.split()
    }
)
"""Short or other form of a given name, lower case → the form that it stands for."""


@functools.cache
def _genders() -> Mapping[str, str]:
    text = (resources.files("claimcheck.claims") / "data" / "given_names.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        gender, _, names = line.partition(":")
        if gender in {"m", "f"}:
            found.update(dict.fromkeys(names.split(), gender))
    return MappingProxyType(found)


@functools.lru_cache(maxsize=20_000)
def given_name_gender(name: str) -> str:
    """ "m" or "f" by the first word of a name of two words or more, "" where the name does not tell."""
    words = name.split()
    if len(words) < 2:
        return ""
    low = unicodedata.normalize("NFKD", words[0].casefold())
    return _genders().get("".join(c for c in low if not unicodedata.combining(c)), "")
