"""Comparison to JSON types and back, with every field in use."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.records import (
    FACTUALITIES,
    RELATIONS,
    Article,
    Claim,
    Comparison,
    Entity,
    Event,
    Evidence,
    Fact,
    Judgement,
    Mention,
    Notice,
    Point,
    Quantity,
    Reason,
    Role,
    Span,
    Status,
    Story,
    TimeSpan,
)

days = st.none() | st.dates()
finite = st.floats(allow_nan=False, allow_infinity=False)
probabilities = st.floats(0, 1)
words = st.text(max_size=12)
names = st.lists(words, max_size=3).map(tuple)
# Where a range stands is not what these tests are about.
located = {"start": st.integers(0, 99), "end": st.integers(0, 99), "text": words}

mentions = st.builds(Mention, **located, name=words)
spans = st.builds(Span, **located)
times = st.builds(
    TimeSpan,
    **located,
    earliest=days,
    latest=days,
    precision=st.sampled_from(["day", "week", "month", "season", "year", "decade", "open", "partial"]),
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    clock=st.none() | st.just("23:59"),
    resolved_from=days,
)
quantities = st.builds(
    Quantity,
    **located,
    low=st.none() | finite | st.integers(-9, 9),
    high=st.none() | finite,
    low_closed=st.booleans(),
    high_closed=st.booleans(),
    unit=words,
    dimension=words,
    scale=finite,
    approximate=st.booleans(),
    counts=st.none() | words,
    role=st.none() | words,
)
entities = st.builds(Entity, **located, label=st.sampled_from(["person", "organisation", "place", "other"]), name=words)
roles = st.builds(
    Role,
    **located,
    role=st.sampled_from(["agent", "patient", "counterpart", "recipient", "place"]),
    name=words,
)
events = st.builds(
    Event,
    **located,
    kind=words,
    also=names,
    participants=names,
    parties=names,
    places=names,
    time=st.none() | times,
    medium=st.sampled_from([None, "phone", "in person", "video", "written"]),
    definite=st.booleans(),
    roles=st.lists(roles, max_size=3).map(tuple),
)
evidence = st.builds(Evidence, **located, value=words)
reasons = st.builds(
    Reason,
    kind=words,
    supports=st.sampled_from(RELATIONS),
    a=st.none() | evidence,
    b=st.none() | evidence,
    sentence=words,
)
notices = st.builds(Notice, kind=st.sampled_from(["duplicate", "few", "date"]), message=words, path=words)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return Article(
        draw(st.text(min_size=1, max_size=40)),
        title=draw(words),
        source=draw(words),
        url=draw(words),
        published=draw(days),
        published_earliest=draw(days),
        published_latest=draw(days),
        published_from=draw(st.sampled_from([None, "given", "metadata", "text"])),
        path=draw(words),
        copies=draw(names),
        language=draw(words),
    )


@st.composite
def claims(draw: st.DrawFn, article: Article) -> Claim:
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    return Claim(
        article=article.id,
        start=start,
        end=end,
        quote=article.text[start:end],
        text=draw(words),
        context=draw(words),
        sentence_start=draw(st.integers(0, start)),
        sentence_end=draw(st.integers(end, len(article.text))),
        speaker=draw(st.none() | mentions),
        via=draw(st.none() | mentions),
        inner_speakers=tuple(draw(st.lists(mentions, max_size=2))),
        reported=draw(st.none() | spans),
        factuality=draw(st.sampled_from(FACTUALITIES)),
        times=tuple(draw(st.lists(times, max_size=2))),
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        entities=tuple(draw(st.lists(entities, max_size=2))),
        event=draw(st.none() | events),
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    some_articles = tuple(draw(st.lists(articles(), min_size=1, max_size=3, unique_by=lambda a: a.id)))
    some_claims = tuple(
        {claim.id: claim for article in some_articles for claim in draw(st.lists(claims(article), max_size=2))}.values()
    )
    judged = st.builds(
        Judgement,
        a=st.sampled_from([claim.id for claim in some_claims] or ["c0"]),
        b=words,
        relation=st.sampled_from(RELATIONS),
        probabilities=st.fixed_dictionaries(dict.fromkeys(RELATIONS, probabilities)),
        same_fact=probabilities,
        reasons=st.lists(reasons, max_size=2).map(tuple),
    )
    subsets = st.lists(st.sampled_from(some_articles), max_size=2).map(tuple)

    def with_points(judgements: list[Judgement]) -> st.SearchStrategy[Fact]:
        common = {
            "title": words,
            "status": st.sampled_from(get_args(Status)),
            "origins": st.lists(subsets, max_size=2).map(tuple),
        }
        points = st.builds(
            Point,
            **common,
            claims=st.just(some_claims[:1]),
            judgements=(st.lists(st.sampled_from(judgements), max_size=2) if judgements else st.just([])).map(tuple),
        )
        return st.builds(
            Fact,
            **common,
            claims=st.just(some_claims[:2]),
            articles=subsets,
            judgements=st.just(tuple(judgements)),
            points=st.lists(points, max_size=2).map(tuple),
        )

    facts = st.lists(judged, max_size=2, unique_by=lambda judgement: (judgement.a, judgement.b)).flatmap(with_points)
    return Comparison(
        articles=some_articles,
        claims=some_claims,
        stories=tuple(draw(st.lists(st.builds(Story, title=words, articles=subsets), max_size=2))),
        facts=tuple(draw(st.lists(facts, max_size=2))),
        judgements=tuple(draw(st.lists(judged, max_size=2))),
        notices=tuple(draw(st.lists(notices, max_size=2))),
    )


@given(comparisons())
def test_what_goes_to_json_comes_back_the_same(comparison: Comparison) -> None:
    written = json.dumps(comparison.to_dict(), allow_nan=False)
    again = Comparison.from_dict(json.loads(written))
    assert again == comparison
    assert json.dumps(again.to_dict(), allow_nan=False) == written


@given(comparisons())
def test_ids_survive(comparison: Comparison) -> None:
    data = comparison.to_dict()
    again = Comparison.from_dict(data)
    for name in ("articles", "claims", "stories", "facts"):
        assert [row["id"] for row in data[name]] == [record.id for record in getattr(again, name)]


ARTICLE = Article("The bridge closed for two hours.", published="2021-05-01")
CLAIM = Claim(
    article=ARTICLE.id,
    start=0,
    end=32,
    quote=ARTICLE.text,
    text=ARTICLE.text,
    sentence_start=0,
    sentence_end=32,
    quantities=(Quantity(start=22, end=31, text="two hours", low=2, high=2, unit="hour", dimension="duration"),),
)
JUDGEMENT = Judgement(
    a=CLAIM.id,
    b=CLAIM.id,
    relation="agreement",
    probabilities={"agreement": 1, "contradiction": 0, "update": 0, "related": 0, "unrelated": 0},
    same_fact=1,
)
SMALL = Comparison(
    articles=(ARTICLE,),
    claims=(CLAIM,),
    stories=(Story(title="Bridge", articles=(ARTICLE,)),),
    facts=(
        Fact(
            title="Closed",
            status="corroborated",
            claims=(CLAIM,),
            articles=(ARTICLE,),
            origins=((ARTICLE,),),
            judgements=(JUDGEMENT,),
            points=(
                Point(
                    title="Two hours",
                    status="corroborated",
                    claims=(CLAIM,),
                    origins=((ARTICLE,),),
                    judgements=(JUDGEMENT,),
                ),
            ),
        ),
    ),
    judgements=(JUDGEMENT,),
    notices=(Notice(kind="few", message="One article only."),),
)


def test_every_field_of_every_record_is_written() -> None:
    data = SMALL.to_dict()
    row = data["claims"][0]
    assert set(row) == {"id", *(field.name for field in attrs.fields(Claim))}
    assert set(row["quantities"][0]) == {field.name for field in attrs.fields(Quantity)}
    assert set(data["articles"][0]) == {"id", *(field.name for field in attrs.fields(Article))}
    assert set(data["judgements"][0]) == {"confidence", *(field.name for field in attrs.fields(Judgement))}
    (fact,) = data["facts"]
    assert set(fact) == {"id", "confidence", *(field.name for field in attrs.fields(Fact))}
    assert set(fact["points"][0]) == {"confidence", *(field.name for field in attrs.fields(Point))}


def test_a_point_names_the_claims_and_judgements_of_its_fact() -> None:
    (fact,) = SMALL.to_dict()["facts"]
    (point,) = fact["points"]
    assert point["claims"] == fact["claims"] == [CLAIM.id]
    assert point["judgements"] == [{"a": fact["judgements"][0]["a"], "b": fact["judgements"][0]["b"]}]
    assert point["confidence"] == 1.0
    again = Comparison.from_dict(SMALL.to_dict()).facts[0]
    assert again.points[0].judgements[0] is again.judgements[0]
    assert again.points[0].claims[0] is again.claims[0]


def test_facts_with_such_a_judgement_are_kept_with_all_their_points() -> None:
    assert SMALL.only("agreement").facts == SMALL.facts
    assert SMALL.only("contradiction").facts == ()
    with pytest.raises(InputError, match="a disputed fact has a contradiction"):
        SMALL.only("disputed")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="expected 0 to 1"):
        SMALL.only(min_confidence=60)
    assert SMALL.only(min_confidence=0.5).facts == SMALL.facts


def test_dates_are_iso_8601_and_whole_numbers_are_written_like_the_floats_they_equal() -> None:
    data = SMALL.to_dict()
    assert data["articles"][0]["published"] == dt.date(2021, 5, 1).isoformat()
    assert json.dumps(data["claims"][0]["quantities"][0]["low"]) == "2.0"
    assert json.dumps(data["judgements"][0]["confidence"]) == "1.0"


def test_facts_name_their_records_by_id_and_hold_them_after_reading() -> None:
    data = SMALL.to_dict()
    assert data["facts"][0]["claims"] == [CLAIM.id]
    again = Comparison.from_dict(data)
    assert again.facts[0].claims[0] is again.claims[0]
    assert again.facts[0].origins == ((again.articles[0],),)


def test_fields_of_a_later_version_are_passed_over() -> None:
    data = SMALL.to_dict()
    data["articles"][0]["mood"] = "grave"
    data["weather"] = "rain"
    assert Comparison.from_dict(data) == SMALL


def test_fields_with_a_default_may_be_missing() -> None:
    data = SMALL.to_dict()
    del data["claims"][0]["event"], data["claims"][0]["quantities"][0]["counts"], data["articles"][0]["copies"]
    assert Comparison.from_dict(data) == SMALL


@pytest.mark.parametrize("data", [None, [], "claimcheck/1", {}, {"format": "claimcheck/2"}, {"articles": []}])
def test_what_is_no_comparison_is_refused(data: Any) -> None:
    with pytest.raises(InputError, match=r'"format": "claimcheck/1"'):
        Comparison.from_dict(data)


def _set(*path: Any, value: Any) -> Any:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.pop("claims"),
        lambda data: data["claims"][0].pop("start"),
        _set("articles", value=None),
        _set("articles", value=["x"]),
        _set("articles", 0, "text", value="Another text."),
        _set("articles", 0, "text", value=None),
        _set("articles", 0, "published", value="yesterday"),
        _set("claims", 0, "start", value=5),
        _set("claims", 0, "start", value="0"),
        _set("claims", 0, "article", value="a000000000000"),
        _set("claims", 0, "factuality", value="doubted"),
        _set("claims", 0, "quantities", 0, "low", value="two"),
        _set("claims", 0, "quantities", 0, "low", value=float("nan")),
        _set("facts", 0, "status", value="settled"),
        _set("facts", 0, "status", value=[]),
        _set("facts", 0, "title", value=7),
        _set("facts", 0, "claims", value=["c000000000000"]),
        lambda data: data["facts"][0].pop("points"),
        _set("facts", 0, "points", 0, "status", value="settled"),
        _set("facts", 0, "points", 0, "claims", value=["c000000000000"]),
        _set("facts", 0, "points", 0, "judgements", 0, "b", value="c000000000000"),
        _set("judgements", 0, "relation", value="perhaps"),
        _set("judgements", 0, "probabilities", value={"agreement": 1.0}),
        _set("judgements", 0, "probabilities", value=[]),
        _set("notices", 0, "kind", value="other"),
    ],
)
def test_damage_is_noticed(damage: Any) -> None:
    data = json.loads(json.dumps(SMALL.to_dict()))
    damage(data)
    with pytest.raises(InputError, match="incomplete or damaged"):
        Comparison.from_dict(data)


def test_a_saved_file_is_read_plain_or_compressed_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    text = json.dumps(SMALL.to_dict())
    for name, data in {
        "plain.json": text.encode(),
        "marked.json": text.encode("utf-8-sig"),
        "packed.json.gz": gzip.compress(text.encode()),
    }.items():
        (tmp_path / name).write_bytes(data)
        assert Comparison.load(tmp_path / name) == SMALL


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no JSON",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        gzip.compress(b"{}")[:-6],
        b"\x1f\x8bnot gzip at all",
        gzip.compress(b"x" * 1000)[:12] + b"\xff" * 30,
    ],
)
def test_a_file_that_is_no_saved_comparison_is_named(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"saved\.json"):
        Comparison.load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Cannot read .*missing\.json: No such file"):
        Comparison.load(tmp_path / "missing.json")
