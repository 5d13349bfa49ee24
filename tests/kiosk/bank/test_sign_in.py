"""Signing in and out: what is told, what is locked, what ends when."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.bank.auth import NOTED_EVERY
from kiosk.bank.demo.people import CHEN, LI, WANG, YUTONG, ZHOU
from kiosk.bank.pins import PinChecker
from tests.kiosk.bank.banks import LOBBY, Caller, ChildBank, TestClock, ThreadBank, thread_bank

UNKNOWN = "6299990099999999999"


def kind(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    return str(body["type"]).rsplit("/", 1)[1]


def told(answer: httpx.Response) -> tuple[int, Any, dict[str, str]]:
    """All that a caller can see of an answer, but for its date and number."""
    varying = ("date", "x-fapi-interaction-id")
    return answer.status_code, answer.json(), {k: v for k, v in answer.headers.items() if k not in varying}


def test_card_and_pin_open_a_session_that_signing_out_ends(kiosk: Caller) -> None:
    with kiosk.signed_in(WANG) as wang:
        assert wang.own("GET", "profile").json()["greeting"]["en"] == "Mrs Wang"
        assert wang.own("DELETE", "session").status_code == 204
        assert kind(wang.own("GET", "profile")) == "not-signed-in"
        assert wang.get("accounts").status_code == 401


def test_unknown_card_and_wrong_pin_are_told_alike_also_when_they_lock(guest: Caller, clock: TestClock) -> None:
    for lock_s in (300, 900, 3600):
        known = [told(guest.try_pin(WANG.card, "000000")) for _ in range(6)]
        unknown = [told(guest.try_pin(UNKNOWN, "000000")) for _ in range(6)]
        assert known == unknown
        assert [status for status, _, _ in known] == [401] * 4 + [423] * 2
        assert known[0][1]["type"].endswith("/sign-in-refused")
        assert known[-1][1]["retry_after"] == int(known[-1][2]["retry-after"]) == lock_s
        clock.pass_by(seconds=lock_s)
    assert guest.try_pin(WANG.card, WANG.pin).status_code == 201


def test_a_lock_holds_against_the_right_pin_and_a_right_pin_forgives(guest: Caller, clock: TestClock) -> None:
    for _ in range(4):
        guest.try_pin(WANG.card, "000000")
    assert guest.try_pin(WANG.card, WANG.pin).status_code == 201
    assert kind(guest.try_pin(WANG.card, "000000")) == "sign-in-refused"
    for _ in range(4):
        guest.try_pin(WANG.card, "000000")
    locked = guest.try_pin(WANG.card, WANG.pin)
    assert kind(locked) == "sign-in-locked"
    assert locked.json()["retry_after"] == 300
    assert guest.try_pin(CHEN.card, CHEN.pin).status_code == 201
    clock.pass_by(seconds=301)
    assert guest.try_pin(WANG.card, WANG.pin).status_code == 201


def test_many_guesses_at_once_get_no_more_tries(bank: ThreadBank) -> None:
    def guess(number: int) -> int:
        with bank.caller() as caller:
            return caller.try_pin(WANG.card, f"{number:06}").status_code

    with ThreadPoolExecutor(10) as many:
        statuses = list(many.map(guess, range(20)))
    assert statuses.count(401) == 4
    assert statuses.count(423) == 16


def test_a_restart_keeps_locks_of_known_and_unknown(books: Path, clock: TestClock) -> None:
    with thread_bank(books, clock) as bank, bank.caller() as caller:
        for _ in range(5):
            caller.try_pin(WANG.card, "000000")
            caller.try_pin(UNKNOWN, "000000")
    with thread_bank(books, clock) as bank, bank.caller() as caller:
        assert told(caller.try_pin(WANG.card, WANG.pin)) == told(caller.try_pin(UNKNOWN, "1234"))
        assert kind(caller.try_pin(WANG.card, WANG.pin)) == "sign-in-locked"


def test_unknown_and_wrong_take_the_same_steps(books: Path, clock: TestClock) -> None:
    """Both check one hash of one cost; time itself is too rough to compare on a busy machine."""
    costs: list[str] = []

    class Noting(PinChecker):
        async def right(self, pin_hash: str, pin: str) -> bool:
            costs.append(pin_hash.rsplit("$", 2)[0])
            return await super().right(pin_hash, pin)

    with thread_bank(books, clock, pins=Noting) as bank, bank.caller() as caller:
        caller.try_pin(WANG.card, "000000")
        caller.try_pin(UNKNOWN, "000000")
    assert len(costs) == 2
    assert costs[0] == costs[1]
    assert costs[0].startswith("$argon2id$")


@pytest.mark.parametrize(
    "body",
    [
        {}, {"pin": "123456"}, {"card": "1", "customer": "x", "pin": "123456"}, {"card": WANG.card, "pin": "12ab56"},
        {"card": WANG.card, "pin": 135790}, {"card": WANG.card, "pin": WANG.pin, "more": 1}, [], "x",
    ],
)  # fmt: skip
def test_a_malformed_sign_in_is_told_without_repeating_it(kiosk: Caller, body: Any) -> None:
    answer = kiosk.own("POST", "session", body)
    assert (answer.status_code, kind(answer)) == (400, "malformed")
    assert "12ab56" not in answer.text
    assert WANG.pin not in answer.text


@pytest.mark.parametrize("content", [b"", b"{", b'{"card": "\xff"}', b"\x00" * 10])
def test_a_body_that_is_no_json_is_malformed(kiosk: Caller, content: bytes) -> None:
    assert kind(kiosk.http.post("/kiosk/v1/session", content=content)) == "malformed"


def test_too_large_a_body_is_refused(kiosk: Caller) -> None:
    assert kiosk.http.post("/kiosk/v1/session", content=b" " * 100_000).status_code == 413


def test_a_session_ends_after_five_idle_minutes_and_each_call_keeps_it(guest: Caller, clock: TestClock) -> None:
    with guest.signed_in(WANG) as wang:
        for _ in range(4):
            clock.pass_by(seconds=299)
            assert wang.get("accounts").status_code == 200
        clock.pass_by(seconds=300)
        assert wang.get("accounts").status_code == 401
        assert kind(wang.own("GET", "profile")) == "not-signed-in"


def test_a_restart_keeps_sessions(books: Path, clock: TestClock) -> None:
    with thread_bank(books, clock) as bank, bank.caller() as caller, caller.signed_in(WANG) as wang:
        token = wang.http.headers["authorization"].split()[1]
        clock.pass_by(seconds=200)
        assert wang.get("party").status_code == 200
    clock.pass_by(seconds=299)
    with thread_bank(books, clock) as bank, Caller(bank.url, token=token) as wang:
        assert wang.get("party").status_code == 200
        clock.pass_by(seconds=300 + NOTED_EVERY.total_seconds())
        assert wang.get("party").status_code == 401


def test_a_token_is_good_at_its_own_device_only_and_only_its_hash_is_kept(guest: Caller, books: Path) -> None:
    with guest.signed_in(WANG) as wang:
        token = wang.http.headers["authorization"].split()[1]
    with Caller(guest.url, LOBBY, token) as elsewhere:
        assert kind(elsewhere.own("GET", "profile")) == "not-signed-in"
    for file in books.iterdir():
        assert token.encode() not in file.read_bytes()


def test_staff_and_customers_do_not_share_doors(kiosk: Caller, wang: Caller) -> None:
    with kiosk.staff() as zhou:
        assert kind(zhou.own("GET", "profile")) == "not-allowed"
        assert zhou.get("accounts").status_code == 403
        assert zhou.own("DELETE", "session").status_code == 204
    assert kind(wang.own("GET", "help-tickets")) == "not-allowed"


def test_staff_grant_names_the_helper_and_locks_like_a_card(guest: Caller) -> None:
    answer = guest.own("POST", "staff-session", {"badge": LI.badge, "pin": LI.pin})
    assert answer.json()["names"] == LI.names
    pairs = [(guest.own("POST", "staff-session", {"badge": badge, "pin": "0000"})) for badge in (ZHOU.badge, "0") * 5]
    assert [told(known) for known in pairs[::2]] == [told(unknown) for unknown in pairs[1::2]]
    assert kind(pairs[-1]) == "sign-in-locked"


def test_at_home_one_chooses_oneself_and_in_the_branch_one_cannot(books: Path, clock: TestClock, kiosk: Caller) -> None:
    by_name = {"customer": YUTONG.id, "pin": YUTONG.pin}
    with thread_bank(books, clock, kind="home") as bank, bank.caller() as home:
        assert YUTONG.id in {each["customer"] for each in home.own("GET", "devices/self").json()["customers"]}
        assert home.own("POST", "session", by_name).status_code == 201
    assert kiosk.own("GET", "devices/self").json()["customers"] == []
    assert kind(kiosk.own("POST", "session", by_name)) == "sign-in-refused"


def test_an_unknown_or_revoked_device_gets_401_and_nothing_else(embedded: ChildBank) -> None:
    paths = ("profile", "devices/self", "help-tickets", "help-tickets/events", "holdings", "checkup")
    for token in ("", "wrong", "x" * 5000):
        with Caller(embedded.url, token) as stranger:
            for path in paths:
                assert kind(stranger.own("GET", path)) == "device-unknown"
            assert kind(stranger.try_pin(WANG.card, WANG.pin)) == "device-unknown"
            assert kind(stranger.own("POST", "session", {"nonsense": 1})) == "device-unknown"
            assert (stranger.get("accounts").status_code, stranger.get("accounts").content) == (401, b"")
            assert stranger.get("/healthz").status_code == 200
            assert stranger.get("/kiosk/v1/openapi.json").status_code == 200
