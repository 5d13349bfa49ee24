"""Somebody in the lobby while the tour walks: takes the request for help and closes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.desk import Desk
from kiosk.staff.lobby import Lobby

Deed = Literal["", "looks", "goes", "is_done"]


class Colleague:
    """Looks at the list, goes to the customer, marks her request as done."""

    def __init__(self, desk: Desk, lang: str, now: Callable[[], datetime]) -> None:
        self._lobby = Lobby(desk, now)
        self._words = Words(lang, "staff")

    async def does(self, deed: Deed) -> Screen:
        """Do one thing; answers with the page it happened on. Raises LookupError when nobody waits."""
        await self._lobby.refresh()
        if deed == "looks":
            await self._lobby.act("home")
            return self._lobby.screen(self._words)
        state = "waiting" if deed == "goes" else "accepted"
        ticket = next((each for each in self._lobby.tickets if each.state == state), None)
        if ticket is None:
            raise LookupError("nobody in the lobby's list is there for this")
        await self._lobby.act(f"ticket:{ticket.id}")
        page = self._lobby.screen(self._words)
        await self._lobby.act(f"{'accept' if deed == 'goes' else 'done'}:{ticket.id}")
        return page
