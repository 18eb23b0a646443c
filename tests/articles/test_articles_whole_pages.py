"""Invented articles in the shapes that pages have when they are saved: what is known of each once it is read."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from claimcheck.articles import prepare_articles
from claimcheck.records import Article
from claimcheck.settings import Settings

PROSE = (
    "The river rose four metres in a single night and tore away two bridges, leaving the villages upstream cut off "
    "from the hospital in the valley. Soldiers brought food and blankets by boat, and by the "
    "evening most families had been "
    "reached. Nobody was killed, but several people were treated for cold and exhaustion.\n\n"
    "The mayor thanked the volunteers, who had worked through the night without a break. He said the town hall would "
    "stay open for everybody who needed a bed, and that schools in the district were closed.\n"
)


@attrs.frozen
class Page:
    text: str
    title: str = ""
    source: str = ""
    published: str | None = None
    earliest: str | None = None
    latest: str | None = None
    url: str = ""


PAGES = {
    "a wire report": Page(
        f"Floods cut off villages in northern valley\n\nTRENTO, Italy, Oct. 3, 2020 (Reuters) - {PROSE}",
        title="Floods cut off villages in northern valley",
        source="Reuters",
        published="2020-10-03",
    ),
    "a wire report of an agency that nobody knows": Page(
        f"Floods cut off villages in northern valley\n\nTRENTO, Oct. 3, 2020 (Dolomiti Flash) - {PROSE}",
        title="Floods cut off villages in northern valley",
        source="Dolomiti Flash",
        published="2020-10-03",
    ),
    "a wire report with a note": Page(
        f"Floods cut off villages in northern valley\n\nTRENTO, Oct. 3, 2020 (Updates with toll) - {PROSE}",
        title="Floods cut off villages in northern valley",
        published="2020-10-03",
    ),
    "a wire report without a year": Page(
        f"Floods cut off villages in northern valley\n\nTRENTO, Oct 3 (Reuters) - {PROSE}",
        title="Floods cut off villages in northern valley",
        source="Reuters",
    ),
    "a wire report without a year on a dated page": Page(
        f"Monday, 5 October 2020\n\nFloods cut off villages in northern valley\n\nTRENTO, Oct 3 (Reuters) - {PROSE}",
        title="Floods cut off villages in northern valley",
        source="Reuters",
        published="2020-10-03",
    ),
    "a news site's page with a menu": Page(
        "Home\nWorld\nSport\nWeather\nFloods cut off villages in northern valley | Alpine Gazette\n"
        "By Maria Rossi, Staff Reporter\nPublished: 3 October 2020, 18:45 GMT | Updated: 6 October 2020\n"
        "Share\nTweet\n\n"
        f"{PROSE}\n\nRelated articles\n\nDam inspection, 12 November 2020\n",
        title="Floods cut off villages in northern valley",
        source="Alpine Gazette",
        published="2020-10-03",
    ),
    "a press release": Page(
        f"PRESS RELEASE\n\nNew vaccine protects infants against severe malaria\n\nGeneva, 14 April 2021\n\n{PROSE}",
        title="New vaccine protects infants against severe malaria",
        published="2021-04-14",
    ),
    "a newswire's press release": Page(
        f"Acme Robotics reports record quarter\n\nAUSTIN, Texas, Feb. 9, 2022 /PRNewswire/ -- {PROSE}",
        title="Acme Robotics reports record quarter",
        source="PRNewswire",
        published="2022-02-09",
    ),
    "an agency that signs with slashes": Page(
        f"Icebreaker reaches the Pole\n\nMURMANSK, August 17, 2019. /TASS/. {PROSE}",
        title="Icebreaker reaches the Pole",
        source="TASS",
        published="2019-08-17",
    ),
    "a blog that passes a report on": Page(
        "Tuesday 8 June 2021\n\nSomething I read today\n\nCourt frees four in bridge case\n\nAFP,\n6 June, 2021\n\n"
        + PROSE,
        source="AFP",
        title="Something I read today",
        published="2021-06-06",
    ),
    "a match report": Page(
        "United come from behind to win derby\n\nSunday 12 May 2019 17.05 BST\n\n" + PROSE,
        title="United come from behind to win derby",
        published="2019-05-12",
    ),
    "a date only at the end": Page(
        f"Scientists find water beneath the ice\n\n{PROSE}\n(Published on 21 July 2016)\n",
        title="Scientists find water beneath the ice",
        published="2016-07-21",
    ),
    "only an update": Page(
        f"Parliament passes budget after all-night sitting\nLast updated: March 30, 2017 at 9:15 am\n\n{PROSE}",
        title="Parliament passes budget after all-night sitting",
        published="2017-03-30",
    ),
    "a month's issue": Page(
        f"The long road back from the reef\n\nSeptember 2018\n\n{PROSE}",
        title="The long road back from the reef",
        earliest="2018-09-01",
        latest="2018-09-30",
    ),
    "a numeric date that may mean two days": Page(
        f"Parliament passes budget after all-night sitting\n03/04/2018\n\n{PROSE}",
        title="Parliament passes budget after all-night sitting",
        earliest="2018-03-04",
        latest="2018-04-03",
    ),
    "a numeric date that means one": Page(
        f"Parliament passes budget after all-night sitting\n23/04/2018 10:20\n\n{PROSE}",
        title="Parliament passes budget after all-night sitting",
        published="2018-04-23",
    ),
    "an address with a day": Page(
        f"Parliament passes budget after all-night sitting\n\n{PROSE}",
        title="Parliament passes budget after all-night sitting",
        url="https://www.example.org/politics/2018/apr/23/budget-passed",
        source="example.org",
        published="2018-04-23",
    ),
    "a date in prose only": Page(
        "Parliament passes budget after all-night sitting\n\nThe law was adopted on 4 May 2012 by a narrow majority. "
        + PROSE,
        title="Parliament passes budget after all-night sitting",
        earliest="2012-05-04",
    ),
    "plans only": Page(
        "Coast builds wind farm\n\nThe turbines will be finished by June 2031, and the ministry "
        "plans to sell the first power "
        "in 2030. It aims to have closed its last coal plant in 2035. " + PROSE,
        title="Coast builds wind farm",
    ),
    "a post in the text": Page(
        f"Minister resigns after audit\n\n{PROSE}\nI have today offered my resignation pic.twitter.com/abc123\n"
        "— Ana Silva (@anasilva) November 2, 2021\n",
        title="Minister resigns after audit",
        earliest="2021-11-02",
    ),
    "comments after the text": Page(
        f"Minister resigns after audit\n\n{PROSE}\n3 Comments\n\nJoe\n5 December 2021\nHe resigned in 2022, I hear.\n",
        title="Minister resigns after audit",
    ),
    "a chronology": Page(
        "Timeline of the strike\n\n3 March 2014\nDrivers stopped work.\n\n9 March 2014\nTalks "
        "failed.\n\n12 March 2014\n"
        "The court met.\n\n20 March 2014\nWork was taken up again.\n",
        title="Timeline of the strike",
    ),
    "breadcrumbs": Page(
        f"Home » World » Europe » Storm closes Alpine passes\n\nStorm closes Alpine passes\n\n{PROSE}",
        title="Storm closes Alpine passes",
    ),
    "a copyright line": Page(
        f"Storm closes Alpine passes\n\n{PROSE}\n\n© 2020 Alpine Gazette. All rights reserved.\n",
        title="Storm closes Alpine passes",
        source="Alpine Gazette",
    ),
    "text that is broken at 72 columns": Page(
        "The river rose four metres in a single night and tore away two bridges,\nleaving the "
        "villages upstream cut off "
        "from the hospital in the valley.\nSoldiers brought food and blankets by boat, and by the "
        "evening most\nfamilies had "
        "been reached. Nobody was killed, but several people were\ntreated for cold and exhaustion.\n",
    ),
    "prose alone": Page(PROSE),
    "a paragraph that begins with a place": Page(f"BERLIN - {PROSE}"),
    "Markdown": Page(
        f"# Storm closes Alpine passes\n\n*By Jo Lee, 2 January 2023*\n\n{PROSE}",
        "Storm closes Alpine passes",
        published="2023-01-02",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_tells_of_itself(name: str) -> None:
    page = PAGES[name]
    (article,) = prepare_articles([Article(page.text, url=page.url)], settings=Settings()).articles
    published = dt.date.fromisoformat(page.published) if page.published else None
    assert article.text == page.text
    assert article.published == published
    assert article.published_earliest == (
        published or (dt.date.fromisoformat(page.earliest) if page.earliest else None)
    )
    assert article.published_latest == (published or (dt.date.fromisoformat(page.latest) if page.latest else None))
    assert article.title == page.title
    assert article.source == page.source
    assert article.language == "en"
