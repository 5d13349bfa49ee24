"""Households to examine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from kiosk.checkup.household import Debt, Deposit, Household, Income
from kiosk.model.money import Money

TODAY = date(2026, 11, 23)
ADULT_BORN = date(1986, 5, 1)
SENIOR_BORN = date(1956, 5, 1)


def cny(amount: str | int | Decimal) -> Money:
    return Money(Decimal(amount), "CNY")


def deposit(bank: str, balance: str, interest: str = "0") -> Deposit:
    return Deposit(bank, cny(balance), cny(interest))


def debt(owed: str = "100000", rate: str = "0.0315", payment: str = "1000", overdue: bool | None = False) -> Debt:
    return Debt(cny(owed), Decimal(rate), cny(payment), overdue)


def income(*, pay: str = "0", pension: str = "0") -> tuple[Income, ...]:
    return (Income("pay", cny(pay), guaranteed=False), Income("pension", cny(pension), guaranteed=True))


SOUND = Household(
    birth_date=ADULT_BORN,
    dependants=1,
    stage="S2",
    deposits=(deposit("Bank A", "60000"), deposit("Bank B", "20000", "150")),
    liquid=cny("60000"),
    assets=cny("1500000"),
    debts=(debt("400000", "0.0315", "2400"),),
    incomes=income(pay="12000"),
    essential_spending=cny("7000"),
)
"""Everything known and in order."""


def but(**changes: object) -> Household:
    """The sound household with something different."""
    return msgspec.structs.replace(SOUND, **changes)
