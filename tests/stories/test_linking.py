from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Claim
from claimcheck.stories.linking import link_names
from tests.builders import claim, entity, event


def told(article: str, text: str, *names: tuple[str, Any], **fields: Any) -> Claim:
    """A claim with its names, each as (words, label)."""
    return claim(text, article=article, entities=tuple(entity(text, words, label) for words, label in names), **fields)


def linked(*claims: Claim) -> list[dict[str, str]]:
    """For each claim, an article of its own: words of its entities → canonical name."""
    rows = link_names([[c] for c in claims])
    return [{e.text: e.name for e in row[0].entities} for row in rows]


def people(*texts_and_names: tuple[str, Sequence[str]]) -> list[dict[str, str]]:
    return linked(
        *(told(f"a{i}", text, *((n, "person") for n in names)) for i, (text, names) in enumerate(texts_and_names))
    )


def test_a_surname_joins_the_only_full_name_of_the_comparison() -> None:
    found = people(("Laura Benning left.", ["Laura Benning"]), ("Ms Benning came back.", ["Benning"]))
    assert found[1]["Benning"] == "Laura Benning"


def test_a_surname_that_may_mean_two_stays() -> None:
    found = people(("Ann Lee met Bob Lee.", ["Ann Lee", "Bob Lee"]), ("Lee came back.", ["Lee"]))
    assert found[1]["Lee"] == "Lee"


def test_its_own_article_comes_first() -> None:
    claims = [
        told("a", "Ann Dow left.", ("Ann Dow", "person")),
        told("a", "Dow spoke.", ("Dow", "person")),
    ]
    others = [told("b", "Bob Dow stayed.", ("Bob Dow", "person"))]
    assert link_names([claims, others])[0][1].entities[0].name == "Ann Dow"


