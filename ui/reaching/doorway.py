"""Where keys, touches and the pointer come in, before any control gets them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWindow

from accessibility.reaching.reach import STANDS_STILL_S, Reach
from ui.controls.pressable import Pressable
from ui.keys import BACKSPACE, ENTERS, ESCAPE, SPACE
from ui.reaching.by_ear import ByEar
from ui.reaching.glass import FAR, Glass
from ui.reaching.held import Held
from ui.reaching.mark import Mark
from ui.reaching.number_keys import NumberKeys
from ui.reaching.rester import Rester
from ui.reaching.room import Room
from ui.reaching.scanner import Scanner

SWITCH_ON, SWITCH_OFF = "switch:on", "switch:off"
"""What holding a key or a finger for STANDS_STILL_S does: begin and end choosing with one switch (EN-20)."""
LISTEN_ON, LISTEN_OFF = "listen:on", "listen:off"
"""The same with a finger, where any key begins: press to hear, then press to do."""
TAKES = (*ENTERS, ord("5"))
"""Keys of the second switch, which takes what is offered; any other key is the first, which moves on."""


class Doorway(QObject):
    """Stands before the window and lets through what the customer's way of reaching leaves to the controls."""

    def __init__(self, room: Room, window: QWindow, reach: Reach, speaking: Callable[[], bool]) -> None:
        super().__init__(room.window)
        self._room = room
        self._speaking = speaking
        self.any_key = True
        """The page asks for any key."""
        self._glass = Glass(room, window)
        self._mark = Mark(room.window)
        self._number_keys: NumberKeys | None = None
        self._by_ear: ByEar | None = None
        self._scanner: Scanner | None = None
        self._rester: Rester | None = None
        self._held = Held(room, 0.0, self._mark)
        self._key_down: dict[int, float] = {}
        self._passed = False
        """The finger on the glass was let through."""
        self._reach = reach
        self._take_up(reach)
        kinds = QEvent.Type
        self._does: dict[QEvent.Type, Callable[[Any], bool]] = {
            kinds.KeyPress: self._key, kinds.KeyRelease: self._key_up,
            kinds.MouseButtonPress: self._press, kinds.MouseButtonDblClick: self._press_again,
            kinds.MouseMove: self._move, kinds.MouseButtonRelease: self._lift,
            kinds.TouchBegin: self._touch, kinds.TouchUpdate: self._touch, kinds.TouchEnd: self._touch,
            kinds.TouchCancel: self._touch_taken_away,
        }  # fmt: skip
        window.installEventFilter(self)

    @property
    def mark(self) -> Mark:
        """What is drawn over the page."""
        return self._mark

    @property
    def scanner(self) -> Scanner | None:
        """What offers choices, for switches."""
        return self._scanner

    @property
    def listens(self) -> bool:
        """Whether a first touch only tells what is there."""
        return self._by_ear is not None

    @property
    def rester(self) -> Rester | None:
        """What watches a pointer that chooses by resting."""
        return self._rester

    def set_reach(self, reach: Reach) -> None:
        """Another way of reaching, at once. Whoever chooses another way is told how it goes."""
        if reach == self._reach:
            return
        told = reach.choosing != self._reach.choosing
        self._reach = reach
        self._take_up(reach)
        if told:
            self._room.hinted.emit(reach.choosing)

    def turned(self, *, same: bool) -> None:
        """The page was shown anew; `same` when it is the one that was there."""
        if self._scanner:
            self._scanner.turned()
        if same:
            return
        for manner in (self._number_keys, self._by_ear, self._rester):
            if manner:
                manner.turned()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """True for what goes no further."""
        does = self._does.get(event.type())
        return does(event) if does else False

    def _take_up(self, reach: Reach) -> None:
        for over in (self._scanner, self._rester):
            if over:
                over.end()
        self._held.end()
        room, choosing = self._room, reach.choosing
        if reach.number_keys == "none":
            self._number_keys = None
        elif self._number_keys is None or self._number_keys.keys != reach.number_keys:
            self._number_keys = NumberKeys(room, reach.number_keys)
        self._by_ear = ByEar(room, reach.again_s) if choosing == "hear_first" else None
        self._scanner = Scanner(room, reach, self._mark, self._speaking) if reach.scans else None
        self._rester = Rester(room, reach, self._mark) if choosing == "rest" else None
        self._held = Held(room, 0.0 if reach.scans else reach.hold_s, self._mark)

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        """A key held down does nothing more (EN-24)."""
        if event.isAutoRepeat():
            return True
        self._key_down[event.key()] = self._room.clock()
        if self._scanner:
            return True  # the switch works when it is let go
        return self._number_keys is not None and self._number_keys.key(event, any_key=self.any_key)

    def _key_up(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        now = self._room.clock()
        stood = now - self._key_down.pop(event.key(), now) >= STANDS_STILL_S
        if self._scanner:
            self._switch(event.key(), stood=stood)
            return True
        if stood and event.key() in (SPACE, *ENTERS):
            self._let_go()
            self._room.acted.emit(SWITCH_ON, "")
            return True
        return False

    def _switch(self, key: int, *, stood: bool) -> None:
        if stood or key in (ESCAPE, BACKSPACE):
            self._room.deeds.keyed()
            self._room.acted.emit(SWITCH_OFF, "")
        elif self._scanner and self._scanner.step_by_step and key not in TAKES:
            self._room.deeds.keyed()
            self._scanner.go_on()
        elif self._scanner:
            self._scanner.take()

    def _let_go(self) -> None:
        """The control under a key that was held says again what it is, and does nothing."""
        widget = self._room.window.focusWidget()
        if isinstance(widget, Pressable):
            widget.setDown(False)

    # The glass and the pointer

    def _touch(self, event: QTouchEvent) -> bool:
        event.accept()  # Qt makes no press of it
        self._glass.touched(event)
        return True

    def _touch_taken_away(self, _event: QTouchEvent) -> bool:
        self._glass.taken_away()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if self._number_keys:
            self._number_keys.forget()
        self._passed = False
        if self._glass.leaps(place):
            return True
        self._held.pressed(place)
        if self._scanner or (self._by_ear and self._by_ear.pressed(place)):
            return True
        self._passed = True
        return False

    def _press_again(self, _event: QMouseEvent) -> bool:
        """Qt tells of a quick second press twice."""
        return not self._passed

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if self._rester:
            self._rester.moved(place)
        listens = self._by_ear is not None and not self._passed and bool(event.buttons().value)
        if listens and self._by_ear:
            self._by_ear.moved(place)
        return listens

    def _lift(self, event: QMouseEvent) -> bool:
        if event.position() == FAR:
            return self._call_off()
        passed, held = self._passed, self._held.lifted()
        if self._scanner:
            self._switch_by_touch(event.position().toPoint())
        elif self._by_ear:
            self._by_ear.lifted()
        if self._held.stood_still and (self._by_ear or (self.any_key and not self._scanner)):
            self._room.acted.emit(LISTEN_OFF if self._by_ear else LISTEN_ON, "")
            held = False
        elif passed and not held:
            self._room.hinted.emit("hold")
        if passed and not held:
            self._glass.cancel()
            return True
        self._passed = False
        return not passed

    def _call_off(self) -> bool:
        """Nothing comes of this press."""
        self._held.let_go()
        if self._by_ear and not self._passed:
            self._by_ear.lifted()
        passed, self._passed = self._passed, False
        return not passed

    def _switch_by_touch(self, place: QPoint) -> None:
        """The whole glass is the switch; of two, the right half is the one that takes."""
        if self._scanner is None:
            return
        if self._held.stood_still:
            self._room.acted.emit(SWITCH_OFF, "")
        elif self._scanner.step_by_step and place.x() < self._room.window.width() // 2:
            self._scanner.go_on()
        else:
            self._scanner.take()
