"""The whole check-up: the code above the findings, and what holds for any household."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkup.engine import examine, overall
from kiosk.checkup.household import Debt, Deposit, Household, Income, age_on
from kiosk.checkup.rules import load_rules
from kiosk.model.checkup import CheckResult, CheckStatus
from kiosk.model.money import Money
from tests.kiosk.checkup.examples import tried
from tests.kiosk.checkup.households import TODAY, but, cny, debt, deposit
from tests.kiosk.checkup.test_later_checks import FULL

RULES = load_rules(TODAY)

amounts = st.decimals(min_value=0, max_value=10**9, places=2)
moneys = st.builds(Money, amounts, st.just("CNY"))
perhaps_money = st.none() | moneys
deposits = st.builds(Deposit, st.sampled_from(["A", "B", "C"]), perhaps_money, perhaps_money)
rates = st.none() | st.decimals(min_value=0, max_value=1, places=4)
debts = st.builds(Debt, perhaps_money, rates, perhaps_money, st.none() | st.booleans())
incomes = st.builds(Income, st.sampled_from(["pension", "pay"]), perhaps_money, st.booleans())
households = st.builds(
    Household,
    birth_date=st.none() | st.dates(date(1920, 1, 1), date(2030, 1, 1)),
    deposits=st.none() | st.lists(deposits, max_size=5).map(tuple),
    liquid=perhaps_money,
    assets=perhaps_money,
    debts=st.none() | st.lists(debts, max_size=4).map(tuple),
    incomes=st.none() | st.lists(incomes, max_size=3).map(tuple),
    essential_spending=perhaps_money,
)

INPUTS = {
    "W01": ("birth_date", "liquid", "essential_spending"),
    "W02": ("debts",),
    "W03": ("assets", "debts"),
    "W04": ("debts",),
    "W05": ("deposits",),
}


def statuses(household: Household) -> dict[str, CheckStatus]:
    return {result.id: result.status for result in examine(household, TODAY, RULES).checks}


def results(*codes: CheckStatus, foundation: bool = True) -> tuple[CheckResult, ...]:
    return tuple(
        CheckResult(id=f"W{number:02}", status=code, foundation=foundation) for number, code in enumerate(codes)
    )


def test_everything_in_order() -> None:
    report = examine(FULL, TODAY)
    assert [result.id for result in report.checks] == [f"W{number:02}" for number in range(1, 19)]
    assert {result.id for result in report.checks if result.foundation} == {f"W0{number}" for number in range(1, 8)}
    assert {result.id: result.status for result in report.checks if result.status != "good"} == {
        "W07": "info",
        "W18": "info",
    }
    assert (report.overall, report.as_of, report.currency, report.count("good")) == ("all_good", TODAY, "CNY", 16)
    assert report.rules_version.startswith("2026.1+")


def test_nothing_known_is_no_judgement() -> None:
    report = examine(Household(), TODAY)
    assert report.count("unknown") == 18
    assert report.overall == "too_little"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("good", "good", "info", "good", "good"), "all_good"),
        (("good", "watch", "good", "good", "good"), "some_watch"),
        (("unknown", "unknown", "good", "good", "watch"), "some_watch"),
        (("unknown", "unknown", "good", "good", "good"), "all_good"),
        (("unknown", "unknown", "unknown", "good", "watch"), "too_little"),
        (("unknown", "unknown", "unknown", "unknown", "act"), "foundation"),
        (("watch", "act", "good", "good", "good"), "foundation"),
    ],
)
def test_the_code_above_the_findings(codes: tuple[CheckStatus, ...], expected: str) -> None:
    assert overall(results(*codes)) == expected


def test_of_seven_foundation_checks_four_unknown_are_too_many() -> None:
    unknown, good = results("unknown") * 4, results("good") * 4
    assert overall(unknown[:3] + good) == "all_good"
    assert overall(unknown + good[:3]) == "too_little"
    assert overall(unknown + good) == "all_good"  # half is not most


def test_what_is_red_beside_the_foundation() -> None:
    assert overall(results("good", "good") + results("act", foundation=False)) == "some_act"
    assert overall(results("good", "good") + results("watch", "unknown", foundation=False)) == "some_watch"


@tried(100)
@given(households)
def test_what_is_not_known_is_never_good(household: Household) -> None:
    for check, status in statuses(household).items():
        if any(getattr(household, name) is None for name in INPUTS.get(check, ())):
            assert status == "unknown"


@tried(100)
@given(households, st.sampled_from(["0.01", "0.5", "3", "100"]))
def test_only_the_insured_limit_knows_how_rich_she_is(household: Household, factor: str) -> None:
    before, after = statuses(household), statuses(scaled(household, Decimal(factor)))
    for check in ("W01", "W02", "W03", "W04"):
        assert before[check] == after[check]


@tried(100)
@given(households, st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter(household: Household, chance: random.Random) -> None:
    def shuffled(items: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
        return None if items is None else tuple(chance.sample(items, len(items)))

    other = msgspec.structs.replace(
        household,
        deposits=shuffled(household.deposits),
        debts=shuffled(household.debts),
        incomes=shuffled(household.incomes),
    )
    assert examine(household, TODAY, RULES) == examine(other, TODAY, RULES)


@tried(100)
@given(households)
def test_a_report_is_told_with_its_next_step_and_travels_as_json(household: Household) -> None:
    report = examine(household, TODAY, RULES)
    for result in report.checks:
        assert result.action in {"none", "review", "talk"}
        assert bool(result.reason) == (result.status == "unknown")
        assert all(number.is_finite() for number in result.figures.values() if isinstance(number, Decimal))
    assert report.count("act") == 0 or report.overall == "foundation"
    msgspec.json.encode(report)


@tried(100)
@given(st.lists(st.builds(Money, amounts, st.just("CNY")), min_size=1, max_size=6))
def test_more_money_at_hand_is_never_worse(steps: list[Money]) -> None:
    order = ["act", "watch", "good", "info"]
    found = [order.index(statuses(but(liquid=money))["W01"]) for money in sorted(steps, key=lambda money: money.amount)]
    assert found == sorted(found)


@tried(100)
@given(amounts, amounts)
def test_splitting_a_deposit_at_one_bank_changes_nothing(one: Decimal, two: Decimal) -> None:
    whole = examine(but(deposits=(Deposit("A", cny(one + two), cny(0)),)), TODAY, RULES).checks[4]
    parts = examine(
        but(deposits=(Deposit("A", cny(one), cny(0)), Deposit("A", cny(0), cny(two)))), TODAY, RULES
    ).checks[4]
    assert whole == parts


def test_a_birthday_on_29_february() -> None:
    assert age_on(date(1956, 2, 29), date(2025, 2, 28)) == 68
    assert age_on(date(1956, 2, 29), date(2025, 3, 1)) == 69
    assert age_on(date(1956, 2, 29), date(2024, 2, 29)) == 68


def test_the_whole_of_an_elders_facts() -> None:
    elder = Household(
        birth_date=date(1956, 5, 1),
        deposits=(deposit("A", "520000", "1300"), deposit("B", "40000")),
        liquid=cny("60000"),
        assets=cny("620000"),
        debts=(debt("4000", "0.18", "400"),),
        incomes=(Income("pension", cny("4500"), guaranteed=True),),
        essential_spending=cny("6000"),
    )
    report = examine(elder, TODAY)
    assert [result.status for result in report.checks[:5]] == ["good", "good", "good", "watch", "watch"]
    assert [result.reason for result in report.checks[5:7]] == ["assets_unknown", "assets_unknown"]
    assert report.overall == "some_watch"
    assert report.checks[4].touched == cny("21300")


def scaled(household: Household, factor: Decimal) -> Household:
    """The same household with every amount of money so many times as large."""

    def times(value: Any) -> Any:
        if isinstance(value, Money):
            return Money(value.amount * factor, value.currency)
        if isinstance(value, tuple):
            return tuple(times(item) for item in value)
        if isinstance(value, msgspec.Struct):
            return msgspec.structs.replace(
                value, **{name: times(getattr(value, name)) for name in value.__struct_fields__}
            )
        return value

    result: Household = times(household)
    return result
