from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import ModelError
from claimcheck.models import load_logistic_file, load_multinomial

MULTINOMIAL: dict[str, Any] = {
    "trained_on": "a test",
    "features": ["size", "age"],
    "weights": {"yes": [1.0, 2.0], "no": [-1.0, 0.5]},
    "intercepts": {"yes": 3.0, "no": -3.0},
}
LOGISTIC: dict[str, Any] = {"trained_on": "a test", "intercept": 0.5, "weights": {"size": 1.0}}


def write(folder: Path, data: Any) -> Path:
    file = folder / "regression.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return file


def test_intercepts_belong_to_their_classes_in_whatever_order_they_stand(tmp_path: Path) -> None:
    turned = MULTINOMIAL | {"intercepts": {"no": -3.0, "yes": 3.0}}
    assert load_multinomial(write(tmp_path, turned)).intercepts.tolist() == [3.0, -3.0]


NO_JSON = ["", "{", "5", "[]", "null", "[" * 100_000, '{"weights": ' + "9" * 5000 + "}"]


@pytest.mark.parametrize(
    "data",
    [
        *NO_JSON,
        *({key: value for key, value in MULTINOMIAL.items() if key != left_out} for left_out in MULTINOMIAL),
        MULTINOMIAL | {"intercepts": {"yes": 3.0}},
        MULTINOMIAL | {"weights": {"yes": [1.0], "no": [1.0]}},
        MULTINOMIAL | {"weights": {"yes": [1.0, 2.0], "no": [1.0]}},
        MULTINOMIAL | {"weights": {"yes": ["a", "b"], "no": [1.0, 2.0]}},
        MULTINOMIAL | {"weights": {"yes": [None, 1.0], "no": [1.0, 2.0]}},
        MULTINOMIAL | {"weights": {"yes": [10**400, 1.0], "no": [1.0, 2.0]}},
        MULTINOMIAL | {"weights": [[1.0, 2.0]]},
        MULTINOMIAL | {"weights": {}, "intercepts": {}},
        MULTINOMIAL | {"features": "ab"},
        MULTINOMIAL | {"pool": 5},
        MULTINOMIAL | {"pool": [1.0]},
        MULTINOMIAL | {"pool": ["a", "b"]},
    ],
    ids=lambda data: str(data)[:40],
)
def test_a_damaged_multinomial_regression_is_named(tmp_path: Path, data: Any) -> None:
    with pytest.raises(ModelError, match=r"regression\.json is damaged .*claimcheck train"):
        load_multinomial(write(tmp_path, data))


@pytest.mark.parametrize(
    "data",
    [
        *NO_JSON,
        *({key: value for key, value in LOGISTIC.items() if key != left_out} for left_out in LOGISTIC),
        LOGISTIC | {"intercept": "much"},
        LOGISTIC | {"weights": [1.0]},
        LOGISTIC | {"weights": {"size": None}},
        LOGISTIC | {"weights": {"size": float("nan")}},
    ],
    ids=lambda data: str(data)[:40],
)
def test_a_damaged_logistic_regression_is_named(tmp_path: Path, data: Any) -> None:
    with pytest.raises(ModelError, match=r"regression\.json is damaged .*claimcheck train"):
        load_logistic_file(write(tmp_path, data))


def test_what_is_no_utf8_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "regression.json"
    file.write_bytes(b"\xff\xfe{}")
    with pytest.raises(ModelError, match="is damaged"):
        load_multinomial(file)
