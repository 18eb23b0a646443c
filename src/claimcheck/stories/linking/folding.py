"""Spellings of one name from one another's alphabet: keys under which they meet.

A key keeps what transliterations agree on: no accents, no doubled letters, "ei", "ey", "iy" and "y" alike. Names whose
keys are equal are spelt alike; names whose consonants are equal may be.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_SOUNDS = (
    (re.compile(r"(?<=[aou])e(?=[bcdfghjklmnpqrstvwxz])"), ""),  # Mueller, Juergen: umlauts written out
    (re.compile(r"tch"), "ch"),
    (re.compile(r"sch|sh|cz"), "ch"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"q|ck|c(?!h)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[iye]?[iyj]{1,2}(?![aouáéíóú])|iy|yi|ei|ey"), "i"),
    (re.compile(r"[iyj](?=[aeou])"), "i"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile(r"[aeiou]")


@functools.lru_cache(maxsize=50_000)
def plain(words: str) -> str:
    """Lower case without accents and possessive: "Zürich’s" → "zurich"."""
    low = words.casefold().replace("’", "'")
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = "".join(c for c in low if not unicodedata.combining(c))
    return " ".join(low.removesuffix("'s").split())


@functools.lru_cache(maxsize=50_000)
def spelling_key(word: str) -> str:
    """Key of one word under which its transliterations meet: "Sergei" and "Sergey", "Müller" and "Mueller"."""
    key = re.sub(r"[^a-z]", "", re.sub(r"^(?:al|el)-", "", plain(word)))
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key or plain(word)


@functools.lru_cache(maxsize=50_000)
def consonants(word: str) -> str:
    """Consonants of the spelling key, with "h", "g", "k" and "z", "s" alike: the block in which a word is compared."""
    key = spelling_key(word).replace("ch", "C")
    key = re.sub(r"[hgk]", "k", key).replace("z", "s").replace("v", "f")
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", key)) or key


@functools.lru_cache(maxsize=50_000)
def alike(x: str, y: str) -> bool:
    """Whether two words may be spellings of one: equal keys, or equal consonants and nearly the same letters."""
    from rapidfuzz.distance import JaroWinkler

    a, b = spelling_key(x), spelling_key(y)
    if a == b:
        return True
    return min(len(a), len(b)) >= 4 and consonants(x) == consonants(y) and JaroWinkler.similarity(a, b) >= 0.75
