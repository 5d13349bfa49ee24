"""Goal: how far something is, in a frame that is full when it is reached."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from accessibility.screen import ChartPart
from ui.charts import patterns
from ui.charts.strips import Strips


class Goal(Strips):
    """A bar in a frame."""

    def draw_bar(self, painter: QPainter, part: ChartPart, room: QRectF) -> None:
        """The frame and what is in it."""
        super().draw_bar(painter, part, room)
        patterns.edge(
            painter, patterns.rounded(room, self.kit.theme.border), self.kit.theme.colours.line, self.kit.theme
        )
