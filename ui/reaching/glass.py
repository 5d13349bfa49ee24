"""The glass itself: of all that touches it, the one finger that means it goes on as a press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QApplication

from accessibility.reaching.fingers import Contact, Deed, Fingers, Leaps, State
from ui.reaching.room import Room

FAR = QPointF(-100_000.0, -100_000.0)
"""Lifted there, a press means nothing to any control."""


class Glass:
    """Turns touches into presses of one finger, in place of Qt, which takes the first thing for the finger."""

    def __init__(self, room: Room, window: QWindow) -> None:
        self._room, self._window = room, window
        self._fingers, self._leaps = Fingers(), Leaps()

    def touched(self, event: QTouchEvent) -> None:
        """Points came, moved or went."""
        contacts = tuple(self._contact(point) for point in event.points())
        for deed, contact in self._fingers.touched(contacts, self._room.clock()):
            self._send(deed, contact)

    def taken_away(self) -> None:
        """The system ends the touch."""
        self._fingers.forget()
        self.cancel()

    def leaps(self, place: QPoint) -> bool:
        """Whether a press of a screen with one place only cannot be the same finger's."""
        mm = self._room.kit().theme.mm_per_px
        return self._leaps.leaps(place.x() * mm, place.y() * mm, self._room.clock())

    def cancel(self) -> None:
        """What is pressed is let go far away, so that nothing comes of it."""
        self._mouse(QEvent.Type.MouseButtonRelease, FAR)

    def _contact(self, point: QTouchEvent.Point) -> Contact:  # type: ignore[name-defined]
        mm = self._room.kit().theme.mm_per_px
        place, size = point.position(), point.ellipseDiameters()
        on_control = self._room.control_at(place.toPoint()) is not None
        return Contact(
            point.id(), _state(point.state()), place.x() * mm, place.y() * mm,
            max(size.width(), size.height()) * mm, on_control,
        )  # fmt: skip

    def _send(self, deed: Deed, contact: Contact) -> None:
        mm = self._room.kit().theme.mm_per_px
        place = QPointF(contact.x_mm / mm, contact.y_mm / mm)
        if deed == "press":
            self._mouse(QEvent.Type.MouseButtonPress, place)
        elif deed == "move":
            self._mouse(QEvent.Type.MouseMove, place)
        else:
            self._mouse(QEvent.Type.MouseButtonRelease, place if deed == "lift" else FAR)

    def _mouse(self, kind: QEvent.Type, place: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        lifted = kind == QEvent.Type.MouseButtonRelease
        moves = kind == QEvent.Type.MouseMove
        event = QMouseEvent(
            kind, place, self._window.mapToGlobal(place), none if moves else left, none if lifted else left,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(self._window, event)


def _state(state: object) -> State:
    name = getattr(state, "name", "")
    return "down" if name == "Pressed" else "up" if name == "Released" else "move"
