"""Bands of a page from top to bottom, and how they share its height."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect

from ui.blocks.card import Card
from ui.blocks.tile import TileButton
from ui.blocks.view import Part
from ui.illustration import Illustration

Placed = tuple[Part, QRect]

NO_LIMIT = 1 << 20


class Band(Protocol):
    """A part of the page that is never torn apart."""

    gap: int
    grows: int
    framed: bool
    """A card, which may be higher than its words."""

    def needed(self) -> int:
        """Height in pixels."""

    def most(self) -> int:
        """Height beyond which it would look empty."""

    def place(self, top: int, height: int) -> list[Placed]:
        """Where each piece stands, for a band at `top` of this `height`."""


class Side:
    """Pieces side by side."""

    framed = False

    def __init__(self, cells: list[tuple[Part, int, int]], gap: int, most: float = 0, least: int = 0) -> None:
        self._cells = cells
        self.gap = gap
        self.framed = all(isinstance(part, Card) for part, _, _ in cells)
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
    framed = False

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


class Beside:
    """Words at the left, a picture at the right: one card of words is as high as the picture, others in the middle."""

    grows = 0
    framed = False

    def __init__(self, stack: list[Band], picture: Illustration, left: int, width: int, height: int) -> None:
        self._stack = stack
        self._picture = picture
        self._left, self._width = left, width
        self._height = height
        self.gap = stack[0].gap

    def needed(self) -> int:
        """The higher of both."""
        return max(height_of(self._stack), self._height)

    def most(self) -> int:
        """No more than that."""
        return self.needed()

    def place(self, top: int, height: int) -> list[Placed]:
        """Both in the middle of the height."""
        picture: Placed = (self._picture, QRect(self._left, top, self._width, height))
        if len(self._stack) == 1 and self._stack[0].framed:
            return [*self._stack[0].place(top, height), picture]
        spare = height - height_of(self._stack)
        return [*fill(self._stack, top + spare // 2, height - spare), picture]


class Pictured:
    """A picture in the middle of the width."""

    grows = 0
    framed = False

    def __init__(self, picture: Illustration, width: int, height: int, gap: int) -> None:
        self._picture = picture
        self._width, self._height = width, height
        self.gap = gap

    def needed(self) -> int:
        """As given."""
        return self._height

    def most(self) -> int:
        """As given."""
        return self._height

    def place(self, top: int, height: int) -> list[Placed]:
        """It draws itself in the middle."""
        return [(self._picture, QRect(0, top, self._width, height))]


class Footed:
    """A stack with a last band that stands at the bottom, however short the rest is."""

    grows = 3
    framed = False

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
