"""Prompting somebody who does not get on: the stall ladder, tied to her pages, her hands and the voice."""

from __future__ import annotations

import asyncio

from accessibility.narrator import Narrator
from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.journeys.idle import IdleClock, Later
from kiosk.journeys.stall import Ladder, StallStep
from kiosk.journeys.stall_help import simply
from kiosk.journeys.visit import Visit

SLOWER = 0.75
"""Of her own pace, for what is said once more."""


class Prompting:
    """Never while she is being told something, while the idle warning stands, or while digits stand in a keypad."""

    def __init__(self, visit: Visit, narrator: Narrator, idle: IdleClock, later: Later) -> None:
        self._visit, self._narrator = visit, narrator
        self._typing = False
        self._ladder = Ladder(
            later,
            limits=lambda: visit.mode.stall,
            on_step=self._stuck,
            free=lambda: visit.may_be_stuck and not self._typing,
            busy=lambda: narrator.speaking or idle.warning,
        )

    def page(self, screen: Screen) -> None:
        """A page is on show."""
        self._ladder.page(self._visit.sitting, screen)

    def acted(self) -> None:
        """She did something."""
        self._typing = False
        self._ladder.acted()

    def stirred(self) -> None:
        """She moves from control to control."""
        self._ladder.stirred()

    def typed(self, count: int) -> None:
        """A keypad holds so many digits: nobody who types a PIN is spoken to."""
        self._typing = count > 0
        self._ladder.stirred()

    def _stuck(self, step: StallStep) -> None:
        """She does not get on. What she can do here is said once more, slower and simpler."""
        visit = self._visit
        visit.stuck(step)
        if step == "slower" and visit.sitting.preferences.speech:
            told = simply(Words(visit.sitting.lang, visit.mode.wording), visit.screen())
            asyncio.get_running_loop().call_soon(lambda: self._narrator.announce(told, pace=SLOWER))
