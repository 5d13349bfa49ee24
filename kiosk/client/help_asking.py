"""How the bank is asked for changes at the help desk: by a stream, or by a question that waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping

import httpx

from kiosk.client import faults, refusals
from kiosk.client.answer import Answer
from kiosk.client.errors import BankError, BankSlow, BankUnclear
from kiosk.client.line import Line
from kiosk.client.question import Exchange, Question
from kiosk.wire.accounts import INTERACTION_HEADER
from kiosk.wire.help import HelpTicketsWire

PATH = "/help-tickets/events"
POLL_WAIT_S = 5
"""How long the bank may keep a poll open: less than the deadline of a question."""
_LARGEST_REFUSAL = 64 * 1024
"""Bytes of a refusal that are read for its problem type."""


class HeldBack(BankSlow):
    """A stream was begun and nothing of it came through: something on the way waits for its end, such as a proxy."""


class HelpAsking:
    """Opens the help desk's changes. What goes wrong is a BankError; the answer is the caller's to close."""

    def __init__(self, line: Line, token: Callable[[], str]) -> None:
        """`token` is asked at each connection."""
        self._line, self._token = line, token

    async def stream(self, last_id: str) -> httpx.Response:
        """A stream from the event after `last_id` on. Reading it raises HeldBack when it begins with silence."""
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        response = await self._open(
            headers | ({"Last-Event-ID": last_id} if last_id else {}), self._line.patience.stream_silence_s
        )
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Prompt(response.stream, self._line.patience.stream_first_s, reference(response))
        return response

    async def poll(self, last_id: str) -> tuple[HelpTicketsWire, str]:
        """What has changed since `last_id`, as soon as something does, and the id to ask with next."""
        headers = {"Prefer": f"wait={POLL_WAIT_S}", "Cache-Control": "no-store"}
        headers |= {"If-None-Match": f'"{last_id}"'} if last_id else {}
        response = await self._open(headers, POLL_WAIT_S + self._line.patience.light_deadline_s)
        try:
            body = await response.aread()
        except httpx.RequestError as error:
            raise faults.as_bank_error(error, reference(response)) from None
        finally:
            await response.aclose()
        newest = response.headers.get("etag", "").removeprefix("W/").strip('"')
        if not newest.isascii() or not newest.isdigit():
            raise BankUnclear("a poll without a number", reference=reference(response))
        if response.status_code == 304:
            return HelpTicketsWire([]), newest
        answer = Answer(response.status_code, response.headers, body, reference(response))
        return answer.typed(HelpTicketsWire), newest

    async def _open(self, headers: Mapping[str, str], read_s: float) -> httpx.Response:
        patience, line, token = self._line.patience, self._line, self._token()
        async with line.question(token=token, guarded=False) as question:
            address = await line.located(patience.fault_s, question.reference)
            question.located = True
            try:
                response = await question.open(
                    Exchange("GET", "kiosk", PATH, headers=headers),
                    address,
                    connect_s=patience.connect_s,
                    read_s=read_s,
                )
            except httpx.RequestError as error:
                raise faults.as_bank_error(error, question.reference) from None
            if response.status_code not in (200, 304):
                raise await self._refusal(response, question, with_token=bool(token))
        return response

    async def _refusal(self, response: httpx.Response, question: Question, *, with_token: bool) -> BankError:
        try:
            body = await response.aread()
        except httpx.RequestError:
            return BankSlow("half an answer", reference=question.reference)
        finally:
            await response.aclose()
        question.answered = True
        answer = Answer(response.status_code, response.headers, body[:_LARGEST_REFUSAL], question.reference)
        return refusals.as_bank_error(answer, self._line.now(), with_token=with_token)


class _Prompt(httpx.AsyncByteStream):
    """A stream whose first bytes must come soon: the bank sends some as it opens one."""

    def __init__(self, inner: httpx.AsyncByteStream, first_s: float, asked: str) -> None:
        self._inner, self._first_s, self._asked = inner, first_s, asked

    async def __aiter__(self) -> AsyncIterator[bytes]:
        parts = aiter(self._inner)
        try:
            async with asyncio.timeout(self._first_s):
                first = await anext(parts, b"")
        except TimeoutError:
            raise HeldBack("nothing of a stream came through", reference=self._asked) from None
        yield first
        async for part in parts:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


def reference(response: httpx.Response) -> str:
    """The interaction id that an answer belongs to."""
    return str(response.request.headers.get(INTERACTION_HEADER, ""))