def test_a_title_tells_husband_from_wife() -> None:
    found = people(
        ("Bill Foster and Mary Foster came.", ["Bill Foster", "Mary Foster"]),
        ("Mrs Foster spoke.", ["Foster"]),
        ("Mr Foster spoke.", ["Foster"]),
    )
    assert [row["Foster"] for row in found[1:]] == ["Mary Foster", "Bill Foster"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ivanov", "Sergey Ivanov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Joe Biden", "Joseph Biden"),
        ("James N. Mattis", "James Mattis"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Edward Nolan", "Teddy Nolan"),
        ("Theodore Nolan", "Teddy Nolan"),
        ("Chang Li-wen", "Zhang Li-wen"),
        ("Choi Min-jun", "Choe Min-jun"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    found = people((f"{one} left.", [one]), (f"{other} left.", [other]))
    assert found[0][one] == found[1][other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Smith", "Robert Smith"),
        ("Daniel Roy", "Danielle Roy"),
        ("Paul Marin", "Paul Morton"),
        ("Mario Rossi", "Maria Rossi"),
        ("Edward Nolan", "Theodore Nolan"),
        ("Chang Li-wen", "Chang Li-hua"),
    ],
)
def test_other_people_stay_apart(one: str, other: str) -> None:
    found = people((f"{one} left.", [one]), (f"{other} left.", [other]))
    assert found[0][one] != found[1][other]


def test_a_short_form_may_stand_beside_the_full_one() -> None:
    found = people(("Elizabeth Marr spoke; Liz Marr left.", ["Elizabeth Marr", "Liz Marr"]))
    assert found[0]["Liz Marr"] == found[0]["Elizabeth Marr"]


def test_a_word_for_kin_tells_husband_from_wife() -> None:
    found = people(
        ("Ulf Brandt and his wife Ottoline Brandt came.", ["Ulf Brandt", "Ottoline Brandt"]),
        ("Mrs Brandt spoke.", ["Brandt"]),
        ("Mr Brandt spoke.", ["Brandt"]),
    )
    assert [row["Brandt"] for row in found[1:]] == ["Ottoline Brandt", "Ulf Brandt"]


def test_siblings_go_by_their_given_names() -> None:
    pair = ("Ida Holt beat Nora Holt.", ["Ida Holt", "Nora Holt"])
    assert people(pair, ("Nora lost.", ["Nora"]))[1]["Nora"] == "Nora Holt"
    assert people(("Nora Holt lost.", ["Nora Holt"]), ("Nora lost.", ["Nora"]))[1]["Nora"] == "Nora"


def test_known_by_a_name_from_the_middle() -> None:
    found = people(
        ("José Antonio Quiroga dos Reis won.", ["José Antonio Quiroga dos Reis"]), ("Quiroga won.", ["Quiroga"])
    )
    assert found[1]["Quiroga"] == "José Antonio Quiroga dos Reis"
    assert people(("Mary Ann Lee Ray won.", ["Mary Ann Lee Ray"]), ("Ann won.", ["Ann"]))[1]["Ann"] == "Ann"


def test_a_surname_after_of_is_no_place() -> None:
    found = linked(
        told("a", "Hanna Ekberg was charged.", ("Hanna Ekberg", "person")),
        told("b", "The arrest of Ekberg came late.", ("Ekberg", "place")),
    )
    assert found[1]["Ekberg"] == "Hanna Ekberg"


def test_two_spellings_in_one_article_are_two_people() -> None:
    found = people(("Jon Larsen met Jon Larson.", ["Jon Larsen", "Jon Larson"]))
    assert found[0] == {"Jon Larsen": "Jon Larsen", "Jon Larson": "Jon Larson"}


def test_acronyms_ministries_and_short_forms() -> None:
    def bodies(one: str, other: str) -> bool:
        a, b = linked(
            told("a", f"{one} spoke.", (one, "organisation")), told("b", f"{other} spoke.", (other, "organisation"))
        )
        return a[one] == b[other]

    assert bodies("World Health Organization", "WHO")
    assert bodies("World Trade Organisation", "World Trade Organization")
    assert bodies("US Department of Defense", "Pentagon")
    assert bodies("Russian Defence Ministry", "Russian Ministry of Defence")
    assert bodies("Alphabet Inc", "Alphabet")
    assert bodies("Johnson & Johnson", "Johnson and Johnson")
    assert bodies("North Atlantic Treaty Organization", "Nato")
    assert bodies("Rolls-Royce", "Rolls Royce")
    assert bodies("Islamic State", "ISIL")
    assert bodies("al-Shabaab", "Al-Shabab")
    assert bodies("Kestrel Foods Sdn Bhd", "Kestrel Foods")
    assert bodies("House of Representatives", "House")
    assert bodies("Ministry of Trade and Industry", "Trade Ministry")
    assert bodies("Boston Harbour Pelicans", "Pelicans")
    assert bodies("West Ham United", "Hammers")
    assert not bodies("Crystal Palace", "Hammers")
    assert not bodies("Ministry of Trade and Industry", "Ministry of Defence")
    assert not bodies("Bank of England", "Bank of Japan")
    assert not bodies("German Defence Ministry", "French Defence Ministry")


def test_a_capital_stands_for_its_government_where_it_acts() -> None:
    found = linked(
        told("a", "Moscow rejected the plan.", ("Moscow", "place")),
        told("b", "Russia rejected the plan in Moscow.", ("Russia", "place"), ("Moscow", "place")),
    )
    assert found[0]["Moscow"] == found[1]["Russia"] == "Russia"
    assert found[1]["Moscow"] == "Moscow"


def test_two_capitals_that_act_together() -> None:
    (found,) = linked(told("a", "Cairo and New Delhi both deny it.", ("Cairo", "place"), ("New Delhi", "place")))
    assert found == {"Cairo": "Egypt", "New Delhi": "India"}


def test_a_firm_taken_for_a_person() -> None:
    found = linked(
        told("a", "Marlow Salmon ASA grew.", ("Marlow Salmon ASA", "organisation")),
        told("b", "Marlow Salmon shares fell.", ("Marlow Salmon", "person")),
    )
    assert found[0]["Marlow Salmon ASA"] == found[1]["Marlow Salmon"]


@pytest.mark.parametrize("label", ["person", "place", "organisation"])
@pytest.mark.parametrize(
    ("first", "name", "second", "short"),
    [
        ("Lewis Hamilton won on Sunday.", "Lewis Hamilton", "Hamilton said he was glad.", "Hamilton"),
        ("Victoria Beckham spoke.", "Victoria Beckham", "Victoria told Vogue of it.", "Victoria"),
    ],
)
def test_a_person_with_the_name_of_a_capital_is_no_government(
    label: str, first: str, name: str, second: str, short: str
) -> None:
    article = [told("a", first, (name, "person")), told("a", second, (short, label))]
    assert [(e.name, e.label) for e in link_names([article])[0][1].entities] == [(name, "person")]
    overlooked = [article[0], told("a", second)]
    assert [(e.name, e.label) for e in link_names([overlooked])[0][1].entities] == [(name, "person")]


def test_a_person_of_another_article_or_of_a_like_name_is_no_capital() -> None:
    found = linked(
        told("a", "Lewis Hamilton won.", ("Lewis Hamilton", "person")),
        told("b", "Hamilton warned the US.", ("Hamilton", "place"), ("US", "place")),
        told("c", "Sergei Moskov left; Moscow rejected it.", ("Sergei Moskov", "person"), ("Moscow", "place")),
    )
    assert found[1]["Hamilton"] == "Bermuda"
    assert found[2]["Moscow"] == "Russia"


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("titles", "pronouns"), [("Mr Ms Ms", {"She"}), ("Mr Mr Ms", {"He"}), ("Ms Mr", {"He", "She"})]
)
def test_most_titles_tell_the_sex(titles: str, pronouns: set[str], order: int) -> None:
    articles = [
        [told(f"a{n}", f"{title} Quill Kim resigned.", ("Quill Kim", "person"))]
        for n, title in enumerate(titles.split())
    ]
    one, two = "Quill Kim, the health minister of Portugal, resigned.", "The Portuguese health minister left."
    articles.append([told("b", one, ("Quill Kim", "person"))])
    resolved = set()
    for pronoun in ("He", "She"):
        last = [told("c", two), told("c", f"{pronoun} gave no reason.", start=len(two) + 1)]
        rows = link_names([*articles[::order], last])
        resolved |= {e.text for e in rows[-1][1].entities}
    assert resolved == pronouns


def test_a_word_of_its_own_is_no_body_with_a_country_before_it() -> None:
    def express(*articles: Sequence[Claim]) -> str:
        return link_names(articles)[-1][-1].entities[-1].name

    firm = told("a", "American Express grew.", ("American Express", "organisation"))
    paper = told("b", "The Express broke the news.", ("Express", "organisation"))
    assert express([firm], [paper]) == "Express"
    assert express([firm, told("a", "Express shares rose.", ("Express", "organisation"))]) == "American Express"
    army = told("a", "The Russian Army left.", ("Russian Army", "organisation"))
    assert express([army], [told("b", "The Army left.", ("Army", "organisation"))]) == "Russian Army"


def test_former_names_of_places() -> None:
    found = linked(
        told("a", "It rained in Madras.", ("Madras", "place")), told("b", "It rained in Chennai.", ("Chennai", "place"))
    )
    assert found[0]["Madras"] == found[1]["Chennai"]


def test_a_counterpart_holds_the_same_office() -> None:
    first = told("a", "Lena Hart, the US defense secretary, left.", ("Lena Hart", "person"))
    second = told("b", "She saw her Polish counterpart, Jan Wilk.", ("Jan Wilk", "person"))
    third = told("c", "The Polish defence minister promised tanks.")
    health = told("d", "The Polish health minister promised beds.")
    rows = link_names([[first], [second], [third], [health]])
    assert [e.name for e in rows[2][0].entities] == ["Jan Wilk"]
    assert rows[3][0].entities == ()


def test_the_boss_of_a_firm_called_by_half_its_name() -> None:
    first = told(
        "a",
        "Ana Ruiz, the chief executive of Tarkov Shipping, spoke.",
        ("Ana Ruiz", "person"),
        ("Tarkov Shipping", "organisation"),
    )
    second = told("b", "The Tarkov boss praised the crew.", ("Tarkov", "organisation"))
    found = {e.text: e.name for e in link_names([[first], [second]])[1][0].entities}
    assert found["The Tarkov boss"] == "Ana Ruiz"


def test_pronouns_after_a_description() -> None:
    first = told("a", "Ana Pereira, the health minister of Portugal, spoke.", ("Ana Pereira", "person"))
    one, two, three = "The Portuguese health minister left.", "She gave no reason.", "He gave one."
    article = [
        told("b", one),
        told("b", two, start=len(one) + 1),
    ]
    assert [e.text for e in link_names([[first], article])[1][1].entities] == ["She"]
    article[1] = told("b", three, start=len(one) + 1)
    assert link_names([[first], article])[1][1].entities == ()


def test_a_description_means_who_holds_the_office() -> None:
    first = told("a", "Ana Pereira, the health minister of Portugal, resigned.", ("Ana Pereira", "person"))
    text = "The Portuguese health minister resigned."
    second = told("b", text, event=event(text, "resigned", "resign"))
    spanish = told("c", "The Spanish health minister did not resign.")
    rows = link_names([[first], [second], [spanish]])
    assert [(e.text, e.name) for e in rows[1][0].entities] == [("The Portuguese health minister", "Ana Pereira")]
    assert rows[1][0].event is not None
    assert rows[1][0].event.participants == ("Ana Pereira",)
    assert rows[2][0].entities == ()


def test_a_former_minister_is_not_the_minister() -> None:
    first = told("a", "Former Italian prime minister Marco Riva spoke.", ("Marco Riva", "person"))
    second = told("b", "The Italian prime minister spoke.")
    assert link_names([[first], [second]])[1][0].entities == ()


def test_events_and_labels_follow() -> None:
    text = "Medina called Torres."
    first = told("a", "Carlos Medina won.", ("Carlos Medina", "person"))
    second = told(
        "b",
        text,
        ("Medina", "place"),
        ("Torres", "person"),
        event=event(text, "called", "talk", participants=("Torres",)),
    )
    row = link_names([[first], [second]])[1][0]
    assert row.event is not None
    assert row.event.participants == ("Carlos Medina", "Torres")
    assert row.entities[0].label == "person"


def test_overlooked_names_are_found() -> None:
    first = told("a", "Lucia Torres conceded.", ("Lucia Torres", "person"))
    row = link_names([[first], [told("b", "Officials said Torres would stay.")]])[1][0]
    assert [(e.text, e.name, e.label) for e in row.entities] == [("Torres", "Lucia Torres", "person")]


def test_a_text_may_end_in_the_beginning_of_a_longer_name() -> None:
    linked(
        told("a", "Ann Lee Ray came.", ("Ann Lee Ray", "person")),
        told("b", "Ann Lee came.", ("Ann Lee", "person")),
        told("c", "They saw Ann Lee"),
    )


def test_nothing_to_link() -> None:
    assert link_names([]) == []
    plain = claim("It rained.")
    assert link_names([[plain], []]) == [[plain], []]


NAMES = st.sampled_from(
    [
        *(
            ("person", n)
            for n in ("Ann Lee", "Bob Lee", "Lee", "Sergei Orlov", "Sergey Orlov", "Orlov", "A. Lee", "Bo Orlova")
        ),
        *(("person", n) for n in ("Jon Larsen", "Jon Larson", "Larsen", "Xi Jinping", "Xi", "Mary Ann Lee", "Leeds")),
        *(
            ("organisation", n)
            for n in ("WHO", "World Health Organization", "Pentagon", "US Department of Defense", "Toyota")
        ),
        *(
            ("organisation", n)
            for n in (
                "Toyota Motor Corp",
                "Leeds United",
                "Defence Ministry",
                "Russian Defence Ministry",
                "Who",
                "Toyota",
            )
        ),
        *(("place", n) for n in ("Moscow", "Russia", "Kiev", "Kyiv", "Leeds", "Orlov", "Kobani", "Kobane")),
        ("group", "Russian"),
    ]
)
TEXTS = st.tuples(
    NAMES,
    st.sampled_from(["", "Mr ", "Mrs ", "President ", "in ", "Defence Minister "]),
    st.sampled_from(
        [" said no", " left", ", the mayor of Leeds, came", " met Lee", " and the Russian defence minister met", "’s"]
    ),
)


def built(rows: list[list[tuple[tuple[str, str], str, str]]]) -> list[list[Claim]]:
    articles = []
    for number, row in enumerate(rows):
        at, claims = 0, []
        for (label, name), before, after in row:
            text = f"{before}{name}{after}."
            found = entity(text, name, label).shifted(at)
            cast = event(
                text, text[len(before) :].split()[0], "meet", participants=(name,) if label == "person" else ()
            )
            claims.append(claim(text, article=f"a{number}", start=at, entities=(found,), event=cast.shifted(at)))
            at += len(text) + 1
        articles.append(claims)
    return articles


ARTICLES = st.lists(st.lists(TEXTS, max_size=4), max_size=4).map(built)


@given(ARTICLES)
def test_linking_twice_changes_nothing(articles: list[list[Claim]]) -> None:
    once = link_names(articles)
    assert link_names(once) == once


@given(ARTICLES)
def test_order_of_articles_makes_no_difference(articles: list[list[Claim]]) -> None:
    assert link_names(articles[::-1]) == link_names(articles)[::-1]


@given(ARTICLES)
def test_offsets_are_kept(articles: list[list[Claim]]) -> None:
    for before, after in zip(articles, link_names(articles), strict=True):
        for old, new in zip(before, after, strict=True):
            assert old.quote == new.quote
            for found in new.entities:
                assert new.quote[found.start - new.start : found.end - new.start] == found.text


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_can_be_linked(text: str, name: str) -> None:
    link_names([[told("a", f"{text}{name}", (name, "person"))], [told("b", f"{name} {text}", (name, "organisation"))]])
