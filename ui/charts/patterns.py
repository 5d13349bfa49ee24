"""Fills that differ in pattern as well as in colour, so that no part is told by colour alone (CN-06)."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.ink import brush
from ui.theme.tokens import Theme

LEAST_LINE = 3
"""Pixels: a thinner line between two rows of pixels is mixed with the ground and pales."""
DOT = 0.34
"""Radius of a dot by the step: darker than slanted lines even in a small swatch, and still apart."""
KINDS = 5
"""Plain, slanted lines, dots, level lines, crossed lines."""


def ink_of(theme: Theme, number: int) -> str:
    """The colour that goes with a pattern: each at least 3:1 on a card."""
    colours = theme.colours
    return (colours.brand, colours.watch, colours.good, colours.unknown, colours.act)[number % KINDS]


def fill(painter: QPainter, path: QPainterPath, number: int, theme: Theme) -> None:
    """Fill a shape with a pattern, and draw its edge."""
    ink = ink_of(theme, number)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if number % KINDS == 0:
        painter.fillPath(path, brush(ink))
    else:
        painter.fillPath(path, brush(theme.colours.card))
        painter.setClipPath(path)
        painter.setPen(_pen(ink, theme.border))
        _draw_pattern(painter, path.boundingRect(), number % KINDS, max(8, theme.body // 3), ink)
    painter.restore()
    edge(painter, path, ink, theme)


def edge(painter: QPainter, path: QPainterPath, ink: str, theme: Theme) -> None:
    """Only the outline of a shape."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, _pen(ink, theme.border))
    painter.restore()


def line(painter: QPainter, stroke: QLineF, ink: str, width: int) -> None:
    """A straight line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(ink, width))
    painter.drawLine(stroke)
    painter.restore()


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _pen(ink: str, width: int) -> QPen:
    pen = QPen(QColor(ink))
    pen.setWidth(max(LEAST_LINE, width))
    return pen


def _draw_pattern(painter: QPainter, box: QRectF, kind: int, step: int, ink: str) -> None:
    if kind == 2:
        _dots(painter, box, step, ink)
        return
    if kind == 3:
        for at in range(0, int(box.height()) + step, step):
            painter.drawLine(QLineF(box.left(), box.top() + at, box.right(), box.top() + at))
        return
    tall, reach = box.height(), int(box.width() + box.height()) + step
    for at in range(0, reach, step):
        left = box.left() + at - tall
        painter.drawLine(QLineF(left, box.bottom(), left + tall, box.top()))
        if kind == 4:
            painter.drawLine(QLineF(left, box.top(), left + tall, box.bottom()))


def _dots(painter: QPainter, box: QRectF, step: int, ink: str) -> None:
    path, size = QPainterPath(), step * DOT
    for down in range(step // 2, int(box.height()) + step, step):
        for across in range(step // 2, int(box.width()) + step, step):
            path.addEllipse(QPointF(box.left() + across, box.top() + down), size, size)
    painter.fillPath(path, brush(ink))
