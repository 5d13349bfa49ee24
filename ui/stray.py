"""Touches and keys that no control took: close to a control they are meant for it, else for "any key"."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.controls.pressable import Pressable
from ui.keys import ENTERS, SHIFT_OR_KEYPAD, SPECIAL
from ui.kit import Kit
from ui.steering import nearest_to

STILL = 4
"""A finger stays where it is while it slides no farther than so many times the reach of a control."""


def means_any_key(event: QKeyEvent) -> bool:
    """Whether a key is one that a customer presses for "any key": a letter, a digit, Space or Enter, and no command."""
    commanded = event.modifiers().value & ~SHIFT_OR_KEYPAD
    return not commanded and (event.key() < SPECIAL or event.key() in ENTERS)


class StrayFinger:
    """A finger that came down beside every control, until it is lifted."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._place = QPoint()
        self._meant: QWidget | None = None

    @property
    def meant(self) -> QWidget | None:
        """The control that the finger on the glass is meant for."""
        return self._meant

    def down(self, place: QPoint, controls: list[QWidget], kit: Kit) -> None:
        """It came down; a control close by is meant (RS-06)."""
        self._place = place
        self._meant = nearest_to(place, controls, kit.theme.slop, self._window)

    def lifted(self, place: QPoint, kit: Kit) -> bool:
        """Press the control that was meant, if lifted there. True for a touch that nothing was meant by."""
        meant, self._meant = self._meant, None
        if isinstance(meant, Pressable) and nearest_to(place, [meant], kit.theme.slop, self._window):
            meant.press_at(place)
        still = (place - self._place).manhattanLength() <= kit.theme.slop * STILL
        return meant is None and still and self._beside_all(place) and kit.taps.counts("", place)

    def _beside_all(self, place: QPoint) -> bool:
        """Whether no control is there, not even one that cannot be used just now."""
        widget = self._window.childAt(place)
        while widget is not None and widget is not self._window:
            if isinstance(widget, Pressable):
                return False
            widget = widget.parentWidget()
        return True
