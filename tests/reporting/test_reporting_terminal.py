"""The report on a terminal, in a pipe, and in colour."""

from __future__ import annotations

import io
import re

import attrs
import pytest
from hand_built import fire
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from claimcheck.records import RELATIONS, Article, Claim, Comparison, Judgement, Story
from claimcheck.reporting import claims_table, print_comparison, print_judgement
from claimcheck.reporting.terminal import MAX_ALONE


def printed(comparison: Comparison, *, width: int = 80, verbose: bool = False) -> str:
    out = io.StringIO()
    print_comparison(comparison, Console(file=out, width=width), verbose=verbose)
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_report_starts_with_the_totals_and_the_notices(comparison: Comparison) -> None:
    lines = printed(comparison).splitlines()
    assert lines[0] == "5 articles, 9 claims, 2 stories, 3 facts: 1 disputed, 1 updated, 1 corroborated."
    assert lines[1].startswith("Note: news/herald-again.txt is the same text")


def test_a_dispute_comes_with_both_sources_their_dates_quotes_reason_and_confidence(comparison: Comparison) -> None:
    text = flat(printed(comparison))
    for part in (
        "1 DISPUTED The ferry Aurora drifted",
        "2 independent sources: The Harbour Herald and Coast Courier",
        "Contradiction, 93%",
        "The Harbour Herald, 4 June 2021",
        "said by: the coastguard; when: on Friday (4 June 2021)",
        "“The ferry Aurora drifted without power for »50 minutes« off Skagen",
        "Coast Courier, 5 June 2021",
        "for »over an hour« on Friday …”",
        "• 50 min against more than 60 min (duration).",
        "• The coastguard against a port official: a dispute between them, not between the articles.",
    ):
        assert part in text


def test_disputed_facts_come_first_and_every_quote_of_an_agreement_once(comparison: Comparison) -> None:
    text = printed(comparison)
    assert text.index("DISPUTED") < text.index("UPDATED") < text.index("CORROBORATED")
    agreed = text[text.index("CORROBORATED") :]
    assert agreed.count("“Every passenger was ashore by midnight.”") == 1
    assert "2 more agreeing pairs: add --verbose to see them." in agreed


def test_an_agreement_comes_as_a_pair_and_then_who_else_reports_it(comparison: Comparison) -> None:
    text = flat(printed(comparison))
    agreed = text[text.index("CORROBORATED") :]
    parts = (
        "Agreement, 97% The Harbour Herald, 4 June 2021 “All 212 passengers were brought ashore by midnight.”",
        "Coast Courier, 5 June 2021 “Every passenger was ashore by midnight.”",
        "• Both say that the passengers were ashore by midnight.",
        "Also reported @portblog *bold* | x, not before 4 June 2021 “By midnight",
        "2 more agreeing pairs: add --verbose to see them.",
    )
    places = [agreed.index(part) for part in parts]
    assert places == sorted(places)


def test_verbose_shows_all_pairs_and_places(comparison: Comparison) -> None:
    text = printed(comparison, verbose=True)
    assert "--verbose" not in text
    assert "[25–121]" in text
    assert flat(text).count("Agreement, ") == 3


