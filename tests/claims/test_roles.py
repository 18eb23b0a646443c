"""Who did what to whom: fillers of roles, by head word, in sentences on many subjects."""

from __future__ import annotations

import pytest

from claimcheck.claims import extract_claims, read_statements
from claimcheck.records import Article, Claim
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

CASES = [
    # active and passive
    ("Acme sued Bolt.", "sued", "agent Acme, patient Bolt"),
    ("Bolt was sued by Acme in Paris.", "sued", "agent Acme, patient Bolt, place Paris"),
    ("The banker was extradited to Germany by Turkey.", "extradited", "agent Turkey, patient banker, place Germany"),
    # nominalisations
    ("The takeover of Bolt by Acme was announced on Tuesday.", "takeover", "agent Acme, patient Bolt"),
    ("Russia's invasion of Ukraine began in February 2022.", "invasion", "agent Russia, patient Ukraine"),
    ("The veto of the bill by the president angered activists.", "veto", "agent president, patient bill"),
    ("Microsoft completed its acquisition of Activision.", "acquisition", "agent Microsoft, patient Activision"),
    # verbs that carry the event or tell a phase of it
    ("Acme filed a lawsuit against Bolt on Monday.", "lawsuit", "agent Acme, patient Bolt"),
    ("The US imposed sanctions on Iran.", "sanctions", "agent US, patient Iran"),
    ("Protesters set fire to a police station in Dhaka.", "fire", "agent Protesters, patient station, place Dhaka"),
    ("Radovan Kral went on trial on Monday.", "trial", "patient Kral"),
    ("The visit of the governor to Elm was called off.", "visit", "agent governor, place Elm"),
    # on equal terms
    ("Obama's meeting with Xi in Beijing lasted two hours.", "meeting", "agent Obama, counterpart Xi, place Beijing"),
    ("Hamas and Israel reached a ceasefire.", "ceasefire", "agent Hamas, counterpart Israel"),
    ("Merkel called Putin on Sunday.", "called", "agent Merkel, counterpart Putin"),
    ("Liverpool drew 1-1 with Chelsea at Anfield.", "drew", "agent Liverpool, counterpart Chelsea, place Anfield"),
    # control and raising
    ("The mayor was forced to resign after the scandal.", "resign", "agent mayor"),
    ("Acme has agreed to buy Bolt for $3bn.", "buy", "agent Acme, patient Bolt"),
    ("Tesla plans to build a factory in Mexico.", "build", "agent Tesla, patient factory, place Mexico"),
    # recipients
    ("Germany will send Ukraine 14 tanks.", "send", "agent Germany, patient tanks, recipient Ukraine"),
    ("Sweden donated tanks to Ukraine.", "donated", "agent Sweden, patient tanks, recipient Ukraine"),
    ("The company was given a licence by the state.", "given", "agent state, patient licence, recipient company"),
    ("The bishop wrote a letter to the pope.", "wrote", "agent bishop, patient letter, recipient pope"),
    # relative clauses, reports, clefts, things that happen to their subject
    ("It was Smith who shot the dog.", "shot", "agent Smith, patient dog"),
    ("Acme said that it had sued Bolt.", "sued", "agent Acme, patient Bolt"),
    ("Two men suspected of killing a priest were arrested in Lyon.", "arrested", "patient men, place Lyon"),
    ("A Cessna crashed into a house in Ohio.", "crashed", "patient Cessna, place Ohio"),
    ("Hundreds of nurses marched through Lima.", "marched", "agent nurses, place Lima"),
]


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    texts = [text for text, _, _ in CASES]
    return dict(zip(texts, read_statements(texts, [None] * len(texts), settings=Settings()), strict=True))


@pytest.mark.parametrize(("text", "trigger", "roles"), CASES)
def test_roles_by_head(claims: dict[str, Claim], text: str, trigger: str, roles: str) -> None:
    event = claims[text].event
    assert event is not None
    assert event.text == trigger
    assert ", ".join(sorted(f"{role.role} {role.text.split()[-1]}" for role in event.roles)) == roles


def test_a_name_is_whole_and_canonical() -> None:
    article = Article("Minister Ana Bell met Carl Cole in Lima on Monday. Ms Bell accused Mr Cole of fraud.")
    first, second = extract_claims(article)
    assert first.event is not None
    assert second.event is not None
    assert [(r.role, r.text) for r in first.event.roles] == [
        ("agent", "Ana Bell"),
        ("counterpart", "Carl Cole"),
        ("place", "Lima"),
    ]
    assert [(r.role, r.name) for r in second.event.roles] == [("agent", "Ana Bell"), ("patient", "Carl Cole")]


def test_offsets_hold_in_an_article_with_unusual_characters() -> None:
    article = Article(
        "Harbour fire\n\nOfficials said on Monday that the tanker “Aurora” had hit a pier.\n\n"
        "Shares of the “Bolt” group fell – a first.\tGus O’Neil sued Müller’s firm in Zürich; Ana Bell fled to Köln.\n"
    )
    found = [role for claim in extract_claims(article) if claim.event for role in claim.event.roles]
    assert found
    for role in found:
        assert article.text[role.start : role.end] == role.text


def test_what_names_nobody_fills_no_role() -> None:
    texts = ["He resigned.", "Nobody was arrested.", "They were evacuated by bus."]
    for claim in read_statements(texts, [None] * len(texts), settings=Settings()):
        assert claim.event is not None
        assert claim.event.roles == ()


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The two sides held talks in Geneva.", "in person"),
        ("The two sides held talks over the border.", None),
        ("The ministers discussed the border at a virtual summit.", "video"),
        ("The mayor apologised to the victims in a letter.", "written"),
        ("The mayor resigned in a letter.", None),
    ],
)
def test_medium(text: str, medium: str | None) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert claim.event is not None
    assert claim.event.medium == medium
