"""Accounts and balances, read leniently; borrowed money is never her own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from kiosk.client.accounts import read_account, read_accounts
from kiosk.client.balances import own_money
from kiosk.client.lenient import day, moment, rows, signed, text, unsigned
from kiosk.model.money import Money


def balance(amount: Any, kind: str = "ITAV", sign: str = "Credit", **more: Any) -> dict[str, Any]:
    return {
        "AccountId": "1",
        "CreditDebitIndicator": sign,
        "Type": kind,
        "DateTime": "2026-03-01T10:32:00Z",
        "Amount": {"Amount": amount, "Currency": "CNY"},
    } | more


def credit(amount: Any, included: Any = True, kind: str = "Pre-Agreed") -> dict[str, Any]:
    return {"Included": included, "Type": kind, "Amount": {"Amount": amount, "Currency": "CNY"}}


def yuan(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def test_the_available_balance_goes_before_the_booked_one() -> None:
    found = own_money([balance("9.00", "ITBD"), balance("12345.60", "ITAV"), balance("7.00", "CLAV")], "CNY")
    assert found.available == yuan("12345.60")
    assert found.booked == yuan("9.00")
    assert found.as_of == datetime(2026, 3, 1, 10, 32, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["ITAV", "InterimAvailable", "CLAV", "ClosingAvailable", "OPAV", "OpeningAvailable"])
def test_v4_and_v31_spellings(kind: str) -> None:
    assert own_money([balance("5", kind)], "CNY").available == yuan("5")


@pytest.mark.parametrize("kind", ["ITBD", "InterimBooked", "CLBD", "ClosingBooked", "OPBD", "OpeningBooked"])
def test_a_booked_balance_stands_in_for_an_available_one(kind: str) -> None:
    found = own_money([balance("5", kind)], "CNY")
    assert (found.available, found.booked) == (yuan("5"), yuan("5"))


@pytest.mark.parametrize("kind", ["FWAV", "XPCD", "Expected", "PRCD", "INFO", "Information", "NEWTYPE", "", None])
def test_what_is_not_now_is_not_known(kind: str) -> None:
    assert own_money([balance("5", kind)], "CNY").available is None


@pytest.mark.parametrize(
    ("lines", "own", "line"),
    [
        ([credit("500.00")], "500.00", "500.00"),
        ([credit("500.00", included=False)], "1000.00", "500.00"),
        ([credit("500.00"), credit("200.00", kind="Temporary")], "300.00", "700.00"),
        ([credit("500.00"), credit("450.00", kind="Available")], "500.00", "500.00"),
        ([credit("450.00", kind="Available")], "550.00", "450.00"),
        ([credit("1200.00")], "-200.00", "1200.00"),
        (credit("500.00"), "500.00", "500.00"),
        ([credit("500.00", included="true")], "500.00", "500.00"),
        ([{"Type": "Credit", "Amount": {"Amount": "500.00", "Currency": "CNY"}}], "1000.00", "500.00"),
        ([{"Included": False, "Amount": {"Amount": "0.00", "Currency": "CNY"}}], "1000.00", None),
        ([{"Included": False}], "1000.00", None),
        ([credit(500)], "500.00", "500"),
    ],
)
def test_borrowed_money_is_taken_out(lines: Any, own: str, line: str | None) -> None:
    found = own_money([balance("1000.00", CreditLine=lines)], "CNY")
    assert found.available == yuan(own)
    assert found.credit_line == (yuan(line) if line else None)


@pytest.mark.parametrize(
    "lines",
    [
        [{"Included": True}],
        [credit("many")],
        [{"Included": True, "Amount": {"Amount": "5.00", "Currency": "USD"}}],
        [credit("500.00"), {"Included": True, "Type": "Temporary"}],
        [{"Included": None}],
    ],
)
def test_where_the_borrowed_part_cannot_be_told_the_booked_balance_speaks(lines: Any) -> None:
    unclear = balance("1000.00", CreditLine=lines)
    assert own_money([unclear], "CNY").available is None
    assert own_money([unclear, balance("400.00", "ITBD")], "CNY").available == yuan("400.00")


def test_a_loan_shows_what_is_owed() -> None:
    row = {"AccountId": "1", "Currency": "CNY", "AccountTypeCode": "LOAN"}
    found = read_account(row, [balance("5000", "ITAV"), balance("480000.00", "ITBD", "Debit")])
    assert (found.kind, found.available) == ("loan", yuan("-480000.00"))


def test_the_newest_of_two_balances_of_a_kind_counts() -> None:
    older = balance("1", DateTime="2026-02-01T00:00:00+08:00")
    assert own_money([balance("2"), older], "CNY").available == yuan("2")


def test_a_balance_in_another_currency_is_not_mixed_in() -> None:
    dollars = balance("5") | {"Amount": {"Amount": "5", "Currency": "USD"}}
    assert own_money([dollars], "CNY").available is None
    assert own_money([dollars], "").available == Money(Decimal(5), "USD")


@pytest.mark.parametrize(
    "amount",
    [
        None, "", "-5.00", "+5.00", "1,234.00", "1e5", "NaN", "Infinity", "１２", "1.", ".5", "12345678901234",
        "1.123456", " 5", True, [], {}, -5, 1e300,
    ],
)  # fmt: skip
def test_an_amount_that_cannot_be_read_is_not_known(amount: Any) -> None:
    assert unsigned({"Amount": amount, "Currency": "CNY"}) is None


@pytest.mark.parametrize("currency", [None, "", "cny", "YUAN", "C1Y", 156, []])
def test_a_missing_currency_makes_it_not_known(currency: Any) -> None:
    assert unsigned({"Amount": "5.00", "Currency": currency}) is None


def test_exact_json_numbers_are_taken() -> None:
    assert unsigned({"Amount": Decimal("0.10"), "Currency": "CNY"}) == yuan("0.10")
    assert unsigned({"Amount": 7, "Currency": "CNY"}) == yuan("7")


def test_the_sign_stands_in_the_indicator() -> None:
    assert signed(balance("5", sign="Debit")) == yuan("-5")
    assert signed(balance("5", sign="Perhaps")) is None
    assert signed(balance("0.00", sign="Perhaps")) == yuan("0.00")
    zero = signed(balance("0.00", sign="Debit"))
    assert zero is not None
    assert str(zero.amount) == "0.00"


def test_an_object_where_an_array_is_due_is_one_element() -> None:
    assert rows({"AccountId": "1"}) == [{"AccountId": "1"}]
    assert rows([{"A": 1}, None, "x", 5]) == [{"A": 1}]
    assert rows(None) == rows("x") == rows(5) == []


def test_texts_lose_what_cannot_be_shown() -> None:
    assert text("  Rent\u202e\x00\n ") == "Rent"
    assert text(22289) == "22289"
    assert [text(odd) for odd in (True, None, {})] == ["", "", ""]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-01T10:00:00+00:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("2026-03-01t18:00:00.000+08:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("2026-03-01T10:00:00z", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("2026-03-01T10:00:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("yesterday", None),
        (20260301, None),
    ],
)
def test_moments(written: Any, read: datetime | None) -> None:
    assert moment(written) == read


@pytest.mark.parametrize(
    "written", ["2026-04-01T00:00:00+08:00", "2026-03-31T16:00:00Z", "2026-04-01", "2026-04-01T05:00:00Z"]
)
def test_a_day_is_the_banks_day_however_it_is_written(written: str) -> None:
    assert day(written) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"AccountTypeCode": "CACC"}, "current"),
        ({"AccountTypeCode": "SVGS"}, "savings"),
        ({"AccountTypeCode": "SVGS", "MaturityDate": "2027-01-01T00:00:00Z"}, "fixed"),
        ({"AccountTypeCode": "SACC", "MaturityDate": "2027-01-01T00:00:00Z"}, "fixed"),
        ({"AccountTypeCode": "MORT"}, "loan"),
        ({"AccountTypeCode": "CARD"}, "card"),
        ({"AccountType": "Personal", "AccountSubType": "CurrentAccount"}, "current"),
        ({"AccountSubType": "CreditCard"}, "card"),
        ({"AccountTypeCode": "NEW1"}, "other"),
        ({}, "other"),
    ],
)
def test_kinds(row: dict[str, Any], kind: str) -> None:
    assert read_account(row, []).kind == kind


def test_only_the_tail_of_the_number_is_kept() -> None:
    row = {"AccountId": 22289, "Account": {"SchemeName": "X", "Identification": "6222 0000 1111 6789"}}
    found = read_account(row, [])
    assert (found.id, found.tail) == ("22289", "6789")
    assert "1111" not in repr(found)


def test_one_bad_line_does_not_spoil_the_page() -> None:
    accounts = [
        {"AccountId": "1", "Nickname": "Everyday", "Currency": "CNY"},
        {"AccountId": "2"},
        {"Nickname": "without an id"},
        {"AccountId": "3", "Status": "Deleted"},
        {"AccountId": ["4"]},
    ]
    found = read_accounts(accounts, [balance("what?"), balance("5") | {"AccountId": "2"}, {"AccountId": "9"}])
    assert [(one.id, one.name, one.available, one.currency) for one in found] == [
        ("1", "Everyday", None, "CNY"),
        ("2", "", yuan("5"), "CNY"),
    ]
