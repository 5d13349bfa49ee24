"""No path orders a product above her level, for a minor, with an expired assessment, or R4 and R5 from 65 on."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from kiosk.bank.orders_gate import Limits, may_order, money_free, why_not
from kiosk.checkup.assessment import Assessment
from kiosk.checkup.household import Household
from kiosk.checkup.rules import load_rules
from kiosk.model.money import Money

TODAY = date(2026, 11, 23)
RULES = load_rules(TODAY)
ASSESSED = {"today": 0, "last_day": 365, "expired": 366, "long_ago": 4000, "in_the_future": -1, "never": None}
"""Days since the assessment."""
VALID = ("today", "last_day")


def aged(age: int) -> date:
    """Somebody who had her birthday today."""
    return date(TODAY.year - age, TODAY.month, TODAY.day)


@pytest.mark.parametrize("when", ASSESSED)
@pytest.mark.parametrize("level", range(1, 6))
def test_the_whole_matrix(level: int, when: str) -> None:
    days = ASSESSED[when]
    tried = 0
    for age, risk, no_loss, most_risky in product(
        range(0, 101), (None, 0, 1, 2, 3, 4, 5, 6), (False, True), range(1, 6)
    ):
        done = None if days is None else Assessment(TODAY - timedelta(days=days), level, no_loss, most_risky)  # type: ignore[arg-type]
        facts = Household(birth_date=aged(age), assessment=done)
        highest = min(level, most_risky, 1 if no_loss else 5, 3 if age >= 65 else 5)
        wanted = when in VALID and age >= 18 and risk is not None and 1 <= risk <= highest
        assert may_order(facts, risk, RULES, TODAY) is wanted, (age, risk, no_loss, most_risky)
        tried += 1
    assert tried == 101 * 8 * 2 * 5


def test_the_day_before_she_is_of_age_and_the_day_before_she_is_65() -> None:
    best = Assessment(TODAY, 5)
    tomorrow = TODAY + timedelta(days=1)
    for age, risk, on_the_day in ((18, 1, True), (65, 4, False)):
        born = date(tomorrow.year - age, tomorrow.month, tomorrow.day)
        facts = Household(birth_date=born, assessment=best)
        assert may_order(facts, risk, RULES, TODAY) is not on_the_day
        assert may_order(facts, risk, load_rules(tomorrow), tomorrow) is on_the_day


def test_who_is_not_known_by_age_orders_nothing() -> None:
    assert not may_order(Household(assessment=Assessment(TODAY, 5)), 1, RULES, TODAY)


@pytest.mark.parametrize(
    ("balance", "liquid", "promised", "free"),
    [(50_000, 40_000, 0, 22_000), (10_000, 40_000, 0, 10_000), (50_000, 40_000, 20_000, 2_000), (50_000, 18_000, 0, 0),
     (50_000, 40_000, 90_000, 0), (50_000, None, 0, 0)],
)  # fmt: skip
def test_the_emergency_money_is_never_spent(balance: int, liquid: int | None, promised: int, free: int) -> None:
    facts = Household(
        birth_date=aged(45),
        essential_spending=Money(Decimal(6000), "CNY"),
        liquid=None if liquid is None else Money(Decimal(liquid), "CNY"),
    )
    assert money_free(facts, Decimal(balance), Decimal(promised), RULES, TODAY) == free


@pytest.mark.parametrize(("amount", "no"), [(99, "too_little"), (100, None), (500, None), (501, "too_much")])
def test_the_limits_are_inclusive(amount: int, no: str | None) -> None:
    assert why_not(Decimal(amount), Limits(Decimal(100), Decimal(500))) == no
