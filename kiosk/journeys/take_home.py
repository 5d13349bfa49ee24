"""Taking the check-up home: a large-print sheet, printed here or saved at home. Without amounts unless she says so."""

from __future__ import annotations

import asyncio
from typing import Literal

from accessibility.masking import masked
from accessibility.screen import Screen
from accessibility.sheet import Sheet, sheet
from accessibility.words import Words
from kiosk.journeys import take_home_pages as pages
from kiosk.journeys.checkup_pages import whole_screen
from kiosk.journeys.journey import Back, Home, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.checkup import CheckupReport
from kiosk.modes import Mode
from kiosk.paper import Put, Way

Amounts = Literal["", "hidden", "shown"]


class TakeHome:
    """Two questions at most: with amounts or without, and, where both can be done, printed or saved."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._report: CheckupReport | None = None
        self._amounts: Amounts = ""
        self._way: Way | None = None
        self._put: Put | None = None

    async def enter(self) -> None:
        """Ask for the check-up that is to be taken home, made now where there is none yet. Raises BankError."""
        bank = self._around.bank
        self._report = await bank.checkup() or await bank.run_checkup()

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The question that is open, or what became of the sheet."""
        ways = self._around.paper.ways
        if self._put:
            return pages.done_screen(words, mode, self._put)
        if self._report is None or not ways:
            return pages.none_screen(words, mode)
        if not self._amounts:
            return pages.amounts_screen(words, mode)
        return pages.way_screen(words, mode, ways)

    async def act(self, action: str, typed: str = "") -> Step:
        """Take an answer. With only one way to go the sheet is made at once."""
        del typed
        kind, _, what = action.partition(":")
        match kind:
            case "back":
                return self._go_back()
            case "home":
                return Home()
            case "help":
                return Open("help", "take_home")
            case "amounts":
                self._amounts = "shown" if what == "shown" else "hidden"
                if len(ways := self._around.paper.ways) == 1:
                    await self._make(ways[0])
            case "way" if what in self._around.paper.ways:
                await self._make("print" if what == "print" else "save")
            case "again" if self._way:
                await self._make(self._way)
        return Stay()

    async def aclose(self) -> None:
        """Nothing of the sheet is kept."""
        self._report = self._put = None

    def _go_back(self) -> Step:
        if self._amounts and not self._put:
            self._amounts = ""
            return Stay()
        return Back()

    async def _make(self, way: Way) -> None:
        self._way = way
        await asyncio.sleep(0)  # the page with the answer is painted before the printer is asked
        self._put = self._around.paper.put(self._sheet(), way)

    def _sheet(self) -> Sheet:
        """Everything the check-up found, in the words of the page and the voice."""
        around = self._around
        assert self._report is not None
        mode = around.modes[around.sitting.mode]
        words = Words(around.sitting.lang, mode.wording)
        whole = whole_screen(words, mode, self._report, around.now().date(), grown=False)
        told = whole if self._amounts == "shown" else masked(whole)
        return sheet(told, foot=pages.foot(words, around.now()))
