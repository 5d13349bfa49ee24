"""The family book: who may be told and until when, in a file of the data folder. No address is in it.

BookError: the file cannot be read or written.
"""

from __future__ import annotations

import uuid
from datetime import date
from pathlib import Path

import msgspec

from kiosk.client.durable import write_durably
from kiosk.family.relative import Relative, Scope

FILE_NAME = "family.json"
MOST = 5
"""Relatives in one book: each is asked about on the screen, one by one."""


class BookError(Exception):
    """The family book cannot be used; says why."""


class FamilyBook:
    """Read once when it is made; each change is on the disk before the method returns."""

    def __init__(self, folder: Path) -> None:
        """Raises BookError for a file that cannot be read."""
        self._path = folder / FILE_NAME
        self._relatives = self._read()

    @property
    def relatives(self) -> tuple[Relative, ...]:
        """Everybody in it, in the order they were added."""
        return self._relatives

    def add(self, name: str, lang: str, scope: Scope) -> Relative:
        """Add somebody, who is told nothing before she agrees on the screen. Raises BookError."""
        if len(self._relatives) >= MOST:
            raise BookError(f"there are {MOST} relatives already; remove one first")
        relative = Relative(uuid.uuid4().hex[:8], name, lang, scope)
        self._write((*self._relatives, relative))
        return relative

    def agree(self, relative_id: str, until: date) -> None:
        """She agrees, up to and including that day. Raises BookError, KeyError."""
        self._change(relative_id, until)

    def withdraw(self, relative_id: str) -> None:
        """She does not agree any more. Raises BookError, KeyError."""
        self._change(relative_id, None)

    def remove(self, relative_id: str) -> None:
        """Strike somebody out. Raises BookError, KeyError."""
        kept = tuple(one for one in self._relatives if one.id != relative_id)
        if len(kept) == len(self._relatives):
            raise KeyError(relative_id)
        self._write(kept)

    def _change(self, relative_id: str, until: date | None) -> None:
        if relative_id not in {one.id for one in self._relatives}:
            raise KeyError(relative_id)
        self._write(
            tuple(
                msgspec.structs.replace(one, until=until) if one.id == relative_id else one for one in self._relatives
            )
        )

    def _read(self) -> tuple[Relative, ...]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[Relative, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as problem:
            raise BookError(f"{self._path}: {problem}") from problem

    def _write(self, relatives: tuple[Relative, ...]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._path, msgspec.json.encode(relatives))
        except OSError as problem:
            raise BookError(f"{self._path}: {problem.strerror}") from problem
        self._relatives = relatives
