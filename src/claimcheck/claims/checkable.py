"""Is a sentence something that can be checked, and if not, why not?"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from claimcheck.claims.furniture import FINAL_PUNCTUATION
from claimcheck.claims.lexicon import event_classes
from claimcheck.claims.syntax import content_of, head_within, is_finite, is_speech, is_verbal, own_subject, subject
from claimcheck.claims.terms import stem
from claimcheck.claims.triggers import event_kind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

QUESTION = "question"
NOTHING = "nothing checkable"
HEADING = "heading"
INSTRUCTION = "instruction"
TOO_LONG = "too long"

MAX_SENTENCE = 1_000
"""Characters from which a sentence is taken for a list or a table."""
MIN_CAPTION_WORDS = 8
"""Fewest words of a line without a full stop that may be a claim."""
MIN_LISTED_WORDS = 3
"""The same where the text is a list of sentences, one a line."""
MISPARSED_WORDS = 10
"""Words from which a sentence with a full stop and a tensed verb is believed to state something, whatever the parse."""

_QUESTION_END = re.compile(r"""\?["'”’»)\]]*\s*$""")
_MENTAL = frozenset(
    (
        "think believe feel hope guess suppose wish love like hate enjoy prefer want need fear doubt "
        "wonder look bet adore appreciate thank welcome support understand agree disagree"
    ).split()
)
_JUDGING = frozenset(
    (
        "good bad great terrible awful wonderful amazing beautiful ugly nice important interesting "
        "fascinating sad happy delighted proud pleased grateful sorry glad excited disappointed thrilled "
        "honoured honored confident sure certain wrong right stupid ridiculous absurd shameful "
        "disgraceful unacceptable clear obvious hard difficult easy vital essential crucial brilliant "
        "fantastic superb magnificent lovely horrible boring funny strange odd"
    ).split()
)
_DEONTIC = frozenset({"should", "ought", "let"})
_ARTICLES_AND_AUXILIARIES = frozenset(
    ("the a an is was were are been has have had did that this these those its his her their").split()
)
_STANDING = frozenset({"be", "remain", "stay"})
_STATES = frozenset(
    (
        "open closed shut alive dead missing unhurt unharmed uninjured injured hurt wounded ill sick safe free absent "
        "present empty full guilty innocent pregnant homeless conscious unconscious stable intact operational "
        "available unavailable unable ready"
    ).split()
)
_WHERE_SOMEBODY_IS = frozenset(
    (
        "custody hospital prison jail detention quarantine isolation rehab coma surgery care hiding exile danger "
        "flames ruins office trial bail remand force operation effect large run loose condition"
    ).split()
)
_LOOKED_FOR = frozenset(
    "evidence proof link connection relation correlation sign trace indication record cure vaccine treatment risk "
    "threat cause plan case explanation suspect witness survivor victim casualty injury damage".split()
)
"""What can be looked for, so that it can be checked whether it is there; nobody looks for "no doubt" or "no time"."""
_NOBODY = frozenset("i you we it this that these those there one who what everything everybody everyone".split())
_SECOND_PERSON = frozenset(["you", "your", "yours", "yourself"])
_NAMED = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"])
_NUMBERS = frozenset(["CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"])


def why_not_a_claim(
    sentence: Span, *, whole_block: bool = False, attributed: bool = False, quoted: bool = False, listed: bool = False
) -> str | None:
    """The reason why a sentence holds no claim, or None where it may hold one.

    Args:
        sentence: a parsed sentence.
        whole_block: the sentence is all there is in its block: without a full stop it may be a heading.
        quoted: it stands in quotation marks: "I" is not the author.
        attributed: somebody is named as saying it; that somebody said so can be checked.
        listed: the text is a list of sentences, one a line, with nothing to set headings apart: a line that tells of
            something, headline or not, is one of its sentences.
    """
    text = sentence.text.strip()
    if len(text) > MAX_SENTENCE:
        return TOO_LONG
    if _QUESTION_END.search(text) and not _reported_question(sentence):
        return QUESTION
    if not any(c.isalpha() for c in text):
        return NOTHING
    finished = bool(FINAL_PUNCTUATION.search(text))
    if not finished and (whole_block or sentence.end == len(sentence.doc)) and _in_heading_style(sentence):
        return None if listed and _tells_in_headline(sentence) else HEADING
    head = head_within(sentence)
    clause = _statement(sentence, head)
    if clause is None:
        return NOTHING if finished else HEADING
    if _is_instruction(sentence, head):
        return INSTRUCTION
    if attributed:
        content = content_of(clause)
        return NOTHING if content is not None and _is_feeling(content) and not _counts(sentence) else None
    return None if _is_checkable(sentence, clause, quoted) else NOTHING


