"""Dated tables: TOML files whose entries hold from a day on (assets/checkup)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec


class RulesError(ValueError):
    """A table cannot be used, or none holds on that day; says which and why."""


class Dated(Protocol):
    """An entry of a table."""

    @property
    def valid_from(self) -> date:
        """The day from which it holds."""


_File = TypeVar("_File")
_Entry = TypeVar("_Entry", bound=Dated)


def read_table(path: Path, shape: type[_File]) -> _File:
    """The whole file, checked. Raises RulesError."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.DecodeError) as problem:
        raise RulesError(f"{path}: {problem}") from problem


def in_force(path: Path, entries: Sequence[_Entry], today: date) -> _Entry:
    """The newest entry that holds on `today`. Raises RulesError when there is none, or two begin on one day."""
    days = [entry.valid_from for entry in entries]
    if len(set(days)) != len(days):
        raise RulesError(f"{path}: two entries begin on the same day")
    begun = [entry for entry in entries if entry.valid_from <= today]
    if not begun:
        raise RulesError(f"{path}: nothing holds on {today.isoformat()}")
    return max(begun, key=lambda entry: entry.valid_from)
