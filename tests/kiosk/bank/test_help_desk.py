"""Help tickets: asked for once, queued in order, taken by one, told to everybody whom it concerns."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.bank.demo.people import LI, ZHOU
from kiosk.bank.parts import Parts
from kiosk.bank.tables import Device
from kiosk.bank.tokens import token_hash
from tests.kiosk.bank.banks import PLACE, Caller, TestClock, ThreadBank, thread_bank
from tests.kiosk.bank.test_sign_in import kind

SECOND = "token-of-a-second-kiosk"


async def enrol_second(parts: Parts) -> None:
    async with parts.store.writing() as session:
        device = Device(id="kiosk-2", kind="branch", place="B-07", token_hash=token_hash(SECOND))
        session.add(device)


BODIES: dict[str, dict[str, str]] = {"hold": {"because": "fetching"}, "hand-over": {}, "resolve": {}}


def move(staff: Caller, ticket: dict[str, Any], verb: str, version: int | None = None, **body: str) -> httpx.Response:
    seen = f'"{version or ticket["version"]}"'
    given = BODIES[verb] | body if verb in BODIES else None
    return staff.own("POST", f"help-tickets/{ticket['id']}/{verb}", given, If_Match=seen)


def test_help_needs_no_sign_in_and_keeps_what_was_said(guest: Caller) -> None:
    answer = guest.ask("k1", step="2/4")
    ticket = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/kiosk/v1/help-tickets/{ticket['id']}"
    assert answer.headers["etag"] == '"1"'
    assert (ticket["state"], ticket["position"], ticket["where"]) == ("waiting", 1, PLACE)
    assert (ticket["access"], ticket["step"], ticket["helper"]) == (["speech"], "2/4", {})
    assert guest.own("GET", f"help-tickets/{ticket['id']}").json() == ticket


def test_one_key_is_one_ticket(guest: Caller) -> None:
    first, again = guest.ask("k1"), guest.ask("k1")
    assert (again.status_code, again.json()) == (201, first.json())
    reused = guest.ask("k1", topic="other")
    assert (reused.status_code, kind(reused)) == (422, "idempotency-key-reused")
    assert kind(guest.own("POST", "help-tickets", {})) == "malformed"
    assert guest.ask("k2").json()["id"] != first.json()["id"]


@pytest.mark.parametrize(("key", "problem"), [("", "idempotency-key-missing"), ("k" * 65, "malformed")])
def test_a_key_is_required_and_short(guest: Caller, key: str, problem: str) -> None:
    answer = guest.ask(key)
    assert (answer.status_code, kind(answer)) == (400, problem)


def test_the_same_key_while_the_first_is_worked_on_is_told_so(bank: ThreadBank, guest: Caller) -> None:
    """Somebody else holds the books: the first request waits for them, the second is turned away at once."""
    held, let_go = threading.Event(), threading.Event()

    async def hold(parts: Parts) -> None:
        async with parts.store.writing():
            held.set()
            await asyncio.to_thread(let_go.wait, 20)

    with ThreadPoolExecutor(3) as others, bank.caller() as second:
        holding = others.submit(bank.run, hold)
        assert held.wait(20)
        asked = [others.submit(caller.ask, "k1") for caller in (guest, second)]
        turned_away = next(as_completed(asked, 20)).result()
        assert (turned_away.status_code, kind(turned_away)) == (409, "still-in-progress")
        let_go.set()
        holding.result(20)
        assert sorted(each.result(20).status_code for each in asked) == [201, 409]


def test_ten_at_once_with_one_key_make_one_ticket(bank: ThreadBank) -> None:
    def ask(_: int) -> httpx.Response:
        with bank.caller() as caller:
            return caller.ask("k1")

    with ThreadPoolExecutor(10) as many:
        answers = list(many.map(ask, range(10)))
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    assert {kind(answer) for answer in answers if answer.status_code != 201} <= {"still-in-progress"}
    with bank.caller() as caller, caller.staff() as zhou:
        assert len(zhou.own("GET", "help-tickets").json()["tickets"]) == 1


def test_the_queue_moves_up(guest: Caller, clock: TestClock) -> None:
    tickets = []
    for number in range(3):
        tickets.append(guest.ask(f"k{number}").json())
        clock.pass_by(seconds=1)
    assert [each["position"] for each in tickets] == [1, 2, 3]
    with guest.staff() as zhou:
        move(zhou, tickets[0], "claim")
        listed = zhou.own("GET", "help-tickets").json()["tickets"]
    assert [(each["state"], each["position"]) for each in listed] == [("accepted", 0), ("waiting", 1), ("waiting", 2)]
    guest.own("DELETE", f"help-tickets/{tickets[1]['id']}")
    assert guest.own("GET", f"help-tickets/{tickets[2]['id']}").json()["position"] == 1


def test_from_waiting_to_done(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou:
        taken = move(zhou, ticket, "claim")
        assert (taken.status_code, taken.headers["etag"]) == (200, '"2"')
        assert (taken.json()["state"], taken.json()["helper"]) == ("accepted", ZHOU.names)
        assert kind(move(zhou, taken.json(), "claim")) == "wrong-state"
        done = move(zhou, taken.json(), "resolve").json()
        assert (done["state"], done["version"], done["helper"]) == ("done", 3, ZHOU.names)
        assert zhou.own("GET", "help-tickets").json()["tickets"] == []
        assert zhou.own("GET", f"help-tickets/{ticket['id']}").json() == done
    late = guest.own("DELETE", f"help-tickets/{ticket['id']}")
    assert (late.status_code, kind(late)) == (409, "wrong-state")


def test_of_two_who_claim_at_once_one_wins(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff(ZHOU) as zhou, guest.staff(LI) as li, ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda staff: move(staff, ticket, "claim"), (zhou, li)))
    lost = next(answer for answer in answers if answer.status_code != 200)
    won = next(answer for answer in answers if answer.status_code == 200)
    assert (lost.status_code, kind(lost)) == (412, "version-mismatch")
    assert won.json()["helper"] in (ZHOU.names, LI.names)
    assert guest.own("GET", f"help-tickets/{ticket['id']}").json() == won.json()


def test_a_move_names_the_version_it_has_seen(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou:
        path = f"help-tickets/{ticket['id']}/claim"
        assert kind(zhou.own("POST", path)) == "malformed"
        assert kind(zhou.own("POST", path, If_Match="*")) == "malformed"
        assert move(zhou, ticket, "claim", version=7).status_code == 412
        assert kind(move(zhou, {"id": "none", "version": 1}, "claim")) == "not-found"
    assert kind(guest.own("POST", path, If_Match='"1"')) == "not-signed-in"


def test_cancelling_twice_is_cancelling_once_also_when_somebody_is_on_the_way(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou:
        taken = move(zhou, ticket, "claim").json()
        first = guest.own("DELETE", f"help-tickets/{ticket['id']}")
        again = guest.own("DELETE", f"help-tickets/{ticket['id']}")
        assert (first.status_code, first.json()["state"], again.json()) == (200, "cancelled", first.json())
        assert move(zhou, taken, "resolve").status_code == 412


def test_a_kiosk_sees_and_cancels_its_own_only(bank: ThreadBank, guest: Caller) -> None:
    bank.run(enrol_second)
    ticket = guest.ask("k1").json()
    with Caller(bank.url, SECOND) as other:
        for method in ("GET", "DELETE"):
            assert kind(other.own(method, f"help-tickets/{ticket['id']}")) == "not-found"
        mine = other.ask("k1")
        assert (mine.status_code, mine.json()["where"], mine.json()["position"]) == (201, "B-07", 2)
    assert kind(guest.own("GET", "help-tickets")) == "not-signed-in"


def test_a_restart_keeps_tickets_and_keys(books: Path, clock: TestClock) -> None:
    with thread_bank(books, clock) as bank, bank.caller() as caller:
        ticket = caller.ask("k1").json()
    with thread_bank(books, clock) as bank, bank.caller() as caller:
        assert caller.own("GET", f"help-tickets/{ticket['id']}").json() == ticket
        assert caller.ask("k1").json() == ticket
