"""Words of reporting: verbs of saying and finding, outlets and documents that statements come through."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from claimcheck.articles import outlets

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SAYING = frozenset(
    (
        "say tell add announce state declare claim insist warn note remark comment observe explain admit "
        "concede acknowledge confess argue assert maintain contend allege stress emphasise emphasize "
        "underline reiterate repeat recall reveal disclose confirm deny report write tweet post blog "
        "reply respond answer counter shout joke quip promise vow pledge predict testify complain "
        "conclude suggest hint agree believe think estimate calculate reckon rule read boast lament "
        "caution advise inform remind assure notify accuse speculate propose indicate mention point "
        "clarify swear telegraph email text retort interject shoot continue affirm attest proclaim "
        "recount relate forecast describe"
    ).split()
)
"""Verbs whose subject speaks for what their complement says."""

FINDING = frozenset(
    ("find show discover determine establish suggest indicate conclude demonstrate prove hold decide").split()
)
"""Verbs whose subject (researchers, figures, a court) vouches for a finite complement."""

TAKING_NOUNS = frozenset("confirm announce deny accuse disclose allege admit report predict forecast".split())
"""Verbs that report a statement in a noun phrase as well: "the club confirmed the sale"."""

TAKING_PREPOSITIONS = {
    "warn": frozenset({"of", "about", "against"}),
    "complain": frozenset({"of", "about"}),
    "boast": frozenset({"of", "about"}),
    "speak": frozenset({"of"}),
    "tell": frozenset({"of"}),
    "hint": frozenset({"at"}),
    "blame": frozenset({"for", "on"}),
}
"""The same after a preposition: "the ministry warned of floods"."""

ONLY_PARENTHETICAL = frozenset(
    ("continue shoot point relate hold decide agree promise vow pledge swear respond repeat").split()
)
"""Verbs that report speech only beside a quotation or as a parenthesis; elsewhere they are events themselves."""

HEARING = frozenset(["hear"])

DENYING = frozenset(["deny", "reject", "refute", "dispute", "dismiss", "contradict", "rebut", "repudiate"])

VENUES = re.compile(r"\b(?:court|tribunal|inquest|inquiry|hearing|trial)\b", re.IGNORECASE)

_MEDIA_WORDS = (
    r"media|newspapers?|news\s?papers?|broadcasters?|(?:news|press|wire)\s(?:agency|agencies|service|channel|"
    r"site|outlet|website|programme|program|network)|"
    r"tv|television|radio|magazine|tabloid|(?:television|tv|radio)\s(?:station|channel|network)|"
    r"media\sreports?|press\sreports?|morning\spost|evening\sstandard|podcast|website|"
    + "|".join(outlets.WHEREVER + outlets.CAPITALISED)
)
_CAPITALISED = re.compile(rf"\b(?:{'|'.join(outlets.CAPITALISED)})$", re.IGNORECASE)


@functools.cache
def _outlet_pattern() -> re.Pattern[str]:
    """A phrase that ends in the name of a known outlet or in a word for one."""
    names = "|".join(map(re.escape, sorted(outlets.names("as speakers"))))
    kinds = r"(?:news\s)?(?:agency|newspaper|channel|website|network|radio|television|tv|station|magazine)"
    return re.compile(
        rf"\b(?:{names})(?:'s|\.com)?$|\b(?:{_MEDIA_WORDS})(?:'s)?$|^(?:the\s)?(?:{names})\s{kinds}$", re.IGNORECASE
    )


_OUTLET_START = re.compile(
    r"^(?:the\s)?(?:[\w-]+\s){0,2}(?:newspaper|broadcaster|magazine|tabloid|news\sagency|website|channel|radio|"
    r"daily|weekly)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    rf"^[Tt]he\s(?:(?!Royal)[A-Z][\w.'’-]*\s)+(?:{'|'.join(outlets.TITLES + outlets.ONLY_AS_SPEAKERS)})$"
    r"|^(?:[Tt]he\s)?(?:BBC|ITV|CNN|NPR|Sky|Fox|ABC|NBC|CBS|CBC|RTÉ|Al\sJazeera|Channel)\s[A-Z0-9][\w\s]*$"
    r"|^(?:[Tt]he\s)?(?:[A-Z][\w-]+\s)?(?:Radio|TV)\s[A-Z0-9][\w\s-]*$"
)
"""Names of local papers and of a broadcaster's programmes: "the Liverpool Echo", "BBC Radio Cornwall"."""
_JOURNALS = re.compile(
    r"^(?:[Tt]he\s)?(?:Lancet(?:\s[A-Z]\w+)*|BMJ|British\sMedical\sJournal|Nature(?:\s[A-Z]\w+)*|Science|Cell|JAMA|PNAS|"
    r"PLOS\s\w+|New\sEngland\sJournal\sof\sMedicine|(?:journal|Journal)\s.+|.+\sJournal|Proceedings\sof\s.+)$"
)
_CASED = re.compile(
    r"^(?:ap|pa|as|rt|sky|time|sana|dawn|ard|rai|fox|abc|vice|vox|metro|bild|ria|marca|pti|ani|wired|fars|mehr|"
    r"variety)$",
    re.IGNORECASE,
)
_NO_OUTLET = re.compile(
    r"\b(?:court|tribunal|parliament|congress|senate|council|committee|commission|assembly|ministry|police|"
    r"union|inquiry|inquest|hearing|"
    r"jury|rally|conference|summit|meeting|forum|house|commons|lords|lawmakers?|mps?|un|nato|eu|kremlin|"
    r"pentagon|government|department|board)\b",
    re.IGNORECASE,
)

