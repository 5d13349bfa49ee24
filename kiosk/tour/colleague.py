"""Somebody in the lobby while the tour walks: takes the request for help, stands beside her, and closes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.bank.demo.people import LI
from kiosk.client.desk import Desk
from kiosk.staff.lobby import Lobby

Deed = Literal["", "looks", "goes", "arrives", "points", "writes", "holds", "resumes", "is_done", "sees_the_day"]


class Way(msgspec.Struct, frozen=True):
    """What is touched for a deed: on a ticket's page with its id after it, then on the page it leads to."""

    verb: str
    then: str = ""


WAYS: Mapping[Deed, Way] = {
    "goes": Way("accept"),
    "arrives": Way("arrive"),
    "points": Way("beside", "balances"),
    "writes": Way("board", "say:follow"),
    "holds": Way("hold", "hold:papers"),
    "resumes": Way("resume"),
    "is_done": Way("outcome", "done:helped"),
}
LEAVE_S = 30.0
"""Seconds in which her leave to look has reached the bank."""


class Colleague:
    """Looks at the list, goes to the customer, helps her, marks her request as done."""

    def __init__(self, desk: Desk, lang: str, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._lobby = Lobby(desk, now)
        self._words = Words(lang, "staff")

    async def does(self, deed: Deed) -> Screen:
        """Do one thing; answers with the page it happened on. Raises LookupError when nobody is there for it."""
        await self._lobby.refresh()
        await self._lobby.act("home")
        if deed == "looks":
            return self._page
        if deed == "sees_the_day":
            return await self._days_page()
        ticket = next((each for each in self._lobby.tickets.open), None)
        if ticket is None:
            raise LookupError("nobody in the lobby's list is there for this")
        await self._lobby.act(f"ticket:{ticket.id}")
        if deed == "points":
            await self._until_she_lets_them(ticket.id)
        before, way = self._page, WAYS[deed]
        await self._lobby.act(f"{way.verb}:{ticket.id}")
        if way.then:
            before = self._page
            await self._lobby.act(way.then)
        return before

    async def _until_she_lets_them(self, ticket_id: str) -> None:
        """Her leave to look reaches the bank a moment after her touch. Raises TimeoutError."""
        async with asyncio.timeout(LEAVE_S):
            while not ((ticket := self._lobby.tickets.get(ticket_id)) and ticket.assisting):
                await asyncio.sleep(0.05)
                await self._lobby.refresh()

    async def _days_page(self) -> Screen:
        """Only a manager sees the figures."""
        await self._desk.sign_in(LI.badge, LI.pin)
        await self._lobby.act("day")
        page = self._page
        await self._desk.sign_out()
        return page

    @property
    def _page(self) -> Screen:
        return self._lobby.screen(self._words)
