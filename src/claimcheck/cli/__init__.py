"""The command line: one file per command. It parses, calls the library, and shows; it decides nothing."""

from claimcheck.cli.app import main

__all__ = ["main"]
