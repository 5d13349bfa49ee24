"""Ring: shares of a whole, each with its own pattern; the rows stand beside it in the same order."""

from __future__ import annotations

from math import degrees

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from ui.charts import patterns
from ui.charts.pictured import Pictured

HOLE = 0.52
"""Of the outer width."""
TOP, FULL = 90.0, 360.0
"""Degrees: from the top, clockwise."""
APART, LEAST_AIR = 3, 8
"""Between two parts is as much of the card as so many borders, and at least so many pixels: none touches the next."""


class Ring(Pictured):
    """What the money is in."""

    def picture(self, painter: QPainter, square: QRectF) -> None:
        """A segment a part; only the frame while amounts are hidden."""
        rim = self.kit.theme.border
        outer = square.adjusted(rim, rim, -rim, -rim)
        start, air = TOP, degrees(max(LEAST_AIR, APART * rim) / max(1.0, outer.width() * (1 + HOLE) / 4))
        for number, part in enumerate(self.chart.parts):
            turn = FULL * min(1.0, max(0.0, part.share or 0.0))
            if turn:
                between = min(air, turn / 2) if turn < FULL else 0.0
                self.fill(painter, _segment(outer, start - between / 2, between - turn), number)
            start -= turn
        if self.chart.hidden:
            patterns.edge(painter, _segment(outer, TOP, -FULL), self.kit.theme.colours.line, self.kit.theme)


def _segment(outer: QRectF, start: float, turn: float) -> QPainterPath:
    inner = QRectF(0, 0, outer.width() * HOLE, outer.height() * HOLE)
    inner.moveCenter(outer.center())
    path = QPainterPath()
    if abs(turn) >= FULL:
        path.addEllipse(outer)
        path.addEllipse(inner)
        return path
    path.arcMoveTo(outer, start)
    path.arcTo(outer, start, turn)
    path.arcTo(inner, start + turn, -turn)
    path.closeSubpath()
    return path
