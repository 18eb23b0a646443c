"""Cues that a line belongs to the page and not to the article: navigation, prompts, bylines, captions, embeds.

The cues are the ones that content management systems, wire services and sharing widgets put on pages of
any site; none is particular to a subject or an outlet.
"""

from __future__ import annotations

import re
from typing import Final

NAVIGATION: Final = "navigation"
BYLINE: Final = "byline"
HEADING: Final = "heading"
CAPTION: Final = "caption"
PROMPT: Final = "comment prompt"
EMBED: Final = "embedded post"
LANGUAGE: Final = "other language"
NOTE: Final = "editor's note"
REPEATED: Final = "repeated"

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?"
_ZONE = r"(?:\s*(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|IST|JST|AE[SD]T|Z|[+-]\d{2}:?\d{2}))?"
_DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{4}})?)"
)
_NUMERIC_DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
_STAMP = rf"(?:(?:{WEEKDAY}|{_DATE}|{_NUMERIC_DATE}|{_CLOCK}{_ZONE}|at|on|\d{{4}}|IST|ET)[\s,|·•—–-]*)+"

FOOTER_OF_POST = re.compile(
    rf"^\s*(?:[—–-]{{1,2}}\s*)?[^()\n]{{1,80}}\(@\w{{1,30}}\)\s*(?:[·|•—–-]\s*)?(?:{_DATE}|{_NUMERIC_DATE})\W*$",
    re.IGNORECASE,
)
"""A post's signature: name, handle in brackets, date."""

POST_LINK = re.compile(r"pic\.twitter\.com/\w+|https?://t\.co/\w+|\bbit\.ly/\w+", re.IGNORECASE)
_ONLY_LINKS = re.compile(r"^\W*(?:(?:https?://|www\.)\S+\s*)+$", re.IGNORECASE)

