"""The glass as a grid of colours, and what is read from what was counted on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

from accessibility.audit.colour import Vision, contrast
from accessibility.audit.seen import Rect

INK_SHARE = 0.2
"""An ink is a colour at least this often there as the most frequent one beside the ground: edges of letters, which are
mixed of ink and ground, are rarer than that."""
CANDIDATES = 6
APART = 1.15
"""Below this contrast a colour is still the ground."""

Grid = TypeVar("Grid", bound="Pixels")


class Pixels(Protocol):
    """A part of the window, pixel by pixel; colours are 0xRRGGBB. Counted by whoever has taken the picture."""

    width: int
    height: int
    left: int
    """Where the grid's corner stands in the window."""
    top: int

    def at(self, x: int, y: int) -> int:
        """The colour at a place of the window; the nearest one where it is outside."""

    def colours_in(self, rect: Rect) -> Mapping[int, int]:
        """How often each colour is met in a rectangle; of a tall one some rows are enough."""

    def became(self: Grid, after: Grid, rect: Rect) -> Mapping[tuple[int, int], int]:
        """Which colours are others in `after`, a grid of the same place, and how often, in a rectangle."""


def ground_and_ink(found: Mapping[int, int]) -> tuple[int, int]:
    """The ground and the ink of words: the commonest colour, and the clearest of those that are common beside it.

    Both are the same where there is nothing but ground.
    """
    if not found:
        return 0, 0
    ground = max(found, key=lambda colour: found[colour])
    often = sorted(((count, colour) for colour, count in found.items()), reverse=True)
    others = []
    for count, colour in often:
        if colour != ground and contrast(colour, ground) > APART:
            others.append((count, colour))
        if len(others) == CANDIDATES:
            break
    if not others:
        return ground, ground
    inks = [colour for count, colour in others if count >= others[0][0] * INK_SHARE]
    return ground, max(inks, key=lambda ink: contrast(ink, ground))


def changed(pairs: Mapping[tuple[int, int], int], least: float, vision: Vision = "all") -> int:
    """How many of the differences are at least this contrast."""
    return sum(times for (one, other), times in pairs.items() if contrast(one, other, vision) >= least)
