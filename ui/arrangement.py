"""Where the blocks of a page stand: bands from top to bottom, side by side where the page is wide."""

from __future__ import annotations

from math import log

from accessibility.screen import Rows
from ui.bands import NO_LIMIT, Band, Beside, Footed, Pictured, Side, Split, height_of
from ui.blocks.choices import ChoicesView
from ui.blocks.fact import FactView
from ui.blocks.field import FieldView
from ui.blocks.keypad import KeypadView
from ui.blocks.options import OptionsView
from ui.blocks.paragraph import ParagraphView
from ui.blocks.rows import RowsView
from ui.blocks.tile import Voice
from ui.blocks.view import Part, View
from ui.illustration import SHAPE, Illustration
from ui.theme.tokens import Theme

BEST_SHAPE = 1.15
"""Width to height of a tile that looks right."""
TALLEST = 12
"""A tile grows to at most so many times its title's size,"""
SLIMMEST = 1.4
"""or so many times its width, whichever is more."""
KEYPAD_GROWS = 2.4
"""A keypad grows to at most so many times what it needs."""
LONE = 2.6
"""A plain tile that stands alone is a button: at most so many times its title's size high."""
LOUD_SHARE = 0.68
"""Of the page's height for the one tile that the page is for,"""
LOUD_SHAPE = 0.95
"""but never higher than this share of its width."""
MODEST_LONE = 5
"""And one that stands alone beside it, so many times its title's size."""
MODEST_GROWS = 1.7
"""A tile beside or below something larger grows to at most so many times what it needs."""
ROW_GROWS = 1.35
"""A row grows to at most so many times what it needs."""
FLAT_ROW_GROWS = 1.6
"""And a flat one, so many times."""
CARD_GROWS = 1.5
"""A card beside others grows to at most so many times what it needs."""
FACT_SHARE = 0.7
"""A fact has fewer words than other cards: so much of a column is enough for it."""
PICTURE_SHARE, PICTURE_UPRIGHT = 0.3, 0.52
"""Of the page's width for an illustration, beside words or in an upright window,"""
PICTURE_HIGH = 0.46
"""and of its height at most."""
PAGER_SHARE = 0.78
"""Of a wide page for the rows; the rest is for the way to earlier and later ones."""
LEFT_SHARE = 0.605
"""Of a split page: what is read at the left, what can be chosen at the right."""
DESK_SHARE = 0.37
"""Of a page with a long list: what sums it up and searches it at the left, the list at the right."""
WIDE = 1.2
"""A page is wide from so many times its height."""


