"""How long the finger has been down, for the eye and for what counts as a press."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer

from accessibility.reaching.hold import long_enough, steps_done
from accessibility.reaching.reach import STANDS_STILL_S
from ui.reaching.mark import Mark
from ui.reaching.room import Room

TICK_MS = 50
RING_MM = 34.0
"""Wider than a fingertip, so that it shows round it."""


class Held(QObject):
    """Counts from the press to the lift."""

    def __init__(self, room: Room, hold_s: float, mark: Mark) -> None:
        super().__init__(room.window)
        self._room, self._hold_s, self._mark = room, hold_s, mark
        self._since, self._until = room.clock(), room.clock()
        self._place = QPoint()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    @property
    def stood_still(self) -> bool:
        """Whether the last press was so long that it means something else than a press."""
        return long_enough(self._since, self._until, STANDS_STILL_S)

    def pressed(self, place: QPoint) -> None:
        """The finger came down."""
        self._since, self._place = self._room.clock(), place
        if self._hold_s and self._room.control_at(place):
            self._timer.start(TICK_MS)
            self.tick()

    def tick(self) -> None:
        """Draw how far it is."""
        steps = steps_done(self._since, self._room.clock(), self._hold_s)
        self._mark.count(self._room.kit().theme, self._place, RING_MM, steps)

    def lifted(self) -> bool:
        """It was lifted; whether it was down for long enough."""
        self._until = self._room.clock()
        self.let_go()
        return long_enough(self._since, self._until, self._hold_s)

    def let_go(self) -> None:
        """Count no longer."""
        if self._timer.isActive():
            self._timer.stop()
            self._mark.clear()

    def end(self) -> None:
        """Another way of reaching takes its place."""
        self.let_go()
        self.deleteLater()
