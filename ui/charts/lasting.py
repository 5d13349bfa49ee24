"""Lasting: a time beside the time it is wanted for; what is missing is an empty frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from accessibility.screen import ChartPart
from ui.charts import patterns
from ui.charts.strips import Strips


class Lasting(Strips):
    """How long the money lasts."""

    def draw_bar(self, painter: QPainter, part: ChartPart, room: QRectF) -> None:
        """The years there are, and a frame for those that are missing."""
        theme = self.kit.theme
        wanted = max((mark.at for mark in self.chart.marks if mark.at is not None), default=0.0)
        if part.share is not None and part.share < wanted:
            frame = QRectF(room.left(), room.top(), room.width() * wanted, room.height())
            patterns.edge(painter, patterns.rounded(frame, theme.border), theme.colours.line, theme)
        super().draw_bar(painter, part, room)
