"""The stream of help-ticket changes (server-sent events), opened again by itself until it is closed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Literal

import httpx
import msgspec
from httpx_sse import EventSource, SSEError

from kiosk.client import faults, kiosk_facts, refusals
from kiosk.client.answer import Answer
from kiosk.client.errors import BankAway, BankError, BankRefused, BankSlow, TooMany
from kiosk.client.line import Line
from kiosk.client.question import Exchange, Question
from kiosk.model.help import HelpTicket
from kiosk.wire.accounts import INTERACTION_HEADER
from kiosk.wire.kiosk_api import HelpTicketWire

_LOG = logging.getLogger(__name__)
Link = Literal["standing", "broken"]
PATH = "/help-tickets/events"
_LARGEST_REFUSAL = 64 * 1024
"""Bytes of a refusal that are read for its problem type."""

_LASTED_S = 15.0
"""A stream that stood so long was a good one, though nothing happened on it."""


class HelpEvents:
    """Tells each change of a help ticket once, in order; after a break it goes on where it was (Last-Event-ID)."""

    def __init__(
        self, line: Line, token: Callable[[], str] = lambda: "", linked: Callable[[Link], None] = lambda _: None
    ) -> None:
        """`token` is asked at each connection; `linked` is told when the stream stands and when it broke."""
        self._line, self._token, self._linked = line, token, linked
        self._last_id = ""
        self._failures = 0

    async def tickets(self) -> AsyncGenerator[HelpTicket, None]:
        """Tickets as they change, until the line is closed.

        Raises what waiting does not heal: DeviceRefused, SessionEnded, NotAllowed. Close it with `aclosing`.
        """
        while not self._line.closed:
            try:
                async with aclosing(self._one_stream()) as stream:
                    async for ticket in stream:
                        yield ticket
            except BankError as error:
                if isinstance(error, BankRefused) and not isinstance(error, TooMany):
                    raise
                _LOG.info("the help stream broke: %s", type(error).__name__)
            if self._line.closed:
                return
            self._linked("broken")
            self._failures += 1
            await asyncio.sleep(self._line.patience.stream_pause(self._failures))

    async def _one_stream(self) -> AsyncGenerator[HelpTicket, None]:
        """One connection, until the bank ends it. Raises BankError."""
        response = await self._opened()
        opened_at = self._line.clock()
        try:
            self._linked("standing")
            async with aclosing(EventSource(response).aiter_sse()) as events:
                async for event in events:
                    self._failures = 0
                    ticket = _read(event.data)
                    if ticket is not None:
                        yield ticket
                    # Only now: an event that was not taken is told again on the next connection.
                    self._last_id = event.id or self._last_id
        except httpx.RequestError as error:
            raise faults.as_bank_error(error, _reference(response)) from None
        except SSEError:
            raise BankAway("not a stream", reference=_reference(response)) from None
        finally:
            await response.aclose()
            if self._line.clock() - opened_at > _LASTED_S:
                self._failures = 0

    async def _opened(self) -> httpx.Response:
        patience, line, token = self._line.patience, self._line, self._token()
        async with line.question(token=token, guarded=False) as question:
            address = await line.located(patience.fault_s, question.reference)
            question.located = True
            try:
                response = await question.open(
                    Exchange("GET", "kiosk", PATH, headers=self._headers()),
                    address,
                    connect_s=patience.connect_s,
                    read_s=patience.stream_silence_s,
                )
            except httpx.RequestError as error:
                raise faults.as_bank_error(error, question.reference) from None
            if response.status_code != 200:
                await self._refuse(response, question, with_token=bool(token))
        return response

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        return headers | ({"Last-Event-ID": self._last_id} if self._last_id else {})

    async def _refuse(self, response: httpx.Response, question: Question, *, with_token: bool) -> None:
        try:
            body = await response.aread()
        except httpx.RequestError:
            raise BankSlow("half an answer", reference=question.reference) from None
        finally:
            await response.aclose()
        question.answered = True
        answer = Answer(response.status_code, response.headers, body[:_LARGEST_REFUSAL], question.reference)
        raise refusals.as_bank_error(answer, self._line.now(), with_token=with_token)


def _read(data: str) -> HelpTicket | None:
    """A ticket; None for a heartbeat, and for what cannot be read."""
    if not data:
        return None
    try:
        return kiosk_facts.help_ticket(msgspec.json.decode(data, type=HelpTicketWire))
    except (msgspec.DecodeError, UnicodeEncodeError):
        _LOG.warning("an event of the help stream could not be read")
        return None


def _reference(response: httpx.Response) -> str:
    return str(response.request.headers.get(INTERACTION_HEADER, ""))
