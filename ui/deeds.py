"""What the customer's hands do on the window beside its controls: keys that none took, touches next to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.early_keys import EarlyKeys
from ui.focus import Focus
from ui.keys import FRAME_KEYS, KEEPS_TALKING, VOICE_KEYS
from ui.kit import Hands, Kit
from ui.shell import Shell
from ui.stray import StrayFinger, means_any_key


class Tells(Protocol):
    """The window's signals that tell what was done."""

    acted: SignalInstance
    focused: SignalInstance
    touched: SignalInstance
    stirred: SignalInstance
    stray: SignalInstance
    typed: SignalInstance
    tapped: SignalInstance


class Deeds:
    """Turns keys and touches into what the window tells."""

    def __init__(self, window: QWidget, tells: Tells, focus: Focus, clock: Callable[[], float]) -> None:
        self._tells = tells
        self._focus = focus
        self._early = EarlyKeys(clock)
        self._finger = StrayFinger(window)

    def hands(self) -> Hands:
        """Where controls tell what is done to them."""
        tells, focus = self._tells, self._focus
        return Hands(
            acted=tells.acted.emit, focused=self.focused, touched=self.touched, keyed=self.keyed,
            typed=tells.typed.emit, moved=self.moved, by_key=lambda: focus.by_key, steered=lambda: focus.steered,
            early=self._early.due, stirred=lambda key: self.stirred(by_key=key), tapped=tells.tapped.emit,
            asked=tells.focused.emit,
        )  # fmt: skip

    def key(self, event: QKeyEvent, kit: Kit, shell: Shell) -> bool:
        """A key that no control took: of the voice, a digit for a pad, Escape, F1, any key. True when it was used."""
        if shell.speaks and event.key() in VOICE_KEYS:
            self._voice_key(event, kit)
            return True
        self.keyed()
        page = self._focus.page
        pad = page.keypad() if page else None
        if pad and pad.type_key(event):
            pad.setFocus()
        elif event.isAutoRepeat():
            return True
        elif event.key() in FRAME_KEYS:
            shell.press(FRAME_KEYS[event.key()])
        elif means_any_key(event):
            self._early.missed(event.text())
            self._tells.stray.emit()
        else:
            return False
        return True

    def finger_down(self, place: QPoint, kit: Kit) -> None:
        """It came down beside every control; one close by is meant (RS-06). A sign of life in any case."""
        self._finger.down(place, self._focus.pressables(), kit)
        if getattr(self._finger.meant, "keeps_talking", False):
            self.stirred(by_key=False)
        else:
            self.touched()

    def finger_lifted(self, place: QPoint, kit: Kit) -> None:
        """Lifted where it came down, it presses the control beside it."""
        if self._finger.lifted(place, kit):
            self._tells.stray.emit()

    def stirred(self, *, by_key: bool) -> None:
        """A sign of life that must not hush the voice."""
        self._focus.set_by_key(by_key=by_key)
        self._tells.stirred.emit()

    def touched(self) -> None:
        """A finger came down."""
        self._focus.set_by_key(by_key=False)
        self._tells.touched.emit()

    def keyed(self) -> None:
        """A key came down."""
        self._focus.set_by_key(by_key=True)
        self._tells.touched.emit()

    def focused(self, key: str) -> None:
        """The keyboard reached a control."""
        self._focus.arrived()
        self._tells.focused.emit(key)

    def moved(self, widget: QWidget, key: int) -> None:
        """An arrow key on a control. Where nothing lies, she hears where she still is: a silent key seems dead."""
        if not self._focus.go_towards(widget, key):
            self._tells.focused.emit(self._focus.key)

    def _voice_key(self, event: QKeyEvent, kit: Kit) -> None:
        action = VOICE_KEYS[event.key()]
        if action == KEEPS_TALKING:
            self.stirred(by_key=True)
        else:
            self.keyed()
        if not event.isAutoRepeat() and kit.taps.counts(action, None):
            self._tells.acted.emit(action, "")