class Arrangement:
    """Makes the bands of a page for one width and height."""

    def __init__(
        self, theme: Theme, views: list[View], width: int, height: int, spread: int, *, quiet: bool = False,
        picture: Illustration | None = None,
    ) -> None:  # fmt: skip
        """`quiet`: tiles ask for less room than they would like, so that the page need not be turned.

        `picture`: stands beside the leading words, or between them and the rest where the window is upright.
        """
        self._picture = picture
        self._quiet = quiet
        self._theme = theme
        self._views = views
        self._width = width
        self._height = height
        self._spread = spread

    def bands(self) -> list[Band]:
        """Side by side if that fits, else one under the other."""
        self._give_voices()
        if self._picture:
            return self._pictured(self._picture)
        return self._desk() or self._split() or self._stack(self._views, 0, self._width, self._height)

    def _pictured(self, picture: Illustration) -> list[Band]:
        """Words and picture, then what there is to do."""
        head, rest = self._lead_and_rest()
        if not head or not all(isinstance(view, ChoicesView) or _empty(view) for view in rest):
            return [Side([(picture, 0, self._width)], 0, least=self._height + 1)]  # no place for it
        most = min(self._height * PICTURE_HIGH, self._width * PICTURE_SHARE / SHAPE)
        if self._wide():
            own = round(self._width * PICTURE_SHARE)
            words = self._stack(head, 0, self._width - own - self._spread, self._height)
            top: list[Band] = [Beside(words, picture, self._width - own, own, round(most))]
        else:
            tall = round(self._width * PICTURE_UPRIGHT / SHAPE)
            top = [*self._stack(head, 0, self._width, self._height), Pictured(picture, self._width, tall, self._spread)]
        return [*top, *self._stack(rest, 0, self._width, self._height - height_of(top) - self._spread)]

    @property
    def calm(self) -> bool:
        """Whether the page may stand in the middle of the height: a list always begins at the top."""
        return not any(isinstance(view, RowsView) for view in self._views)

    def _give_voices(self) -> None:
        """The one filled tile of a page that is for nothing else speaks up; other choices beside it keep quiet."""
        choices = [view for view in self._views if isinstance(view, ChoicesView)]
        only = all(view.lead or isinstance(view, ChoicesView) for view in self._views)
        loud = next((view for view in choices if view.lone and view.tiles[0].tile.filled), None) if only else None
        modest = loud is not None or self._quiet
        for view in choices:
            _voice(view, "loud" if view is loud else "modest" if modest else "plain")

    def _wide(self) -> bool:
        return self._width >= self._height * WIDE

    def _desk(self) -> list[Band]:
        """A long list at the right, all that belongs to it at the left."""
        head, rest = self._lead_and_rest()
        lists = [view for view in rest if isinstance(view, RowsView)]
        others = [view for view in rest if not isinstance(view, RowsView)]
        if not lists or not self._wide() or not any(isinstance(view, FactView | FieldView) for view in others):
            return []
        left_width = round((self._width - self._spread) * DESK_SHARE)
        start = left_width + self._spread
        for view in others:
            if isinstance(view, ChoicesView):
                _voice(view, "modest")
        top = self._stack(head, 0, self._width, self._height)
        room = self._height - height_of(top) - self._spread
        left = self._stack(others, 0, left_width, room)
        right = self._shelves(lists, start, self._width - start)
        bands: list[Band] = [*top, Split(left, right, self._spread)]
        if height_of(bands) <= self._height:
            return bands
        for each in lists:
            each.be_flat(0)
        self._give_voices()
        return []

    def _shelves(self, lists: list[RowsView], left: int, width: int) -> list[Band]:
        """Lists one under the other, the name of each at its left, the pager at the bottom."""
        aside = max((view.heading.natural() for view in lists if view.heading), default=0)
        aside = min(aside + self._theme.gap, width // 4) if aside else 0
        title = max(view.title_width() for view in lists)
        bands: list[Band] = []
        for number, view in enumerate(lists):
            view.be_flat(title)
            for place, part in enumerate(part for part in view.parts if part not in (view.heading, view.pager)):
                cells: list[tuple[Part, int, int]] = [(part, left + aside, width - aside)]
                if view.heading and not place:
                    cells.insert(0, (view.heading, left, aside))
                gap = self._theme.gap if number and not place else self._theme.gap // 3
                bands.append(Side(cells, gap, part.needed(width - aside) * FLAT_ROW_GROWS))
        pager = next((view.pager for view in lists if view.pager), None)
        foot = Side([(pager, left, width)], self._theme.gap) if pager else None
        return [Footed(bands, foot, self._spread)] if foot else bands

    def _lead_and_rest(self) -> tuple[list[View], list[View]]:
        """The words over everything, and everything else; no words when some stand further down."""
        head = [view for view in self._views if view.lead]
        if self._views[: len(head)] != head:
            return [], self._views
        return head, self._views[len(head) :]

    def _split(self) -> list[Band]:
        head, rest = self._lead_and_rest()
        tail = [view for number, view in enumerate(rest) if all(other.lead for other in rest[number:])]
        rest = rest[: len(rest) - len(tail)]
        if not self._wide() or len(rest) < 2 or any(view.lead for view in rest):
            return []
        last = rest[-1]
        if not isinstance(last, ChoicesView) or last.columns > 1 or len(last.tiles) > 4:
            return []
        left_width = round((self._width - self._spread) * LEFT_SHARE)
        left = self._stack(rest[:-1], 0, left_width, self._height)
        start = left_width + self._spread
        _voice(last, "modest")
        top = self._stack(head, 0, self._width, self._height)
        foot = self._stack(tail, 0, self._width, self._height)
        for apart in (self._spread, self._theme.gap):  # nearer to each other rather than on a second page
            right = self._tiles(last, start, self._width - start, 1, apart)
            bands: list[Band] = [*top, Split(left, right, self._spread), *foot]
            if height_of(bands) <= self._height:
                return bands
        self._give_voices()
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
        facts = all(isinstance(view, FactView) for view in views)
        least = round(self._theme.column * FACT_SHARE) if facts else self._theme.column
        columns = max(1, min(len(views), (width + self._spread) // (least + self._spread)))
        share = (width - (columns - 1) * self._spread) // columns
        bands: list[Band] = []
        for view in views:
            view.stand(alone=sum(other.beside for other in self._views) == 1)
        for start in range(0, len(views), columns):
            row = views[start : start + columns]
            wide = width if len(row) == 1 and start == 0 else share
            cells = [(view.parts[0], left + n * (share + self._spread), wide) for n, view in enumerate(row)]
            alone = isinstance(row[0], OptionsView) and len(self._views) == 1
            most = NO_LIMIT if alone else CARD_GROWS * max(part.needed(width) for part, _, width in cells)
            bands.append(Side(cells, self._theme.gap if columns == 1 else self._spread, most))
        return bands

    def _of(self, view: View, left: int, width: int, height: int) -> list[Band]:
        if isinstance(view, ChoicesView):
            return self._tiles(view, left, width, self._columns(view, width, height))
        if isinstance(view, RowsView):
            return self._rows(view, left, width, height)
        most = KEYPAD_GROWS * view.parts[0].needed(width) if isinstance(view, KeypadView) else 0
        if isinstance(view, ParagraphView) and view.parts[0].grows:
            most = NO_LIMIT
        gap = max(self._spread, view.gap) if isinstance(view, ParagraphView) else self._spread
        return [Side([(part, left, width)], gap, most) for part in view.parts]

    def _rows(self, view: RowsView, left: int, width: int, height: int) -> list[Band]:
        """Rows one under the other; where it is wide, the pager stands beside them."""
        parts = view.parts
        if view.pager and width > height * WIDE:
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

    def _tiles(self, view: ChoicesView, left: int, width: int, columns: int, apart: int = 0) -> list[Band]:
        """Rows of tiles, `apart` pixels from each other (else as everything on the page)."""
        bands: list[Band] = []
        if view.heading:
            bands.append(Side([(view.heading, left, width)], self._spread))
        share = self._share(width, columns)
        tallest = self._tallest(view, share)
        highest = max(tile.needed(share) for tile in view.tiles)
        for start in range(0, len(view.tiles), columns):
            row = view.tiles[start : start + columns]
            own = self._share(width, len(row))  # a last row of fewer is as wide as the others: no empty place
            cells: list[tuple[Part, int, int]] = [
                (tile, left + number * (own + self._spread), own) for number, tile in enumerate(row)
            ]
            bands.append(Side(cells, apart or self._spread, tallest, highest))
        return bands

    def _share(self, width: int, columns: int) -> int:
        """Width of each of so many side by side."""
        return (width - (columns - 1) * self._spread) // columns

    def _highest(self, view: ChoicesView, width: int, columns: int) -> int:
        """Height of the highest of its tiles, so many side by side."""
        share = self._share(width, columns)
        return max(tile.needed(share) for tile in view.tiles)

    def _tallest(self, view: ChoicesView, share: int) -> float:
        """Height in pixels beyond which tiles of this width would look empty."""
        title = self._theme.title
        match view.tiles[0].voice:
            case "loud":
                return max(min(self._height * LOUD_SHARE, share * LOUD_SHAPE), title * LONE)
            case "modest" if view.lone:
                return title * MODEST_LONE
            case "modest" if self._has_loud():
                return MODEST_GROWS * max(tile.needed(share) for tile in view.tiles)
        return title * LONE if view.lone and len(self._views) > 1 else max(title * TALLEST, share * SLIMMEST)

    def _has_loud(self) -> bool:
        return any(isinstance(view, ChoicesView) and view.tiles[0].voice == "loud" for view in self._views)

    def _columns(self, view: ChoicesView, width: int, height: int) -> int:
        count = len(view.tiles)
        if view.columns and self._wide() and not self._theme.crowded:
            rows = -(-count // view.columns)
            most = max(1, -(-count // rows))  # four are two and two, not three and one
            fit = (n for n in range(most, 1, -1) if self._highest(view, width, n) <= self._height)
            return next(fit, 1)
        fits = [n for n in range(1, count + 1) if self._wide_enough(view, width, n)] or [1]
        if self._theme.crowded:
            return min(fits, key=lambda n: (*self._pages(view, width, n), self._ugliness(view, width, height, n)))
        whole = [n for n in fits if self._highest(view, width, n) <= self._height] or fits
        return min(whole, key=lambda n: self._ugliness(view, width, height, n))

    def _pages(self, view: ChoicesView, width: int, columns: int) -> tuple[bool, int]:
        """Whether a grid would tear its tiles, and how many pages it takes."""
        needed = max(1, self._highest(view, width, columns))
        rows, held = -(-len(view.tiles) // columns), (self._height + self._spread) // (needed + self._spread)
        return not held, -(-rows // held) if held else rows * -(-needed // self._height)

    def _wide_enough(self, view: ChoicesView, width: int, columns: int) -> bool:
        share = self._share(width, columns)
        return columns == 1 or all(tile.least_width() <= share for tile in view.tiles)

    def _ugliness(self, view: ChoicesView, width: int, height: int, columns: int) -> float:
        """How far a grid is from what looks right: shape of the tiles, empty places, height that is not there."""
        share = self._share(width, columns)
        rows = -(-len(view.tiles) // columns)
        needed = self._highest(view, width, columns)
        room = max(1, (height - (rows - 1) * self._spread) // rows)
        shape = abs(
            log(share / min(max(room, needed), max(self._theme.title * TALLEST, share * SLIMMEST)) / BEST_SHAPE)
        )
        empty = rows * columns - len(view.tiles)
        return shape + 0.8 * empty + (10 * (needed - room) / needed if needed > room else 0)


def _voice(view: ChoicesView, voice: Voice) -> None:
    for tile in view.tiles:
        tile.take(voice)


def _empty(view: View) -> bool:
    """A list in which there is nothing."""
    return isinstance(view, RowsView) and isinstance(view.block, Rows) and not view.block.rows
