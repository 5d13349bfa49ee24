"""Outlines of drawn shapes, as places to look at: for the audit's pixels."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from accessibility.audit.seen import Rect, ShapeRecord

PLACES = 24
"""Along an outline."""
OUTSIDE, INSIDE = 3, 5
"""Pixels beyond the edge and within it."""
GRID = 8
"""A square inside a shape is looked for at so many places across and down,"""
SIDES = (0.9, 0.6, 0.4, 0.25, 0.15)
"""in these shares of the shape's smaller side,"""
LEAST = 10
"""and of at least so many pixels."""


def shape_record(number: int, path: QPainterPath, corner: QPoint) -> ShapeRecord:
    """A shape of the widget whose corner stands at `corner` of the window."""
    steps = (each / PLACES for each in range(PLACES))
    edges = tuple(line for at in steps if (line := _line(path, at, corner)))
    return ShapeRecord(number, edges, _square(path, corner))


def _line(path: QPainterPath, at: float, corner: QPoint) -> tuple[tuple[int, int], ...]:
    """Pixels across the edge, from outside inwards; none where the edge turns too sharply to tell."""
    place, angle = path.pointAtPercent(at), radians(path.angleAtPercent(at))
    across = QPointF(sin(angle), cos(angle))
    for inwards in (across, -across):
        if path.contains(place + inwards * INSIDE) and not path.contains(place - inwards * OUTSIDE):
            points = (place + inwards * depth + corner for depth in range(-OUTSIDE, INSIDE + 1))
            return tuple((round(point.x()), round(point.y())) for point in points)
    return ()


def _square(path: QPainterPath, corner: QPoint) -> Rect:
    """A large square within the shape."""
    box = path.boundingRect()
    for share in SIDES:
        side = min(box.width(), box.height()) * share
        if side < LEAST:
            break
        for place in range(GRID * GRID):
            down, across = divmod(place, GRID)
            left = box.left() + (box.width() - side) * across / (GRID - 1)
            top = box.top() + (box.height() - side) * down / (GRID - 1)
            if path.contains(QRectF(left, top, side, side)):
                return Rect(left + corner.x(), top + corner.y(), side, side)
    return Rect(0, 0, 0, 0)