def _reported_question(sentence: Span) -> bool:
    """A question in quotation marks with a verb of saying outside: `"Why?" Smith asked.` ends in a full stop; this
    only spares sentences whose main verb has a complete statement around the question."""
    return (
        is_speech(sentence.root) and own_subject(sentence.root) is not None and not sentence.text.rstrip().endswith("?")
    )


def _in_heading_style(sentence: Span) -> bool:
    """A line without a full stop: a heading, unless it is as long and as full of small words as running text."""
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    if len(words) < MIN_CAPTION_WORDS:
        return True
    small = sum(t.lower_ in _ARTICLES_AND_AUXILIARIES for t in words)
    capital = sum(t.text[:1].isupper() for t in words)
    past = any(
        t.tag_ in {"VBD"} or (t.tag_ == "VBN" and any(c.dep_ in {"aux", "auxpass"} for c in t.children))
        for t in sentence
    )
    copula = any(t.lemma_ == "be" and t.tag_ in {"VBZ", "VBP"} and own_subject(t) is not None for t in sentence)
    return small < 2 or capital > 0.6 * len(words) or not (past or copula)


def _tells_in_headline(sentence: Span) -> bool:
    """Whether a line in the style of a headline tells that something happened: "Navy foils attack, nabs 26"."""
    if sum(token.is_alpha for token in sentence) < MIN_LISTED_WORDS:
        return False
    # Taggers read capitals as names: the words themselves are looked up, not their parts of speech.
    tells = any(t.pos_ == "VERB" or event_kind(t) is not None or stem(t.lower_) in _event_stems() for t in sentence)
    return tells and (_counts(sentence) or any(t.ent_type_ in _NAMED or t.pos_ in {"PROPN", "NOUN"} for t in sentence))


@functools.cache
def _event_stems() -> frozenset[str]:
    return frozenset(stem(word.partition("/")[0]) for word in event_classes() if " " not in word)


def _statement(sentence: Span, head: Token) -> Token | None:
    """A finite clause with a subject that the sentence states, or None."""
    if is_verbal(head) and is_finite(head) and subject(head) is not None:
        return head
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and is_finite(token) and token.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}:
            own = own_subject(token)
            if own is not None and own.tag_ not in {"WDT"}:
                return token
    # "Police said: ..." with a noun for a head: take any clause that is not relative.
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and is_finite(token) and token.dep_ not in {"relcl", "acl", "pcomp", "csubj"}:
            own = own_subject(token)
            mark = any(c.dep_ == "mark" for c in token.children)
            if (
                own is not None
                and own.tag_ not in {"WDT", "WP"}
                and not mark
                and token.dep_ in {"advcl", "dep", "appos"}
            ):
                return token
    # "Nine players left in June." is parsed as the noun and a participle ("players left in June").
    if FINAL_PUNCTUATION.search(sentence.text.strip()) and head.pos_ in {"NOUN", "PROPN"}:
        for child in head.children:
            bare = not any(c.dep_ in {"agent", "aux", "auxpass"} for c in child.children)
            if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > head.i and bare:
                return child
    return _misparsed(sentence)


def _misparsed(sentence: Span) -> Token | None:
    """A tensed verb of a long sentence whose parse has no clause with a subject: the parser erred, not the writer."""
    if len(sentence) < MISPARSED_WORDS or not FINAL_PUNCTUATION.search(sentence.text.strip()):
        return None
    verbs = [token for token in sentence if token.pos_ in {"VERB", "AUX"} and not _in_relative_clause(token)]
    tensed = (v for v in verbs if v.tag_ in {"VBD", "VBZ"} or any(_is_tensed_auxiliary(c) for c in v.children))
    return next(tensed, None) or next(filter(_past_taken_for_participle, verbs), None)


def _is_tensed_auxiliary(token: Token) -> bool:
    return token.dep_ == "aux" and token.tag_ in {"VBD", "VBZ", "VBP"}


def _past_taken_for_participle(verb: Token) -> bool:
    """Whether a participle stands where a verb in the past does: "An earthquake measuring 5.6 jolted Qeshm island"."""
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "auxpass", "agent", "mark"} for c in verb.children):
        return False
    before = next((t for t in reversed(verb.doc[verb.sent.start : verb.i]) if not _is_passed_over(t)), None)
    return before is not None and before.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def _is_passed_over(token: Token) -> bool:
    return token.pos_ == "ADV" or token.text in {"-", "--", "–", "—"}


