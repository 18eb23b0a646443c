from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

CASES = [
    ("The council approved the budget on Tuesday.", "asserted"),
    ("No fewer than 40 houses were destroyed.", "asserted"),
    ("He was denied bail by the magistrate.", "asserted"),
    ("The minister did not attend.", "negated"),
    ("No one was injured in the fire.", "negated"),
    ("The chancellor refused to resign.", "negated"),
    ("Officials said that no shots were fired.", "negated"),
    ("The company denied any wrongdoing.", "denied"),
    ("The ministry denied that its troops had crossed the border.", "denied"),
    ("The new bridge will open in May.", "planned"),
    ("The summit is planned for Friday.", "planned"),
    ("The chancellor may resign.", "possible"),
    ("The pilot is believed to have survived.", "possible"),
    ("If the talks fail, the union will strike.", "conditional"),
    ("The concert was called off.", "cancelled"),
    ("The bridge would have collapsed without the repairs.", "counterfactual"),
    ("The team almost lost the match.", "counterfactual"),
]


def test_factuality_of_the_main_event() -> None:
    claims = read_statements([text for text, _ in CASES], [None] * len(CASES), settings=Settings())
    assert [(c.text, c.factuality) for c in claims] == CASES
