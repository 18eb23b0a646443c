"""Exit codes and errors of the command line as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import claimcheck
from claimcheck import InputError
from claimcheck.cli import exits

Runner = Callable[..., Any]


@pytest.fixture
def fails_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Lets the comparison end with an exception."""

    def set_up(error: BaseException) -> None:
        def compare(*_: Any, **__: Any) -> None:
            raise error

        monkeypatch.setattr("claimcheck.pipeline.compare", compare)

    return set_up


def test_version(run: Runner) -> None:
    assert run("--version") == (exits.DONE, f"claimcheck {claimcheck.__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["compare", "--help"], ["extract", "-h"], ["judge", "--help"]])
def test_help_is_printed_on_standard_output(words: list[str], run: Runner) -> None:
    code, out, err = run(*words)
    assert (code, err) == (exits.DONE, "")
    assert out.startswith("Usage: claimcheck")
    assert max(map(len, out.splitlines())) <= 100


def test_help_names_the_commands(run: Runner) -> None:
    out = run("--help").out
    assert all(command in out for command in ("compare", "extract", "judge", "--install-completion"))


def test_without_a_command_there_is_help_and_an_error_code(run: Runner) -> None:
    code, out, err = run()
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert "Usage: claimcheck" in err


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["compare"], "PATH"),
        (["compare", "seeds", "--no-such-option"], "--no-such-option"),
        (["compare", "seeds", "--min-confidence", "2"], "--min-confidence"),
        (["compare", "seeds", "--min-confidence", "60"], "as in 0.6 for 60 %"),
        (["compare", "seeds", "--min-confidence", "high"], "--min-confidence"),
        (["compare", "seeds", "--only", "everything"], "everything"),
        (["compare", "seeds", "--fail-on", "agreement"], "agreement"),
        (["compare", "seeds", "--since", "18 September"], "'18 September' is not a date: expected YYYY-MM-DD"),
        (["compare", "seeds", "--since", "2020-01-02", "--until", "2020-01-01"], "--until"),
        (["compare", "seeds", "--language", "English"], "'english' is not a language"),
        (["compere", "seeds"], "compere"),
        (["extract"], "PATH"),
        (["extract", "seeds", "--dropped", "--format", "jsonl"], "--dropped"),
        (["judge", "only one text"], "expected two texts"),
        (["judge", "a", "b", "--input", "pairs.jsonl"], "--input"),
        (["judge", "a", "b", "--output", "results.jsonl"], "--output"),
        (["judge", "a", "b", "--date-a", "yesterday"], "'yesterday' is not a date"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(words: list[str], names: str, run: Runner) -> None:
    code, out, err = run(*words)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert err.startswith("claimcheck: ")
    assert names in err
    assert len(err.splitlines()) == 1
    assert "--help" in err


def test_an_error_of_the_library_is_one_sentence_and_exit_code_2(run: Runner, fails_with: Any) -> None:
    fails_with(InputError("notes.xyz cannot be read: permission denied."))
    assert run("compare", "seeds") == (
        exits.WRONG_INPUT,
        "",
        "claimcheck: notes.xyz cannot be read: permission denied.\n",
    )


def test_an_error_is_one_line_without_control_characters(run: Runner, fails_with: Any) -> None:
    fails_with(InputError("odd\x1b[31m\nname.txt cannot be read."))
    err = run("compare", "seeds").err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err


def test_an_unexpected_error_is_a_sentence_and_its_own_code(run: Runner, fails_with: Any) -> None:
    fails_with(ZeroDivisionError("division by zero"))
    code, out, err = run("compare", "seeds")
    assert (code, out) == (exits.UNEXPECTED, "")
    assert len(err.splitlines()) == 1
    assert "ZeroDivisionError: division by zero" in err
    assert "--verbose" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("option", ["--verbose", "-v", "-qv", "-vq"])
def test_verbose_shows_the_traceback_of_an_unexpected_error(run: Runner, fails_with: Any, option: str) -> None:
    fails_with(ZeroDivisionError("division by zero"))
    code, _, err = run("compare", "seeds", option)
    assert code == exits.UNEXPECTED
    assert "Traceback" in err


def test_ctrl_c_ends_quietly(run: Runner, fails_with: Any) -> None:
    fails_with(KeyboardInterrupt())
    assert run("compare", "seeds") == (exits.INTERRUPTED, "", "claimcheck: Interrupted.\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    endless = (
        "import sys\n"
        "import claimcheck.cli.app as app\n"
        "def chatter():\n"
        "    while True:\n"
        "        print('x' * 1000)\n"
        "app.extract = chatter\n"
        "sys.exit(app.main(['chatter']))\n"
    )
    pipe = f'"{sys.executable}" -c "$0" | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", pipe, endless], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["x" * 1000, str(exits.BROKEN_PIPE)]


def test_a_character_that_the_terminal_lacks_is_escaped() -> None:
    script = "import sys; from claimcheck.cli import main; sys.exit(main(['compare', '/no/such/\\u2603']))"
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == exits.WRONG_INPUT
    assert "\\u2603" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_shell_can_complete_commands_and_options() -> None:
    for typed, expected in (("claimcheck comp", "compare"), ("claimcheck compare --fail", "--fail-on")):
        environment = {
            **os.environ,
            "_CLAIMCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        }
        code = "import sys; from claimcheck.cli import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
        )
        assert expected in done.stdout.split()
