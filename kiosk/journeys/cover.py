"""What lies over the open journey: a warning, goodbye, one moment, or what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import SessionEnded
from kiosk.journeys import leaving, trouble
from kiosk.journeys.journey import Step
from kiosk.journeys.waiting import waiting_screen
from kiosk.modes import Mode

Enter = Callable[[], Coroutine[Any, Any, Step | None]]
"""Something set going, that can be set going again."""


class Trouble(msgspec.Struct, frozen=True):
    """What went wrong, and what to do again when the customer asks for it."""

    problem: Exception
    again: Enter | None
    depth: int
    """How many journeys were open: what is opened on top of it, such as help, covers it."""
    reference: str = ""


class Cover:
    """What is over the page; `depth()` is how many journeys are open now."""

    def __init__(self, depth: Callable[[], int]) -> None:
        self._depth = depth
        self._trouble: Trouble | None = None
        self.warning: tuple[int, float] | None = None
        """Nobody has moved for long: seconds left, and the share of the time left, 0 to 1."""
        self.waiting = False
        """The bank takes its time."""
        self.farewell = False
        """She has said goodbye."""

    @property
    def trouble(self) -> Trouble | None:
        """What went wrong on the journey that is open; None when something else was opened on top of it."""
        held = self._trouble
        return held if held and held.depth >= self._depth() else None

    @property
    def bars_the_way(self) -> bool:
        """It stands for the open journey: what is under it cannot be reached."""
        return bool(self.trouble or self.waiting)

    @property
    def ends(self) -> bool:
        """The sitting is over, or about to be: only that is to be told."""
        return bool(self.farewell or self.warning)

    def hold(self, problem: Exception, again: Enter | None, reference: str = "") -> None:
        """Something went wrong; `again` is what can be tried once more."""
        self._trouble = Trouble(problem, again, self._depth(), reference)

    def take_trouble_away(self) -> None:
        """Nothing is wrong any more."""
        self._trouble = None

    def clear(self) -> None:
        """Nothing is over the page."""
        self._trouble = self.warning = None
        self.waiting = self.farewell = False

    def another_try(self, action: str) -> Enter | None:
        """What to do again, when that is what the action asks for; the trouble is over for now."""
        held = self.trouble
        if held and held.again and action == trouble.RETRY and not isinstance(held.problem, SessionEnded):
            self._trouble = None
            return held.again
        return None

    def screen(self, words: Words, mode: Mode, *, plugged: bool) -> Screen | None:
        """Its page; None when nothing is over the journey. `plugged`: a headset is still in."""
        if self.warning:
            return leaving.still_there_screen(words, mode, *self.warning)
        if self.farewell:
            return leaving.farewell_screen(words, mode, headset=plugged)
        if self.waiting:
            return waiting_screen(words, mode)
        if held := self.trouble:
            return trouble.trouble_screen(words, mode, held.problem, held.reference)
        return None
