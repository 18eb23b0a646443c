"""Which room may import which, and what `import claimcheck` costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimcheck

PACKAGE = Path(claimcheck.__file__).parent

# Shared ground first, then the order of the flow: a room imports what stands before it, never what stands after it.
ORDER = (
    "errors",
    "progress",
    "settings",
    "text",
    "records",
    "linkage",
    "models",
    "articles",
    "claims",
    "embedding",
    "stories",
    "candidates",
    "judging",
    "origins",
    "clustering",
    "reporting",
    "pipeline",
    "scoring",
    "training",
    "cli",
)

# `Comparison.save` and `_repr_html_` are conveniences of the record, and load the reports when they are called.
CONVENIENCES = {("records", "reporting")}

HEAVY = (
    "cattrs",
    "dateparser",
    "faiss",
    "jinja2",
    "numpy",
    "pint",
    "rich",
    "scipy",
    "sklearn",
    "sentence_transformers",
    "spacy",
    "torch",
    "trafilatura",
    "transformers",
)


def imported_rooms(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Rooms that a module imports: name, line, and whether the import runs when the module is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_load = {id(statement) for statement in tree.body}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the import in full"
            names = [node.module or ""]
            if node.module == "claimcheck":
                names = [f"claimcheck.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "claimcheck" and len(parts) > 1 and parts[1] not in {"__version__", *claimcheck.__all__}:
                yield parts[1], node.lineno, id(node) in at_load


def modules() -> list[Path]:
    return sorted(
        path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem not in {"__init__", "__main__"}
    )


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    room = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert room in ORDER, f"{room} has no place in the order of the flow: give it one in this test"
    for other, line, at_load in imported_rooms(path):
        if not at_load and (room, other) in CONVENIENCES:
            continue
        assert ORDER.index(other) <= ORDER.index(room), f"{path.name}:{line}: {room} may not know {other}"


def test_every_public_name_can_be_had() -> None:
    assert list(claimcheck.__all__) == sorted(claimcheck.__all__)
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    with pytest.raises(AttributeError, match="no attribute 'nothing_of_this_name'"):
        _ = claimcheck.nothing_of_this_name


def test_no_public_name_is_hidden_by_a_module_of_the_same_name() -> None:
    # Importing the module judging/judge.py would put it in the place of the function `judging.judge`.
    for name in claimcheck.__all__:
        home = PACKAGE / claimcheck._HOME[name]
        assert not (home / f"{name}.py").exists(), f"rename {home.name}/{name}.py: it hides {home.name}.{name}"
        assert not (home / name).is_dir(), f"rename {home.name}/{name}: it hides {home.name}.{name}"


@pytest.mark.parametrize(
    "code",
    [
        "import claimcheck",
        "import claimcheck.cli",
        "from claimcheck.cli import main; main(['--version'])",
        "from claimcheck.cli import main; main(['--help'])",
        "from claimcheck.cli import main; main(['compare', '--help'])",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str) -> None:
    probe = f"{code}\nimport sys; print('LOADED', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "LOADED"
