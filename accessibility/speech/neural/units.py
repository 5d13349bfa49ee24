"""Units: the smallest parts of a text whose sound is known, one Chinese character or one English word each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the text and how they are said."""

    start: int
    end: int
    phonemes: str
    """Of the model's alphabet."""
    after: str = ""
    """What follows before the next unit: a space between words, a mark for a pause."""


def written(units: Iterable[Unit]) -> str:
    """All the phonemes of a sentence in one line, as the model reads them."""
    return "".join(unit.phonemes + unit.after for unit in units).strip()