_BYLINE = re.compile(
    rf"""^\W*(?:
        (?:by|words\ by|written\ by|reported\ by|story\ by|from)\s+(?:the\s+)?(?-i:[A-Z])[\w.'’-]*
            (?:[\s,&|/()–—]+(?:(?-i:[A-Z])[\w.'’-]*|and|in|for|of|the|de|van|von|at|staff|correspondent|editor|reporter
            |writer|special\ to))*(?:\s*[,|·•–—-]\s*{_STAMP})?\W*
      | (?:(?:first\ |last\ |originally\ )?(?:published|updated|posted|modified|edited|created))(?:\s+(?:on|at|by)\b
        |\s*[:：|]|\s+\d|\s+{_STAMP}).{{0,40}}
      | (?:(?:author|reporter|sources?|editors?)\s*[:：]|(?:posted|editing|reporting|additional\ reporting
        |compiled)\s+by\b).{{1,120}}
      | (?:[\w.&'’ -]{{1,40}},\s*)?{_STAMP}
      | [\w.&'’ -]{{1,40}}\|\s*{_STAMP}
      | \d+\s*(?:min(?:ute)?s?)\s*(?:read|ago).*
      | \d+\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+ago\W*
      | [\w.+-]+@[\w-]+\.[\w.]+\W*
      | @\w{{1,30}}\W*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_WIRE_CREDIT = re.compile(
    r"^\W*[\[(](?:[^\])]{0,60}\b(?:editing|reporting|writing|additional reporting|compiled)\b)[^\])]*[\])]\W*$|"
    r"^\W*\(?(?:additional )?(?:reporting|writing|editing) by [^.]{3,200}$",
    re.IGNORECASE,
)

_PROMPT_WORDS = re.compile(
    r"""^\W*(?:
        (?:please\s+)?(?:share|tweet|email|e-mail|print|pin|like|save|bookmark|copy)\b(?:\s+(?:this|it|the|on|via|to
        |by|with|link|article|story|page|your))?(?:\s+\S+){0,5}
      | (?:post|add|leave|write|submit|view|show|hide|load|see|read|join)\s+(?:a|an|all|the|your|our|more
        |\d+)?\s*(?:new\s+)?(?:comments?|repl(?:y|ies)|conversation|discussion|replies|reactions?)\b.*
      | (?:no|\d[\d,.]*|be\ the\ first\ to)\s+(?:comments?|repl(?:y|ies)|responses?|shares?|likes?|views?
        |reactions?)\b\W*(?:yet|so\ far|on\ .{1,120}|\.\.\.)?
      | comments?\s*(?:\(\d+\)|\d+|off|closed|are\ closed.*|section|policy)?\W*
      | (?:be\ the\ first|you\ must|you\ need\ to\ be|sign\ in|log\ ?in|login|register|sign\ up|subscribe
        |unsubscribe)\b.*
      | (?:rate|review|report|flag|recommend|follow|contact|ask|tell|email|join|support|donate|help)\s+(?:it|this|us
        |me|our|the\ author|an?\ error|a\ typo|.{1,40}\s+on\s+(?:twitter|facebook|instagram|youtube|telegram|x
        |linkedin))\b.{0,80}
      | (?:your\ (?:e-?mail|name|comment|browser|privacy|ad\ blocker|account|subscription|cart)|required\ fields)\b.*
      | (?:note:\s*)?only\ (?:a\ )?(?:members?|registered|subscribers?|logged)\b.*
      | (?:read|see|watch|listen|view|hear|find\ out|learn|discover|get|click|tap|swipe|scroll|download|continue|jump
        |skip|go|back|return|open|close|show|load)\s+(?:also|more|next|now|all|here|on|to|the|our|full|less|this
        |in\ full|live|reading|below|it|app|ad)\b.{0,100}
      | (?:read\ (?:more|next|also)|see\ also|related|more\ (?:on|from|about|stories|news|headlines|like\ this
        |to\ follow|details)|also\ (?:read|see|on|in)|most\ (?:read|popular|viewed|shared|watched|commented)|trending
        |recommended|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested|have\ missed)|editors?['’]?s?\ picks?
        |don['’]?t\ miss|popular|latest|top\ stories|up\ next|next\ article|previous\ (?:article|post)|older\ posts?
        |newer\ posts?|in\ this\ (?:article|story)|tags?|topics?|filed\ under|categor(?:y|ies)|labels?
        |keywords?)\b\s*(?:[:：|»›>].*|(?:\S+\s*){0,5})
      | more\ (?:headlines|details|news|updates|information|follows?|soon)\b.{0,40}
      | (?:powered|hosted|designed|sponsored|brought\ to\ you|presented|promoted)\s+by\b.{0,80}
      | (?:advertis(?:e)?ments?|advertorial|sponsored(?:\ content)?|promoted|paid\ (?:content|post)|ad|ads
        |story\ continues(?:\ below)?.*|article\ continues.*|continued?\s+(?:below|on).*)
      | (?:menu|home|search|close|toggle\ .*|navigation|skip\ to\ .*|main\ content|sections?|sitemap|about(?:\ us)?
        |contact(?:\ us)?|careers|help|faq|terms(?:\ .{0,30})?|privacy(?:\ .{0,30})?|cookies?(?:\ .{0,30})?
        |accessibility|log\ out|my\ account)
      | (?:facebook|twitter|whatsapp|linkedin|reddit|pinterest|instagram|telegram|youtube|messenger|pocket|rss|email
        |copy\ link|x)\W*
      | (?:image|video|audio|gallery|photos?|pictures?|play|pause|mute|fullscreen|slideshow|live|breaking|exclusive
        |watch|listen|news|sport|opinion|analysis)\W*
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LEGAL = re.compile(
    r"""(?:^\W*(?:copyright|©|\(c\)\s*\d{4}|all\ rights\ reserved)
      | \ball\ rights\ reserved\b
      | \b(?:we|this\ (?:web)?site|our\ partners|the\ site)\b.{0,60}\bcookies?\b
      | \bcookies?\ (?:policy|settings|preferences|and\ similar)\b | \b(?:accept|manage|reject)\ (?:all\ )?cookies\b
      | \b(?:privacy\ (?:policy|notice)|terms\ (?:of\ (?:use|service)|and\ conditions))\b.{0,80}$
      | \bby\ (?:clicking|continuing|using|subscribing|signing)\b.{0,80}\byou\b
      | \b(?:sign\ up|subscribe)\b.{0,60}\b(?:newsletter|email|alerts?|updates|inbox|podcast|channel)\b
      | \bnewsletters?\b.{0,40}\b(?:sign|subscribe|inbox)
      | \b(?:may|must)\ not\ be\ (?:published|reproduced|broadcast|rewritten|redistributed|copied)\b
      | \b(?:enable|turn\ on|disable)\ (?:javascript|your\ ad\ blocker|cookies)\b | \bbrowser\ (?:does\ not
        |doesn['’]t)\ support\b
      | \bfor\ (?:more\ information|media\ enquiries|press\ enquiries
        |further\ information),?\s*(?:please\ )?(?:contact|visit|see|call|email)\b
      | ^\W*(?:media|press)\ contacts?\b | ^\W*notes\ to\ editors\b
      | \bfollow\ (?:us|him|her|them|\S+)\ on\ (?:twitter|facebook|instagram|x|telegram|youtube)\b
      | \bthis\ article\ (?:first\ |originally\ )?appeared\ (?:in|on)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTE = re.compile(
    r"""^\W*(?:this\ (?:article|story|post|report|headline|piece|page|item)\b.{0,80}\b(?:amended|corrected
        |updated|edited|revised|clarified|removed|modified)\b
      | (?:corrections?|clarifications?|editor['’]?s['’]?\ note|update|updated|erratum|disclaimer|disclosure)\s*[:：(].*
      | (?:an?\ )?(?:earlier|previous|original)\ version\ of\ (?:this|the)\b.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CREDIT = re.compile(
    r"""(?:©\s*\S | \((?:L|R|C|left|right|centre|center)\)(?=[\s,.;]) | \((?:[^()]{0,60}\b(?:pictured
        |photo(?:graph)?|image|pool|AP|AFP|EPA|Reuters|Getty)\b[^()]{0,60})\)\s*$
      | ^\W*(?:file\ )?(?:photo(?:graph)?|picture|image|video|photos|pictured|caption|illustration|graphic|chart
        |map)s?\b\s*(?:credits?|by|courtesy|source|caption)?\s*[:：/|]
      | ^\W*(?:FILE(?:\ PHOTO)?|ARCHIVE)\s*[-–—:]
      | \b(?:photo(?:graph)?|image|picture|video|illustration)s?\s*(?:credits?)?\s*[:：/]\s*(?-i:[A-Z])[^.]*$
      | \b(?:getty\ images?|shutterstock|alamy|istock|wikimedia\ commons|press\ association|unsplash|ap\ photo
        |afp\ photo)\b[^.]{0,40}$
      | [/]\s*(?:AFP|AP|Reuters|EPA|Getty|TASS|PA|Xinhua|Sputnik|dpa)\b\W*$
      | ^\W*(?:file\ (?:photo|picture|image)|stock\ (?:photo|image)|screenshot|screengrab)\b )""",
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATORS = re.compile(r"\s[»›>|•·→]\s|\s/\s|»")
_MARKDOWN_HEADING = re.compile(r"^\s*#{1,6}\s+\S|^\s*[=_*~-]{3,}\s*$")
_ABOUT_THE_PAGE = re.compile(
    r"^\W*(?:comments?|story|article|log\s?in|login|sign|register|subscri\w+|unsubscribe|required|no|\d)\b|"
    r"\b(?:this|the)\s+(?:article|story|page|site|post|report)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:[\w'’-]+\s+){0,2}[\w'’-]+\s*[:：|»›>]")
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|said|says|showed|shows?|found|finds|rose|fell|grew|shrank|made|took|gave|got|"
    r"went|came|ran|sold|bought|began|led|met|won|lost|held|brought|built|broke|drew|fled|kept|left|paid|sent|saw|"
    r"spent|stood|struck|told|wrote|thought|became|hit|cost)\b"
    r"|(?<!\bmost\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)\b(?!(?:published|updated|posted|modified|edited|created|"
    r"corrected|amended|contributed|reported|compiled|written|related|recommended|sponsored|promoted|required|"
    r"registered|reserved|featured|expected)\b)(?:\w{2,}(?<!e)ed|agreed|freed|guaranteed)\b",
    re.IGNORECASE,
)
"""Verbs in the past, but for those of credits and prompts. Characters only: the parser sees what gets through."""
_TO_SOMEBODY = re.compile(r"\b(?:you|your|here|(?-i:us)|our)\b", re.IGNORECASE)
END_OF_STORY = re.compile(
    r"^\W*(?:(?:\d[\d,]*\s+|no\s+|view\s+|all\s+)?comments?\s*(?:\(\d+\))?|post\ a\ comment|leave\ a\ (?:reply|"
    r"comment)|"
    r"(?:related|recommended|more)\s+(?:articles|stories|posts|news|coverage|content))\s*[:：]?\W*$",
    re.IGNORECASE,
)
"""Headings after which a page shows readers' comments or other stories."""

FINAL_PUNCTUATION = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")

LEADING_MARK = re.compile(
    rf"""^(?:
        \s+
      | [•●▪◦‣■□►▶*·]\s*
      | [-–—]\s+(?=\S)
      | >\s?
      | (?:\d{{1,2}}[.)]|\([a-z0-9]\))\s+(?=[A-Z"“])
      | {_CLOCK}{_ZONE}\s*[:–—-]\s+(?=\S)
      | [​‎‏‪-‮﻿\x00-\x1f]+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""List bullets, quotation marks of e-mail, times that open an entry of a live report."""

DATELINE = re.compile(
    rf"""^(?:
        (?-i:[A-Z][A-Z.'’-]+)(?:[\s/]+(?-i:[A-Z][A-Z.'’-]+))*(?:,\s*[\w.'’ ]{{2,30}}?)?(?:,\s*{_DATE})?
        \s*(?:\((?-i:[A-Z])[\w .,/’'-]{{1,40}}\))?\s*[-–—:]{{1,2}}\s+
      | (?-i:[A-Z])[\w.'’ ]{{1,30}}(?:,\s*[\w.'’ ]{{2,30}}?){{0,2}}(?:,\s*{_DATE})?
        \s*\((?-i:[A-Z])[\w .,/’'-]{{1,40}}\)\s*[-–—:]{{1,2}}\s+
      | (?-i:[A-Z])[\w.'’ ]{{1,30}},\s*{_DATE}\s*[-–—:]{{1,2}}\s+
      | \((?-i:[A-Z])[\w .,/’'-]{{1,30}}\)\s*[-–—]{{1,2}}\s*(?=[A-Z])
    )(?=["“'‘A-Z0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Place, date and agency before the first sentence: "LONDON, March 3 (Reuters) - "."""

SOURCE_PREFIX = re.compile(
    r"^(?:[A-Z][\w.&'’]*)(?:\s[A-Z][\w.&'’]*){0,2}\s[-–—]\s(?=[A-Z\"“])(?!.*\s[-–—]\s)", re.DOTALL
)
"""The name of a site before the first sentence: "Daily Planet - "."""


def words_in(line: str) -> int:
    """Number of words that hold a letter or a digit."""
    return len(re.findall(r"\w[\w'’.-]*", line))


def furniture(line: str) -> str | None:
    """Why a line is no part of the article by its own words, or None.

    Args:
        line: one line (or one unwrapped paragraph), stripped.
    """
    if not re.search(r"\w", line):
        return NAVIGATION
    if FOOTER_OF_POST.match(line) or _ONLY_LINKS.match(line):
        return EMBED
    if len(line) > 600:
        return None
    count = words_in(line)
    if _NOTE.match(line):
        return NOTE
    if _MARKDOWN_HEADING.match(line):
        return HEADING
    if count <= 45 and (_CREDIT.search(line)):
        return CAPTION
    if count <= 60 and _LEGAL.search(line):
        return PROMPT
    if count <= 25 and _PROMPT_WORDS.match(line) and not _speaks_of_the_world(line, count):
        return PROMPT
    if count <= 25 and len(line) <= 250 and (_BYLINE.match(line) or _WIRE_CREDIT.match(line)) and not _tells(line):
        return BYLINE
    if POST_LINK.search(line):
        return EMBED
    if count <= 30 and not FINAL_PUNCTUATION.search(line) and _SEPARATORS.search(line):
        return NAVIGATION
    return None


def _is_plain_sentence(line: str) -> bool:
    """A long line with a full stop that speaks to nobody: "Help from abroad reached the valley on Friday."."""
    return bool(FINAL_PUNCTUATION.search(line)) and not _TO_SOMEBODY.search(line)


def _speaks_of_the_world(line: str, count: int) -> bool:
    """A sentence for the body, though it begins as a prompt does: a long one to nobody, or a short one that tells of
    something. An imperative that slips through is known by its parse."""
    return _is_plain_sentence(line) and (count > 8 or (_tells(line) and not _ABOUT_THE_PAGE.match(line)))


def _tells(line: str) -> bool:
    """A line with a full stop and a verb in the past behind its first word: "Share prices fell in London."."""
    if not _is_plain_sentence(line) or _LABEL.match(line):
        return False
    return " " in line and _PAST.search(line, line.index(" ")) is not None
