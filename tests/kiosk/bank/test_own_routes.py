"""Profile, holdings, check-up and health over the real server."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from kiosk.bank.demo.people import CHEN, GREEN, LIN, PEOPLE, WANG, YUTONG, ZHAO, DemoPerson
from kiosk.bank.routes.profile import age_band
from kiosk.wire.checkup import CheckupWire
from kiosk.wire.kiosk_api import Device, HoldingsWire, ProfileWire
from tests.kiosk.bank.banks import PLACE, Caller, TestClock, thread_bank
from tests.kiosk.bank.test_sign_in import kind


def test_a_device_knows_itself(kiosk: Caller) -> None:
    found = msgspec.json.decode(kiosk.own("GET", "devices/self").content, type=Device)
    assert (found.kind, found.place, found.customers) == ("branch", PLACE, [])


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_everybodys_profile_reads(kiosk: Caller, person: DemoPerson) -> None:
    with kiosk.signed_in(person) as caller:
        found = msgspec.json.decode(caller.own("GET", "profile").content, type=ProfileWire)
    assert (found.customer, found.mode, found.lang) == (person.id, person.mode, person.lang)
    assert found.greeting == person.greeting
    assert found.age_band == ("child" if person.age < 18 else "senior" if person.age >= 65 else "adult")


@pytest.mark.parametrize(
    ("born", "band"),
    [("2008-11-24", "child"), ("2008-11-23", "adult"), ("1961-11-24", "adult"), ("1961-11-23", "senior")],
)
def test_age_bands_change_on_the_birthday(born: str, band: str) -> None:
    assert age_band(date.fromisoformat(born), date(2026, 11, 23)) == band


def test_wishes_follow_the_customer_over_a_restart(books: Path, clock: TestClock) -> None:
    wish = {"text_size": 175, "theme": "contrast", "speech": False, "rate": 1, "volume": 5}
    with thread_bank(books, clock) as bank, bank.caller() as caller, caller.signed_in(WANG) as wang:
        answer = wang.own("PUT", "profile", {"mode": "standard", "lang": "en", "preferences": wish})
        assert answer.status_code == 200
    with thread_bank(books, clock) as bank, bank.caller() as caller, caller.signed_in(WANG) as wang:
        found = wang.own("GET", "profile").json()
    assert found == answer.json()
    untouched = {"choosing": "press", "tempo": 3, "hold": "off", "again": "usual", "place": "right", "pointer": 1}
    whole = wish | {"pace": 2, "sounds": True} | untouched
    assert (found["mode"], found["lang"], found["preferences"]) == ("standard", "en", whole)


@pytest.mark.parametrize(("sent", "pace"), [({"rate": 3}, 4), ({"rate": 3, "pace": 5}, 5), ({}, 3)])
def test_a_kiosk_that_knows_three_rates_and_one_that_knows_five_understand_each_other(
    wang: Caller, sent: dict[str, int], pace: int
) -> None:
    wang.own("PUT", "profile", {"mode": "elder", "lang": "zh_CN", "preferences": sent})
    found = wang.own("GET", "profile").json()["preferences"]
    assert (found["rate"], found["pace"]) == (sent.get("rate", 2), pace)


@pytest.mark.parametrize(
    "change",
    [
        {"preferences": {"text_size": 500}},
        {"preferences": {"pace": 6}},
        {"mode": 1},
        {"lang": "x" * 17},
        {"entitlements": ["everything"]},
    ],
)
def test_a_profile_takes_only_what_the_customer_may_change(wang: Caller, change: dict[str, object]) -> None:
    before = wang.own("GET", "profile").json()
    answer = wang.own("PUT", "profile", {"mode": "elder", "lang": "zh_CN", "preferences": {}} | change)
    assert kind(answer) == "malformed"
    assert wang.own("GET", "profile").json() == before


def test_holdings_are_exact_and_a_deposit_is_worth_its_account(kiosk: Caller) -> None:
    with kiosk.signed_in(CHEN) as chen:
        found = msgspec.json.decode(chen.own("GET", "holdings").content, type=HoldingsWire)
        balances = chen.get("balances").json()["Data"]["Balance"]
    deposits = sorted(each.value.amount for each in found.holdings if each.id.endswith("-deposit"))
    assert deposits == sorted(each["Amount"]["Amount"] for each in balances if each["Type"] == "ITBD")
    other = next(each for each in found.holdings if each.id == "chen-other-bank")
    assert (other.insured_deposit, other.value.amount) == (True, "200000.00")
    assert sum(Decimal(each.value.amount) for each in found.holdings if each.insured_deposit) > 500_000


def test_a_checkup_is_made_kept_and_read_again(guest: Caller) -> None:
    with guest.signed_in(CHEN) as chen:
        assert kind(chen.own("GET", "checkup")) == "not-found"
        made = chen.own("POST", "checkup")
        assert made.status_code == 201
        assert chen.own("GET", "checkup").json() == made.json()
    report = msgspec.json.decode(made.content, type=CheckupWire)
    insured = next(check for check in report.checks if check.id == "W05")
    assert insured.status == "watch"  # more than the insured limit lies at one bank
    assert Decimal(insured.figures["uninsured"]) > 0
    assert insured.figures["bank"] == "安心银行"
    assert insured.names["bank"]["en"] == insured_bank(guest, "en")
    assert insured_bank(guest, "zh-TW") == "安心銀行"


def insured_bank(guest: Caller, lang: str) -> str:
    """The bank of Mr Chen's kept check-up, as it is called for who asks in that language."""
    with guest.signed_in(CHEN) as chen:
        report = msgspec.json.decode(chen.own("GET", "checkup", accept_language=lang).content, type=CheckupWire)
    return next(check for check in report.checks if check.id == "W05").figures["bank"]


def test_checkups_tell_the_households_apart(guest: Caller) -> None:
    found = {}
    for person in (WANG, ZHAO, LIN, GREEN):
        with guest.signed_in(person) as caller:
            report = caller.own("POST", "checkup").json()
        found[person.id] = {check["id"]: check for check in report["checks"]}
    assert found[ZHAO.id]["W03"]["reason"] == "assets_unknown"  # a mortgage, and a home of unknown worth
    assert Decimal(found[ZHAO.id]["W02"]["figures"]["payments"]) > 4000
    assert Decimal(found[WANG.id]["W01"]["figures"]["guaranteed"]) == 3860
    assert Decimal(found[LIN.id]["W01"]["figures"]["spending"]) > 3000  # rent that comes in is no spending
    assert Decimal(found[GREEN.id]["W01"]["figures"]["guaranteed"]) > 7000  # the pension comes in pounds, at their rate


def test_a_minor_has_no_checkup(kiosk: Caller) -> None:
    with kiosk.signed_in(YUTONG) as yutong:
        for method, path in (("GET", "checkup"), ("POST", "checkup"), ("GET", "holdings")):
            answer = yutong.own(method, path)
            assert (answer.status_code, kind(answer)) == (403, "not-allowed")


def test_health_needs_no_token(kiosk: Caller) -> None:
    for path in ("/healthz", "/kiosk/v1/healthz"):
        assert kiosk.http.get(path, headers={"x-kiosk-device-token": ""}).json() == {"status": "ok"}


def test_no_such_path_and_wrong_methods_are_problems(kiosk: Caller) -> None:
    assert kind(kiosk.own("GET", "nothing")) == "not-found"
    wrong = kiosk.own("DELETE", "devices/self")
    assert (wrong.status_code, set(wrong.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
