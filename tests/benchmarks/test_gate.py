"""The gate: what fails, and which floors move."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gate
from benchmarks.figures import Figure
from benchmarks.gate import Floor, check, read_floors, renewed, write_floors
from benchmarks.match_quality.data import data_digest

FLOORS = {"speed": Floor(0.8, "aaaa", "fast"), "depth": Floor(0.5, "bbbb", "slow")}


def problems(measured: dict[str, Figure], parts: tuple[str, ...] = ("fast",)) -> dict[str, str]:
    return {verdict.name: verdict.problem for verdict in check(FLOORS, measured, parts)}


def test_a_figure_at_its_floor_passes() -> None:
    assert problems({"speed": Figure(0.8, "aaaa")}) == {"speed": ""}


def test_a_figure_below_its_floor_fails() -> None:
    assert problems({"speed": Figure(0.79, "aaaa")}) == {"speed": "below its floor"}


def test_what_is_no_number_fails_and_gives_no_floor() -> None:
    nothing = {"speed": Figure(float("nan"), "aaaa")}
    assert problems(nothing) == {"speed": "is no number"}
    assert check({}, nothing, ("fast",))[0].problem == "is no number"
    assert renewed({}, nothing, {"speed": "fast"}, raising=True) == {}


def test_a_floor_holds_for_its_data_only() -> None:
    assert "other data" in problems({"speed": Figure(0.9, "cccc")})["speed"]


def test_a_gate_without_floors_fails_before_it_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "JUDGES", {"fast": tmp_path / "none.json"})
    monkeypatch.setattr(gate, "figures", lambda *_: pytest.fail("measured"))
    monkeypatch.setattr("sys.argv", ["gate"])
    with pytest.raises(SystemExit, match="2"):
        gate.main()


def test_a_figure_that_is_no_longer_measured_fails() -> None:
    assert problems({}) == {"speed": "was not measured"}
    assert set(problems({}, ("fast", "slow"))) == {"speed", "depth"}


def test_a_new_figure_passes_and_gets_a_floor_when_floors_are_raised() -> None:
    new = {"width": Figure(0.9, "dddd")}
    assert check({}, new, ("fast",))[0].problem == ""
    assert renewed({}, new, {"width": "fast"}, raising=True)["width"].floor == 0.89
    assert renewed({}, new, {"width": "fast"}, raising=False) == {}


def test_raising_never_lowers() -> None:
    part_of = {"speed": "fast"}
    assert renewed(FLOORS, {"speed": Figure(0.7, "aaaa")}, part_of, raising=True)["speed"] == FLOORS["speed"]
    assert renewed(FLOORS, {"speed": Figure(0.805, "aaaa")}, part_of, raising=True)["speed"] == FLOORS["speed"]
    assert renewed(FLOORS, {"speed": Figure(0.95, "aaaa")}, part_of, raising=True)["speed"].floor == 0.94


def test_a_floor_is_lowered_only_by_name() -> None:
    measured = {"speed": Figure(0.7, "aaaa"), "depth": Figure(0.1, "bbbb")}
    part_of = {"speed": "fast", "depth": "slow"}
    lowered = renewed(FLOORS, measured, part_of, raising=False, lowered=["speed"])
    assert lowered["speed"].floor == 0.69
    assert lowered["depth"] == FLOORS["depth"]


def test_changed_data_is_pinned_only_where_the_figure_holds() -> None:
    part_of = {"speed": "fast"}
    assert renewed(FLOORS, {"speed": Figure(0.81, "cccc")}, part_of, raising=True)["speed"] == Floor(
        0.8, "cccc", "fast"
    )
    assert renewed(FLOORS, {"speed": Figure(0.5, "cccc")}, part_of, raising=True)["speed"] == FLOORS["speed"]


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.json") == {}
    write_floors(FLOORS, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == FLOORS


def test_the_hash_is_of_the_content_of_data_and_not_of_its_card(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("1\n")
    before = data_digest([tmp_path])
    (tmp_path / "README.md").write_text("A card.\n")
    assert data_digest([tmp_path]) == before
    (tmp_path / "a.jsonl").write_text("2\n")
    assert data_digest([tmp_path]) != before


def test_the_floors_of_the_repository_can_be_read() -> None:
    floors = read_floors()
    assert floors
    assert all(0.0 <= floor.floor <= 1.0 and len(floor.data) == 16 for floor in floors.values())
