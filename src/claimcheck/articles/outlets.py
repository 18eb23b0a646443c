"""News outlets: the names of known ones (data/outlets.txt), and the words in which the names of others end.

Both are read in two places: in a credit ("(AFP) -", "The Coast Gazette" alone on a line), and in a sentence, where an
outlet speaks ("the Coast Gazette reported"). What stands for something else in one of the two counts in the other only.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import Literal

from claimcheck.articles.words import words

Place = Literal["in credits", "as speakers"]

WHEREVER = words("Broadcasting Gazette Newswire Telegraph")
"""Words that are hardly said of anything but an outlet, in small letters either."""
CAPITALISED = words(
    "Chronicle Courier Daily Economist Guardian Herald Independent Journal Mirror Observer Times Tribune Weekly"
)
"""In small letters other things: "an economist", "a guardian", "three times"."""
TITLES = words(
    """
    Argus Bulletin Digest Enquirer Examiner Express Inquirer Mail Monitor News Post Press Reporter Review Sentinel
    Standard Star Sun Wire Zeitung
    """
)
"""In a sentence only after "The" and a name: "The Liverpool Post", not "a blog post"."""
ONLY_IN_CREDITS = words("Agency Blog Magazine Media Network Newspaper Online Radio Television Today TV")
"""Also words for bodies ("The Environment Agency said"), or for a kind of outlet, which sentences name otherwise."""
ONLY_AS_SPEAKERS = words("Advertiser Bee Dispatch Echo Globe Ledger Record Recorder Register Scotsman")
"""After "The" and a name, as TITLES are; a line in title case has them as everyday words ("World Record Falls")."""

ONLY_IN_BYLINES = words("Eye Insider Voice")
"""Only behind an author's name: "By Jo Lee, The Harbour Eye"; elsewhere they are what they say ("a lone voice")."""

ABROAD = words(
    """
    Allgemeine Anzeiger Blatt Bote Nachrichten Presse Rundschau Tageblatt Correo Diario Heraldo Noticias Periódico
    Prensa Corriere Gazzetta Giornale Messaggero Stampa Courrier Dépêche Nouvelles Correio Jornal Notícias Courant
    Dagblad Krant Aftenposten Avis Avisen Nyheter Posten Tidende Tidning Tidningen Sanomat Dziennik Gazeta Kurier
    """
)
"""Words for papers in other languages, in lines that name the outlet; it may stand first: "Diario de Cuyo"."""


@functools.cache
def names(place: Place) -> frozenset[str]:
    """The names of known outlets in lower case, as far as they name one in such a place."""
    text = (resources.files("claimcheck.articles") / "data" / "outlets.txt").read_text(encoding="utf-8")
    found = set()
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#") and section in ("anywhere", place):
            found.add(line.lower())
    return frozenset(found)
