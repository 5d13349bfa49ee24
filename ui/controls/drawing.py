"""Drawing surfaces: rounded cards, borders and the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from ui.ink import brush
from ui.kit import Kit
from ui.theme.tokens import Theme


def card(painter: QPainter, rect: QRect, radius: float, fill: str, edge: str = "", border: int = 0) -> None:
    """A rounded surface in `fill` (none when empty), with a border of `border` pixels inside its rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = border if edge and edge != fill else 0
    inner = QRectF(rect).adjusted(edged, edged, -edged, -edged)
    if edged:
        line = _rounded(QRectF(rect), radius)
        line.addPath(_rounded(inner, radius - edged))
        painter.fillPath(line, brush(edge))
    if fill:
        painter.fillPath(_rounded(inner, radius - edged), brush(fill))


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, max(0.0, radius), max(0.0, radius))
    return path


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
    card(painter, QRect(left, top, width, theme.hair), 0, theme.colours.hair)
