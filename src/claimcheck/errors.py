"""Every error that claimcheck raises on purpose. Catch `ClaimcheckError` to catch them all.

A message says what came, what was expected, and what to type next; it is one sentence or two,
fit to be shown to a user as it is.
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Root of the tree."""


class InputError(ClaimcheckError):
    """An input cannot be read or used: a path that does not exist, a broken line, a wrong date."""


class ModelError(ClaimcheckError):
    """A model is missing, is not what its checksum says, or does not do what was asked of it."""


class OutputError(ClaimcheckError):
    """A report cannot be written there, or in that format."""


class SettingsError(ClaimcheckError):
    """A setting is out of its range."""
