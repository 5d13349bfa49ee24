"""A square picture with its table beside it: what ring, portrait and icon array have in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from accessibility.screen import Chart
from ui.charts import patterns
from ui.charts.face import ChartFace
from ui.charts.table_row import TableRow
from ui.kit import Kit
from ui.lines import Lines

SHARE = 0.4
"""Of the width for the picture,"""
LEAST_EM, MOST_EM = 5.0, 9.0
"""but at least and at most so many times the type size."""
LARGE_SHARE = 0.5
"""Where the card is higher than needed, the picture takes up to this share of the width."""


class Pictured(ChartFace):
    """Subclasses draw the square, and the swatch of a row."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        super().__init__(kit, chart)
        self.rows = [TableRow(kit, label, value) for label, value in chart.table]
        self.square = QRectF()

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        side = self._side(width)
        return max(side, self._table(self._room(width, side)))

    def place(self, left: int, top: int, width: int, height: int = 0) -> int:
        """The square at the left, as large as there is room for, its rows beside it in the middle of the height."""
        side, gap = self._large(width, height), self.kit.theme.gap
        room = self._room(width, side)
        height = max(side, self._table(room))
        self.square = QRectF(left, top + (height - side) / 2, side, side)
        foot = top + (height - self._table(room)) // 2
        start = left + width - room
        for row in self.rows:
            foot = row.place(start, foot, room) + gap // 2
        return top + height

    def draw(self, painter: QPainter) -> None:
        """Picture, swatches, words."""
        self.filled = []
        self.picture(painter, self.square)
        for number, row in enumerate(self.rows):
            size = self.kit.theme.body * 0.7
            top = row.label.rect.top() + (row.label.pitch - size) / 2
            self.swatch(painter, QRectF(row.label.rect.left() - self._swatch(), top, size, size), number)
        for text in self.texts():
            text.draw(painter)

    def texts(self) -> list[Lines]:
        """The rows."""
        return [text for row in self.rows for text in row.texts()]

    def picture(self, painter: QPainter, square: QRectF) -> None:
        """Draw the picture into the square."""
        raise NotImplementedError

    def swatch(self, painter: QPainter, box: QRectF, number: int) -> None:
        """What ties a row to its part of the picture."""
        self.fill(painter, patterns.rounded(box, 2), number)

    def _side(self, width: int) -> int:
        body = self.kit.theme.body
        return round(min(body * MOST_EM, max(body * LEAST_EM, width * SHARE)))

    def _large(self, width: int, height: int) -> int:
        """The picture's side where there is height to spare: its table must still stand in one line a row."""
        side = self._side(width)
        natural = max((row.natural() for row in self.rows), default=0)
        spare = width - natural - self.kit.theme.gap * 2 - self._swatch()
        return max(side, min(height, spare, round(width * LARGE_SHARE)))

    def _room(self, width: int, side: int) -> int:
        return max(1, width - side - self.kit.theme.gap * 2 - self._swatch())

    def _table(self, room: int) -> int:
        return sum(row.needed(room) for row in self.rows) + self.kit.theme.gap // 2 * max(0, len(self.rows) - 1)

    def _swatch(self) -> int:
        return round(self.kit.theme.body * 1.05)
