"""Comparisons built by hand: invented articles on a ferry, a river in flood and a city's budget."""

from __future__ import annotations

import datetime as dt

import pytest
from hand_built import ESCAPE, MARKDOWN_LINK, SCRIPT, claim_of, judged, located

from claimcheck.records import (
    Article,
    Comparison,
    Entity,
    Event,
    Evidence,
    Fact,
    Mention,
    Notice,
    Quantity,
    Reason,
    Story,
    TimeSpan,
)


@pytest.fixture(scope="session")
def articles() -> dict[str, Article]:
    return {
        "herald": Article(
            "Ferry adrift off Skagen\n\nThe ferry Aurora drifted without power for 50 minutes off Skagen on Friday, "
            "the coastguard\nsaid. Nobody was hurt.\n\nAll 212 passengers were brought ashore by midnight.\n",
            title="Ferry adrift off Skagen",
            source="The Harbour Herald",
            url="https://herald.example/ferry?x=1&y=2",
            published="2021-06-04",
            path="news/herald.txt",
            copies=("news/herald-again.txt",),
            language="en",
        ),
        "courier": Article(
            "The Aurora, a passenger ferry, lay without power for over an hour on Friday, a port official told "
            f"Nordwire.\n\nEvery passenger was ashore by midnight. {SCRIPT} and {MARKDOWN_LINK} were in the feed.\n",
            title=f"Aurora {SCRIPT}",
            source="Coast Courier",
            url="javascript:alert(3)",
            published="2021-06-05",
            path="news/courier.txt",
            language="en",
        ),
        "blog": Article(
            f"\u202eليلة طويلة\u202c 🚢 {ESCAPE}\n\nBy midnight all of the passengers were on land again 😀, "
            "the blog of the port says.\n\nالعبّارة أورورا بقيت بلا كهرباء.\n",
            title='=HYPERLINK("http://evil.example")',
            source="@portblog *bold* | x",
            published_earliest=dt.date(2021, 6, 4),
            path="news/blog.md",
        ),
        "early": Article(
            "River Lenn floods: at least 34 people are dead, the governor said on Monday.",
            source="Lenn Gazette",
            published="2022-08-01",
            path="lenn-1.txt",
        ),
        "late": Article(
            "The flood of the Lenn has now killed 57 people, the governor's office said on Wednesday.",
            source="Upland Post",
            published="2022-08-03",
            path="lenn-2.txt",
        ),
    }


