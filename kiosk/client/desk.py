"""The bank as staff see it: who asked for help, and who goes."""

from __future__ import annotations

import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx

from kiosk.client import kiosk_facts
from kiosk.client.address import Address, Where, at
from kiosk.client.breaker import BreakerStatus
from kiosk.client.errors import BankError, SessionEnded
from kiosk.client.events import HelpEvents, Link
from kiosk.client.line import Line
from kiosk.client.paths import segment
from kiosk.client.question import Question
from kiosk.client.resilience import Patience
from kiosk.model.help import HelpTicket
from kiosk.model.staff import StaffMember
from kiosk.wire.kiosk_api import HelpTicketsWire, HelpTicketWire, StaffGrant, StaffSessionRequest


class Desk:
    """One bank and one member of staff. Every question raises BankError. Close it with `aclose`."""

    def __init__(
        self,
        where: Address | Where,
        *,
        lang: Callable[[], str],
        token: str | Callable[[], str] = "",
        transport: httpx.AsyncBaseTransport | None = None,
        tls: ssl.SSLContext | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        line_changed: Callable[[], None] = lambda: None,
        linked: Callable[[Link], None] = lambda _: None,
    ) -> None:
        """`token` is, or gives, a staff token that is good already (`FoundBank.staff_token`); else `sign_in` first.

        `linked` is told when the stream of `events` stands or breaks.
        """
        known = at(where) if isinstance(where, Address) else where
        self._given = token if callable(token) else lambda: token
        self._token, self._linked = "", linked
        """`_token` is from `sign_in`, and goes before the one that was given."""
        self._line = Line(
            known,
            lang=lang,
            transport=transport,
            tls=tls,
            patience=patience,
            clock=clock,
            now=now,
            changed=line_changed,
        )

    @property
    def line(self) -> BreakerStatus:
        """Whether questions get through at present, and since when."""
        return self._line.breaker.status

    @property
    def signed_in(self) -> bool:
        """Somebody of the staff is signed in, as far as is known here."""
        return bool(self._good_token())

    def _good_token(self) -> str:
        return self._token or self._given()

    async def sign_in(self, badge: str, pin: str) -> StaffMember:
        """Sign in with badge number and PIN. Raises SignInRefused, SignInLocked."""
        await self.sign_out()
        async with self._line.question() as question:
            answer = await question.send("POST", "/staff-session", StaffSessionRequest(badge=badge, pin=pin))
            grant = answer.typed(StaffGrant)
        self._token = grant.token
        return StaffMember(names=grant.names)

    async def sign_out(self) -> None:
        """Forget the token at once, and tell the bank if it is there."""
        token, self._token = self._token, ""
        if not token:
            return
        try:
            async with self._line.question(token=token, light=True) as question:
                await question.send("DELETE", "/session")
        except BankError:
            return

    async def tickets(self) -> tuple[HelpTicket, ...]:
        """Every ticket that is waiting or being seen to."""
        async with self._as_staff() as question:
            found = (await question.get("kiosk", "/help-tickets")).typed(HelpTicketsWire)
            return tuple(kiosk_facts.help_ticket(one) for one in found.tickets)

    async def claim(self, ticket_id: str, version: int) -> HelpTicket:
        """Say "I am going". Raises Conflict when somebody was first, or the customer no longer needs it."""
        return await self._change(ticket_id, "claim", version)

    async def resolve(self, ticket_id: str, version: int) -> HelpTicket:
        """The customer has been helped. Raises Conflict when it changed meanwhile."""
        return await self._change(ticket_id, "resolve", version)

    def events(self) -> AsyncGenerator[HelpTicket, None]:
        """Each change of any ticket, until `aclose`. Connects again by itself; raises SessionEnded, DeviceRefused."""
        return HelpEvents(self._line, self._good_token, self._linked).tickets()

    async def aclose(self) -> None:
        """Close every connection. A token handed in stays good; one from `sign_in` is for `sign_out` to end."""
        await self._line.aclose()

    async def _change(self, ticket_id: str, verb: str, version: int) -> HelpTicket:
        async with self._as_staff() as question:
            path = f"/help-tickets/{segment(ticket_id)}/{verb}"
            answer = await question.send("POST", path, headers={"If-Match": f'"{version}"'})
            return kiosk_facts.help_ticket(answer.typed(HelpTicketWire))

    @asynccontextmanager
    async def _as_staff(self) -> AsyncIterator[Question]:
        token = self._good_token()
        if not token:
            raise SessionEnded("nobody is signed in")
        try:
            async with self._line.question(token=token, light=True) as question:
                yield question
        except SessionEnded:
            if self._token == token:
                self._token = ""
            raise
