"""A large pointer for the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QPolygonF

OUTLINE = ((0, 0), (0, 80), (19, 62), (32, 94), (46, 88), (33, 57), (60, 57))
"""An arrow, in hundredths of its height."""
EDGE = 0.05
"""Width of its edge, of its height: so it shows on any ground."""


def large_pointer(height: int, ink: str, paper: str) -> QCursor:
    """An arrow `height` pixels high in `ink`, with an edge in `paper`."""
    edge = max(2, round(height * EDGE))
    picture = QPixmap(height + 2 * edge, height + 2 * edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(paper), edge))
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF([QPointF(edge + x * height / 100, edge + y * height / 100) for x, y in OUTLINE]))
    painter.end()
    return QCursor(picture, edge, edge)
