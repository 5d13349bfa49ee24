"""The event stream: who comes late misses nothing, who comes back hears what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from httpx_sse import ServerSentEvent, connect_sse

from kiosk.bank.bell import Bell
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_desk import HelpDesk, Move
from kiosk.bank.help_feed import HelpFeed
from kiosk.bank.help_queue import HelpQueue, newest_event
from kiosk.bank.store import data_url, open_store
from kiosk.bank.tables import Device, Staff
from kiosk.wire.help import HelpRequestWire
from tests.kiosk.bank.banks import LOBBY, Caller, TestClock, ThreadBank, thread_bank
from tests.kiosk.bank.test_help_desk import SECOND, enrol_second, move
from tests.kiosk.bank.test_sign_in import kind

PATH = "/kiosk/v1/help-tickets/events"


@contextmanager
def events(caller: Caller, since: str = "") -> Iterator[Iterator[ServerSentEvent]]:
    headers = {"Last-Event-ID": since} if since else {}
    with connect_sse(caller.http, "GET", PATH, headers=headers) as source:
        assert source.response.status_code == 200
        # A sign of life is a comment; the library hands it on as an event without data, which is none by the standard.
        yield (event for event in source.iter_sse() if event.data)


def seen(event: ServerSentEvent) -> tuple[Any, ...]:
    assert event.event == "ticket"
    ticket = event.json()
    return ticket["id"], ticket["state"], ticket["position"]


def test_a_kiosk_hears_that_somebody_comes(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou, events(guest) as heard:
        assert seen(next(heard)) == (ticket["id"], "waiting", 1)
        move(zhou, ticket, "claim")
        accepted = next(heard)
        assert seen(accepted) == (ticket["id"], "accepted", 0)
        assert accepted.json()["helper"]["zh_CN"] == "小周"


def test_a_waiting_kiosk_hears_that_it_moves_up(bank: ThreadBank, guest: Caller, clock: TestClock) -> None:
    bank.run(enrol_second)
    first = guest.ask("k1").json()
    clock.pass_by(seconds=1)
    with Caller(bank.url, SECOND) as other, guest.staff() as zhou:
        second = other.ask("k1").json()
        with events(other) as heard:
            assert seen(next(heard)) == (second["id"], "waiting", 2)
            move(zhou, first, "claim")
            assert seen(next(heard)) == (second["id"], "waiting", 1)
        with events(guest) as heard:
            assert seen(next(heard)) == (first["id"], "accepted", 0)


async def test_moving_up_is_told_also_where_one_reading_sees_the_question_and_the_claim(
    books: Path, clock: TestClock
) -> None:
    """A busy server reads late: her own event is older than what her stream began with, her place is newer."""
    store = await open_store(data_url(books))
    bell, queue = Bell(), HelpQueue(clock)
    desk, feed = HelpDesk(HelpBooks(store, clock, bell), queue), HelpFeed(store, queue, bell)
    async with store.writing() as session:
        session.add_all(Device(id=key, kind="branch", place=key, token_hash=key) for key in ("k1", "k2"))
        session.add(Staff(id="s", badge="s", names={}, look={}, pin_hash=""))
    await feed._read()
    first = await desk.ask("k1", "a", HelpRequestWire("come", "home", "elder", "en"))
    clock.pass_by(seconds=1)
    second = await desk.ask("k2", "b", HelpRequestWire("come", "home", "elder", "en"))
    async with store.reading() as session:
        begun = await newest_event(session)
    with feed.listen("k2") as ears:
        await desk.move(first.id, Move("claim", "s", first.version))
        await feed._read()
        told = b"".join(one.since(begun) for one in ears.rounds)
    await store.aclose()
    assert second.position == 2
    assert b'"position":1' in told.replace(b" ", b"")


def test_staff_hear_of_every_kiosk_in_order(bank: ThreadBank, guest: Caller, clock: TestClock) -> None:
    bank.run(enrol_second)
    with Caller(bank.url, SECOND) as other, guest.staff() as zhou:
        first = guest.ask("k1").json()
        clock.pass_by(seconds=1)
        with events(zhou) as heard:
            assert seen(next(heard)) == (first["id"], "waiting", 1)
            second = other.ask("k1").json()
            assert seen(next(heard)) == (second["id"], "waiting", 2)
            guest.own("DELETE", f"help-tickets/{first['id']}")
            assert seen(next(heard)) == (first["id"], "cancelled", 0)
            assert zhou.own("GET", f"help-tickets/{second['id']}").json()["position"] == 1


def test_coming_back_with_the_last_event_tells_what_has_changed_since(guest: Caller, clock: TestClock) -> None:
    first = guest.ask("k1").json()
    clock.pass_by(seconds=1)
    with events(guest) as heard:
        last = next(heard).id
    second = guest.ask("k2").json()
    with guest.staff() as zhou:
        taken = move(zhou, first, "claim").json()
        move(zhou, taken, "resolve")
    with events(guest, since=last) as heard:
        changed = [next(heard), next(heard)]
        assert {seen(each) for each in changed} == {(first["id"], "done", 0), (second["id"], "waiting", 1)}
        assert int(last) < int(changed[0].id) < int(changed[1].id)
        third = guest.ask("k3").json()
        later = next(event for event in heard if event.json()["id"] == third["id"])  # told twice does no harm
        assert seen(later) == (third["id"], "waiting", 2)


@pytest.mark.parametrize("since", ["999999", "x", "-1", "9" * 40])
def test_a_last_event_of_other_books_is_a_fresh_start(guest: Caller, since: str) -> None:
    ticket = guest.ask("k1").json()
    with events(guest, since=since) as heard:
        assert seen(next(heard)) == (ticket["id"], "waiting", 1)


def test_done_tickets_are_not_part_of_the_present(guest: Caller) -> None:
    old = guest.ask("k1").json()
    guest.own("DELETE", f"help-tickets/{old['id']}")
    new = guest.ask("k2").json()
    with events(guest) as heard:
        assert seen(next(heard))[0] == new["id"]


def test_the_lobby_needs_a_member_of_staff(guest: Caller) -> None:
    with Caller(guest.url, LOBBY) as lobby:
        answer = lobby.http.get(PATH)
        assert (answer.status_code, kind(answer)) == (401, "not-signed-in")


def test_a_silent_stream_shows_that_it_lives_and_ends_when_one_may_no_longer_listen(
    books: Path, clock: TestClock
) -> None:
    with (
        thread_bank(books, clock, heartbeat_s=0.05) as bank,
        bank.caller() as guest,
        guest.staff() as zhou,
        httpx.stream("GET", bank.url + PATH, headers=zhou.http.headers, timeout=20) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = (line for line in answer.iter_lines() if line)
        assert [next(lines) for _ in range(3)] == [": still here"] * 3
        clock.pass_by(minutes=14)
        assert zhou.own("GET", "help-tickets").status_code == 200  # a use; listening is none (STANDARDS.md TO-05)
        clock.pass_by(minutes=14)
        assert [next(lines) for _ in range(3)] == [": still here"] * 3
        clock.pass_by(minutes=1)
        assert set(lines) <= {": still here"}  # and it ends
        assert kind(zhou.own("GET", "help-tickets")) == "not-signed-in"


def test_streams_end_with_the_server(books: Path, clock: TestClock) -> None:
    with bank_caller(books, clock) as (bank, caller), events(caller) as heard:
        caller.ask("k1")
        assert seen(next(heard))[1] == "waiting"
        bank.run(close)
        assert list(heard) == []


async def close(parts: Any) -> None:
    parts.bell.close()


@contextmanager
def bank_caller(books: Path, clock: TestClock) -> Iterator[tuple[ThreadBank, Caller]]:
    with thread_bank(books, clock) as bank, bank.caller() as caller:
        yield bank, caller
