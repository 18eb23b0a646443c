from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims import extract_claims
from claimcheck.claims.quotations import find_quotations
from claimcheck.records import Article, Claim


def last(text: str) -> Claim:
    return extract_claims(Article(text))[-1]


def said_by(text: str) -> tuple[str | None, str | None]:
    claim = last(text)
    return claim.speaker and claim.speaker.text, claim.via and claim.via.text


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The plant closed in 1998 after a fire.", None, None),
        ("The river burst its banks on Sunday, officials said.", "officials", None),
        ("The pilot survived the crash, a hospital spokesman told Reuters.", "a hospital spokesman", "Reuters"),
        ("According to the World Bank, growth fell to 2% last year.", "the World Bank", None),
        ("The Guardian reported that the minister met the lobbyist twice.", None, "The Guardian"),
        ("Russia said the talks had failed, state media said.", "Russia", "state media"),
        ("Police said in a statement that two men had been arrested.", "Police", "a statement"),
        ('"The dam was inspected," spokesman for the agency, Carlos Ruiz, said.', "Carlos Ruiz", None),
        ('The plant "lost a great deal of money" in 2016.', None, None),
        ("The crew had reported a fault to the tower, according to investigators.", "investigators", None),
        ("Airbus confirmed the sale of ten planes, according to Reuters.", "Airbus", "Reuters"),
        ("The car was reportedly found in a lake on Monday.", None, "reportedly"),
        ("The interior ministry put the death toll at 31.", "The interior ministry", None),
        ("Critics put the book at number three.", None, None),
    ],
)
def test_speaker_and_via_as_written(text: str, speaker: str | None, via: str | None) -> None:
    assert said_by(text) == (speaker, via)


@pytest.mark.weights
def test_a_quotation_keeps_its_speaker_over_sentences_and_paragraphs() -> None:
    text = (
        'Jan Novak leads the union. "Three thousand jobs are at risk. The plant in Brno lost €40m," Novak warned.\n\n'
        "“It closed two lines in May. Nobody told the workers.\n\n“They read it in the papers on Friday,” he said."
    )
    quoted = extract_claims(Article(text))[1:]
    assert len(quoted) == 5
    assert {claim.speaker.name for claim in quoted if claim.speaker} == {"Jan Novak"}
    assert all(claim.speaker for claim in quoted[:2])


@pytest.mark.weights
def test_the_name_of_a_speaker_is_the_one_that_the_article_gives() -> None:
    text = "Defence Minister Lena Oyelaran resigned on Monday. Ms Oyelaran said the army had lost 30 trucks."
    speaker = last(text).speaker
    assert speaker is not None
    assert (speaker.text, speaker.name) == ("Ms Oyelaran", "Lena Oyelaran")


