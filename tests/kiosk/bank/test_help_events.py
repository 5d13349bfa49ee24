"""The event stream: who comes late misses nothing, who comes back hears what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from httpx_sse import ServerSentEvent, connect_sse

from tests.kiosk.bank.banks import LOBBY, Caller, TestClock, ThreadBank, thread_bank
from tests.kiosk.bank.test_help_desk import SECOND, enrol_second, move
from tests.kiosk.bank.test_sign_in import kind

PATH = "/kiosk/v1/help-tickets/events"


@contextmanager
def events(caller: Caller, since: str = "") -> Iterator[Iterator[ServerSentEvent]]:
    headers = {"Last-Event-ID": since} if since else {}
    with connect_sse(caller.http, "GET", PATH, headers=headers) as source:
        assert source.response.status_code == 200
        yield source.iter_sse()


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
            assert seen(next(heard)) == (second["id"], "waiting", 1)


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
        assert seen(next(heard)) == (third["id"], "waiting", 2)


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
        clock.pass_by(hours=11)  # listening counts as a use
        assert [next(lines) for _ in range(3)] == [": still here"] * 3
        clock.pass_by(hours=11)
        assert next(lines) == ": still here"
        assert zhou.own("DELETE", "session").status_code == 204
        assert set(lines) <= {": still here"}  # and it ends


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
