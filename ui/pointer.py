"""The arrow that a member of staff points with: a ring round one control and a large arrow at it, over the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.controls.drawing import card
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.kit import Kit

AT_RIGHT, AT_LEFT = "arrow-fat-left", "arrow-fat-right"
"""It points at the words from beside them."""
SIZES = (2.0, 1.5, 1.0, 0.7, 0.5)
"""Of the arrow beside the heading's letters: the largest that covers no words."""
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Pointer(QWidget):
    """Stands over a control without being in the way of a finger; nothing in it moves (WCAG 2.3)."""

    key = "pointer"

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._kit: Kit | None = None
        self._target: QWidget | None = None
        self._arrow = QRect()
        self.hide()

    def point_at(self, target: QWidget | None, kit: Kit) -> None:
        """Point at a control, as long as it is on show; at nothing for None."""
        if target is not None:
            self._let_touches_through()
        self._target, self._kit = target, kit
        for widget in self._bearers():
            widget.installEventFilter(self)
        self._follow()

    def _let_touches_through(self) -> None:
        from PySide6.QtCore import Qt  # only once there is something to point at: it costs a tenth of the start

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def covered(self) -> QRect:
        """What of the window the arrow hides; its ring runs beside the control and hides nothing."""
        return self._arrow.translated(self.pos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is turned under it: it goes along with its control, or away."""
        if event.type() in MOVES and any(widget is watched for widget in self._bearers()):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, and the arrow at an end of the control, where its words do not stand."""
        if self._kit is None:
            return
        painter, theme = QPainter(self), self._kit.theme
        card(painter, self.rect(), theme.radius, "", theme.colours.help, theme.ring * 2)
        disc = self._arrow
        card(painter, disc, disc.width() / 2, theme.colours.card)  # so that it shows on any colour
        mark = disc.width() * 2 // 3
        corner = disc.topLeft() + QPoint(mark // 4, mark // 4)
        icon = AT_RIGHT if disc.center().x() > self.width() // 2 else AT_LEFT
        self._kit.icons.draw(painter, icon, "fill", corner.x(), corner.y(), mark, theme.colours.help)
        painter.end()

    def _follow(self) -> None:
        target, kit = self._target, self._kit
        if target is None or kit is None or target.visibleRegion().isEmpty():
            self.hide()
            return
        edge = kit.theme.ring_gap + kit.theme.ring * 2
        rect = QRect(target.mapTo(self._window, target.rect().topLeft()), target.size())
        self.setGeometry(rect.adjusted(-edge, -edge, edge, edge))
        words = target.texts() if isinstance(target, Piece | Pressable) else []
        self._arrow = self._place_of_arrow([lines.inked.translated(edge, edge) for lines in words], kit)
        self.update()
        self.raise_()
        self.show()

    def _place_of_arrow(self, words: list[QRect], kit: Kit) -> QRect:
        """At the right, else at the left over the icon: in the middle, low or high; rather smaller than over words."""
        places = [place for share in SIZES for place in self._places(round(kit.theme.heading * share), kit)]
        return next((place for place in places if not any(place.intersects(each) for each in words)), places[-1])

    def _places(self, mark: int, kit: Kit) -> Iterator[QRect]:
        inset = kit.theme.ring_gap + kit.theme.ring * 3
        side = min(mark * 3 // 2, self.height() - 2 * inset)
        foot = self.height() - inset - side
        for left in (self.width() - inset - side, inset):
            for top in ((foot + inset) // 2, foot, inset):
                yield QRect(QPoint(left, top), QSize(side, side))

    def _bearers(self) -> Iterator[QWidget]:
        """The control, and all that it stands on in the window."""
        widget = self._target
        while widget is not None and widget is not self._window:
            yield widget
            widget = widget.parentWidget()
