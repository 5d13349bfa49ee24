"""A numeric keypad at the window: its digits steer, or type where a number is asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.reaching.number_keys import FACES, Move, Reader, Where, move
from accessibility.reaching.reach import Keys
from ui.blocks.pad_keys import CLEAR, CORRECT, DigitKey
from ui.controls.pressable import Pressable
from ui.keys import DOWN, LEFT, RIGHT, SHIFT_OR_KEYPAD, UP
from ui.reaching.room import Room

KEYPAD = 0x20000000
"""The modifier of keys that stand on a keypad."""
NUMLOCK_OFF = {
    0x01000006: "0", 0x01000011: "1", DOWN: "2", 0x01000017: "3", LEFT: "4",
    0x0100000B: "5", RIGHT: "6", 0x01000010: "7", UP: "8", 0x01000016: "9",
}  # fmt: skip
"""Insert, End, Down, Page Down, Left, Clear, Right, Home, Up, Page Up: what digits are without NumLock."""
ARROW = {"up": UP, "down": DOWN, "left": LEFT, "right": RIGHT}


class NumberKeys:
    """Takes the keys of a numeric keypad before any control does."""

    def __init__(self, room: Room, keys: Keys) -> None:
        self._room = room
        self.keys = keys
        """Which keypad it is."""
        self._reader = Reader()
        self._steers = False
        """She has moved on with # on this page: digits steer, also where any key or a number is asked for."""
        self._used = False

    def turned(self) -> None:
        """Another page. Where digits are asked for, who steers by them is told how to get out."""
        self._steers = False
        if self._used and self._room.pad:
            self._room.hinted.emit("number_field")

    def forget(self) -> None:
        """A finger came down: whoever reaches now needs no word about keys."""
        self._used = False

    def key(self, event: QKeyEvent, *, any_key: bool) -> bool:
        """Do what a key means; False for a key that is none of the keypad's, or means what it always does."""
        face, arrow = _face(event)
        if self._reader.typed(event.text(), self._room.clock()) or not face or self._writes(face):
            return False
        where = self._where(any_key=any_key)
        wanted = move(face, where, computer=self.keys == "computer")
        if wanted == "any" or (arrow and not where.types and event.key() in ARROW.values()):
            return False  # without NumLock the arrows move already, as they are printed
        self._room.deeds.keyed()
        self._do(wanted, face)
        if not self._used and not where.types:
            self._used = True
            self._room.hinted.emit("number_keys")
        return True

    def _do(self, wanted: Move, face: str) -> None:
        room, pad = self._room, self._room.pad
        if wanted in ARROW:
            self._steers = True
            room.deeds.moved(room.window.focusWidget() or room.shell().heading, ARROW[wanted])
        elif wanted == "choose":
            self._choose(room.window.focusWidget())
        elif wanted == "next":
            self._next()
        elif wanted == "back":
            self._back()
        elif wanted == "again":
            room.acted.emit("repeat", "")
        elif wanted == "how":
            room.hinted.emit("number_keys")
        elif pad and wanted == "type":
            pad.type_key(QKeyEvent(QEvent.Type.KeyPress, ord(face), Qt.KeyboardModifier.NoModifier, face))
            pad.setFocus()
        elif pad:
            pad.do(pad.keypad.accept.key if wanted == "hand_on" else CORRECT)

    def _choose(self, widget: QWidget | None) -> None:
        if isinstance(widget, Pressable):
            widget.press_by_key()
        elif widget is not None:
            self._room.tell(widget)  # words only: they are said again

    def _next(self) -> None:
        """Round the page, past the digits of a pad: they are on the keypad under her fingers."""
        focus, self._steers = self._room.focus, True
        keys: list[QWidget | None] = [widget for widget in focus.order() if not _types(widget)]
        here: QWidget | None = self._room.window.focusWidget()
        here = self._room.pad if here is not None and _types(here) else here
        at = keys.index(here) if here in keys else -1
        target = keys[(at + 1) % len(keys)] if keys else None
        if target is not None:
            self._room.tell(target)

    def _back(self) -> None:
        if not self._room.shell().press("back"):
            self._room.focused.emit(self._room.focus.key)  # there is no way back: she hears where she is

    def _where(self, *, any_key: bool) -> Where:
        pad, here = self._room.pad, self._room.window.focusWidget()
        inside = pad is not None and (here is pad or (here is not None and _types(here)))
        if pad is None or (self._steers and not inside):
            return Where(any_key=any_key and not self._steers)
        return Where(types=True, typed=pad.typed, complete=pad.complete)

    def _writes(self, face: str) -> bool:
        """Whether the focus is in a line of text, which digits are for."""
        return isinstance(self._room.window.focusWidget(), QLineEdit) and face.isdigit()


def _face(event: QKeyEvent) -> tuple[str, bool]:
    """What is printed on a key of the keypad, and whether it came without NumLock; "" for any other key."""
    modifiers = event.modifiers().value
    if modifiers & ~SHIFT_OR_KEYPAD:
        return "", False
    if modifiers & KEYPAD and event.key() in NUMLOCK_OFF and not event.text().isdigit():
        return NUMLOCK_OFF[event.key()], True
    text = event.text()
    return (text, False) if len(text) == 1 and text in FACES else ("", False)


def _types(widget: QWidget) -> bool:
    """Whether it is one of a pad's own keys for typing."""
    return isinstance(widget, DigitKey) or getattr(widget, "key", "") in (CORRECT, CLEAR)
