"""The `claimcheck` command: its commands, its version, and what becomes of errors."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer
import typer.main

from claimcheck import __version__
from claimcheck.cli import exits
from claimcheck.cli.benchmark import benchmark
from claimcheck.cli.compare import compare
from claimcheck.cli.extract import extract
from claimcheck.cli.judge import judge
from claimcheck.cli.train import train
from claimcheck.errors import ClaimcheckError
from claimcheck.reporting.words import line_of

PROGRAM = "claimcheck"
_VERBOSE = re.compile(r"--verbose$|-[hq]*v")  # alone or among other switches of one letter


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _overview(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Cross-reference fact claims: what several articles agree on, what they dispute, and why."""
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(exits.WRONG_INPUT)


def build_app() -> typer.Typer:
    """The typer application, with every command."""
    app = typer.Typer(
        name=PROGRAM,
        # Plain help: it reads the same on a terminal and in a file, and spares rich's import.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(invoke_without_command=True)(_overview)
    for command in (compare, extract, judge, benchmark, train):
        app.command()(command)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Every error ends as one sentence on standard error; `--verbose` adds the traceback of an unexpected one.

    Args:
        arguments: what the user typed after the program's name; None for `sys.argv[1:]`.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _never_fail_to_encode()
    try:
        code = typer.main.get_command(build_app())(arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _say(_usage(error), exits.WRONG_INPUT)
    except ClaimcheckError as error:
        return _say(str(error), exits.WRONG_INPUT)
    except (KeyboardInterrupt, typer.Abort):
        return _say("Interrupted.", exits.INTERRUPTED)
    except BrokenPipeError:
        return _reader_went_away()
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # typer turns it into exit code 1
            return _reader_went_away()
        raise
    except Exception as error:
        verbose = any(_VERBOSE.match(argument) for argument in arguments)
        if verbose:
            traceback.print_exc()
        hint = "" if verbose else " Add --verbose for the traceback."
        return _say(f"Stopped by an unexpected {type(error).__name__}: {error}.{hint}", exits.UNEXPECTED)
    if code == exits.INTERRUPTED:  # typer turns KeyboardInterrupt into this code
        return _say("Interrupted.", exits.INTERRUPTED)
    return code if isinstance(code, int) else exits.DONE


_TOO_MUCH = "less than or equal to 1"
"""How a complaint about a share that was given in percent ends."""


def _usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    message = error.format_message().rstrip(".").replace("Value error, ", "")
    if message.endswith(_TOO_MUCH):
        message += ", as in 0.6 for 60 %"
    return f"{message}. Type: {command} --help"


def _say(sentence: str, code: int) -> int:
    print(f"{PROGRAM}: {line_of(sentence)}", file=sys.stderr)
    return code


def _never_fail_to_encode() -> None:
    """A character that the terminal's encoding lacks is shown as its escape instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _reader_went_away() -> int:
    """Let the interpreter's own last flush of standard output go nowhere, as `| head` expects."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exits.BROKEN_PIPE
