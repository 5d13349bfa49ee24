"""Portrait: five axes from the middle outwards; each tip has a shape of its own, and its row the same one."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from ui.charts import patterns
from ui.charts.pictured import Pictured
from ui.ink import brush

REACH = 0.8
"""Of half the square for an axis; the rest is for the shape at its tip."""
SIDES = (0, 3, 4, 5, 6)
"""Shapes at the tips: a disc, then figures of so many corners."""


class Portrait(Pictured):
    """What her answers say of her."""

    def picture(self, painter: QPainter, square: QRectF) -> None:
        """The frame, her own shape in it, the shapes at the tips."""
        theme, middle, reach = self.kit.theme, square.center(), square.width() / 2 * REACH
        count = max(3, len(self.chart.parts))
        tips = [_tip(middle, reach, number, count) for number in range(count)]
        patterns.edge(painter, _closed(tips), theme.colours.line, theme)
        for tip in tips:
            patterns.line(painter, QLineF(middle, tip), theme.colours.line, theme.hair)
        if not self.chart.hidden:
            own = [
                _tip(middle, reach * max(0.04, min(1.0, part.share or 0.0)), number, count)
                for number, part in enumerate(self.chart.parts)
            ]
            self.fill(painter, _closed(own), 1)
        size = square.width() / 2 * (1 - REACH) * 1.1
        for number in range(len(self.chart.parts)):
            away = _tip(middle, reach + size * 0.6, number, count)
            self._shape(painter, QRectF(away.x() - size / 2, away.y() - size / 2, size, size), number)

    def swatch(self, painter: QPainter, box: QRectF, number: int) -> None:
        """The shape at the tip of its axis; none for a row without an axis."""
        if number < len(self.chart.parts):
            self._shape(painter, box, number)

    def _shape(self, painter: QPainter, box: QRectF, number: int) -> None:
        corners, path = SIDES[number % len(SIDES)], QPainterPath()
        if corners:
            path = _closed([_tip(box.center(), box.width() / 2, at, corners) for at in range(corners)])
        else:
            path.addEllipse(box.adjusted(1, 1, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, brush(self.kit.theme.colours.brand))
        self.filled.append((0, path))


def _tip(middle: QPointF, reach: float, number: int, count: int) -> QPointF:
    angle = 2 * pi * number / count
    return QPointF(middle.x() + reach * sin(angle), middle.y() - reach * cos(angle))


def _closed(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
    return path
