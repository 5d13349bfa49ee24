"""A customer at a kiosk, for tests: she presses, she looks, and every page she meets must keep its promises."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from accessibility import phrases
from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.bank.demo.people import DemoPerson
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.journey import Journey, Step
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.modes import Mode
from tests.kiosk.journeys.promises import controls, keep_promises

SOON_S = 10.0


class Customer:
    """One sitting. `press` does what the page offers and nothing else; `go` opens a journey."""

    def __init__(
        self,
        bank: Bank,
        outbox: Outbox,
        modes: Mapping[str, Mode],
        *,
        mode: str = "elder",
        lang: str = "en",
        home_device: bool = False,
    ) -> None:
        self.sitting = Sitting(mode, lang)
        self.now = lambda: datetime.now().astimezone()
        self.changes = asyncio.Event()
        self.around = Surroundings(
            bank=bank,
            sitting=self.sitting,
            outbox=outbox,
            changed=self.changes.set,
            now=lambda: self.now(),
            modes=modes,
            home_device=home_device,
        )
        self.secrets: set[str] = set()
        self.journey: Journey | None = None

    @property
    def mode(self) -> Mode:
        """The mode in use."""
        return self.around.modes[self.sitting.mode]

    async def sign_in(self, person: DemoPerson) -> None:
        """Sign in without the pages, and know what must not be seen by others."""
        self.sitting.profile = await self.around.bank.sign_in(card=person.card, pin=person.pin)
        self.secrets |= {person.legal_name, *person.greeting.values(), person.card, person.pin}
        words = Words(self.sitting.lang)
        for account in await self.around.bank.accounts():
            self.secrets.add(account.tail)
            for money in (account.available, account.booked):
                if money is not None and abs(money.amount) >= 1000:
                    phrase = phrases.money(words, abs(money.amount), money.currency)
                    self.secrets |= {phrase.shown, phrase.said, f"{abs(money.amount):.2f}"}

    async def go(self, journey: str, argument: str = "") -> Screen:
        """Open a journey and look."""
        if self.journey is not None:
            await self.journey.aclose()
        self.journey = open_journey(journey, self.around, argument)
        await self.journey.enter()
        return self.look()

    def look(self) -> Screen:
        """The page, which keeps its promises."""
        assert self.journey is not None
        screen = self.journey.screen(Words(self.sitting.lang, self.mode.wording), self.mode)
        keep_promises(screen, self.mode, self.secrets)
        return screen

    async def press(self, action: str, typed: str = "") -> Screen:
        """Press what is there, and look again."""
        await self.step(action, typed)
        return self.look()

    async def step(self, action: str, typed: str = "") -> Step:
        """Press what is there; where it leads."""
        assert self.journey is not None
        offered = controls(self.look())
        assert action == "back" or action in offered, f"{action} is not offered here, only {offered}"
        return await self.journey.act(action, typed)

    async def until(self, seen: Callable[[Screen], bool]) -> Screen:
        """Wait until the page has changed by itself to what she waits for."""
        async with asyncio.timeout(SOON_S):
            while not seen(screen := self.look()):
                await self.changes.wait()
                self.changes.clear()
        return screen

    async def leave(self) -> None:
        """The sitting ends."""
        if self.journey is not None:
            await self.journey.aclose()
        if self.sitting.help_line is not None:
            await self.sitting.help_line.aclose()


def keys(screen: Screen) -> list[str]:
    """What can be chosen on the page."""
    return controls(screen)


def actions(found: Iterable[str], beginning: str) -> list[str]:
    """Those keys that begin so."""
    return [key for key in found if key.startswith(beginning)]
