"""Nobody is silently forgotten: all staff after a minute, the manager after three, each once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.bank.bell import Bell
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_calls import HelpCalls, LoggedSecond, Second, SecondFailed
from kiosk.bank.help_desk import HelpDesk, Move
from kiosk.bank.help_escalation import Escalation
from kiosk.bank.help_limits import Limits
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.store import Store, data_url, open_store
from kiosk.bank.tables import Device, Staff
from kiosk.wire.help import HelpRequestWire, HelpTicketWire
from tests.kiosk.bank.banks import TestClock

ASKED = HelpRequestWire("come", "home", "elder", "zh_CN")


class Failing:
    def __init__(self, times: int) -> None:
        self.left, self.told = times, 0

    async def call(self, _ticket: HelpTicketWire) -> None:
        if self.left:
            self.left -= 1
            raise SecondFailed
        self.told += 1


class Slow:
    """A service that does not answer until it is let go."""

    def __init__(self) -> None:
        self.begun, self.told, self.answer = 0, 0, asyncio.Event()

    async def call(self, _ticket: HelpTicketWire) -> None:
        self.begun += 1
        await self.answer.wait()
        self.told += 1


class Server:
    """What one server does by itself: the clock, then the calls that are owed."""

    def __init__(self, escalation: Escalation, calls: HelpCalls) -> None:
        self.escalation, self.calls = escalation, calls

    async def look(self) -> None:
        await self.escalation.look()
        await self.calls.look()
        await self.calls.settled()


class Lobby:
    """A help desk with its clock, and as many servers as wished."""

    def __init__(self, store: Store, clock: TestClock) -> None:
        self.store, self.clock, self.bell = store, clock, Bell()
        self.queue = HelpQueue(clock)
        self.books = HelpBooks(store, clock, self.bell)
        self.desk = HelpDesk(self.books, self.queue)
        self.second = LoggedSecond()

    def server(self, second: Second | None = None) -> Server:
        calls = HelpCalls(self.books, self.queue, self.bell, second or self.second, Limits())
        return Server(Escalation(self.books, self.bell, Limits()), calls)

    async def level(self, ticket: HelpTicketWire) -> int:
        return (await self.desk.ticket(ticket.id, None)).level


@pytest.fixture
async def lobby(tmp_path: Path, clock: TestClock) -> AsyncIterator[Lobby]:
    store = await open_store(data_url(tmp_path))
    async with store.writing() as session:
        session.add(Device(id="k", kind="branch", place="A", token_hash="h"))
        session.add(Staff(id="s", badge="1", names={}, look={}, pin_hash=""))
    yield Lobby(store, clock)
    await store.aclose()


async def test_a_minute_then_three_each_once(lobby: Lobby) -> None:
    ticket, server = await lobby.desk.ask("k", "k1", ASKED), lobby.server()
    for seconds, level, calls in ((59, 0, 0), (1, 1, 0), (119, 1, 0), (1, 2, 1), (600, 2, 1)):
        lobby.clock.pass_by(seconds=seconds)
        await server.look()
        assert (await lobby.level(ticket), lobby.second.calls) == (level, calls)


async def test_it_outlives_a_restart_and_skips_what_is_overdue(lobby: Lobby) -> None:
    ticket = await lobby.desk.ask("k", "k1", ASKED)
    lobby.clock.pass_by(seconds=200)
    await lobby.server().look()
    assert (await lobby.level(ticket), lobby.second.calls) == (2, 1)
    await lobby.server().look()
    assert lobby.second.calls == 1


async def test_of_many_servers_one_calls(lobby: Lobby) -> None:
    for number in range(5):
        await lobby.desk.ask("k", f"k{number}", ASKED)
    lobby.clock.pass_by(seconds=200)
    await asyncio.gather(*(lobby.server().look() for _ in range(6)))
    assert lobby.second.calls == 5


async def test_who_is_served_is_not_called_for_and_a_hold_that_lasts_is(lobby: Lobby) -> None:
    ticket, server = await lobby.desk.ask("k", "k1", ASKED), lobby.server()
    lobby.clock.pass_by(seconds=61)
    await server.look()
    ticket = await lobby.desk.move(ticket.id, Move("claim", "s", 1))
    assert ticket.level == 0
    ticket = await lobby.desk.move(ticket.id, Move("arrive", "s", 2))
    lobby.clock.pass_by(hours=1)
    await server.look()
    assert await lobby.level(ticket) == 0
    ticket = await lobby.desk.move(ticket.id, Move("hold", "s", 3, "fetching"))
    lobby.clock.pass_by(seconds=300)
    await server.look()
    assert await lobby.level(ticket) == 1
    lobby.clock.pass_by(seconds=120)
    await server.look()
    assert (await lobby.level(ticket), lobby.second.calls) == (2, 1)


async def test_who_was_accepted_and_never_reached_is_called_for(lobby: Lobby) -> None:
    ticket = await lobby.desk.ask("k", "k1", ASKED)
    await lobby.desk.move(ticket.id, Move("claim", "s", 1))
    lobby.clock.pass_by(seconds=301)
    await lobby.server().look()
    assert await lobby.level(ticket) == 1


async def test_a_level_does_not_stand_in_the_way_of_a_claim(lobby: Lobby) -> None:
    ticket = await lobby.desk.ask("k", "k1", ASKED)
    lobby.clock.pass_by(seconds=61)
    await lobby.server().look()
    assert (await lobby.desk.move(ticket.id, Move("claim", "s", ticket.version))).state == "accepted"


async def test_a_second_channel_that_fails_is_tried_again(lobby: Lobby) -> None:
    await lobby.desk.ask("k", "k1", ASKED)
    second = Failing(2)
    lobby.clock.pass_by(seconds=200)
    for _ in range(4):
        await lobby.server(second).look()  # another server each time: what is owed is in the books
        lobby.clock.pass_by(seconds=60)
    assert (second.left, second.told) == (0, 1)


async def test_a_call_is_given_up_after_some_tries_and_said_so(lobby: Lobby, caplog: pytest.LogCaptureFixture) -> None:
    ticket, second = await lobby.desk.ask("k", "k1", ASKED), Failing(99)
    lobby.clock.pass_by(seconds=200)
    for _ in range(8):
        await lobby.server(second).look()
        lobby.clock.pass_by(seconds=60)
    assert second.left == 99 - 5
    [given_up] = [each for each in caplog.records if each.levelname == "ERROR"]
    assert ticket.id in given_up.getMessage()


async def test_a_server_that_dies_in_a_call_leaves_it_to_another(lobby: Lobby) -> None:
    await lobby.desk.ask("k", "k1", ASKED)
    lobby.clock.pass_by(seconds=200)
    slow, dying = Slow(), lobby.server()
    dying.calls = HelpCalls(lobby.books, lobby.queue, lobby.bell, slow, Limits())
    await dying.escalation.look()
    running = asyncio.create_task(dying.calls.run())
    while not slow.begun:
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await lobby.server().look()
    assert lobby.second.calls == 0, "the dead one may still be at it"
    lobby.clock.pass_by(seconds=61)
    await lobby.server().look()
    assert (slow.told, lobby.second.calls) == (0, 1)


async def test_a_slow_channel_holds_nobody_up(lobby: Lobby) -> None:
    for number in range(3):
        await lobby.desk.ask("k", f"k{number}", ASKED)
    slow = Slow()
    server = lobby.server(slow)
    lobby.clock.pass_by(seconds=200)
    await server.escalation.look()
    await server.calls.look()
    while slow.begun < 3:
        await asyncio.sleep(0)
    later = await lobby.desk.ask("k", "k9", ASKED)
    lobby.clock.pass_by(seconds=60)
    await server.escalation.look()
    assert (await lobby.level(later), slow.told) == (1, 0)
    slow.answer.set()
    await server.calls.settled()
    assert slow.told == 3


async def test_nobody_is_called_once_somebody_has_gone(lobby: Lobby) -> None:
    ticket = await lobby.desk.ask("k", "k1", ASKED)
    server = lobby.server()
    lobby.clock.pass_by(seconds=200)
    await server.escalation.look()
    seen = await lobby.desk.ticket(ticket.id, None)
    await lobby.desk.move(ticket.id, Move("claim", "s", seen.version))
    await server.look()
    assert lobby.second.calls == 0
