"""What a combination came to, as it is kept on disk: so that a long audit can be taken up again."""

from __future__ import annotations

from pathlib import Path

import msgspec

from accessibility.audit.violation import Violation
from tools.audit.combination import Combination


class Entry(msgspec.Struct, frozen=True):
    """One violation where it was found."""

    page: str
    stop: int
    violation: Violation
    picture: str = ""
    """Path below the report's folder; empty where the same was pictured before."""


class Result(msgspec.Struct, frozen=True):
    """One combination."""

    combination: Combination
    pages: int
    parts: int
    """Pictures measured: a page that holds more than fits has several."""
    seconds: float
    entries: tuple[Entry, ...]
    sheet: str = ""


def write(folder: Path, result: Result) -> None:
    """Keep a result; whole or not at all."""
    path = folder / f"{result.combination.name}.json"
    draft = path.with_suffix(".part")
    draft.write_bytes(msgspec.json.encode(result))
    draft.replace(path)


def read_all(folder: Path) -> list[Result]:
    """All results there are."""
    return [msgspec.json.decode(path.read_bytes(), type=Result) for path in sorted(folder.glob("*.json"))]
