"""The bank as staff see it: who asked for help, and who goes."""

from __future__ import annotations

import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Literal

import httpx
import msgspec

from kiosk.client import help_facts
from kiosk.client import orders as order_facts
from kiosk.client.address import Address, Where, at
from kiosk.client.breaker import BreakerStatus
from kiosk.client.errors import BankError, SessionEnded
from kiosk.client.events import HelpEvents, Link
from kiosk.client.line import Line
from kiosk.client.paths import segment
from kiosk.client.question import Question
from kiosk.client.resilience import Patience
from kiosk.model.help import HelpFigures, HelpTicket
from kiosk.model.order import OrderState
from kiosk.model.staff import StaffMember
from kiosk.wire.help import (
    BoardWire,
    HandOverWire,
    HelpFiguresWire,
    HelpTicketsWire,
    HelpTicketWire,
    HoldWire,
    MaskedWire,
    OutcomeWire,
    PointWire,
)
from kiosk.wire.kiosk_api import ColleaguesWire, StaffGrant, StaffSessionRequest
from kiosk.wire.orders import WitnessWire


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
        return StaffMember(names=grant.names, id=grant.id, role=grant.role, me=True)

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
            return tuple(help_facts.help_ticket(one) for one in found.tickets)

    async def claim(self, ticket_id: str, version: int) -> HelpTicket:
        """Say "I am going". Raises Conflict when somebody was first, or the customer no longer needs it."""
        return await self._change(ticket_id, "claim", version)

    async def arrive(self, ticket_id: str, version: int) -> HelpTicket:
        """Say "I am with her". This and each change below raises Conflict when the ticket changed meanwhile."""
        return await self._change(ticket_id, "arrive", version)

    async def hold(self, ticket_id: str, version: int, because: str) -> HelpTicket:
        """Put it aside, with the reason's code."""
        return await self._change(ticket_id, "hold", version, HoldWire(because))

    async def resume(self, ticket_id: str, version: int) -> HelpTicket:
        """Take up what was put aside: it is mine then."""
        return await self._change(ticket_id, "resume", version)

    async def hand_over(self, ticket_id: str, version: int, to: str = "") -> HelpTicket:
        """Back to the queue at its old place, or to the colleague with that id."""
        return await self._change(ticket_id, "hand-over", version, HandOverWire(to))

    async def resolve(self, ticket_id: str, version: int, outcome: str = "helped") -> HelpTicket:
        """The customer has been helped, or what else came of it."""
        return await self._change(ticket_id, "resolve", version, OutcomeWire(outcome))

    async def reopen(self, ticket_id: str, version: int) -> HelpTicket:
        """It was not done after all: back to the queue at its old place."""
        return await self._change(ticket_id, "reopen", version)

    async def screen(self, ticket_id: str) -> str:
        """The newest masked copy of her page as JSON text, "" for none. Raises Conflict once it is over."""
        async with self._as_staff() as question:
            return (await question.get("kiosk", _path(ticket_id, "screen"))).typed(MaskedWire).masked

    async def point(self, ticket_id: str, key: str) -> HelpTicket:
        """Show an arrow at a control; an empty key takes it away. Raises Conflict unless she lets staff look."""
        return await self._put(ticket_id, "point", PointWire(key))

    async def board(self, ticket_id: str, words: str) -> HelpTicket:
        """Write very large on her kiosk; nothing clears it. Raises NotAllowed, unless it is mine, and Conflict."""
        return await self._put(ticket_id, "board", BoardWire(words))

    async def witness(self, order_id: str, *, understood: bool) -> OrderState:
        """Say whether she understood her order; how it stands then. What it is about and how much is not told here.

        Raises NotAllowed for who has taken no request about it, and Conflict when it waits for no witness.
        """
        async with self._as_staff() as question:
            path = f"/orders/{segment(order_id)}/witness"
            return order_facts.order(await question.send("POST", path, WitnessWire(understood))).state

    async def figures(self, day: date) -> HelpFigures:
        """How the bank's day went. Raises NotAllowed for anybody but a manager."""
        async with self._as_staff() as question:
            answer = await question.get("kiosk", "/help-figures", {"day": day.isoformat()})
            return help_facts.help_figures(answer.typed(HelpFiguresWire))

    async def csv(self, day: date) -> str:
        """The day's tickets, one a line, with a heading. Raises NotAllowed for anybody but a manager."""
        async with self._as_staff(light=False) as question:
            answer = await question.get("kiosk", "/help-tickets.csv", {"day": day.isoformat()})
            return answer.body.decode("utf-8", "replace")

    async def colleagues(self) -> tuple[StaffMember, ...]:
        """Everybody to whom a ticket can be handed, oneself included."""
        async with self._as_staff() as question:
            found = (await question.get("kiosk", "/staff")).typed(ColleaguesWire)
            return tuple(StaffMember(one.names, one.id, one.role, one.me) for one in found.staff)

    def events(self) -> AsyncGenerator[HelpTicket, None]:
        """Each change of any ticket, until `aclose`. Connects again by itself; raises SessionEnded, DeviceRefused."""
        return HelpEvents(self._line, self._good_token, self._linked).tickets()

    async def aclose(self) -> None:
        """Close every connection. A token handed in stays good; one from `sign_in` is for `sign_out` to end."""
        await self._line.aclose()

    async def _change(self, ticket_id: str, verb: str, version: int, body: msgspec.Struct | None = None) -> HelpTicket:
        return await self._send("POST", _path(ticket_id, verb), body, {"If-Match": f'"{version}"'})

    async def _put(self, ticket_id: str, what: str, body: msgspec.Struct) -> HelpTicket:
        return await self._send("PUT", _path(ticket_id, what), body, {})

    async def _send(
        self, method: Literal["POST", "PUT"], path: str, body: msgspec.Struct | None, headers: dict[str, str]
    ) -> HelpTicket:
        async with self._as_staff() as question:
            answer = await question.send(method, path, body, headers=headers)
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    @asynccontextmanager
    async def _as_staff(self, *, light: bool = True) -> AsyncIterator[Question]:
        token = self._good_token()
        if not token:
            raise SessionEnded("nobody is signed in")
        try:
            async with self._line.question(token=token, light=light) as question:
                yield question
        except SessionEnded:
            if self._token == token:
                self._token = ""
            raise


def _path(ticket_id: str, what: str) -> str:
    return f"/help-tickets/{segment(ticket_id)}/{what}"
