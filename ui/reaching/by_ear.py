"""Press to hear, then press to do, with a finger on the glass."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from accessibility.reaching.exploring import Exploring
from ui.reaching.room import Room


class ByEar:
    """Takes a finger that listens; lets the one through that means it."""

    def __init__(self, room: Room, again_s: float) -> None:
        self._room = room
        self._exploring = Exploring(again_s)
        self._listens = False

    def turned(self) -> None:
        """Another page."""
        self._exploring.forget()

    def pressed(self, place: QPoint) -> bool:
        """A finger comes down. True when it is only to hear what is there."""
        key = self._key(place)
        answer = self._exploring.press(key, self._room.clock())
        self._listens = answer != "do"
        if self._listens:
            self._room.deeds.touched()
        if answer == "hear":
            self._tell(place, key)
        return self._listens

    def moved(self, place: QPoint) -> bool:
        """It slides: what it comes to is said."""
        key = self._key(place) if self._listens else ""
        if self._listens and self._exploring.slide(key):
            self._room.deeds.touched()
            self._tell(place, key)
        return self._listens

    def lifted(self) -> bool:
        """It is lifted. True when it was only listening."""
        self._exploring.lift(self._room.clock())
        listened, self._listens = self._listens, False
        return listened

    def _key(self, place: QPoint) -> str:
        control = self._room.control_at(place)
        return control.key if control else self._room.words_at(place)

    def _tell(self, place: QPoint, key: str) -> None:
        control = self._room.control_at(place)
        if control:
            self._room.tell(control)
        else:
            self._room.focused.emit(key or "heading")  # bare paper: she hears where she is
