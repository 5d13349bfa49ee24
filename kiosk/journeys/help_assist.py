"""Letting staff look on: they see each page she is on with amounts, names and numbers covered, and may point.

She begins it and she ends it, with one touch; it ends with the request and with the sitting too. Staff can do nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from kiosk.client.errors import BankError, BankRefused, TooMany
from kiosk.model.help import HelpTicket

if TYPE_CHECKING:
    from kiosk.client.bank import Bank

INVITED = ("accepted", "arrived")
"""Only while somebody has taken her request can she let them look."""
PAUSE_S = 2.0
ENDING_S = 2.0
"""How long the end of a sitting waits for the bank to hear that nobody may look any more."""
Hold = Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]


class Assist:
    """Whether somebody may look, and what they see. Sends one copy at a time, and of several only the newest."""

    def __init__(self, bank: Bank, hold: Hold, pause: Callable[[float], Awaitable[None]]) -> None:
        self._bank, self._hold, self._pause = bank, hold, pause
        self._ticket = ""
        self._page = self._sent = ""
        self._told_off = True
        self._sending: asyncio.Task[None] | None = None
        self._read = ""
        self.on = False
        """She lets them look."""
        self.pointed = ""
        """The control they point at, as staff know it."""
        self.board = ""
        """What they write for her and she has not put away yet."""

    def begin(self, ticket: HelpTicket | None) -> None:
        """Let them look, from the next page on. Nothing before somebody has taken the request."""
        if ticket and ticket.state in INVITED:
            self._ticket, self.on, self._page, self._sent = ticket.id, True, "", ""
            self._told_off = False

    def stop(self) -> None:
        """Nobody may look any more; that is so at once, and the bank is told until it has heard."""
        if self.on:
            self.on, self.pointed = False, ""
            self._send()

    def turned_to(self, masked: str) -> None:
        """A page is on show; `masked` is its covered copy as JSON text."""
        if self.on and masked != self._page:
            self._page = masked
            self._send()

    def follow(self, ticket: HelpTicket) -> None:
        """How the request stands now."""
        if ticket.state not in INVITED:
            self.stop()
        self.pointed = ticket.pointed if self.on else ""
        self._read = self._read if ticket.board else ""
        self.board = ticket.board if ticket.state in INVITED and ticket.board != self._read else ""

    def read(self) -> None:
        """She has read what they wrote."""
        self._read, self.board = self.board, ""

    async def end(self) -> None:
        """The sitting ends. Waits a moment for the bank to hear that nobody may look any more."""
        self.stop()
        if self._sending and not self._sending.done():
            await asyncio.wait({self._sending}, timeout=ENDING_S)

    def _send(self) -> None:
        if self._sending is None or self._sending.done():
            self._sending = self._hold(self._tell())

    async def _tell(self) -> None:
        """Until the bank knows the newest. A no ends it: staff see nothing."""
        while self._behind:
            on, page = self.on, self._page
            try:
                await self._bank.assist(self._ticket, on, page if on else "")
            except BankError as problem:
                if isinstance(problem, BankRefused) and not isinstance(problem, TooMany):
                    self.on, self._told_off = False, True
                    return
                await self._pause(PAUSE_S)
            else:
                self._sent, self._told_off = (page if on else ""), not on

    @property
    def _behind(self) -> bool:
        return self._page != self._sent if self.on else not self._told_off
