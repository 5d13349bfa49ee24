"""What is drawn over the page: a ring that counts in steps, and a line round a row of choices."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from accessibility.reaching.hold import STEPS
from ui.controls.drawing import card
from ui.theme.tokens import Theme

FULL = 360 * 16
"""A whole turn, as the painter counts."""
TOP = 90 * 16


class Mark(QWidget):
    """Lies over the whole window; fingers go through it. Nothing on it moves: it is drawn anew at each step."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._theme: Theme | None = None
        self._middle, self._across, self._steps = QPoint(), 0, 0
        self._around = QRect()

    @property
    def steps(self) -> int:
        """How many steps of the ring are filled; 0 without a ring."""
        return self._steps if self._across else 0

    @property
    def around(self) -> QRect:
        """What the line goes round; empty for no line."""
        return self._around

    def count(self, theme: Theme, middle: QPoint, across_mm: float, steps: int) -> None:
        """A ring round a place of the window, `across_mm` wide, with so many of its steps filled."""
        self._theme, self._middle, self._steps = theme, middle, steps
        self._across = round(across_mm / theme.mm_per_px)
        self._lie_over()

    def go_round(self, theme: Theme, rect: QRect) -> None:
        """A line round part of the window."""
        self._theme, self._around, self._across = theme, rect, 0
        self._lie_over()

    def clear(self) -> None:
        """Nothing is drawn."""
        self._around, self._across = QRect(), 0
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring and line."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._across:
            self._draw_ring(painter, self._theme)
        if not self._around.isEmpty():
            card(painter, self._around, self._theme.radius, "", self._theme.colours.focus, self._theme.ring * 2)
        painter.end()

    def _draw_ring(self, painter: QPainter, theme: Theme) -> None:
        """Each step is a piece of the ring; those to come are a thin line, so that the count shows without colour."""
        square = QRect(0, 0, self._across, self._across)
        square.moveCenter(self._middle)
        for width, colour in ((theme.ring * 5, theme.colours.paper), (theme.ring, theme.colours.ink)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(square)
        painter.setPen(QPen(QColor(theme.colours.focus), theme.ring * 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for step in range(self._steps):
            painter.drawArc(square, TOP - step * FULL // STEPS, -FULL // STEPS)

    def _lie_over(self) -> None:
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        self.update()
