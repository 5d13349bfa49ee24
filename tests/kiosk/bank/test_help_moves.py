"""What staff do with a ticket beyond taking and ending it, who may look, point and write, and what is kept."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from kiosk.bank.clock import bank_day
from kiosk.bank.demo.people import LI, WANG, ZHOU
from kiosk.bank.parts import Parts
from kiosk.bank.tables import HelpScreen
from tests.kiosk.bank.banks import Caller, TestClock, ThreadBank
from tests.kiosk.bank.test_help_desk import SECOND, enrol_second, move
from tests.kiosk.bank.test_sign_in import kind

MASKED = '{"heading": "Your accounts", "facts": ["•••"]}'


def put(caller: Caller, ticket: dict[str, Any], what: str, **body: Any) -> Any:
    return caller.own("PUT", f"help-tickets/{ticket['id']}/{what}", body)


def look(caller: Caller, ticket: dict[str, Any]) -> Any:
    return caller.own("GET", f"help-tickets/{ticket['id']}/screen")


async def copies(parts: Parts) -> int:
    async with parts.store.reading() as session:
        return await session.scalar(select(func.count()).select_from(HelpScreen)) or 0


def test_the_urgent_go_first_and_the_others_move_down(guest: Caller) -> None:
    calm, urgent = guest.ask("k1").json(), guest.ask("k2", urgent=True, topic="money_worry").json()
    assert (urgent["urgent"], urgent["position"]) == (True, 1)
    assert guest.own("GET", f"help-tickets/{calm['id']}").json()["position"] == 2
    with guest.staff() as zhou:
        listed = zhou.own("GET", "help-tickets").json()["tickets"]
    assert [each["id"] for each in listed] == [urgent["id"], calm["id"]]


def test_from_a_hold_to_reopened(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou, guest.staff(LI) as li:
        ticket = move(zhou, ticket, "claim").json()
        assert ticket["look"] == ZHOU.look
        ticket = move(zhou, ticket, "arrive").json()
        assert ticket["arrived_at"] is not None
        ticket = move(zhou, ticket, "hold", because="fetching").json()
        assert (ticket["state"], ticket["held"]) == ("held", "fetching")
        assert kind(move(zhou, ticket, "claim")) == "wrong-state"
        ticket = move(li, ticket, "resume").json()
        assert (ticket["state"], ticket["held"], ticket["helper"]) == ("accepted", "", LI.names)
        ticket = move(li, ticket, "hand-over", to=ZHOU.id).json()
        assert (ticket["state"], ticket["helper"]) == ("accepted", ZHOU.names)
        assert kind(move(li, ticket, "hand-over", to="nobody")) == "not-found"
        ticket = move(zhou, ticket, "hand-over").json()
        assert (ticket["state"], ticket["helper"], ticket["position"]) == ("waiting", {}, 1)
        ticket = move(zhou, move(zhou, ticket, "claim").json(), "resolve", outcome="card_taken").json()
        assert (ticket["state"], ticket["outcome"]) == ("done", "card_taken")
        ticket = move(zhou, ticket, "reopen").json()
        assert (ticket["state"], ticket["outcome"], ticket["position"]) == ("waiting", "", 1)


def test_what_is_put_back_keeps_its_old_place(guest: Caller) -> None:
    first, second = guest.ask("k1").json(), guest.ask("k2").json()
    with guest.staff() as zhou:
        move(zhou, move(zhou, first, "claim").json(), "hand-over")
    places = [guest.own("GET", f"help-tickets/{each['id']}").json()["position"] for each in (first, second)]
    assert places == [1, 2]


def test_staff_see_the_masked_copy_while_it_is_open_and_it_is_gone_afterwards(bank: ThreadBank, guest: Caller) -> None:
    ticket = guest.ask("k1", masked=MASKED).json()
    assert MASKED not in str(ticket)
    with guest.staff() as zhou:
        assert look(zhou, ticket).json() == {"masked": MASKED}
        assert kind(look(guest, ticket)) == "not-signed-in"
        taken = move(zhou, ticket, "claim").json()
        move(zhou, taken, "resolve")
        assert kind(look(zhou, ticket)) == "wrong-state"
    assert bank.run(copies) == 0


def test_she_lets_them_look_and_ends_it_with_one_touch(guest: Caller) -> None:
    ticket = guest.ask("k1", masked=MASKED).json()
    with guest.staff() as zhou:
        assert kind(put(zhou, ticket, "point", key="next")) == "wrong-state"
        assert put(guest, ticket, "assist", on=True, masked="live").json()["assisting"] is True
        assert look(zhou, ticket).json() == {"masked": "live"}
        assert put(zhou, ticket, "point", key="next").json()["pointed"] == "next"
        ended = put(guest, ticket, "assist", on=False).json()
        assert (ended["assisting"], ended["pointed"]) == (False, "")
        assert look(zhou, ticket).json() == {"masked": MASKED}
        assert kind(put(zhou, ticket, "point", key="next")) == "wrong-state"


def test_a_masked_copy_may_be_as_long_as_the_contract_says(guest: Caller) -> None:
    assert guest.ask("k1", masked="安" * 65536).status_code == 201
    assert kind(guest.ask("k2", masked="安" * 65537)) == "malformed"


def test_only_who_holds_it_writes_on_the_board(guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    with guest.staff() as zhou, guest.staff(LI) as li:
        assert kind(put(zhou, ticket, "board", words="您好")) == "wrong-state"
        ticket = move(zhou, ticket, "claim").json()
        assert kind(put(li, ticket, "board", words="您好")) == "not-allowed"
        assert put(zhou, ticket, "board", words="您好").json()["board"] == "您好"
        assert move(zhou, ticket, "resolve").json()["board"] == ""


def test_she_rates_once_somebody_has_come(bank: ThreadBank, guest: Caller) -> None:
    ticket = guest.ask("k1").json()
    assert kind(put(guest, ticket, "rating", rating=3)) == "wrong-state"
    with guest.staff() as zhou:
        move(zhou, move(zhou, ticket, "claim").json(), "resolve")
    assert put(guest, ticket, "rating", rating=3).json()["rating"] == 3
    assert kind(put(guest, ticket, "rating", rating=4)) == "malformed"
    bank.run(enrol_second)
    with Caller(bank.url, SECOND) as other:
        assert kind(put(other, ticket, "rating", rating=1)) == "not-found"
        assert kind(put(other, ticket, "assist", on=True)) == "not-found"


def test_her_manager_is_named_only_in_her_own_sitting_and_for_the_checkup(guest: Caller) -> None:
    assert guest.ask("k1", topic="checkup").json()["manager"] == {}
    with guest.signed_in(WANG) as wang:
        assert guest.ask("k2", topic="checkup").json()["manager"] == LI.names
        assert guest.ask("k3", topic="balances").json()["manager"] == {}
        wang.own("DELETE", "session")
    assert guest.ask("k4", topic="checkup").json()["manager"] == {}


def test_an_estimate_comes_from_five_real_waits(guest: Caller, clock: TestClock) -> None:
    with guest.staff() as zhou:
        for number in range(5):
            ticket = guest.ask(f"k{number}").json()
            assert ticket["wait_s"] == []
            clock.pass_by(seconds=60 + number)
            ticket = move(zhou, move(zhou, ticket, "claim").json(), "arrive").json()
            move(zhou, ticket, "resolve")
        assert guest.ask("k9").json()["wait_s"] == [62, 63]


def test_figures_and_the_table_are_for_managers(guest: Caller, clock: TestClock) -> None:
    if bank_day(clock()) != bank_day(clock() + timedelta(minutes=5)):
        clock.pass_by(minutes=5)  # both on one day
    ticket = guest.ask("k1", topic="=cmd", masked=MASKED).json()
    clock.pass_by(seconds=90)
    guest.ask("k2", topic="balances")
    with guest.staff() as zhou, guest.staff(LI) as li:
        move(zhou, move(zhou, ticket, "claim").json(), "arrive")
        day = bank_day(clock()).isoformat()
        for path in ("help-figures", "help-tickets.csv"):
            assert kind(zhou.own("GET", f"{path}?day={day}")) == "not-allowed"
            assert kind(li.own("GET", f"{path}?day=yesterday")) == "malformed"
        found = li.own("GET", f"help-figures?day={day}").json()
        table = li.own("GET", f"help-tickets.csv?day={day}")
    assert (found["waiting_now"], found["asked"], found["median_s"], found["ninetieth_s"]) == (1, 2, 90, 90)
    assert {each["topic"]: each["asked"] for each in found["by_topic"]} == {"=cmd": 1, "balances": 1}
    assert sum(each["asked"] for each in found["by_hour"]) == 2
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["topic"], row["wait_s"], row["staff"]) for row in rows] == [
        ("'=cmd", "90", ZHOU.id),
        ("balances", "", ""),
    ]
    assert MASKED not in table.text


def test_colleagues_are_known_by_name(guest: Caller) -> None:
    with guest.staff() as zhou:
        known = {each["id"]: each for each in zhou.own("GET", "staff").json()["staff"]}
    assert known[ZHOU.id]["me"] is True
    assert (known[LI.id]["me"], known[LI.id]["role"]) == (False, "manager")


@pytest.mark.parametrize("wait", ["wait=20", "respond-async, wait=1"])
def test_a_long_poll_answers_at_once_when_there_is_news(guest: Caller, wait: str) -> None:
    path = "help-tickets/events"
    ticket = guest.ask("k1").json()
    first = guest.own("GET", path, Prefer=wait)
    assert [each["id"] for each in first.json()["tickets"]] == [ticket["id"]]
    tag = first.headers["etag"]
    guest.own("DELETE", f"help-tickets/{ticket['id']}")
    second = guest.own("GET", path, Prefer=wait, If_None_Match=tag)
    assert second.json()["tickets"][0]["state"] == "cancelled"
    assert second.headers["preference-applied"].startswith("wait=")


def test_a_long_poll_without_news_says_so(guest: Caller) -> None:
    guest.ask("k1")
    tag = guest.own("GET", "help-tickets/events", Prefer="wait=1").headers["etag"]
    with guest.staff() as zhou:
        tag = zhou.own("GET", "help-tickets/events", Prefer="wait=1").headers["etag"]
        quiet = zhou.own("GET", "help-tickets/events", Prefer="wait=1", If_None_Match=tag)
    assert (quiet.status_code, quiet.headers["etag"]) == (304, tag)
