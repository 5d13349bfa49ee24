"""The official paths, to the letter (API.md 1)."""

from __future__ import annotations

import re
import sqlite3
import uuid
from pathlib import Path

import pytest

from kiosk.bank.demo.people import CHEN, GREEN, LIN, WANG, YUTONG, ZHAO
from kiosk.bank.open_banking import balances
from kiosk.bank.statement import PAGE_SIZE
from kiosk.bank.store import FILE_NAME
from kiosk.bank.tables import Account
from kiosk.wire.accounts import BASE_PATH
from tests.kiosk.bank.banks import Caller, ChildBank, TestClock

AMOUNT = re.compile(r"^\d{1,13}$|^\d{1,13}\.\d{1,5}$")
PATHS = ("accounts", "balances", "transactions", "party")


def own_account(caller: Caller, kind: str = "CACC") -> str:
    listed = caller.get("accounts").json()["Data"]["Account"]
    return next(str(each["AccountId"]) for each in listed if each["AccountTypeCode"] == kind)


@pytest.mark.parametrize("path", PATHS)
def test_the_envelope_has_no_extra_members(wang: Caller, path: str) -> None:
    answer = wang.get(path)
    body = answer.json()
    assert answer.status_code == 200
    assert set(body) == {"Data", "Links", "Meta"}
    assert set(body["Links"]) <= {"Self", "First", "Prev", "Next", "Last"}
    assert set(body["Meta"]) <= {"TotalPages", "FirstAvailableDateTime", "LastAvailableDateTime"}
    assert body["Links"]["Self"] == str(answer.request.url)
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


def test_one_account_is_a_list_of_one(wang: Caller) -> None:
    found = own_account(wang)
    assert [each["AccountId"] for each in wang.get(f"accounts/{found}").json()["Data"]["Account"]] == [found]


def test_accounts_are_named_in_the_customers_language_or_the_screens(kiosk: Caller) -> None:
    with kiosk.signed_in(LIN) as lin, kiosk.signed_in(GREEN) as green, kiosk.signed_in(WANG) as wang:
        assert "活期帳戶" in {each["Nickname"] for each in lin.get("accounts").json()["Data"]["Account"]}
        assert "Current account" in {each["Description"] for each in green.get("accounts").json()["Data"]["Account"]}
        english = wang.get("accounts", headers={"Accept-Language": "en"}).json()["Data"]["Account"]
        assert "Current account" in {each["Nickname"] for each in english}


def test_amounts_are_unsigned_strings_and_a_loan_is_a_debit(kiosk: Caller) -> None:
    with kiosk.signed_in(ZHAO) as zhao:
        found = zhao.get("balances").json()["Data"]["Balance"]
        loan = own_account(zhao, "LOAN")
    assert all(AMOUNT.match(each["Amount"]["Amount"]) for each in found)
    assert {each["CreditDebitIndicator"] for each in found if each["AccountId"] == loan} == {"Debit"}
    assert {each["CreditDebitIndicator"] for each in found if each["AccountId"] != loan} == {"Credit"}


def test_borrowed_money_is_never_in_a_balance(clock: TestClock) -> None:
    row = Account(id="a", kind="current", currency="CNY", balance_minor=12_345, credit_line_minor=1_000_000)
    available, booked = balances(row, clock())
    assert (available.type, available.amount.amount) == ("ITAV", "123.45")
    assert [(line.included, line.amount.amount if line.amount else "") for line in available.credit_line] == [
        (False, "10000.00")
    ]
    assert booked.credit_line == []


def test_paging_gives_every_transaction_once_newest_first(kiosk: Caller, embedded: ChildBank, demo_dir: Path) -> None:
    with kiosk.signed_in(CHEN) as chen:
        account = own_account(chen)
        url, pages, seen = f"{embedded.url}{BASE_PATH}/accounts/{account}/transactions", 0, []
        while url:
            body = chen.get(url).json()
            assert len(body["Data"]["Transaction"]) <= PAGE_SIZE
            assert ("Prev" in body["Links"]) == (pages > 0)
            seen += body["Data"]["Transaction"]
            pages += 1
            url = body["Links"].get("Next", "")
        assert pages == body["Meta"]["TotalPages"] > 3
        assert body["Links"]["Last"] == body["Links"]["Self"]
        first = chen.get(body["Links"]["First"]).json()
        assert first["Data"]["Transaction"] == seen[:PAGE_SIZE]
    times = [each["BookingDateTime"] for each in seen]
    assert times == sorted(times, reverse=True)
    with sqlite3.connect(demo_dir / FILE_NAME) as database:
        (count,) = database.execute("select count(*) from postings where account_id = ?", (account,)).fetchone()
    database.close()
    assert len({each["TransactionId"] for each in seen}) == len(seen) == count


def test_a_page_holds_still_while_entries_are_written(guest: Caller, books: Path) -> None:
    with guest.signed_in(WANG) as wang:
        account = own_account(wang)
        first = wang.get(f"accounts/{account}/transactions").json()
        with sqlite3.connect(books / FILE_NAME) as database:
            database.execute(
                "insert into journal (booked_at, category, text, party) values ('2027-01-01 00:00:00', 'shop', 'x', '')"
            )
            database.execute(
                "insert into postings (journal_id, account_id, amount_minor, balance_after_minor)"
                " select max(id), ?, -1, 0 from journal",
                (account,),
            )
        database.close()
        second = wang.get(first["Links"]["Next"]).json()
        again = wang.get(first["Links"]["First"]).json()
        fresh = wang.get(f"accounts/{account}/transactions").json()
    last, following = first["Data"]["Transaction"][-1], second["Data"]["Transaction"][0]
    assert last["TransactionId"] != following["TransactionId"]
    assert again["Data"] == first["Data"]
    assert fresh["Data"]["Transaction"][0]["TransactionInformation"] == "x"


