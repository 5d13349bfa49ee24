"""Where the blocks of a page stand: bands from top to bottom, side by side where the page is wide."""

from __future__ import annotations

from math import log
from typing import Protocol

from PySide6.QtCore import QRect

from ui.blocks.choices import ChoicesView, TileButton
from ui.blocks.keypad import KeypadView
from ui.blocks.rows import RowsView
from ui.blocks.view import Part, View
from ui.theme.tokens import Theme

Placed = tuple[Part, QRect]

BEST_SHAPE = 1.15
"""Width to height of a tile that looks right."""
TALLEST = 12
"""A tile grows to at most so many times its title's size."""
KEYPAD_GROWS = 1.4
"""A keypad grows to at most so many times what it needs."""
LONE = 2.6
"""A tile that stands alone is a button, not a poster."""
ROW_GROWS = 1.35
"""A row grows to at most so many times what it needs."""
CARD_GROWS = 1.3
"""A card beside others grows to at most so many times what it needs."""
PAGER_SHARE = 0.78
"""Of a wide page for the rows; the rest is for the way to earlier and later ones."""
LEFT_SHARE = 0.605
"""Of a split page: what is read at the left, what can be chosen at the right."""


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

    def __init__(self, cells: list[tuple[Part, int, int]], gap: int, most: float = 0) -> None:
        self._cells = cells
        self.gap = gap
        self.grows = max(part.grows for part, _, _ in cells)
        self._most = round(most)
        self._needed = max(part.needed(width) for part, _, width in cells)

    def needed(self) -> int:
        """The height of its highest piece."""
        return self._needed

    def most(self) -> int:
        """As given, or no limit."""
        return max(self._most, self._needed) if self._most else 1 << 20

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
        """No limit."""
        return 1 << 20

    def place(self, top: int, height: int) -> list[Placed]:
        """Each stack over the whole height."""
        return [placed for stack in self._stacks for placed in fill(stack, top, height)]


def height_of(bands: list[Band]) -> int:
    """Height in pixels of bands one under the other."""
    return sum(band.needed() + (band.gap if number else 0) for number, band in enumerate(bands))


