"""Does the text say that it did not happen: "not", "no one", "refused to", "stopped short of", "at no point"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_NOT_DONE = frozenset("fail refuse decline neglect omit forget avoid escape".split())
_WITHOUT = frozenset({"lack"})
_STOPPING = frozenset("prevent stop bar ban block prohibit dissuade deter keep forbid restrain discourage".split())
_FORBIDDING = frozenset("bar ban prohibit forbid".split())
_HELD_BACK = {
    "stop": "short of",
    "fall": "short of",
    "pull": "short of",
    "shy": "away from",
    "back": "away from",
    "hold": "back from",
    "refrain": "from",
    "abstain": "from",
    "desist": "from",
    "recoil": "from",
    "balk": "at",
    "baulk": "at",
    "steer": "clear of",
}
"""Verbs that, with the words after them, say that something was not done ("stopped short of calling for …")."""
_NO_SUBJECTS = frozenset("nobody none nothing neither no-one".split())
_HARDLY = frozenset("hardly scarcely barely".split())
_JUST_MANAGED = frozenset("survive pass escape win avoid make manage scrape beat cover miss hold cling".split())
_NOT_ONLY = frozenset("only just merely simply least".split())
_QUANTIFIED = frozenset("less fewer later earlier more longer sooner doubt matter wonder".split())
_SCOPES = frozenset("point stage way mean means circumstance account moment sense".split())
_DECIDING = frozenset("decide choose agree vow promise pledge opt prefer elect resolve".split())
_UNABLE = frozenset("unable impossible powerless incapable unwilling helpless".split())
_LINKING = frozenset("be prove remain become seem feel".split())


def is_negated(head: Token, span: Span) -> bool:
    """Is the verb itself under "not", "never", "no longer", "at no point", or a subject such as "no one"?"""
    for child in _own(head):
        if not span.start <= child.i < span.end:
            continue
        if child.dep_ == "neg" or child.lower_ in {"never", "n't", "not"}:
            if child.i + 1 < len(child.doc) and child.nbor().lower_ in _NOT_ONLY:
                continue
            if (
                child.lower_ in {"not", "n't", "never"}
                and child.i > child.head.i
                and child.head.tag_ not in {"VBZ", "VBD", "VBP", "MD"}
            ):
                continue
            return True
        if child.dep_ in {"advmod", "preconj"} and (
            child.lower_ in {"neither", "nowhere"}
            or (child.lower_ in _HARDLY and head.lemma_.lower() not in _JUST_MANAGED)
        ):
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "attr", "dobj", "expl", "npadvmod"} and is_none(child):
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and _is_few(child):
            return True
        if child.dep_ == "oprd" and any(c.dep_ == "neg" for c in child.lefts):  # "found not guilty"
            return True
        if child.dep_ == "prep" and _is_ruled_out_by(child, head):
            return True
    return is_no_longer(head)


def _own(head: Token) -> Iterator[Token]:
    """The words that hang on the verb, or on its auxiliary where the parser tore the two apart ("was not, as
    rumoured, dismissed")."""
    yield from head.children
    for child in head.lefts:
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.rights
        torn = child.dep_ == "ccomp" and child.pos_ == "AUX" and head.tag_ in {"VBN", "VBG", "VB"}
        if torn and not any(c.dep_ in {"attr", "acomp", "nsubj", "nsubjpass"} for c in (*head.lefts, *child.rights)):
            yield from child.children


def is_no_longer(head: Token) -> bool:
    return any(t.lower_ == "longer" and t.i and t.nbor(-1).lower_ == "no" for t in head.children)


def is_none(noun: Token) -> bool:
    """`no one`, `nobody`, `none of them`, `no casualties`, `neither country`, `hardly anyone`, `not a single house`."""
    if noun.lower_ in _NO_SUBJECTS or (noun.lower_ == "one" and noun.i and noun.nbor(-1).lower_ == "no"):
        return not (
            noun.lower_ == "nothing" and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in {"but", "less", "short"}
        )
    for child in noun.children:
        if _is_contrast(child):
            continue
        following = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
        if child.lower_ in {"no", "neither"} and child.dep_ in {"det", "neg", "preconj", "cc", "advmod"}:
            return following not in _QUANTIFIED and noun.lemma_.lower() not in {"doubt", "wonder", "matter"}
        if child.lower_ in {"hardly", "scarcely"} or (child.lower_ == "not" and child.i < noun.i):
            return following not in _NOT_ONLY
        if child.dep_ in {"nummod", "amod", "det"} and any(
            g.lower_ in {"not", "hardly"} and not _is_contrast(g) for g in child.children
        ):
            return following not in _NOT_ONLY
    return False


def _is_contrast(word: Token) -> bool:
    """Is it the "not" of `44 people, not 31` or of `not 31 but 44`: of one thing named in place of another? Never that
    of `not a single house` or `not one of them`, whatever else is told after a "but"."""
    if word.lower_ != "not":
        return False
    thing = word.head
    following = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    if {"single", "even"} & set(following) or following == ["one", "of"]:
        return False
    before = word.nbor(-1) if word.i else None
    if (
        before is not None
        and (before.text in {",", "–", "—", "-"} or before.lower_ == "and")
        and thing.i > thing.head.i
    ):
        return "one" not in following
    things = (thing, thing.head) if thing.dep_ == "nummod" else (thing,)
    return any(_has_other(one, word) for one in things)


def _has_other(thing: Token, word: Token) -> bool:
    """Does a "but" after the word join another thing or number to this one?"""
    but = next((c for c in thing.children if c.lower_ == "but" and c.dep_ == "cc" and c.i > word.i), None)
    if but is None:
        return False
    if but.i == thing.i + 1 and thing.like_num and but.nbor().like_num:  # "not one but three masts"
        return True
    other = next((c for c in thing.children if c.dep_ == "conj" and c.i > but.i), None)
    return other is not None and other.pos_ in {"NOUN", "PROPN", "NUM"}


def _is_few(noun: Token) -> bool:
    """`few of them`, `few houses`, `little progress`; not "a few", "a little", "quite a few", "few but …"."""
    few = noun if noun.lower_ in {"few", "little"} else None
    if few is None:
        few = next((c for c in noun.lefts if c.lower_ in {"few", "little"} and c.dep_ == "amod"), None)
        if few is not None and few.lower_ == "little" and noun.tag_ != "NN":
            return False
    if few is None:
        return False
    determined = {"a", "the", "these", "those", "its", "his", "her", "their", "our", "my", "last", "first", "only"}
    around = [*few.children, *noun.children, *([few.nbor(-1)] if few.i else [])]
    return not any(c.lower_ in determined for c in around if c.i < few.i) and (few == noun or few.tag_ != "NNP")


def _is_ruled_out_by(preposition: Token, head: Token) -> bool:
    """`at no point did the crew report`, `is by no means finished`: a phrase with "no" that negates the whole clause,
    by its noun, or since verb and subject change places after it. ("In no time" does neither.)"""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or not any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        return False
    if noun.lemma_.lower() in _SCOPES or (noun.lower_ == "time" and preposition.lower_ == "at"):
        return True
    who = next((c for c in head.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return who is not None and any(preposition.i < c.i < who.i for c in head.lefts if c.dep_ in {"aux", "auxpass"})


def is_not_done(head: Token, span: Span) -> bool:
    """Does the verb itself say that what it governs did not happen: "refused to", "kept them from", "lack"?"""
    lemma = head.lemma_.lower()
    if lemma in _WITHOUT:
        return any(c.dep_ == "dobj" for c in head.children)
    complements = [c for c in head.children if c.dep_ in {"xcomp", "dobj", "ccomp"}]
    if lemma in _NOT_DONE and complements:
        return True
    if lemma in _STOPPING and _is_kept_from(head, lemma):
        return True
    if lemma in _HELD_BACK and _is_held_back(head, _HELD_BACK[lemma].split()):
        return True
    if lemma in _DECIDING and any(
        c.dep_ == "xcomp" and any(g.dep_ == "neg" for g in c.children) for c in head.children
    ):
        return True
    if (
        lemma in {"have", "be", "remain"}
        and any(t.lower_ == "yet" for t in head.children)
        and any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in head.children)
    ):
        return True
    return lemma in _LINKING and _is_unable(head, span)


def _is_kept_from(head: Token, lemma: str) -> bool:
    """`kept them from reaching it`, `was barred from voting`; who is barred from a place was barred, which happened."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "from":
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            return noun is None or lemma not in _FORBIDDING or noun.tag_ == "VBG"
    return False


def _is_held_back(head: Token, words: list[str]) -> bool:
    """Do the words follow the verb in this order, the last one as a preposition?"""
    right = [c for c in head.rights if c.dep_ in {"prep", "advmod", "prt", "acomp"}]
    found = [t.lower_ for c in right for t in (c, *(g for g in c.rights if g.dep_ == "prep"))]
    return all(word in found for word in words)


def _is_unable(head: Token, span: Span) -> bool:
    for child in head.rights:
        if child.i >= span.end:
            continue
        if child.dep_ in {"acomp", "oprd"}:
            if child.lower_ in _UNABLE:
                return True
            far = child if child.lower_ == "far" else None
            if far is not None and any(_is_quality(c) for c in far.rights if c.lower_ == "from"):
                return True
        if (
            child.dep_ == "advmod"
            and child.lower_ == "far"
            and any(_is_quality(c) for c in (*child.rights, *head.rights) if c.lower_ == "from")
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "without":
            return head.lemma_ in {"be", "remain"} and not _is_complete(head, child)
        if child.dep_ in {"attr", "acomp"} and any(
            t.lower_ == "anything" and t.i + 1 < len(t.doc) and t.nbor().lower_ == "but" for t in child.subtree
        ):
            return True
    return False


def _is_complete(head: Token, preposition: Token) -> bool:
    """Whether what somebody is stands before a preposition, which then tells only how: `was open without a break`. When
    or where somebody is does not: `was at home without heating`."""
    return any(c.dep_ in {"acomp", "attr", "oprd"} and c.i < preposition.i for c in head.rights)


def _is_quality(preposition: Token) -> bool:
    """`far from over`, `far from being ready`: no place follows."""
    return any(c.dep_ == "pcomp" or c.pos_ in {"ADJ", "VERB", "AUX", "ADV"} for c in preposition.rights)
