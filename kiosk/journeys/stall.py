"""The stall ladder: somebody who does not get on is prompted, then told slower, then offered help, then visited.

Hesitation is time without getting on, going back and forth, or mistakes one after the other. Pure, with a given clock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from accessibility.screen import Field, Keypad, Screen
from kiosk.journeys import trouble, waiting
from kiosk.journeys.idle import Later, Timer
from kiosk.modes import Stall

StallStep = Literal["", "prompt", "slower", "offer", "staff"]
"""Nothing · a quiet prompt · said again, slower and simpler · a person is offered · staff are asked to pass by."""
STEPS: tuple[StallStep, ...] = ("prompt", "slower", "offer", "staff")
SOON_S = 2.0
"""From a mistake too many, or the end of what is being said, to the next step."""


class Ladder:
    """Climbs one step at a time; whatever brings her on to a new page starts it anew.

    `free()` is False while nobody may be spoken to, such as while a PIN is typed or somebody has been called; `busy()`
    while the voice speaks: then it waits.
    """

    def __init__(
        self,
        later: Later,
        *,
        limits: Callable[[], Stall],
        on_step: Callable[[StallStep], None],
        free: Callable[[], bool],
        busy: Callable[[], bool],
    ) -> None:
        self._later, self._limits, self._on_step, self._free, self._busy = later, limits, on_step, free, busy
        self._timer: Timer | None = None
        self._whose: object = None
        self._level = self._returns = self._errors = 0
        self._key, self._acted = "", False
        self._seen: set[str] = set()

    def page(self, whose: object, screen: Screen) -> None:
        """A page is on show, in the sitting `whose`. Only what follows an action of hers is a move."""
        if whose is not self._whose:
            self._forget(whose)
            self._key = screen.key
            self._seen.add(screen.key)
        if not self._free():
            self.stop()
        elif self._acted and screen.key != waiting.KEY:
            self._acted = False
            self._moved(screen)
        elif self._timer is None:
            self._wait(self._limits().quiet_s)

    def acted(self) -> None:
        """She did something; the page that follows tells whether it led on."""
        self._acted = True

    def stirred(self) -> None:
        """She is at it: she types, or moves from control to control."""
        if self._timer is not None:
            self._wait(self._limits().quiet_s)

    def stop(self) -> None:
        """Count no more until the next page."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None

    def _forget(self, whose: object) -> None:
        self.stop()
        self._whose, self._level, self._returns, self._errors = whose, 0, 0, 0
        self._key, self._acted = "", False
        self._seen = set()

    def _moved(self, screen: Screen) -> None:
        limits, failed = self._limits(), _failed(screen)
        if failed:
            self._errors += 1
        elif screen.key not in self._seen:
            self._level = self._returns = self._errors = 0
        elif screen.key != self._key:
            self._returns += 1
        self._key = screen.key
        self._seen.add(screen.key)
        if self._returns >= limits.returns or self._errors >= limits.errors:
            self._returns = self._errors = 0
            self._wait(SOON_S)
        else:
            self._wait(limits.quiet_s)

    def _wait(self, seconds: float) -> None:
        self.stop()
        if self._level < len(STEPS):
            self._timer = self._later(seconds, self._due)

    def _due(self) -> None:
        self._timer = None
        if not self._free():
            return
        if self._busy():
            self._wait(SOON_S)
            return
        self._level += 1
        self._wait(self._limits().step_s)
        self._on_step(STEPS[self._level - 1])


def _failed(screen: Screen) -> bool:
    errors = (block.error.said for block in screen.blocks if isinstance(block, Keypad | Field))
    return screen.key == trouble.KEY or any(errors)
