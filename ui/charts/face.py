"""What every kind of chart answers: how high it is, where it stands, how it is drawn, and its words."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPainterPath

from accessibility.screen import Chart
from ui.charts import patterns
from ui.kit import Kit
from ui.lines import Lines


class ChartFace:
    """Base of the kinds: a picture with its table."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit = kit
        self.chart = chart
        self.filled: list[tuple[int, QPainterPath]] = []
        """Number of the pattern and outline of every shape on it, as last drawn: for the survey."""

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        raise NotImplementedError

    def place(self, left: int, top: int, width: int, height: int = 0) -> int:
        """Stand at `left`, `top`; returns the bottom edge. A picture may grow into `height`, where that is more."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw picture and table."""
        raise NotImplementedError

    def fill(self, painter: QPainter, path: QPainterPath, number: int) -> None:
        """Fill a shape with the pattern of this number."""
        patterns.fill(painter, path, number, self.kit.theme)
        self.filled.append((number, path))

    def texts(self) -> list[Lines]:
        """The words of the table, in reading order."""
        raise NotImplementedError
