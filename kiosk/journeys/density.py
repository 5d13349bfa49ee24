"""How much a page of a mode holds, asked of its file and never of its name: a bank may add modes (DESIGN.md 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

from kiosk.modes import Mode

Item = TypeVar("Item")


def one_thing_at_a_time(mode: Mode) -> bool:
    """True for a mode whose pages have one column: a page a question, as elder mode has it."""
    return mode.content.columns == 1


class Part(msgspec.Struct, Generic[Item], frozen=True):
    """One page's part of a longer list."""

    items: tuple[Item, ...]
    number: int
    """Which part this is, from 0."""
    count: int
    """How many parts there are, at least 1."""


def part(items: Sequence[Item], number: int, size: int) -> Part[Item]:
    """Part `number` (from 0, held within the list) of `items`, `size` items a part."""
    count = max(1, -(-len(items) // size))
    within = min(max(number, 0), count - 1)
    return Part(tuple(items[within * size : (within + 1) * size]), within, count)
