"""Bands of a page from top to bottom, and how they share its height."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect

from ui.blocks.choices import TileButton
from ui.blocks.view import Part

Placed = tuple[Part, QRect]

NO_LIMIT = 1 << 20


class Band(Protocol):
    """A part of the page that is never torn apart."""

    gap: int
    grows: int

    def needed(self) -> int:
        """Height in pixels."""

    def most(self) -> int:
        """Height beyond which it would look empty."""

    def place(self, top: int, height: int) -> list[Placed]:
        """Where each piece stands, for a band at `top` of this `height`."""


class Side:
    """Pieces side by side."""

    def __init__(self, cells: list[tuple[Part, int, int]], gap: int, most: float = 0, least: int = 0) -> None:
        self._cells = cells
        self.gap = gap
        self.grows = max(part.grows for part, _, _ in cells)
        self._most = round(most)
        self._needed = max(least, *(part.needed(width) for part, _, width in cells))

    def needed(self) -> int:
        """The height of its highest piece, or the least that was given."""
        return self._needed

    def most(self) -> int:
        """As given, or no limit."""
        return max(self._most, self._needed) if self._most else NO_LIMIT

    def place(self, top: int, height: int) -> list[Placed]:
        """All as high as the band."""
        tiles = [(part, width) for part, _, width in self._cells if isinstance(part, TileButton)]
        tall = all(tile.suits_tall(width, height) for tile, width in tiles)
        for tile, _ in tiles:
            tile.tall = tall
        return [(part, QRect(left, top, width, height)) for part, left, width in self._cells]


class Split:
    """Two stacks side by side."""

    grows = 3

    def __init__(self, left: list[Band], right: list[Band], gap: int) -> None:
        self._stacks = (left, right)
        self.gap = gap

    def needed(self) -> int:
        """The higher stack."""
        return max(height_of(stack) for stack in self._stacks)

    def most(self) -> int:
        """As much as the stack that can take more."""
        return max(most_of(stack) for stack in self._stacks)

    def place(self, top: int, height: int) -> list[Placed]:
        """Each stack over the whole height."""
        return [placed for stack in self._stacks for placed in fill(stack, top, height)]


class Footed:
    """A stack with a last band that stands at the bottom, however short the rest is."""

    grows = 3

    def __init__(self, stack: list[Band], foot: Band, gap: int) -> None:
        self._stack = stack
        self._foot = foot
        self.gap = gap

    def needed(self) -> int:
        """The stack and its foot."""
        return height_of([*self._stack, self._foot])

    def most(self) -> int:
        """No limit: the room between them does no harm."""
        return NO_LIMIT

    def place(self, top: int, height: int) -> list[Placed]:
        """The stack from the top, the foot at the bottom."""
        own = self._foot.needed()
        return [
            *fill(self._stack, top, height - own - self._foot.gap),
            *self._foot.place(top + height - own, own),
        ]


def height_of(bands: list[Band]) -> int:
    """Height in pixels of bands one under the other."""
    return sum(band.needed() + (band.gap if number else 0) for number, band in enumerate(bands))


def most_of(bands: list[Band]) -> int:
    """Height in pixels that bands can take on."""
    own = sum(max(band.needed(), band.most()) if band.grows else band.needed() for band in bands)
    return min(NO_LIMIT, own + sum(band.gap for band in bands[1:]))


def fill(bands: list[Band], top: int, height: int) -> list[Placed]:
    """Set bands out in `height`: what can grow takes the spare height, up to where it would look empty."""
    placed: list[Placed] = []
    for number, (band, own) in enumerate(zip(bands, heights(bands, height), strict=True)):
        top += band.gap if number else 0
        placed += band.place(top, own)
        top += own
    return placed


def heights(bands: list[Band], height: int) -> list[int]:
    """The height of each band in `height`: those that can take little get it first, the rest goes to the others."""
    own = [band.needed() for band in bands]
    spare = max(0, height - height_of(bands))
    growing = sorted((n for n, band in enumerate(bands) if band.grows), key=lambda n: _hunger(bands[n]))
    weight = sum(bands[n].grows for n in growing)
    for n in growing:
        extra = min(spare * bands[n].grows // weight, max(0, bands[n].most() - own[n]))
        spare, weight, own[n] = spare - extra, weight - bands[n].grows, own[n] + extra
    return own


def _hunger(band: Band) -> float:
    return (band.most() - band.needed()) / band.grows
