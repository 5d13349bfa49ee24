"""A piece of a page that is read: text or a card, with a height for each width."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.keys import ARROWS
from ui.kit import Kit
from ui.lines import Lines


class Piece(QWidget):
    """Base of what is read. Subclasses say `needed`, arrange in `set_out` and draw in `paint`."""

    def __init__(self, kit: Kit, key: str, name: str, role: QAccessible.Role, *, focusable: bool = False) -> None:
        super().__init__()
        self.anxin_role = role
        self.kit = kit
        self.key = key
        self.grows = 0
        """How eagerly it takes spare height; 0 keeps what it needs."""
        self.setAccessibleName(name)
        self.takes_focus = focusable
        """The keyboard can reach it. Told to screen readers by `access`; Qt's own policy would cost start-up time."""

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        raise NotImplementedError

    def set_out(self) -> None:
        """Arrange what is inside for the present size."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Draw."""
        raise NotImplementedError

    def texts(self) -> list[Lines]:
        """The words on it, in reading order; for the survey."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Arrange and draw again, after what it says has changed."""
        self.set_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.set_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        self.update()
        if self.kit.hands.steered():
            self.kit.hands.focused(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus."""
        if event.key() in ARROWS:
            self.kit.hands.keyed()
            self.kit.hands.moved(self, event.key())
        else:
            super().keyPressEvent(event)
