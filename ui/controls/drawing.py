"""Drawing surfaces: rounded cards, borders and the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.kit import Kit
from ui.theme.tokens import Theme


def card(painter: QPainter, rect: QRect, radius: float, fill: str, edge: str = "", border: int = 0) -> None:
    """A rounded surface in `fill` (none when empty), with a border of `border` pixels inside its rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = border / 2
    painter.setPen(QPen(QColor(edge), border) if edge and border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    round_by = max(0.0, radius - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), round_by, round_by)


def ringed(widget: QWidget, kit: Kit) -> bool:
    """Whether the widget shows the focus ring: it has the focus and the customer uses keys."""
    return widget.hasFocus() and kit.hands.by_key()


def surface(
    painter: QPainter, widget: QWidget, kit: Kit, radius: int, fill: str, edge: str = "", border: int = 0
) -> None:
    """A card as large as the widget; while ringed it draws in a little, so that positions never move."""
    rect, theme = widget.rect(), kit.theme
    if ringed(widget, kit):
        card(painter, rect, radius, theme.colours.paper, theme.colours.focus, theme.ring)
        inset = theme.ring + theme.ring_gap
        rect = rect.adjusted(inset, inset, -inset, -inset)
        radius = max(0, radius - inset)
    card(painter, rect, radius, fill, edge, border)


def divider(painter: QPainter, left: int, top: int, width: int, theme: Theme) -> None:
    """A hairline inside a card."""
    painter.fillRect(left, top, width, theme.hair, QColor(theme.colours.hair))
