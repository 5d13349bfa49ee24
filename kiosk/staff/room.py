"""The lobby's room: keeps line, list and page in step, and finds the bank again when it moved."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime

from accessibility.screen import Screen
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.client.address import Address
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError, BankRefused, DeviceRefused, SessionEnded
from kiosk.client.events import Link
from kiosk.client.found import FoundBank
from kiosk.model.staff import StaffMember
from kiosk.staff.lobby import Lobby, Save
from kiosk.staff.looking import looking_screen
from kiosk.staff.signing_in import SigningIn

LOOK_AGAIN_S = 1.0
"""Pause before the bank is looked for again."""
AGE_S = 20.0
"""How often the list is shown anew, so that the waiting times are true."""
LOCK_S = 900.0
"""Without a touch for so long, whoever signed in has to do so again (STANDARDS.md TO-05)."""


class Room:
    """One staff window.

    `bank` is the one on this machine, or an address to sign in at; `show` is called with every screen, `ring` when
    staff are to look up, `save` writes a file and says where; `clock` gives seconds.
    """

    def __init__(
        self,
        *,
        bank: FoundBank | Address,
        badge: str,
        lang: str,
        show: Callable[[Screen], None],
        now: Callable[[], datetime],
        ring: Callable[[], None] = lambda: None,
        save: Save = lambda _name, _text: "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ring, self._save, self._clock = ring, save, clock
        self._touched = clock()
        self._locked = asyncio.Event()
        self._bank = bank
        self._badge = badge
        self._lang = lang
        self._show = show
        self._now = now
        self._page: SigningIn | Lobby | None = None
        self._signed_in: asyncio.Event = asyncio.Event()
        self._member: StaffMember | None = None

    @property
    def lang(self) -> str:
        """The language in use."""
        return self._lang

    def refresh(self) -> None:
        """Show the present state."""
        words = Words(self._lang, "staff")
        self._show(self._page.screen(words) if self._page else looking_screen(words))

    async def act(self, action: str, typed: str) -> None:
        """What staff chose."""
        self._touched = self._clock()
        if action == "language":
            self._lang = LANGUAGES[(LANGUAGES.index(self._lang) + 1) % len(LANGUAGES)]
        elif isinstance(self._page, SigningIn):
            self._member = await self._page.act(action, typed)
            if self._member:
                self._signed_in.set()
        elif self._page:
            await self._page.act(action, typed)
        self.refresh()

    async def live(self) -> None:
        """Until cancelled: find the bank, be in the lobby, and when the line is lost for good begin again."""
        self.refresh()
        while True:
            desk = await self._desk()
            try:
                await self._attend_until_locked(desk)
            except BankRefused:  # the stream heals all else by itself
                await asyncio.sleep(LOOK_AGAIN_S)
            finally:
                await desk.aclose()

    async def _attend_until_locked(self, desk: Desk) -> None:
        """Be in the lobby until nobody has touched anything for too long. Raises as `_attend`."""
        self._locked.clear()
        attending = asyncio.create_task(self._attend(desk))
        locked = asyncio.create_task(self._locked.wait())
        try:
            await asyncio.wait({attending, locked}, return_when=asyncio.FIRST_COMPLETED)
            if attending.done():
                attending.result()
        finally:
            for task in (attending, locked):
                task.cancel()
            await asyncio.gather(attending, locked, return_exceptions=True)
        if self._locked.is_set():
            self._page = self._member = None
            await desk.sign_out()

    async def _desk(self) -> Desk:
        """A desk that is signed in: by badge and PIN, or without a badge as the lobby of the bank on this machine."""
        found = self._bank if isinstance(self._bank, FoundBank) else None
        while found and not found.is_there():
            self._page = None
            self.refresh()
            await asyncio.sleep(LOOK_AGAIN_S)
        if found and not self._badge:
            return Desk(found.where, lang=lambda: self._lang, token=found.staff_token, linked=self._linked)
        where = self._bank.where if isinstance(self._bank, FoundBank) else self._bank
        desk = Desk(where, lang=lambda: self._lang, linked=self._linked)
        self._page = SigningIn(desk, self._badge)
        self._signed_in.clear()
        self.refresh()
        await self._signed_in.wait()
        self._touched = self._clock()
        return desk

    def _linked(self, link: Link) -> None:
        """The stream of tickets stands again, or broke."""
        if isinstance(self._page, Lobby):
            self._page.away = link == "broken"
            self.refresh()

    async def _attend(self, desk: Desk) -> None:
        """Be told of every change. Raises SessionEnded and DeviceRefused, which trying again does not mend."""
        if not isinstance(self._page, Lobby):
            self._page = Lobby(desk, self._now, self._member, self._save)
        self._page.use(desk)
        lobby = self._page
        ageing = asyncio.create_task(self._age())
        try:
            await self._load(lobby)
            async with aclosing(desk.events()) as tickets:
                async for ticket in tickets:
                    if await lobby.heard(ticket):
                        self._ring()
                    self.refresh()
        finally:
            ageing.cancel()
            await asyncio.gather(ageing, return_exceptions=True)

    async def _load(self, lobby: Lobby) -> None:
        try:
            await lobby.refresh()
        except (SessionEnded, DeviceRefused):
            raise
        except BankError:
            lobby.away = True
        self.refresh()

    async def _age(self) -> None:
        while True:
            await asyncio.sleep(AGE_S)
            if self._member and self._clock() - self._touched >= LOCK_S:
                self._locked.set()
            self.refresh()
