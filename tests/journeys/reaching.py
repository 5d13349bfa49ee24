"""Other hands for the same customer: a numeric keypad, one switch, a finger that listens first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from accessibility.reaching.reach import STANDS_STILL_S
from tests.journeys.customer import KEYS, LEFT, ONCE_ROUND
from tests.journeys.stand import Stand
from ui.controls.pressable import Pressable
from ui.page import DOWN, UP
from ui.reaching.doorway import Doorway

HASH = Qt.Key.Key_NumberSign


def doorway(stand: Stand) -> Doorway:
    """Who stands before her window."""
    found = stand.window._doorkeeper
    assert isinstance(found, Doorway)
    return found


class Outside:
    """Works from outside the window, as real keys and fingers do: nothing is handed to a control directly."""

    def __init__(self, stand: Stand) -> None:
        self.stand, self.her = stand, stand.her

    def strike(self, key: Qt.Key, text: str = "") -> None:
        """A real key."""
        self.her.wait(1.0)
        self._key(QEvent.Type.KeyPress, key, text)
        self._key(QEvent.Type.KeyRelease, key, text)

    def hold_key(self, key: Qt.Key) -> None:
        """A real key, held for long."""
        self._key(QEvent.Type.KeyPress, key)
        self.her.wait(STANDS_STILL_S)
        self._key(QEvent.Type.KeyRelease, key)

    def press(self, place: QPoint, seconds: float = 0.1) -> None:
        """A finger at a place of the window, for so long."""
        self.her.wait(1.0)
        self._finger(QEvent.Type.MouseButtonPress, place, LEFT)
        self.her.wait(seconds)
        self._finger(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.NoButton)

    def _key(self, kind: QEvent.Type, key: Qt.Key, text: str = "") -> None:
        """Sent, not simulated by QTest: that would turn the loop within one of its tasks."""
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(self.stand.window.windowHandle(), event)

    def _finger(self, kind: QEvent.Type, place: QPoint, down: Qt.MouseButton) -> None:
        window = self.stand.window
        at, there = QPointF(place), QPointF(window.mapToGlobal(place))
        event = QMouseEvent(kind, at, there, LEFT, down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), event)

    def place_of(self, control: Pressable) -> QPoint:
        """The middle of it."""
        return control.mapTo(self.stand.window, control.rect().center())


class KeypadHand(Outside):
    """Twelve keys: digits, # and *."""

    async def choose(self, key: str) -> None:
        """On with # until it is there, then 5."""
        await self.her.hears()
        for _ in range(ONCE_ROUND):
            if self.her.focus() == key:
                break
            self.strike(HASH, "#")
        assert self.her.focus() == key, f"{key} is not reached with # on {self.her.page.key}"
        self.strike(Qt.Key.Key_5, "5")

    def digits(self, number: str, accept: str) -> None:
        """Digits, and # to hand them on."""
        del accept
        for digit in number:
            self.strike(KEYS[digit], digit)
        self.strike(HASH, "#")


class SwitchHand(Outside):
    """One switch; what is offered is seen and heard."""

    async def choose(self, key: str) -> None:
        """Wait until it is offered, alone or in its row, and press the switch."""
        await self.her.hears()
        self._take(key)

    def digits(self, number: str, accept: str) -> None:
        """One by one."""
        for digit in number:
            self._take(f"keypad:{digit}")
        self._take(accept)

    def _take(self, key: str) -> None:
        scanner = doorway(self.stand).scanner
        if scanner is None:  # she has left, and her way with her: any key does what the goodbye page says
            assert self.her.page.key == "farewell"
            self.strike(Qt.Key.Key_Space)
            return
        scanner.tick()
        for _ in range(4 * ONCE_ROUND):
            offered = scanner.offered
            if key in offered:
                self.strike(Qt.Key.Key_Space)
                if len(offered) == 1:
                    return
            elif not offered:
                self.strike(Qt.Key.Key_Space)  # it rests: the switch wakes it
            elif DOWN in offered and len(offered) == 1 and not self._in_sight(key):
                self.strike(Qt.Key.Key_Space)
            else:
                scanner.go_on()  # its time has come
        raise AssertionError(f"{key} is not offered on {self.her.page.key}")

    def _in_sight(self, key: str) -> bool:
        found = [
            w for w in self.stand.window.findChildren(Pressable) if w.key == key and w.isVisibleTo(self.stand.window)
        ]
        return any(not widget.visibleRegion().isEmpty() for widget in found)


class ListeningHand(Outside):
    """A finger that hears first and does with the second touch."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand)
        self._heard = ("", "")

    async def choose(self, key: str) -> None:
        """Find it by ear, and touch it again."""
        await self.her.hears()
        self._do(key)

    def digits(self, number: str, accept: str) -> None:
        """Each is heard first."""
        for digit in number:
            self._do(f"keypad:{digit}")
        self._do(accept)

    def _do(self, key: str) -> None:
        control = self.her.control(key)
        for turn in (UP, DOWN):
            while control.visibleRegion().isEmpty() and self.her.can(turn):
                self._touch(self.her.control(turn))
        self._touch(control)

    def _touch(self, control: Pressable) -> None:
        here = (self.her.page.key, control.key)
        page, place = self.her.page, self.place_of(control)
        if here != self._heard and doorway(self.stand).listens:
            self.press(place)
            assert self.her.page is page, "the first touch does nothing but tell"
            assert self.her.focus() == control.key
            self._heard = here
        self.press(place)
