"""The language of an article, by its prose."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimcheck.articles.words import words

MIN_LETTERS = 40  # shorter texts are left undetermined: names alone decide there
SURE_LETTERS = 300  # from here on a lower probability is enough
MIN_PROBABILITY = 0.8  # for texts between the two
MIN_PROBABILITY_LONG = 0.5  # for the longer ones: lists of names and figures look like any language
SAMPLE = 6_000  # characters; more do not change the answer

_PROSE_LINE = 40  # letters; menus, buttons and footers are shorter
_NOT_PROSE = re.compile(r"://|^www\.|[@#\d_]|\.(?:com|org|net)\b")  # addresses, handles, numbers
# Function words that no other language in the Latin script shares in such numbers.
ENGLISH = frozenset(
    words(
        """
    the of and to in that is was for on with as at by from are were has have had it its be been which this will
    said not
    """
    )
)
# Labels of the classifier without a code of two letters, to the language that a setting would name for them.
_TWO_LETTERS = {"pcm": "en", "wuu": "zh", "yue": "zh", "ary": "ar", "arz": "ar", "sdh": "ku", "uzs": "uz", "zxx": ""}


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language that most of the prose is in, or "" where there is too little of it to tell.

    Args:
        text: the article, or of a long one a part; only the longer lines are looked at, and of them 6,000 characters.
    """
    lines = [" ".join(word for word in line.split() if not _NOT_PROSE.search(word)) for line in text.splitlines()]
    prose = [line for line in lines if _letters(line) >= _PROSE_LINE] or lines
    sample = " ".join(prose)[:SAMPLE]
    letters = _letters(sample)
    if letters < MIN_LETTERS:
        return ""
    tokens = re.findall(r"[a-z]+", sample.lower())
    if (
        len(tokens) >= 8
        and sum(token in ENGLISH for token in tokens) >= 0.15 * len(tokens)
        and sum(map(len, tokens)) > 0.8 * letters
    ):
        return "en"
    language, probability = classifier().classify(sample)
    enough = probability >= (MIN_PROBABILITY_LONG if letters >= SURE_LETTERS else MIN_PROBABILITY)
    return _TWO_LETTERS.get(language, language) if enough else ""


@cache
def classifier() -> Any:
    """The language identifier py3langid, loaded once: `classify(text)` gives a code and its probability in [0, 1]."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
