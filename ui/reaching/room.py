"""What the manners of reaching are handed: the window's parts, and where to tell what happens."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.blocks.keypad import KeypadCard
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.deeds import Deeds
from ui.focus import Focus
from ui.kit import Kit
from ui.shell import Shell
from ui.steering import nearest_to


class Room(msgspec.Struct, frozen=True):
    """One window, as those see it who bring keys, fingers and switches to its controls."""

    window: QWidget
    focus: Focus
    deeds: Deeds
    kit: Callable[[], Kit]
    shell: Callable[[], Shell]
    clock: Callable[[], float]
    acted: SignalInstance
    focused: SignalInstance
    offered: SignalInstance
    hinted: SignalInstance

    @property
    def pad(self) -> KeypadCard | None:
        """The number pad on show."""
        page = self.focus.page
        return page.keypad() if page else None

    def control_at(self, place: QPoint) -> Pressable | None:
        """The control at, or just beside, a place of the window (RS-06)."""
        found = nearest_to(place, self.focus.pressables(), self.kit().theme.slop, self.window)
        return found if isinstance(found, Pressable) else None

    def words_at(self, place: QPoint) -> str:
        """Key of the words at a place, where there is no control; "" on bare paper."""
        widget = self.window.childAt(place)
        while widget is not None and widget is not self.window:
            if isinstance(widget, Piece) and widget.key:
                return widget.key
            widget = widget.parentWidget()
        return ""

    def control(self, key: str) -> Pressable | None:
        """The control in sight that acts with this key."""
        found = (widget for widget in self.focus.pressables() if getattr(widget, "key", "") == key)
        return next((widget for widget in found if isinstance(widget, Pressable)), None)

    def tell(self, widget: QWidget) -> None:
        """Bring the focus to a control, and have it said, also where it has the focus already."""
        if widget is self.window.focusWidget():
            self.deeds.focused(str(getattr(widget, "key", "")))
        else:
            self.focus.steer_to(widget)