def test_points_come_under_their_fact_disputed_first() -> None:
    text = printed(fire(3))
    parts = (
        "3 articles, 10 claims, 1 story, 1 fact with 3 points: 1 disputed, 1 updated, 1\ncorroborated.",
        "1  DISPUTED  The fire began near Marl.\n   3 independent sources: Marl Gazette, B and C\n",
        "   3 points: 1 disputed, 1 updated, 1 corroborated\n",
        "   1.1  DISPUTED  Three people died.\n   2 independent sources: Marl Gazette and B\n   Contradiction, 90%\n",
        "     “»Nine people« died.”\n   • 3 against 9.\n",
        "   1.2  UPDATED  It burnt 40 hectares.\n",
        "   1.3  CORROBORATED  The fire began near Marl.\n   Agreement, 95%\n",
        "   1 more quote and 1 more agreeing pair: add --verbose to see them.\n",
        "   3 claims are told by one source only: 2 by Marl Gazette and 1 by C.\n",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "A dog barked." not in text


def test_only_the_first_points_are_shown_in_full() -> None:
    text = printed(fire(8))
    assert text.count("Agreement, 95%") == 2
    assert "   1.5  CORROBORATED  A school was emptied.\n   1.6  CORROBORATED  Smoke reached the coast.\n" in text
    assert "   1.8  CORROBORATED  Two barns fell.\n" in text


def test_verbose_shows_all_points_and_what_one_source_tells() -> None:
    text = printed(fire(8), verbose=True)
    assert "--verbose" not in text
    assert text.count("Agreement, 95%") == 6
    told = text[text.index("3 claims are told by one source only: 2 by Marl Gazette and 1 by C:") :]
    assert re.findall("“(.*)”", told) == ["A dog barked.", "The mayor wept.", "The bridge held."]


def test_a_points_title_takes_one_line() -> None:
    comparison = fire(3)
    (fact,) = comparison.facts
    long = attrs.evolve(fact.points[0], title="Three people died " + "in the fire " * 20)
    comparison = attrs.evolve(comparison, facts=(attrs.evolve(fact, points=(long, *fact.points[1:])),))
    for width in (60, 80, 120):
        lines = printed(comparison, width=width).splitlines()
        (at,) = [n for n, line in enumerate(lines) if line.startswith("   1.1  DISPUTED  Three")]
        assert lines[at].endswith(" …")
        assert lines[at + 1].startswith("   2 independent sources")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_keep_to_the_width_and_end_without_spaces(comparison: Comparison, width: int) -> None:
    lines = [*printed(comparison, width=width, verbose=True).splitlines(), *printed(fire(8), width=width).splitlines()]
    assert all(cell_len(line) <= min(width, 100) for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_a_pipe_gets_no_escape_sequences_and_articles_cannot_send_any(comparison: Comparison) -> None:
    text = printed(comparison, verbose=True)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_colour_terminal_gets_styles_instead_of_guillemets(comparison: Comparison) -> None:
    out = io.StringIO()
    print_comparison(
        comparison, Console(file=out, width=80, force_terminal=True, color_system="standard", no_color=False)
    )
    assert re.search(r"\x1b\[1;4m50 minutes\x1b\[0m", out.getvalue())
    assert "»" not in out.getvalue()


def test_a_terminal_without_colour_gets_guillemets(comparison: Comparison) -> None:
    out = io.StringIO()
    print_comparison(comparison, Console(file=out, width=80, force_terminal=True, no_color=True))
    assert "»50 minutes«" in re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())


def test_an_ascii_output_gets_ascii(comparison: Comparison) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    print_comparison(comparison, Console(file=out, width=80))
    out.flush()
    assert ">>50 minutes<< off Skagen" in raw.getvalue().decode("ascii")


def test_rich_markup_and_emoji_codes_in_articles_are_text() -> None:
    article = Article("[bold]x[/bold] :smile: [/]", source="[red]Paper[/red]")
    text = printed(Comparison(articles=(article,), claims=(), stories=(Story(title="[/]", articles=(article,)),)))
    assert "[red]Paper[/red]" in text


def test_nothing_found_is_said_plainly(nothing: Comparison) -> None:
    assert "No shared fact to show. Compared: 2 claims of 2 articles" in flat(printed(nothing))


def test_a_very_long_quote_is_shortened_around_its_mark(comparison: Comparison) -> None:
    judgement = Judgement(
        a="a", b="b", relation="contradiction", probabilities=dict.fromkeys(RELATIONS, 0.2), same_fact=0.5
    )
    out = io.StringIO()
    print_judgement(judgement, "word " * 50_000, "other", Console(file=out, width=80))
    assert len(out.getvalue()) < 2_000


def test_a_judgement_shows_both_texts_the_reasons_and_the_probabilities(comparison: Comparison) -> None:
    judgement = comparison.facts[0].judgements[0]
    out = io.StringIO()
    print_judgement(judgement, comparison.articles[0].text, comparison.articles[1].text, Console(file=out, width=80))
    text = flat(out.getvalue())
    assert text.startswith("Contradiction, 93% A Ferry adrift off Skagen The ferry Aurora")
    assert "»over an hour«" in text
    assert "duration: 50 min against more than 60 min" in text
    assert "agreement 2%, contradiction 93%" in text


def test_a_judgement_that_abstains_says_what_it_hesitates_between() -> None:
    shares = {"agreement": 0.4, "contradiction": 0.45, "update": 0.02, "related": 0.08, "unrelated": 0.05}
    judgement = Judgement(a="a", b="b", relation="related", probabilities=shares, same_fact=0.87)
    out = io.StringIO()
    print_judgement(judgement, "one", "other", Console(file=out, width=80))
    assert flat(out.getvalue()).startswith("Related, undecided: agreement 40%, contradiction 45% A one")


def test_claims_are_listed_by_article_with_their_values(comparison: Comparison) -> None:
    out = io.StringIO()
    claims_table(comparison.claims, comparison.articles, Console(file=out, width=80))
    text = flat(out.getvalue())
    assert "The Harbour Herald, 4 June 2021: 3 claims 25–121 The ferry Aurora" in text
    assert "Said by: the coastguard" in text
    assert "Quantities: over an hour (more than 1 hour)" in text
    assert "Told as: did not happen" in text
    assert "Names: Skagen" in text


def test_that_it_did_not_happen_is_left_to_the_quote(comparison: Comparison) -> None:
    (fact,) = fire(3).facts
    toll = fact.points[0].claims[0]
    for factuality, told in (("negated", False), ("conditional", True), ("denied", True)):
        claim = attrs.evolve(toll, factuality=factuality)
        point = attrs.evolve(fact.points[0], claims=(claim, *fact.points[0].claims[1:]))
        changed = attrs.evolve(fact, claims=(claim, *fact.claims[1:]), points=(point, *fact.points[1:]))
        assert ("told as" in printed(attrs.evolve(fire(3), facts=(changed,)))) == told


def test_articles_that_stand_alone_are_named_at_the_end() -> None:
    fires = fire(3)
    lone = [Article(f"Choir {n} sang.", title=f"Choir {n} sings", source="D") for n in range(MAX_ALONE + 1)]
    stories = (*fires.stories, *(Story(title=article.title, articles=(article,)) for article in lone))
    both = attrs.evolve(fires, articles=(*fires.articles, *lone), stories=stories)
    assert "no other article was found" not in printed(fires)
    text = printed(both)
    assert "9 articles report an event that no other article was found to report:" in text
    assert "• D (“Choir 0 sings”), date unknown (0 claims)" in text
    assert text.rstrip().endswith("1 more article: add --verbose to see them.")
    assert "Choir 8 sings" in printed(both, verbose=True)


def test_what_is_in_no_fact_is_counted_and_listed_with_verbose(comparison: Comparison) -> None:
    text = flat(printed(comparison))
    assert "2 more claims were taken for background or other events: add --verbose to see them." in text
    assert "“Nobody was hurt.”" not in text
    text = flat(printed(comparison, verbose=True))
    assert "for background or other events: 1 by The Harbour Herald and 1 by Coast Courier." in text
    assert "“Nobody was hurt.”" in text


def test_a_story_of_which_no_fact_tells_is_named(comparison: Comparison) -> None:
    flood_untold = attrs.evolve(comparison, facts=comparison.facts[::2])
    said = "Lenn Gazette and Upland Post seem to tell of one event, but no fact was found that they share (2 claims)."
    assert said in flat(printed(flood_untold))
    assert "no fact was found that they share" not in flat(printed(comparison))


@given(st.text(min_size=1, max_size=200))
def test_any_text_can_be_printed(text: str) -> None:
    article = Article(text, title=text, source=text)
    claim = Claim(
        article=article.id, start=0, end=len(text), quote=text, text=text, sentence_start=0, sentence_end=len(text)
    )
    out = io.StringIO()
    console = Console(file=out, width=60)
    claims_table((claim,), (article,), console)
    print_judgement(
        Judgement(a="a", b="b", relation="update", probabilities=dict.fromkeys(RELATIONS, 0.2), same_fact=0.5),
        text,
        text[::-1],
        console,
    )
    assert "\x1b" not in out.getvalue()
    out.getvalue().encode()
