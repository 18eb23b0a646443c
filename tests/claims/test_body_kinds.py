from __future__ import annotations

import pytest

from claimcheck.claims.body_kinds import can_be, is_called, is_told


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("club", "Brillgate F.C."),
        ("club", "A.F.C. Brillgate"),
        ("company", "Castrell Corp."),
        ("firm", "Castrell, Ltd."),
    ],
)
def test_dots_and_commas_in_a_name_hide_no_kind(noun: str, name: str) -> None:
    assert is_told(noun, name)
    assert not can_be("hospital", name)


def test_a_kind_in_plain_words_is_told_as_well() -> None:
    assert is_called("club", "Brillgate FC")
    assert not is_called("club", "Brillgate Bank")
