"""Where something on the way keeps answers back until they are whole, help is heard of all the same."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.found import FoundBank
from kiosk.client.resilience import Patience
from kiosk.embedded import EmbeddedBank
from kiosk.model.help import HelpRequest, HelpTicket

COME = HelpRequest("come", "home", "elder", "en")
QUICK = Patience(first_pause_s=0.02, longest_pause_s=0.1, stream_first_s=0.3, stream_longest_pause_s=0.1)
Answerer = Callable[[bytes, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def holding_back(head: bytes, answer: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    """Keep a stream's body to itself: it waits for an end that does not come."""
    to.write(head)
    await to.drain()
    if b"text/event-stream" in head.lower():
        await answer.read()
        return
    to.write(await answer.read())
    await to.drain()


async def refusing(head: bytes, answer: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    """Know nothing of streams."""
    if b"text/event-stream" in head.lower():
        to.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    else:
        to.write(head + await answer.read())
    await to.drain()


class Proxy:
    """Passes one question a connection on to the bank."""

    def __init__(self, bank: Address, answering: Answerer) -> None:
        self._bank, self._answering = urlsplit(bank.url), answering
        self.asked: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._pass_on(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the kiosk has given up waiting
        finally:
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        line, _, fields = head.partition(b"\r\n")
        length = next(
            (int(each[15:]) for each in fields.split(b"\r\n") if each.lower().startswith(b"content-length:")), 0
        )
        self.asked.append(head)
        kept = b"\r\n".join(each for each in fields.split(b"\r\n") if not each.lower().startswith(b"connection:"))
        answer, there = await asyncio.open_connection(self._bank.hostname, self._bank.port)
        try:
            there.write(line + b"\r\nConnection: close\r\n" + kept + await reader.readexactly(length))
            await self._answering(await answer.readuntil(b"\r\n\r\n"), answer, writer)
        finally:
            there.close()


@asynccontextmanager
async def behind(embedded: EmbeddedBank, answering: Answerer) -> AsyncIterator[tuple[Bank, Proxy]]:
    here = await embedded.address()
    proxy = Proxy(here, answering)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    address = Address(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", here.device_token)
    async with server, aclosing(Bank(address, lang=lambda: "en", patience=QUICK)) as bank:
        yield bank, proxy


async def state(events: AsyncIterator[HelpTicket], wanted: str) -> HelpTicket:
    async with asyncio.timeout(20):
        async for ticket in events:
            if ticket.state == wanted:
                return ticket
    raise AssertionError("the events ended")


@pytest.mark.parametrize("answering", [holding_back, refusing])
async def test_help_is_heard_of_by_polls(embedded: EmbeddedBank, data_dir: Path, answering: Answerer) -> None:
    async with behind(embedded, answering) as (bank, proxy), aclosing(bank.help_events()) as events:
        found = FoundBank(data_dir)
        asked = await bank.ask_for_help(COME, "i1")
        assert (await state(events, "waiting")).id == asked.id
        async with aclosing(Desk(found.where, token=found.staff_token, lang=lambda: "en")) as desk:
            taken = await desk.claim(asked.id, asked.version)
            assert (await state(events, "accepted")).helper == taken.helper
            await desk.resolve(taken.id, taken.version)
        assert (await state(events, "done")).id == asked.id
    polls = [head for head in proxy.asked if b"prefer: wait=" in head.lower()]
    assert 2 <= len(polls) <= 6, "each waits for news, none hurries"
    assert b"if-none-match" in polls[-1].lower()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
async def test_a_stream_that_is_let_through_is_not_polled(embedded: EmbeddedBank) -> None:
    async def passing(head: bytes, answer: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        to.write(head)
        while data := await answer.read(65536):
            to.write(data)
            await to.drain()

    async with behind(embedded, passing) as (bank, proxy), aclosing(bank.help_events()) as events:
        first = await bank.ask_for_help(COME, "i1")
        assert (await state(events, "waiting")).id == first.id
        assert embedded.pid is not None
        os.kill(embedded.pid, signal.SIGKILL)
        await embedded.address()
    assert not [head for head in proxy.asked if b"prefer: wait=" in head.lower()]
