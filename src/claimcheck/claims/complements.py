"""What a verb of saying says, also where the parser hung it on another word or took the verb for a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.syntax import content_of, own_subject

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token


_ADDRESSING = frozenset("tell inform assure remind advise warn notify promise alert caution".split())


def statement_of(verb: Token) -> Token | None:
    """As `content_of`, and where the clause hangs on the hearer: "told the BBC's Today programme that …"."""
    found = content_of(verb)
    if found is not None:
        return found
    if verb.dep_ == "amod":  # "The minister told staff on Friday that …", read as one noun phrase
        return next((c for c in verb.head.rights if c.dep_ in {"acl", "relcl"} and _is_that_clause(c)), None)
    if verb.lemma_.lower() not in _ADDRESSING:
        return None
    for hearer in verb.children:
        if hearer.dep_ not in {"dobj", "dative", "agent"} or hearer.i < verb.i:
            continue
        nouns = [hearer] if hearer.dep_ != "agent" else [c for c in hearer.children if c.dep_ == "pobj"]
        for noun in nouns:
            if (clause := statement_in(noun)) is not None:
                return clause
    return None


def statement_in(noun: Token) -> Token | None:
    """The clause of `evidence that …`: after "that", with a subject of its own; or None."""
    return next((c for c in noun.rights if c.dep_ in {"acl", "relcl"} and _is_that_clause(c)), None)


def _is_that_clause(clause: Token) -> bool:
    """A whole clause after "that", with a subject of its own: no relative clause."""
    first = clause.doc[clause.left_edge.i]
    who = own_subject(clause)
    return first.lower_ == "that" and who is not None and who != first and first.dep_ in {"mark", "dobj"}


def hidden_verb(noun: Token, lemmas: Collection[str]) -> Token | None:
    """`The general refuted claims that …`, read as one noun phrase: the verb before its head, or None.

    Args:
        noun: the head of a sentence that has no verb.
        lemmas: the verbs to look for.
    """
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ != "ROOT":
        return None
    for child in noun.lefts:
        if child.dep_ == "amod" and child.tag_ == "VBN" and child.lemma_.lower() in lemmas:
            before = child.i > child.sent.start and child.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ"}
            return child if before and child.i + 1 <= noun.i else None
    return None
