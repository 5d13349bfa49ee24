"""One switch or two: choices are offered one after another, and the switch takes the one that is offered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer

from accessibility.reaching.reach import Reach
from accessibility.reaching.scanning import Scanning
from ui.controls.pressable import Pressable
from ui.reaching.mark import Mark
from ui.reaching.room import Room

TICK_MS = 100
"""How often it is looked whether a choice has stood long enough."""


class Scanner(QObject):
    """Offers what is on the page, row by row, by sight and by voice."""

    def __init__(self, room: Room, reach: Reach, mark: Mark, speaking: Callable[[], bool]) -> None:
        """`speaking`: whether the voice is saying something, which is not cut off by what is offered by itself."""
        super().__init__(room.window)
        self._room, self._reach, self._mark = room, reach, mark
        self._speaking = speaking
        self._scanning = Scanning()
        self._there: tuple[tuple[str, ...], ...] = ()
        self._since = room.clock()
        self._taken = float("-inf")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    @property
    def offered(self) -> tuple[str, ...]:
        """Keys of what the switch would take."""
        return self._scanning.offered

    @property
    def step_by_step(self) -> bool:
        """The customer moves on herself, with a second switch."""
        return self._reach.choosing == "two_switches"

    def turned(self) -> None:
        """Another page, or another look of it: begin anew when other things can be chosen."""
        rows = self._rows()
        if rows != self._there:
            self._begin(rows)

    def tick(self) -> None:
        """Offer the next one when its time has come and the voice has said the last."""
        self.turned()
        now = self._room.clock()
        if self._speaking():
            self._since = now
        elif not self.step_by_step and now - self._since >= self._reach.pace_s:
            self.go_on()

    def go_on(self) -> None:
        """Offer the next one now."""
        if self.offered:
            self._scanning.go_on()
        else:
            self._scanning.take()  # it had come to rest: it wakes
        self._show(aloud=True)

    def take(self) -> None:
        """The switch. A second press at once is a trembling hand's (EN-25)."""
        now = self._room.clock()
        if now - self._taken < self._reach.again_s:
            return
        self._taken = now
        self._room.deeds.keyed()
        key = self._scanning.take()
        control = self._room.control(key) if key else None
        if control is None:
            self._show(aloud=True)
            return
        self._mark.clear()
        control.press_by_key()
        self._begin(self._rows())

    def end(self) -> None:
        """Offer nothing more."""
        self._timer.stop()
        self._mark.clear()
        self.deleteLater()

    def _begin(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self._there = rows
        self._scanning.begin(rows)
        self._show(aloud=False)

    def _show(self, *, aloud: bool) -> None:
        """Ring what is offered. The first of a page is not said: the page itself is being told."""
        self._since = self._room.clock()
        controls = [control for control in map(self._room.control, self.offered) if control]
        if len(controls) == 1:
            self._mark.clear()
            self._ring(controls[0], aloud=aloud)
            return
        self._room.focus.set_by_key(by_key=False)
        if not controls:
            self._mark.clear()
            return
        self._mark.go_round(self._room.kit().theme, self._around(controls))
        if aloud:
            self._room.offered.emit(tuple(control.key for control in controls))

    def _ring(self, control: Pressable, *, aloud: bool) -> None:
        if aloud:
            self._room.tell(control)
        else:
            control.setFocus()
        self._room.focus.set_by_key(by_key=True)

    def _around(self, controls: list[Pressable]) -> QRect:
        whole = QRect()
        for control in controls:
            whole = whole.united(self._place(control))
        out = self._room.kit().theme.gap // 2
        return whole.adjusted(-out, -out, out, out)

    def _rows(self) -> tuple[tuple[str, ...], ...]:
        """Everything that can be chosen, in reading order, in rows as they stand on the page."""
        rows: list[list[Pressable]] = []
        for widget in self._room.focus.pressables():
            if not isinstance(widget, Pressable):
                continue
            if rows and self._beside(rows[-1][-1], widget):
                rows[-1].append(widget)
            else:
                rows.append([widget])
        return tuple(tuple(control.key for control in row) for row in rows)

    def _beside(self, one: Pressable, other: Pressable) -> bool:
        """Whether two controls stand in one row, of one kind."""
        if one.parentWidget() is not other.parentWidget():
            return False
        here, there = self._place(one), self._place(other)
        return here.top() <= there.center().y() <= here.bottom() and there.left() >= here.right()

    def _place(self, control: Pressable) -> QRect:
        return QRect(control.mapTo(self._room.window, control.rect().topLeft()), control.size())
