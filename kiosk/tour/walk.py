"""Walking one mode, language and size through the real journeys and writing down each page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from accessibility.screen import Choices, Rows, Screen
from accessibility.words import Words
from kiosk.appearance import eyes, theme_for
from kiosk.client.address import Address, Where
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.errors import BankAway
from kiosk.client.found import FoundBank
from kiosk.client.outbox import Outbox
from kiosk.frame_labels import frame_labels
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.modes import Mode
from kiosk.tour.colleague import Colleague
from kiosk.tour.route import Stop, route
from kiosk.tour.wandering import Wanderer
from ui.window import KioskWindow

VIEWING_MM = 600.0
SETTLED_S = 30.0
"""A page that has not come by then is a fault of the program, not of the tour."""


Picture = Callable[[str, KioskWindow, Screen], None]
"""Takes one page down under its stop's name, which is empty where the tour passes by."""


class Outage:
    """The way to the bank, which the tour can close."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self.closed = False

    async def address(self) -> Address:
        """Where the bank is. Raises BankAway while the way is closed."""
        if self.closed:
            raise BankAway("closed by the tour")
        return await self._where()


class Walk:
    """One pass through all stops."""

    def __init__(
        self,
        *,
        where: Where,
        folder: Path,
        modes: Mapping[str, Mode],
        mode: str,
        lang: str,
        size: tuple[int, int],
        stops: Sequence[Stop] | None = None,
    ) -> None:
        """`stops` are those of the mode and language unless others are given."""
        self._stops = route(mode, lang) if stops is None else stops
        self._modes = modes
        self._mode, self._lang, self._size = mode, lang, size
        self._outage = Outage(where)
        self._folder = folder
        self._screen: Screen | None = None
        self._moved = asyncio.Event()
        self._problems: list[BaseException] = []

    async def go(self, picture: Picture) -> None:
        """Walk, and hand every page to `picture`. A failure that is not the bank's is raised."""
        bank = Bank(self._outage.address, lang=lambda: visit.sitting.lang)
        found = FoundBank(self._folder)
        desk = Desk(found.where, lang=lambda: self._lang, token=found.staff_token)
        colleague = Colleague(desk, self._lang, _now)
        window = self._window(self._mode)
        visit = self._visit(bank, window)
        try:
            await visit.begin()
            for stop in self._stops:
                if stop.lobby:
                    await self._see_lobby(colleague, stop, picture)
                await self._do(visit, stop)
                if stop.until or not stop.lobby:
                    picture(stop.name, window, self._shown())
                await self._wander(visit, stop.wander, lambda: picture("", window, self._shown()))
        finally:
            await visit.aclose()
            await bank.aclose()
            await desk.aclose()
            window.close()

    async def _wander(self, visit: Visit, depth: int, take: Callable[[], None]) -> None:
        if depth:
            await Wanderer(lambda way: self._do(visit, Stop(way)), self._shown, take).wander(depth)

    async def _do(self, visit: Visit, stop: Stop) -> None:
        self._outage.closed = stop.away
        if stop.action == "still_there":
            visit.warn(visit.mode.time.warn_s, 1.0)
        elif stop.action:
            await visit.act(self._chosen(stop.action), stop.typed)
        async with asyncio.timeout(SETTLED_S):
            await visit.settled()
            while stop.until and not self._has_come(stop):
                self._moved.clear()
                await self._moved.wait()
        self._outage.closed = False
        await asyncio.sleep(0)  # what the page has put off to the loop's next turn
        if self._problems:
            raise self._problems[0]

    def _has_come(self, stop: Stop) -> bool:
        page = self._shown()
        return page.key == stop.until and (bool(page.pointed) or not stop.pointed)

    async def _see_lobby(self, colleague: Colleague, stop: Stop, picture: Picture) -> None:
        """What the people in the lobby see while they help."""
        screen = await colleague.does(stop.lobby)
        window = self._window("staff")
        window.show_screen(screen)
        window.show()
        picture(f"lobby-{stop.lobby.replace('_', '-')}" if stop.until else stop.name, window, screen)
        window.close()

    def _chosen(self, action: str) -> str:
        """The key behind "first" and "second"."""
        place = {"first": 0, "second": 1}.get(action)
        return action if place is None else choices_of(self._shown())[place]

    def _shown(self) -> Screen:
        if self._screen is None:
            raise LookupError("the tour met no page yet")
        return self._screen

    def _window(self, mode: str) -> KioskWindow:
        machine, look = eyes(None, VIEWING_MM, self._size), self._modes[mode]
        window = KioskWindow(theme_for(look, machine, colours="light", text_percent=100, lang=self._lang))
        window.set_labels(frame_labels(Words(self._lang, look.wording)))
        window.resize(*self._size)
        return window

    def _visit(self, bank: Bank, window: KioskWindow) -> Visit:
        outbox = Outbox(self._folder / "outbox")

        def new_sitting() -> Sitting:
            sitting = Sitting(self._mode, self._lang)
            sitting.chose_mode = sitting.chose_lang = True
            return sitting

        def surround(sitting: Sitting) -> Surroundings:
            return Surroundings(
                bank=bank,
                sitting=sitting,
                outbox=outbox,
                changed=lambda: visit.refresh(),
                now=_now,
                modes=self._modes,
            )

        def show(screen: Screen) -> None:
            self._screen = screen
            self._moved.set()
            window.show_screen(screen)
            window.show()

        def failed(problem: BaseException) -> str:
            self._problems.append(problem)
            return "TOUR"

        visit = Visit(
            open_journey=open_journey,
            surround=surround,
            new_sitting=new_sitting,
            modes=self._modes,
            show=show,
            failed=failed,
        )
        return visit


def _now() -> datetime:
    return datetime.now().astimezone()


def choices_of(screen: Screen) -> tuple[str, ...]:
    """Keys of everything on the page that can be chosen, in reading order, without the frame."""
    keys: list[str] = []
    for block in screen.blocks:
        if isinstance(block, Choices):
            keys += [tile.key for tile in block.tiles]
        elif isinstance(block, Rows):
            keys += [row.action for row in block.rows if row.action]
    return tuple(keys)
