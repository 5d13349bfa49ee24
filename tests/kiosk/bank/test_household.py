"""The facts of a household, from the books."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kiosk.bank.cash_flow import CashFlow, full_months, midnight, months_before
from kiosk.bank.clock import bank_day
from kiosk.bank.demo.people import CHEN, GREEN, WANG, ZHAO, DemoPerson
from kiosk.bank.household import household
from kiosk.bank.parts import Parts
from kiosk.bank.rates import FRESH_DAYS, Rate, Rates, exchange_rates
from kiosk.bank.tables import Customer
from kiosk.checkup.household import Household
from kiosk.model.money import Money
from tests.kiosk.bank.banks import ThreadBank


def facts(bank: ThreadBank, person: DemoPerson) -> Household:
    async def read(parts: Parts) -> Household:
        async with parts.store.reading() as session:
            return await household(session, await session.get_one(Customer, person.id), bank_day(parts.clock()))

    found: Household = bank.run(read)
    return found


@pytest.mark.parametrize(
    ("first", "until", "months"),
    [
        (date(2026, 1, 1), date(2026, 3, 1), 2), (date(2026, 1, 2), date(2026, 3, 1), 1),
        (date(2025, 12, 31), date(2026, 1, 1), 0), (date(2024, 11, 1), date(2026, 11, 1), 24),
        (date(2026, 3, 5), date(2026, 3, 1), 0),
    ],
)  # fmt: skip
def test_only_full_months_count(first: date, until: date, months: int) -> None:
    assert full_months(first, until) == months


def test_months_before_goes_over_the_new_year() -> None:
    assert months_before(date(2026, 3, 1), 12) == date(2025, 3, 1)
    assert months_before(date(2026, 1, 1), 1) == date(2025, 12, 1)


def test_a_day_of_the_bank_begins_at_midnight_in_china() -> None:
    assert midnight(date(2026, 3, 1)).isoformat() == "2026-03-01T00:00:00+08:00"


def test_without_a_full_month_nothing_is_known() -> None:
    assert CashFlow(0, "CNY", {}, {}).monthly_income("pension") is None
    flow = CashFlow(3, "CNY", {"pension": Decimal(10)}, {"rent": Decimal(4), "fee": Decimal(2)})
    assert flow.monthly_income("pension", "pay") == Money(Decimal("3.33"), "CNY")
    assert flow.monthly_spending("rent", "fee") == Money(Decimal("2.00"), "CNY")


def test_a_pension_is_known_to_the_fen(bank: ThreadBank) -> None:
    found = facts(bank, WANG)
    assert [(each.kind, each.monthly, each.guaranteed) for each in found.incomes or ()] == [
        ("pension", Money(Decimal("3860.00")), True)
    ]
    assert (found.debts, found.stage, found.currency) == ((), "S4", "CNY")


def test_deposits_name_their_bank_and_their_interest_so_far(bank: ThreadBank) -> None:
    here, there = [], []
    for each in facts(bank, CHEN).deposits or ():
        (here if each.bank == "安心银行" else there).append(each)
    assert sum(each.balance.amount for each in here if each.balance) > 500_000
    assert all(each.accrued_interest is not None and each.accrued_interest.amount >= 0 for each in here)
    assert max(each.accrued_interest.amount for each in here if each.accrued_interest) > 1000
    assert [(each.balance, each.accrued_interest) for each in there] == [(Money(Decimal("200000.00")), None)]


def test_a_mortgage_is_a_debt_that_is_paid_and_hides_what_the_home_is_worth(bank: ThreadBank) -> None:
    found = facts(bank, ZHAO)
    (debt,) = found.debts or ()
    assert debt.owed is not None
    assert debt.owed.amount > 100_000
    assert debt.monthly_payment is not None
    assert debt.overdue is False
    assert found.assets is None


def test_pounds_are_taken_at_the_rate_of_the_last_exchange(bank: ThreadBank) -> None:
    async def read(parts: Parts) -> Rates:
        async with parts.store.reading() as session:
            return await exchange_rates(session, bank_day(parts.clock()))

    rates: Rates = bank.run(read)
    pound = rates.newest["GBP"]
    assert Decimal(7) < pound.rate < Decimal(12)
    assert (rates.today - pound.as_of).days <= FRESH_DAYS
    found = facts(bank, GREEN)
    assert {each.balance.currency for each in found.deposits or () if each.balance} == {"CNY"}
    pension = next(each.monthly for each in found.incomes or () if each.kind == "pension")
    assert pension == Money((Decimal("1186.40") * pound.rate).quantize(Decimal("0.01")), "CNY")
    assert found.assets is not None


def test_an_old_rate_is_not_gone_by_and_a_missing_one_neither() -> None:
    day = date(2026, 11, 23)
    rates = Rates({"GBP": Rate(Decimal("9.2"), day - timedelta(days=FRESH_DAYS + 1))}, day)
    assert rates.stale == {"GBP"}
    assert rates.at_home(Money(Decimal(10), "GBP")) == Money(Decimal(10), "GBP")
    assert rates.at_home(Money(Decimal(10), "USD")) == Money(Decimal(10), "USD")
    fresh = Rates({"GBP": Rate(Decimal("9.2"), day - timedelta(days=FRESH_DAYS))}, day)
    assert fresh.at_home(Money(Decimal(10), "GBP")) == Money(Decimal("92.00"), "CNY")
    assert not Rates({"GBP": Rate(Decimal("9.2"), day + timedelta(days=1))}, day).fresh("GBP")