@pytest.fixture(scope="session")
def comparison(articles: dict[str, Article]) -> Comparison:
    """Three facts: a disputed duration, an updated toll, and three sources that agree."""
    herald, courier, blog = articles["herald"], articles["courier"], articles["blog"]
    early, late = articles["early"], articles["late"]

    sentence = "The ferry Aurora drifted without power for 50 minutes off Skagen on Friday, the coastguard\nsaid."
    friday = TimeSpan(
        **located(herald, "on Friday"),
        earliest=dt.date(2021, 6, 4),
        latest=dt.date(2021, 6, 4),
        weekday=4,
        resolved_from=dt.date(2021, 6, 4),
    )
    drifted = claim_of(
        herald,
        sentence,
        context="Ferry adrift off Skagen",
        speaker=Mention(**located(herald, "the coastguard"), name="the coastguard"),
        times=(friday,),
        quantities=(
            Quantity(**located(herald, "50 minutes"), low=50, high=50, unit="minute", dimension="duration", scale=60),
        ),
        entities=(Entity(**located(herald, "Skagen", "off Skagen on"), label="place", name="Skagen"),),
        event=Event(
            **located(herald, "drifted"),
            kind="drift",
            participants=("Aurora",),
            places=("Skagen",),
            time=friday,
        ),
    )
    lay = claim_of(
        courier,
        "lay without power for over an hour on Friday",
        sentence_start=0,
        sentence_end=courier.text.index("\n"),
        speaker=Mention(**located(courier, "a port official"), name="a port official"),
        via=Mention(**located(courier, "Nordwire"), name="Nordwire"),
        quantities=(
            Quantity(
                **located(courier, "over an hour"),
                low=1,
                high=None,
                low_closed=False,
                unit="hour",
                dimension="duration",
                scale=3600,
            ),
        ),
    )
    unhurt = claim_of(herald, "Nobody was hurt.", factuality="negated")
    ashore = [
        claim_of(herald, "All 212 passengers were brought ashore by midnight."),
        claim_of(courier, "Every passenger was ashore by midnight."),
        claim_of(blog, "By midnight all of the passengers were on land again 😀, the blog of the port says."),
    ]
    script = claim_of(courier, f"{SCRIPT} and {MARKDOWN_LINK} were in the feed.")
    dead = claim_of(early, early.text)
    killed = claim_of(late, late.text)

    duration = Reason(
        kind="duration",
        supports="contradiction",
        a=Evidence(**located(herald, "50 minutes"), value="50 min"),
        b=Evidence(**located(courier, "over an hour"), value="more than 60 min"),
        sentence="50 min against more than 60 min (duration).",
    )
    toll = Reason(
        kind="quantity",
        supports="update",
        a=Evidence(**located(early, "at least 34 people"), value="34 or more"),
        b=Evidence(**located(late, "57 people"), value="57"),
        sentence="Later report: 57 dead on Wednesday, at least 34 on Monday.",
    )
    said_alike = Reason(
        kind="paraphrase",
        supports="agreement",
        a=Evidence(**located(herald, ashore[0].quote)),
        b=Evidence(**located(courier, ashore[1].quote)),
        sentence="Both say that the passengers were ashore by midnight.",
    )
    contradiction = judged(drifted, lay, "contradiction", 0.93, duration)
    update = judged(dead, killed, "update", 0.81, toll)
    agreements = (
        judged(ashore[0], ashore[1], "agreement", 0.97, said_alike),
        judged(ashore[0], ashore[2], "agreement", 0.74),
        judged(ashore[1], ashore[2], "agreement", 0.71),
    )
    facts = (
        Fact(
            title="The ferry Aurora drifted without power for 50 minutes off Skagen on Friday.",
            status="disputed",
            claims=(drifted, lay),
            articles=(herald, courier),
            origins=((herald,), (courier,)),
            judgements=(contradiction,),
        ),
        Fact(
            title="The flood of the Lenn has now killed 57 people.",
            status="updated",
            claims=(dead, killed),
            articles=(early, late),
            origins=((early,), (late,)),
            judgements=(update,),
        ),
        Fact(
            title="All 212 passengers were brought ashore by midnight.",
            status="corroborated",
            claims=tuple(ashore),
            articles=(herald, courier, blog),
            origins=((herald, blog), (courier,)),
            judgements=agreements,
        ),
    )
    return Comparison(
        articles=tuple(articles.values()),
        claims=(drifted, unhurt, ashore[0], lay, ashore[1], script, ashore[2], dead, killed),
        stories=(
            Story(title=f"Ferry adrift {SCRIPT}", articles=(herald, courier, blog)),
            Story(title="Flood of the Lenn", articles=(early, late)),
        ),
        facts=facts,
        judgements=(contradiction, *agreements, update, judged(unhurt, lay, "related", 0.8)),
        notices=(
            Notice(
                kind="duplicate",
                message=f"news/herald-again.txt is the same text as news/herald.txt: it counts once. {SCRIPT}",
                path="news/herald-again.txt",
            ),
        ),
    )


@pytest.fixture(scope="session")
def nothing(articles: dict[str, Article]) -> Comparison:
    """Two articles that share nothing."""
    herald, late = articles["herald"], articles["late"]
    return Comparison(articles=(herald, late), claims=(claim_of(herald, "Nobody was hurt."), claim_of(late, late.text)))