def fill(bands: list[Band], top: int, height: int) -> list[Placed]:
    """Set bands out in `height`: what can grow takes the spare height, up to where it would look empty."""
    spare = max(0, height - height_of(bands))
    placed: list[Placed] = []
    weight = sum(band.grows for band in bands)
    for number, band in enumerate(bands):
        top += band.gap if number else 0
        own = band.needed()
        if band.grows and weight:
            extra = min(spare * band.grows // weight, band.most() - own)
            spare, weight, own = spare - extra, weight - band.grows, own + extra
        placed += band.place(top, own)
        top += own
    return placed


class Arrangement:
    """Makes the bands of a page for one width and height."""

    def __init__(self, theme: Theme, views: list[View], width: int, height: int, spread: int) -> None:
        self._theme = theme
        self._views = views
        self._width = width
        self._height = height
        self._spread = spread

    def bands(self) -> list[Band]:
        """Side by side if that fits, else one under the other."""
        return self._split() or self._stack(self._views, 0, self._width, self._height)

    def _split(self) -> list[Band]:
        head = [view for view in self._views if view.lead]
        rest = [view for view in self._views if not view.lead]
        in_order = self._views[: len(head)] == head
        if self._width < self._height * 1.2 or len(rest) < 2 or not in_order:
            return []
        last = rest[-1]
        if not isinstance(last, ChoicesView) or last.columns > 1 or len(last.tiles) > 4:
            return []
        left_width = round((self._width - self._spread) * LEFT_SHARE)
        left = self._stack(rest[:-1], 0, left_width, self._height)
        start = left_width + self._spread
        for tile in last.tiles:
            tile.be_modest(modest=True)
        right = self._tiles(last, start, self._width - start, 1)
        top = self._stack(head, 0, self._width, self._height)
        bands: list[Band] = [*top, Split(left, right, self._spread)]
        if height_of(bands) <= self._height:
            return bands
        for tile in last.tiles:
            tile.be_modest(modest=False)
        return []

    def _stack(self, views: list[View], left: int, width: int, height: int) -> list[Band]:
        bands: list[Band] = []
        waiting: list[View] = []
        for view in views:
            if view.beside:
                waiting.append(view)
                continue
            bands += self._beside(waiting, left, width)
            waiting = []
            bands += self._of(view, left, width, height - height_of(bands))
        return bands + self._beside(waiting, left, width)

    def _beside(self, views: list[View], left: int, width: int) -> list[Band]:
        """Cards in as many columns as the width allows, row by row."""
        columns = max(1, min(len(views), (width + self._spread) // (self._theme.column + self._spread)))
        share = (width - (columns - 1) * self._spread) // columns
        bands: list[Band] = []
        for start in range(0, len(views), columns):
            row = views[start : start + columns]
            wide = width if len(row) == 1 and start == 0 else share
            cells = [(view.parts[0], left + n * (share + self._spread), wide) for n, view in enumerate(row)]
            most = CARD_GROWS * max(part.needed(width) for part, _, width in cells)
            bands.append(Side(cells, self._theme.gap if columns == 1 else self._spread, most))
        return bands

    def _of(self, view: View, left: int, width: int, height: int) -> list[Band]:
        if isinstance(view, ChoicesView):
            return self._tiles(view, left, width, self._columns(view, width, height))
        if isinstance(view, RowsView):
            return self._rows(view, left, width, height)
        most = KEYPAD_GROWS * view.parts[0].needed(width) if isinstance(view, KeypadView) else 0
        return [Side([(part, left, width)], self._spread, most) for part in view.parts]

    def _rows(self, view: RowsView, left: int, width: int, height: int) -> list[Band]:
        """Rows one under the other; where it is wide, the pager stands beside them."""
        parts = view.parts
        if view.pager and width > height * 1.2:
            share = round(width * PAGER_SHARE)
            rows = self._lines_of(parts[:-1], left, share - self._spread)
            aside: list[Band] = [Side([(view.pager, left + share, width - share)], self._spread)]
            split = Split(rows, aside, self._spread)
            if split.needed() <= height:
                return [split]
        return self._lines_of(parts, left, width)

    def _lines_of(self, parts: list[Part], left: int, width: int) -> list[Band]:
        bands: list[Band] = []
        for number, part in enumerate(parts):
            most = round(part.needed(width) * ROW_GROWS)
            bands.append(Side([(part, left, width)], self._theme.gap if number else self._spread, most))
        return bands

    def _tiles(self, view: ChoicesView, left: int, width: int, columns: int) -> list[Band]:
        bands: list[Band] = []
        if view.heading:
            bands.append(Side([(view.heading, left, width)], self._spread))
        share = (width - (columns - 1) * self._spread) // columns
        tallest = self._theme.title * (TALLEST if len(view.tiles) > 1 else LONE)
        for start in range(0, len(view.tiles), columns):
            row = view.tiles[start : start + columns]
            cells: list[tuple[Part, int, int]] = [
                (tile, left + number * (share + self._spread), share) for number, tile in enumerate(row)
            ]
            bands.append(Side(cells, self._spread, tallest))
        return bands

    def _columns(self, view: ChoicesView, width: int, height: int) -> int:
        count = len(view.tiles)
        if view.columns:
            return min(view.columns, max(1, count))
        fits = [n for n in range(1, count + 1) if self._wide_enough(view, width, n)] or [1]
        return min(fits, key=lambda n: self._ugliness(view, width, height, n))

    def _wide_enough(self, view: ChoicesView, width: int, columns: int) -> bool:
        share = (width - (columns - 1) * self._spread) // columns
        return columns == 1 or all(tile.least_width() <= share for tile in view.tiles)

    def _ugliness(self, view: ChoicesView, width: int, height: int, columns: int) -> float:
        """How far a grid is from what looks right: shape of the tiles, empty places, height that is not there."""
        share = (width - (columns - 1) * self._spread) // columns
        rows = -(-len(view.tiles) // columns)
        needed = max(tile.needed(share) for tile in view.tiles)
        room = max(1, (height - (rows - 1) * self._spread) // rows)
        shape = abs(log(share / min(max(room, needed), self._theme.title * TALLEST) / BEST_SHAPE))
        empty = rows * columns - len(view.tiles)
        return shape + 0.8 * empty + (10 * (needed - room) / needed if needed > room else 0)
