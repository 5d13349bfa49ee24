"""A pointer that rests on a control chooses it; a ring counts the time in steps."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer

from accessibility.reaching.hold import steps_done
from accessibility.reaching.reach import Reach
from accessibility.reaching.resting import Resting
from ui.reaching.mark import Mark
from ui.reaching.room import Room

TICK_MS = 100
RING_MM = 14.0


class Rester(QObject):
    """Watches where the pointer is."""

    def __init__(self, room: Room, reach: Reach, mark: Mark) -> None:
        super().__init__(room.window)
        self._room, self._reach, self._mark = room, reach, mark
        self._resting = Resting(reach.rest_s)
        self._place = QPoint()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    def moved(self, place: QPoint) -> None:
        """The pointer is here now. What it comes to is said."""
        self._place = place
        control = self._room.control_at(place)
        if self._resting.over(control.key if control else "", self._room.clock()) and control:
            self._room.deeds.keyed()
            self._room.tell(control)
        self.tick()

    def turned(self) -> None:
        """Another page under the pointer."""
        self._resting.turned(self._room.clock())
        self._mark.clear()

    def tick(self) -> None:
        """Count, and choose when it is time."""
        now = self._room.clock()
        key = self._resting.due(now)
        if key:
            self._mark.clear()
            control = self._room.control(key)
            if control:
                control.press_by_key()
        elif self._resting.counts:
            steps = steps_done(self._resting.since_s, now, self._reach.rest_s)
            self._mark.count(self._room.kit().theme, self._place, RING_MM, steps)
        else:
            self._mark.clear()

    def end(self) -> None:
        """Choose nothing more."""
        self._timer.stop()
        self._mark.clear()
        self.deleteLater()