def test_the_booking_filter_takes_both_ends_and_ignores_the_zone(wang: Caller) -> None:
    path = f"accounts/{own_account(wang)}/transactions"
    sample = wang.get(path).json()["Data"]["Transaction"][10]["BookingDateTime"]
    for text in (sample, sample.replace("Z", "+08:00"), sample.removesuffix("Z")):
        query = {"fromBookingDateTime": text, "toBookingDateTime": text}
        found = wang.get(path, params=query).json()["Data"]["Transaction"]
        assert {each["BookingDateTime"] for each in found} == {sample}
    month = {"fromBookingDateTime": "2026-03-01", "toBookingDateTime": "2026-03-31T23:59:59Z"}
    body = wang.get(path, params=month).json()
    assert {each["BookingDateTime"][:7] for each in body["Data"]["Transaction"]} == {"2026-03"}
    assert "fromBookingDateTime=2026-03-01" in body["Links"]["First"]


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=99999", "page=x", "page=-1", "upto=x", "fromBookingDateTime=yesterday", "page=" + "9" * 30],
)
def test_a_query_that_makes_no_sense_is_a_bad_request(wang: Caller, query: str) -> None:
    answer = wang.get(f"transactions?{query}")
    assert answer.status_code == 400
    assert answer.json()["Errors"][0]["ErrorCode"] == "U002"


def test_anothers_account_looks_as_if_it_were_not_there(kiosk: Caller, wang: Caller) -> None:
    with kiosk.signed_in(CHEN) as chen:
        others = own_account(chen)
    for account in (others, "no-such-account"):
        for path in ("", "/balances", "/transactions", "/party"):
            answer = wang.get(f"accounts/{account}{path}")
            assert answer.status_code == 400
            assert set(answer.json()) <= {"Id", "Code", "Message", "Errors"}
            assert [set(each) for each in answer.json()["Errors"]] == [{"ErrorCode", "Message"}]
            assert answer.json()["Errors"][0]["ErrorCode"] == "U011"
            assert account not in answer.text


def test_the_interaction_id_is_echoed_or_made_on_every_answer(wang: Caller, kiosk: Caller) -> None:
    mine = str(uuid.uuid4())
    header = {"x-fapi-interaction-id": mine}
    for answer in (
        wang.get("accounts", headers=header),
        wang.get("accounts/none", headers=header),
        wang.get("nothing/here", headers=header),
        wang.http.post(f"{BASE_PATH}/accounts", headers=header),
        kiosk.get("accounts", headers=header),
    ):
        assert answer.headers["x-fapi-interaction-id"] == mine
    made = [wang.get("party").headers["x-fapi-interaction-id"] for _ in range(2)]
    assert len({str(uuid.UUID(each)) for each in made}) == 2
    long = wang.get("party", headers={"x-fapi-interaction-id": "x" * 65})
    assert uuid.UUID(long.headers["x-fapi-interaction-id"])


def test_without_a_token_the_answer_is_an_empty_401(kiosk: Caller) -> None:
    for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic x"}):
        answer = kiosk.get("accounts", headers=headers)
        assert (answer.status_code, answer.content) == (401, b"")
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_minor_sees_her_own_accounts(kiosk: Caller) -> None:
    with kiosk.signed_in(YUTONG) as yutong:
        assert len(yutong.get("accounts").json()["Data"]["Account"]) == 2


def test_without_the_entitlement_nothing_is_shown(guest: Caller, books: Path) -> None:
    with sqlite3.connect(books / FILE_NAME) as database:
        database.execute("update customers set entitlements = '[\"help\"]' where id = ?", (WANG.id,))
    database.close()
    with guest.signed_in(WANG) as wang:
        for path in PATHS:
            assert wang.get(path).status_code == 403
            assert wang.get(path).json()["Errors"][0]["ErrorCode"] == "U009"
        for path in ("holdings", "checkup"):
            assert wang.own("GET", path).json()["type"].endswith("/not-allowed")


def test_a_transfer_between_two_customers_is_in_for_one_and_out_for_the_other(kiosk: Caller) -> None:
    for person in (ZHAO, YUTONG, LIN):
        with kiosk.signed_in(person) as caller:
            found = caller.get("transactions").json()["Data"]["Transaction"]
        for each in found:
            code = each["ProprietaryBankTransactionCode"]["Code"]
            if code.startswith("transfer_"):
                assert code == ("transfer_in" if each["CreditDebitIndicator"] == "Credit" else "transfer_out")


def test_everyday_accounts_come_first(kiosk: Caller) -> None:
    for person in (WANG, ZHAO, CHEN):
        with kiosk.signed_in(person) as caller:
            codes = [each["AccountTypeCode"] for each in caller.get("accounts").json()["Data"]["Account"]]
        assert codes[0] == "CACC"
        assert "LOAN" not in codes[:-1]