@pytest.mark.weights
def test_parts_of_a_sentence_have_speakers_of_their_own() -> None:
    text = "The minister said the army did not shell the town, but the rebels said the army fired 40 rockets."
    claims = extract_claims(Article(text))
    assert [c.speaker and c.speaker.text for c in claims] == ["The minister", "the rebels"]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Flood water had reached the second floor by noon, rescuers from the Swiss army said.",
            "rescuers from the Swiss army",
        ),
        (
            "A fire destroyed part of the market near Pune on Friday, closing two roads, the district police said.",
            "the district police",
        ),
        (
            "The bridge, engineers from Delft University reported last week, had lost half its strength.",
            "engineers from Delft University",
        ),
        ("Three people died, including a child, police in Leeds, England, said.", "police in Leeds"),
        ("The patients were treated in Lyon, Dr Ana Bell, who runs the clinic, said.", "Dr Ana Bell"),
        ("The mine, said Ana Bell, who inspected it in May, had no second exit.", "Ana Bell"),
        ("The airline has lost $3bn since March, analysts at UBS estimate.", "analysts at UBS"),
        ("The convoy was hit near the border, officials said, and three soldiers were wounded.", "officials"),
        ("The mayor, 54, said farmers, fishermen and miners had lost their homes.", "The mayor"),
        ("Asked about the fire, the mayor said nothing.", None),
        ("In June, the club announced the sale of nine players.", "the club"),
    ],
)
def test_a_speaker_between_commas(text: str, speaker: str | None) -> None:
    assert said_by(text)[0] == speaker


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Speaking on Fox News, Senator Ana Cruz said the bill would fail.", "Senator Ana Cruz", "Fox News"),
        ("Writing on Facebook, the actor Jan Kral said the shop had been looted.", "the actor Jan Kral", "Facebook"),
        ("A report obtained by the Irish Examiner shows that 40 beds were closed.", "A report", "the Irish Examiner"),
        ("The envoy was cited by Interfax as saying that 12 drones had been shot down.", "The envoy", "Interfax"),
        ("Reuters has learned that the deal collapsed on Monday.", None, "Reuters"),
        ("Sky News has been told that the minister resigned on Monday.", None, "Sky News"),
        ("The tenants were assured by the council that the lifts were safe.", "the council", None),
        ("AFP, citing officials at the port, reported that 40 ships were waiting.", "officials at the port", "AFP"),
        (
            "The shop had been looted twice, wrote the owner of the bar in a letter on Monday.",
            "the owner of the bar",
            "a letter",
        ),
        (
            "The vaccine, doctors at the clinic reported in The Lancet, halved the risk.",
            "doctors at the clinic",
            "The Lancet",
        ),
        ("Residents complained of a strong smell from the factory.", "Residents", None),
        ("The Royal Mail said that 400 jobs would go.", "The Royal Mail", None),
    ],
)
def test_what_a_statement_came_through(text: str, speaker: str | None, via: str | None) -> None:
    assert said_by(text) == (speaker, via)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The tram will open in 2031, nine months later than promised in spring.", None, None),
        ("The tram will open in 2031, a year later than the operator told councillors.", None, None),
        ("Norwind sold 40 jets, 6 million dollars more than the bank predicted in June.", None, None),
        ("The swarm killed 30 cows, three times as many as farmers had reported.", None, None),
        ("The tram will close for a month, a measure announced in June.", None, None),
        ("The tram cost 30 million euros, a sum confirmed by the operator.", "the operator", None),
        ("The tram was slower than usual on Monday, the operator said.", "the operator", None),
        ("More than half of the drivers said the tram was unsafe.", "More than half of the drivers", None),
        ("A driver older than the mayor said that the tram was unsafe.", "A driver older than the mayor", None),
        ("The tram will close for a month, a spokeswoman announced in June.", "a spokeswoman", None),
    ],
)
def test_what_is_compared_or_was_announced_does_not_speak(text: str, speaker: str | None, via: str | None) -> None:
    assert said_by(text) == (speaker, via)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The Supreme Court will hear the appeal of the tram drivers in May.", None),
        ("The tribunal heard nine drivers on Monday.", None),
        ("The tribunal heard that the tram had lost a wheel in May.", "The tribunal"),
        ("The tribunal heard evidence that the tram had lost a wheel in May.", "The tribunal"),
        ("The tram, the tribunal heard, had lost a wheel in May.", "the tribunal"),
    ],
)
def test_a_court_passes_on_only_what_was_said_there(text: str, via: str | None) -> None:
    assert said_by(text) == (None, via)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Ivan Petrov never saw the bill, his lawyer Karl Lund said. "He got one letter in nine weeks," he said.',
            "Karl Lund",
        ),
        (
            "According to lawyer Karl Lund, Ivan Petrov never saw the bill. Petrov moved house in May, he said.",
            "Karl Lund",
        ),
        ("Karl Lund said the bill was lost. Ivan Petrov paid it in May. He said it was 40 euros.", "Ivan Petrov"),
        ("Ivan Petrov met Karl Lund on Monday. He said the talks had lasted nine minutes.", "Ivan Petrov"),
        (
            "Tenants of the tower said the lift broke in May. They said the repair took nine weeks.",
            "Tenants of the tower",
        ),
        ("The lift broke in May, her family said. They blame the landlord for her fall.", "her family"),
        ("Maria Lang and Susan Clark met on Monday. They said it took nine hours.", "Maria Lang and Susan Clark"),
        ("Police said two men had fled to Leeds. They said the car was stolen in May.", "They"),
        ("The union said Norwind had cut 40 posts. They said the plant would close in May.", "They"),
    ],
)
def test_a_pronoun_goes_on_with_the_last_speaker(text: str, name: str) -> None:
    speaker = last(text).speaker
    assert speaker is not None
    assert speaker.name == name


def test_quotations_with_a_missing_mark_reach_to_the_edge_of_the_paragraph() -> None:
    text = "We lost,” he said. “We will\nbe back."
    found = find_quotations(text, [(0, 27), (28, len(text))])
    assert [(text[q.start : q.end], q.opened, q.closed) for q in found] == [
        ("We lost,", False, True),
        ("We will", True, False),
    ]


def test_apostrophes_are_no_quotation_marks() -> None:
    text = "The workers' union and the bank's staff can’t agree."
    assert find_quotations(text, [(0, len(text))]) == []


@given(st.text(alphabet="ab “”‘’\"'.,s«»\n", max_size=120))
def test_quotations_are_ordered_and_do_not_overlap(text: str) -> None:
    end = 0
    for quotation in find_quotations(text, [(0, len(text))]):
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end


@pytest.mark.weights
def test_a_title_tells_which_of_a_family_speaks() -> None:
    alone = last("Ms. Garcia told police that her husband, John Garcia, shot the dog.")
    assert alone.speaker is not None
    assert alone.speaker.name != "John Garcia"
    both = last("Maria Lopez left. Her brother, Juan Lopez, fell. Ms Lopez said the road was wet.")
    assert both.speaker is not None
    assert both.speaker.name == "Maria Lopez"
