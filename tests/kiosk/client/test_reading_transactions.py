"""Movements, a month at a time."""

from __future__ import annotations

from contextlib import aclosing
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from kiosk.client.transactions import month_bounds, month_filter, read_transactions
from kiosk.model.money import Money
from tests.kiosk.client.lines import Heard, bank_saying, page

CHINA = timezone(timedelta(hours=8))
MARCH = month_bounds(date(2026, 3, 17), CHINA)


def line(at: str | None, amount: Any = "5.00", **more: Any) -> dict[str, Any]:
    return {
        "AccountId": "1",
        "CreditDebitIndicator": "Debit",
        "Status": "BOOK",
        "BookingDateTime": at,
        "Amount": {"Amount": amount, "Currency": "CNY"},
    } | more


def read(*lines: dict[str, Any]) -> Any:
    return read_transactions("1", lines, MARCH, CHINA)


def test_a_month_begins_and_ends_by_the_customers_calendar() -> None:
    assert month_filter(MARCH) == {
        "fromBookingDateTime": "2026-02-28T16:00:00Z",
        "toBookingDateTime": "2026-03-31T16:00:00Z",
    }
    december = month_bounds(date(2026, 12, 31), CHINA)
    assert december[1] == datetime(2027, 1, 1, tzinfo=CHINA)


def test_only_the_month_is_shown_whatever_the_bank_sends() -> None:
    found = read(
        line("2026-02-28T15:59:59Z"),
        line("2026-02-28T16:00:00Z"),
        line("2026-03-31T15:59:59Z"),
        line("2026-03-31T16:00:00Z"),
    )
    assert [one.at.isoformat() for one in found] == ["2026-03-31T23:59:59+08:00", "2026-03-01T00:00:00+08:00"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_comes_first_in_whichever_order_the_bank_sends(order: int) -> None:
    morning, evening = "2026-03-05T01:00:00Z", "2026-03-06T01:00:00Z"
    sent = [line(evening, TransactionInformation="b"), line(evening, TransactionInformation="a"), line(morning)][
        ::order
    ]
    assert [one.text for one in read(*sent)] == ["b", "a", ""]


@pytest.mark.parametrize(
    ("status", "shown", "pending"),
    [
        ("BOOK", True, False), ("Booked", True, False), ("PDNG", True, True), ("Pending", True, True),
        ("FUTR", True, True), ("RJCT", False, False), ("Rejected", False, False), ("INFO", False, False),
        ("NEWS", True, False), (None, True, False),
    ],
)  # fmt: skip
def test_statuses(status: str | None, shown: bool, pending: bool) -> None:
    found = read(line("2026-03-05T01:00:00Z", Status=status))
    assert [one.pending for one in found] == ([pending] if shown else [])


def test_what_cannot_be_read_stays_as_not_known() -> None:
    (found,) = read(line("some day", "a lot", Amount={"Amount": "5.00"}))
    assert found.amount is None
    assert not found.day_known
    assert found.at == MARCH[0]


def test_the_value_date_stands_in_for_the_booking_date() -> None:
    (found,) = read(line(None, ValueDateTime="2026-03-09T00:00:00+08:00"))
    assert (found.day_known, found.at.day) == (True, 9)


def test_a_whole_movement() -> None:
    (found,) = read(
        line(
            "2026-03-05T01:00:00Z",
            "1234.5",
            TransactionId=77,
            TransactionInformation="菜市场",
            ProprietaryBankTransactionCode={"Code": "market", "Issuer": "Anxin"},
            MerchantDetails={"MerchantName": "红星菜市场"},
            Balance={"CreditDebitIndicator": "Credit", "Type": "ITBD", "Amount": {"Amount": "9", "Currency": "CNY"}},
        )
    )
    assert found.amount == Money(Decimal("-1234.5"))
    assert (found.id, found.category, found.party) == ("77", "market", "红星菜市场")
    assert found.balance_after == Money(Decimal(9))


def test_a_foreign_banks_code_is_other_and_the_other_side_has_a_name() -> None:
    (found,) = read(
        line(
            "2026-03-05T01:00:00Z",
            ProprietaryBankTransactionCode={"Code": "Transfer 7/B"},
            CreditorAccount={"Name": "Li Wei"},
            DebtorAccount={"Name": "herself"},
        )
    )
    assert (found.category, found.party) == ("other", "Li Wei")


async def test_an_identifier_means_nothing_in_a_path() -> None:
    heard = Heard(lambda _: page("Transaction", []))
    async with aclosing(bank_saying(heard, zone=UTC)) as bank:
        await bank.transactions("../party?x=1#/账", date(2026, 3, 1))
    path = heard.paths[0].partition("?")[0]
    assert path == "/open-banking/v4.0/aisp/accounts/..%2Fparty%3Fx%3D1%23%2F%E8%B4%A6/transactions"
