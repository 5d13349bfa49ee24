"""Bars from left to right, each under its own label and value: what the kinds with bars have in common."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from accessibility.screen import Chart, ChartPart
from ui.charts import patterns
from ui.charts.face import ChartFace
from ui.charts.table_row import TableRow
from ui.kit import Kit
from ui.lines import Lines

THICK, THIN = 0.62, 0.4
"""Height of a bar that stands alone, and of one of two, beside the type size of its label."""


class Strips(ChartFace):
    """Rows of label, value and bar; then the marks with their words."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        super().__init__(kit, chart)
        self._rows = [TableRow(kit, part.label, part.value) for part in chart.parts]
        self._marks = [TableRow(kit, mark.label, mark.value) for mark in chart.marks]
        self._series = [kit.lines(name, kit.theme.body, kit.theme.colours.soft) for name in chart.series]
        self._thick = 0
        """Height of a bar where there is more than it needs."""
        self._bars: list[QRectF] = []
        """Where each part's bar may stretch, the whole width."""

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        gap, beside = self.kit.theme.gap, self._swatch_width()
        height = self._heading(width) + (gap // 2 if self._series else 0)
        height += sum(row.needed(width) + self._usual() + gap + gap // 2 for row in self._rows)
        return height + sum(row.needed(width - beside) for row in self._marks)

    def place(self, left: int, top: int, width: int, height: int = 0) -> int:
        """Names of the bars, the rows, the marks."""
        gap, beside = self.kit.theme.gap, self._swatch_width()
        self._grow(height - self.needed(width))
        room = width // max(1, len(self._series))
        for number, lines in enumerate(self._series):
            lines.place(left + number * room + beside, top, room - beside - gap)
        top += self._heading(width) + (gap // 2 if self._series else 0)
        self._bars = []
        for row in self._rows:
            top = row.place(left, top, width) + gap // 2
            self._bars.append(QRectF(left, top, width, self._tall()))
            top += self._tall() + gap
        for row in self._marks:
            top = row.place(left + beside, top, width - beside)
        return top

    def draw(self, painter: QPainter) -> None:
        """Bars, marks, words."""
        self.filled = []
        for part, room in zip(self.chart.parts, self._bars, strict=True):
            self.draw_bar(painter, part, room)
            self._draw_marks(painter, room)
        for number, lines in enumerate(self._series):
            self.fill(painter, patterns.rounded(self._swatch(lines), 2), number)
        for row in self._marks:
            self._mark_swatch(painter, row.label)
        for text in self.texts():
            text.draw(painter)

    def texts(self) -> list[Lines]:
        """In reading order."""
        rows = [text for row in (*self._rows, *self._marks) for text in row.texts()]
        return [*(lines for lines in self._series if lines.text), *rows]

    def draw_bar(self, painter: QPainter, part: ChartPart, room: QRectF) -> None:
        """One part's bar or bars. `room` is as wide as a share of one."""
        shares = [part.share] if part.other is None else [part.share, part.other]
        thick = room.height() if len(shares) == 1 else (room.height() - self.kit.theme.gap / 2) / 2
        for number, share in enumerate(shares):
            top = room.top() + number * (room.height() - thick)
            self.strip(painter, QRectF(room.left(), top, room.width(), thick), share, number)

    def strip(self, painter: QPainter, room: QRectF, share: float | None, pattern: int) -> None:
        """A bar of a share of the room; only a thin line where the share is hidden or nothing."""
        theme, foot = self.kit.theme, room.bottom()
        patterns.line(painter, QLineF(room.left(), foot, room.right(), foot), theme.colours.line, theme.hair)
        if share:
            bar = QRectF(room.left(), room.top(), max(theme.border * 2, room.width() * min(1.0, share)), room.height())
            self.fill(painter, patterns.rounded(bar, theme.border), pattern)

    def _heading(self, width: int) -> int:
        """Height of the names of the bars, side by side."""
        room = width // max(1, len(self._series))
        spent = self._swatch_width() + self.kit.theme.gap
        return max((lines.needed(room - spent) for lines in self._series), default=0)

    def _draw_marks(self, painter: QPainter, room: QRectF) -> None:
        theme = self.kit.theme
        for mark in self.chart.marks:
            if mark.at is not None:
                across = room.left() + room.width() * min(1.0, max(0.0, mark.at))
                stroke = QLineF(across, room.top() - theme.gap / 3, across, room.bottom() + theme.gap / 3)
                patterns.line(painter, stroke, theme.colours.card, theme.border * 4)
                patterns.line(painter, stroke, theme.colours.ink, theme.border * 2)

    def _mark_swatch(self, painter: QPainter, label: Lines) -> None:
        theme, across = self.kit.theme, label.rect.left() - self._swatch_width() / 2
        middle = label.rect.top() + label.pitch / 2
        stroke = QLineF(across, middle - theme.body / 3, across, middle + theme.body / 3)
        patterns.line(painter, stroke, theme.colours.ink, theme.border * 2)

    def _swatch(self, lines: Lines) -> QRectF:
        size = self.kit.theme.body * 0.6
        top = lines.rect.top() + (lines.pitch - size) / 2
        return QRectF(lines.rect.left() - self._swatch_width(), top, size * 1.6, size)

    def _grow(self, spare: int) -> None:
        """Bars take some of the height to spare, each at most as much again."""
        own = self._usual()
        self._thick = own + max(0, min(own, spare // max(1, 2 * len(self._rows))))

    def _swatch_width(self) -> int:
        return round(self.kit.theme.body * 1.4)

    def _tall(self) -> int:
        return max(self._thick, self._usual())

    def _usual(self) -> int:
        body = self.kit.theme.body
        two = any(part.other is not None for part in self.chart.parts)
        return round(body * THIN) * 2 + self.kit.theme.gap // 2 if two else round(body * THICK)
