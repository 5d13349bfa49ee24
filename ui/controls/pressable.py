"""What can be pressed: forgiving for a hand that shakes, the same with finger, mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton

from ui.keys import ARROWS, ENTERS, SPACE
from ui.kit import Kit
from ui.lines import Lines


class Pressable(QAbstractButton):
    """Base of every button.

    Acts on lifting the finger, also a little outside the edge (RS-06, RS-07); sliding farther away cancels (WC-17). A
    second tap at once does nothing (EN-25), a key held down acts once (EN-24), Enter works like Space (QT-04).
    """

    takes_focus = True
    digit = False
    """True for keys of a keypad, whose same digit may follow sooner."""
    keeps_talking = False
    """True for what must not hush the voice by being touched, such as the button that holds it."""

    def __init__(self, kit: Kit, key: str, name: str) -> None:
        super().__init__()
        self.kit = kit
        self.key = key
        self.grows = 0
        """How eagerly it takes spare height; 0 keeps what it needs."""
        self._place: QPoint | None = None
        self.setAccessibleName(name)
        self.clicked.connect(self._clicked)

    def chosen(self) -> None:
        """What happens when it is pressed."""
        self.kit.hands.acted(self.key, "")

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

    def hitButton(self, place: QPoint) -> bool:
        """A lift within `slop` of the edge still counts."""
        slop = self.kit.theme.slop
        return self.rect().adjusted(-slop, -slop, slop, slop).contains(place)

    def nextCheckState(self) -> None:
        """A toggle shows what the screen says; pressing it only asks."""

    def press_at(self, place: QPoint) -> None:
        """Press it for a finger that came down and up just beside it, at `place` in the window."""
        self._place = place
        self.click()

    def press_by_key(self) -> None:
        """Press it for a key, a switch or a resting pointer: from no place on the glass."""
        self._down(by_key=True)
        self._place = None
        self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, for telling a double tap."""
        self._down(by_key=False)
        self._place = self.mapTo(self.window(), event.position().toPoint())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts like Space; arrows move the focus; a key held down does nothing more."""
        if event.key() in ARROWS:
            self.kit.hands.keyed()
            self.kit.hands.moved(self, event.key())
        elif event.key() in (*ENTERS, SPACE):
            self._pressed_by_key(event)
        else:
            super().keyPressEvent(event)

    def _pressed_by_key(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in ENTERS:
            self.press_by_key()
            return
        self._down(by_key=True)
        self._place = None
        super().keyPressEvent(event)

    def _down(self, *, by_key: bool) -> None:
        hands = self.kit.hands
        if self.keeps_talking:
            hands.stirred(by_key)
        elif by_key:
            hands.keyed()
        else:
            hands.touched()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here; a finger's focus is told by the action itself."""
        super().focusInEvent(event)
        self.update()
        if self.kit.hands.steered():
            self.kit.hands.focused(self.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.set_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def _clicked(self) -> None:
        if self.kit.taps.counts(self.key, self._place, digit=self.digit):
            self.chosen()
