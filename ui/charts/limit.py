"""Limit: lengths against a line; what lies beyond it has another pattern."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from accessibility.screen import ChartPart
from ui.charts import patterns
from ui.charts.strips import Strips

BEYOND = 4
"""Crossed lines."""


class Limit(Strips):
    """Deposits against the insured limit."""

    def draw_bar(self, painter: QPainter, part: ChartPart, room: QRectF) -> None:
        """Plain up to the line, crossed beyond it."""
        at = next((mark.at for mark in self.chart.marks), None)
        share = part.share
        if share is None or at is None or share <= at:
            super().draw_bar(painter, part, room)
            return
        self.strip(painter, room, at, 0)
        left = room.left() + room.width() * at
        over = QRectF(left, room.top(), room.width() * (min(1.0, share) - at), room.height())
        self.fill(painter, patterns.rounded(over, 0), BEYOND)
