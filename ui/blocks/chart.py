"""A chart: its name, its sentence, its picture and its table on one card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QPainter, QPainterPath

from accessibility.screen import Block, Chart, ChartKind
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.charts.bars import Bars
from ui.charts.face import ChartFace
from ui.charts.goal import Goal
from ui.charts.lasting import Lasting
from ui.charts.limit import Limit
from ui.charts.people import People
from ui.charts.portrait import Portrait
from ui.charts.ring import Ring
from ui.kit import Kit
from ui.lines import Column, Lines

FACES: dict[ChartKind, Callable[[Kit, Chart], ChartFace]] = {
    "ring": Ring, "bars": Bars, "portrait": Portrait, "limit": Limit, "lasting": Lasting, "goal": Goal,
    "people": People,
}  # fmt: skip
ASIDE = 1.42
"""From so many columns of width on the words stand beside the picture,"""
ASIDE_SHARE = 0.36
"""taking so much of the width."""


def said_chart(chart: Chart) -> str:
    """What a screen reader says of it: name, sentence, the names of its bars, and every row of the table."""
    rows = (phrase for row in chart.table for phrase in row)
    told = (chart.title, chart.sentence, *chart.series, *rows)
    return ", ".join(phrase.said for phrase in told if phrase.said.strip())


class ChartCard(Card):
    """The card of one chart."""

    def __init__(self, kit: Kit, key: str, chart: Chart) -> None:
        super().__init__(kit, key, said_chart(chart), role=QAccessible.Role.Chart, focusable=True)
        self.grows = 1
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Show another picture."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.chart = chart
        self.setAccessibleName(said_chart(chart))
        self.column = Column(
            (self.kit.lines(chart.title, theme.lead, colours.ink, bold=True), 0),
            (self.kit.lines(chart.sentence, theme.body, colours.ink), theme.gap // 3),
        )
        self._face = FACES[chart.kind](self.kit, chart)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        return self._inner(width) + 2 * round(self.pad_at(width) * 0.7)

    def set_out(self) -> None:
        """Words over the picture, or beside it where the card is wide."""
        pad, theme = self.pad_at(self.width()), self.kit.theme
        words, picture = self._rooms(self.width())
        edge = round(pad * 0.7)
        room = self.height() - 2 * edge
        if words == picture:
            told = self.column.needed(words) + theme.gap
            tall = told + self._drawn(picture, room - told)
            top = edge + max(0, room - tall) // 2
            self._face.place(pad, self.column.place(pad, top, words) + theme.gap, picture, room - told)
            return
        self.column.place(pad, (self.height() - self.column.needed(words)) // 2, words)
        left = self.width() - pad - picture
        self._face.place(left, edge + (room - self._drawn(picture, room)) // 2, picture, room)

    def paint(self, painter: QPainter) -> None:
        """Surface, words, picture."""
        super().paint(painter)
        self._face.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words and those of its table."""
        return [*self.column.lines, *self._face.texts()]

    def shapes(self) -> list[tuple[int, QPainterPath]]:
        """Its bars, segments and swatches as last drawn: the number of their pattern, and their outline."""
        return self._face.filled

    def _drawn(self, width: int, height: int) -> int:
        """Height of the picture where it may grow."""
        return self._face.place(0, 0, width, height)

    def _inner(self, width: int) -> int:
        words, picture = self._rooms(width)
        told, drawn = self.column.needed(words), self._face.needed(picture)
        return told + self.kit.theme.gap + drawn if words == picture else max(told, drawn)

    def _rooms(self, width: int) -> tuple[int, int]:
        """Width of the words and of the picture; the same for both where one stands over the other."""
        inner = width - 2 * self.pad_at(width)
        if width < self.kit.theme.column * ASIDE:
            return inner, inner
        words = round(inner * ASIDE_SHARE)
        return words, inner - words - self.kit.theme.gap * 3


class ChartView(View):
    """Draws a chart as a card; two stand side by side where there is room."""

    beside = True

    def __init__(self, kit: Kit, block: Chart, index: int) -> None:
        super().__init__(kit, block, index)
        self._card = ChartCard(kit, self.key, block)
        self.parts = [self._card]

    def adopt(self, block: Block) -> bool:
        """Another picture on the same card."""
        if not isinstance(block, Chart):
            return False
        if block != self.block:
            self.block = block
            self._card.show_chart(block)
            self._card.refresh()
        return True