def _in_relative_clause(verb: Token) -> bool:
    """Whether a verb stands in a relative clause, and the parser has not taken the main clause for one."""
    while verb.dep_ in {"conj", "aux", "auxpass"}:
        verb = verb.head
    if any(child.tag_ in {"WDT", "WP", "WRB"} for child in verb.children):
        return True
    # "While en route to the hut he slipped" is no noun with a relative clause; "the dishes she cooked" is.
    return verb.dep_ == "relcl" and (own_subject(verb) is None or verb.sent.root.pos_ in {"NOUN", "PROPN", "PRON"})


def _is_instruction(sentence: Span, head: Token) -> bool:
    if (
        head.tag_ == "VB"
        and own_subject(head) is None
        and not any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"MD", "TO"} for c in head.children)
    ):
        first = next((t for t in sentence if t.is_alpha), None)
        return first is not None and (
            first == head or first.lower_ in {"please", "let", "do", "don't", "never", "always", "just"}
        )
    own = own_subject(head)
    return own is not None and own.lower_ == "you" and any(c.tag_ == "MD" for c in head.children)


def _is_checkable(sentence: Span, clause: Token, quoted: bool) -> bool:
    content = content_of(clause)
    who = subject(clause)
    if who is not None and who.lower_ == "i" and not quoted and not any(t.ent_type_ in _NAMED for t in sentence):
        return False  # what the author did or felt
    if _is_feeling(clause) and not _counts(sentence):
        return False
    auxiliaries = [c for c in clause.children if c.dep_ == "aux"]
    # "should have acted" says that somebody did not act; "should act" is advice.
    advises = any(c.lower_ in _DEONTIC for c in auxiliaries) and not any(c.lemma_ == "have" for c in auxiliaries)
    if advises and not _counts(sentence):
        return False
    named = any(t.ent_type_ in _NAMED for t in sentence) or any(t.pos_ == "PROPN" for t in sentence)
    if named or _counts(sentence):
        return True
    if any(t.lower_ in _SECOND_PERSON for t in sentence):
        return False
    if clause.lemma_ == "be" and any(c.dep_ == "acomp" and c.lemma_.lower() in _JUDGING for c in clause.children):
        return False
    tells = any(_tells_of_an_event(t) for t in sentence) or content is not None
    return tells or _tells_of_a_state(clause) or _holds_in_general(clause)


def _tells_of_a_state(clause: Token) -> bool:
    """The state that somebody or something is in: "The suspect is in custody", "Schools remain closed"."""
    who = subject(clause)
    if clause.lemma_ not in _STANDING or who is None or who.lower_ in _NOBODY:
        return False
    where = (noun.lower_ for c in clause.children if c.dep_ == "prep" for noun in c.children)
    how = (c.lower_ for c in clause.children if c.dep_ == "acomp")
    return not _WHERE_SOMEBODY_IS.isdisjoint(where) or not _STATES.isdisjoint(how)


def _holds_in_general(clause: Token) -> bool:
    """What is said to hold of a kind of thing, or not to be there: "Vaccines cause autism", "There is no link"."""
    who = subject(clause)
    if who is None or clause.tag_ not in {"VBZ", "VBP"} or clause.lemma_.lower() in _MENTAL:
        return False
    if who.dep_ == "expl":
        nouns = (c for c in clause.children if c.dep_ == "attr" and c.lemma_.lower() in _LOOKED_FOR)
        return any(g.lower_ == "no" for noun in nouns for g in noun.children)
    return who.pos_ == "NOUN" and any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in clause.children)


def _is_feeling(clause: Token) -> bool:
    """The speaker's own feeling or belief: "I think …", "we are delighted"."""
    who = subject(clause)
    if who is None or who.lower_ not in {"i", "we"}:
        return False
    judges = any(c.dep_ == "acomp" and c.lemma_.lower() in _JUDGING for c in clause.children)
    return clause.lemma_.lower() in _MENTAL or (clause.lemma_ == "be" and judges) or clause.lower_ in _JUDGING


def _counts(sentence: Span) -> bool:
    return any(t.ent_type_ in _NUMBERS or t.like_num for t in sentence)


def _tells_of_an_event(token: Token) -> bool:
    """A verb in the past, the perfect, the future, or the passive."""
    if token.tag_ == "VBD":
        return token.pos_ != "AUX" or token.dep_ in {"ROOT", "ccomp", "conj", "aux", "auxpass", "advcl"}
    if token.lower_ == "yet" and 0 < token.i < len(token.doc) - 1 and token.nbor().lower_ == "to":
        return bool(token.nbor(-1).lemma_ == "have")  # "has yet to sign the bill"; not "the best is yet to come"
    if token.tag_ in {"VBN", "VBG", "VB"}:
        return any(
            c.dep_ in {"aux", "auxpass"} and (c.lemma_ in {"have", "be", "do"} or c.tag_ == "MD")
            for c in token.children
        )
    return False