DOCUMENTS = frozenset(
    (
        "statement letter tweet post memo memorandum email e-mail release communique communiqué filing "
        "report article column blog message note speech address interview broadcast video press-release "
        "bulletin affidavit testimony book memoir briefing indictment submission declaration facebook "
        "editorial"
    ).split()
)
PLATFORMS = frozenset(
    ("twitter facebook instagram telegram youtube weibo tiktok linkedin whatsapp reddit x vk mastodon truth").split()
)
SPEAKER_PRONOUNS = frozenset(("he", "she", "it", "they"))
"""A speaker's name where it is not plain whom the pronoun stands for."""
HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly"])
UNNAMED_SOURCE = "unnamed source"
"""Name of the speaker where a report says only that somebody said so."""


def is_outlet(span: Span) -> bool:
    """Does the phrase name a news outlet or the media: "Reuters", "the New York Times", "state television"?"""
    text = re.sub(r"\s+", " ", span.text).strip()
    text = re.sub(r"^(?:the|a|an|its|local|state|foreign|national)\s+(?=\S)", "", text, flags=re.IGNORECASE) or text
    if _CASED.match(text):  # short names that are also words: only as written by the outlets themselves
        return bool(span.root.pos_ == "PROPN" and text[:1].isupper())
    full = re.sub(r"\s+", " ", span.text)
    if full.casefold() == "the paper":
        return True
    if _TITLES.match(full) and span.root.ent_type_ != "PERSON":
        return True
    if full.casefold() in {"the sun", "the post"} or _CAPITALISED.search(text):
        return bool(span.root.text[:1].isupper())
    return bool(_outlet_pattern().search(text) or _OUTLET_START.match(full))


def is_journal(span: Span) -> bool:
    """Does the phrase name a journal that publishes studies?"""
    return bool(_JOURNALS.match(re.sub(r"\s+", " ", span.text)))


def is_listener_outlet(span: Span) -> bool:
    """As `is_outlet`, for the object of "told": an organisation that is no institution counts as well."""
    if is_outlet(span):
        return True
    if span.root.pos_ != "PROPN" or _NO_OUTLET.search(span.text):
        return False
    # One unknown word may as well be somebody's surname.
    return len(span) > 1 and any(ent.label_ == "ORG" and len(ent) > 1 for ent in span.ents)


def noun_phrase(head: Token, *, follow_apposition: bool = True) -> Span:
    """The phrase around a noun as a reader would quote it: determiners, modifiers, titles and attached prepositions
    ("the head of the agency"), but no relative clause, participle or apposition.

    Where an apposition carries a person's name ("the engineer, Carlos Ruiz"), it is that name.
    """
    doc = head.doc
    if follow_apposition and head.pos_ != "PROPN":
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i and _is_person(child):
                return noun_phrase(child, follow_apposition=False)
    named = head.ent_type_ == "PERSON" or (head.pos_ == "PROPN" and head.ent_type_ == "" and _is_person(head))
    start = head.left_edge.i
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and not named and child.lower_ not in {"on", "after", "before", "during", "since"}:
            if _follows_directly(child, end):
                end = edge(child) + 1
        elif child.dep_ in {"amod", "nummod", "case", "flat", "compound"} and _follows_directly(child, end):
            end = edge(child) + 1
        elif child.dep_ in {"cc", "conj"} and _is_nominal(child):
            if child.dep_ == "conj":
                end = max(end, noun_phrase(child, follow_apposition=False).end)
        else:
            if child.dep_ == "punct" and child.text in {",", "(", "[", "-", "–", "—"}:
                break
            if child.dep_ in {"relcl", "acl", "appos"}:
                break
    for i in range(start, head.i):  # parenthesis before the head: keep what stands nearest
        if doc[i].text in {",", ":", ";", '"', "“", "”"} and not any(t.dep_ == "conj" for t in doc[i : head.i + 1]):
            start = i + 1
    while start < head.i and (
        doc[start].is_space
        or doc[start].is_punct
        or (doc[start].dep_ in {"cc", "mark", "advmod", "preconj"} and doc[start].lower_ != "both")
    ):
        start += 1
    while end - 1 > head.i and (doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].lower_ == "'s"):
        end -= 1
    return doc[start:end]


def _follows_directly(child: Token, end: int) -> bool:
    return not any(
        token.text in {",", ";", ":", "(", '"', "”", "“", "-", "–", "—"} for token in child.doc[end : child.left_edge.i]
    )


def edge(token: Token) -> int:
    """Last index of the subtree before any comma, relative clause or participle."""
    last = token.i
    for node in sorted(token.subtree, key=lambda t: t.i):
        if node.i <= token.i:
            continue
        if node.text in {",", ";", ":", "(", "–", "—", '"', "”"} or node.dep_ in {"relcl"}:
            break
        last = node.i
    return int(last)


def _is_nominal(token: Token) -> bool:
    return token.dep_ == "cc" or token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def _is_person(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", ""} and token.pos_ == "PROPN"
