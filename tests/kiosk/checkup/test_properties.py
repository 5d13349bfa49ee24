"""What holds for every household: the rules can all be met, scale changes nothing, order changes nothing, and better
facts never make a finding worse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkup.all_checks import ALL_CHECKS
from kiosk.checkup.allocation import STAGES
from kiosk.checkup.assessment import Assessment, Level
from kiosk.checkup.household import Debt, Deposit, Household, Income, Stage
from kiosk.checkup.position import Goal, Position
from kiosk.checkup.rules import load_rules
from kiosk.model.checkup import CheckResult
from kiosk.model.money import Money
from tests.kiosk.checkup.examples import tried
from tests.kiosk.checkup.households import TODAY, cny

RULES = load_rules(TODAY)
LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
GOODNESS = ("act", "watch", "good")
FINE = ("good", "info")


def examined(household: Household) -> dict[str, CheckResult]:
    return {result.id: result for result in (check(household, RULES, TODAY) for check in ALL_CHECKS)}


def examined_for(name: str, household: Household) -> CheckResult:
    """One check alone."""
    result = ALL_CHECKS[int(name[1:]) - 1](household, RULES, TODAY)
    assert result.id == name
    return result


def exemplary(age: int, stage: Stage, level: Level) -> Household:
    """A household that passes everything: pension or pay beyond its spending, insured deposits at several banks."""
    born = date(TODAY.year - age, 1, 1)
    return Household(
        birth_date=born,
        dependants=0,
        stage=stage,
        deposits=tuple(Deposit(f"Bank {name}", cny(100000), cny(0)) for name in "ABCD"),
        liquid=cny(40000),
        assets=cny(1500000),
        debts=(Debt(cny(100000), Decimal("0.03"), cny(1000), overdue=False),),
        incomes=(Income("pay", cny(4000), guaranteed=False), Income("pension", cny(6000), guaranteed=True)),
        essential_spending=cny(5000),
        spending=cny(6500),
        positions=tuple(
            Position(id=f"deposit {name}", provider=f"Bank {name}", value=cny(100000), insured=True) for name in "ABCD"
        ),
        goals=(),
        assessment=Assessment(TODAY - timedelta(days=30), level),
        work_income=cny(4000),
        life_cover=cny(0),
        protective_premiums=cny(0),
        savings_premiums=cny(0),
        medical_cover=True,
        foreign_spending_share=Decimal(0),
    )


@pytest.mark.parametrize("age", range(18, 101))
def test_the_rules_can_all_be_met_at_every_age_stage_and_level(age: int) -> None:
    for stage in STAGES:
        for level in LEVELS:
            found = examined(exemplary(age, stage, level))
            assert {name: result.status for name, result in found.items() if result.status not in FINE} == {}


money = st.decimals(0, 5_000_000, places=2).map(lambda amount: Money(amount, "CNY"))
share = st.decimals(0, 1, places=4)
maybe_money = st.one_of(st.none(), money)
days = st.integers(-20, 2000).map(lambda number: TODAY + timedelta(days=number))


def positions(*, known: bool = True) -> st.SearchStrategy[tuple[Position, ...]]:
    one = st.builds(
        Position,
        id=st.sampled_from("abcdef"),
        provider=st.sampled_from(("Bank A", "Bank B", "Fund C")),
        value=money if known else maybe_money,
        insured=st.booleans(),
        foreign=st.booleans(),
        risk_level=st.one_of(st.none(), st.integers(1, 5)),
        equity_share=share if known else st.one_of(st.none(), share),
        matures_on=st.one_of(st.none(), days),
        yearly_fee=st.decimals(0, Decimal("0.05"), places=4),
        invested=st.booleans(),
    )
    return st.lists(one, max_size=8).map(tuple)


def households(*, known: bool = True) -> st.SearchStrategy[Household]:
    amount = money if known else maybe_money
    return st.builds(
        Household,
        birth_date=st.integers(18, 100).map(lambda age: date(TODAY.year - age, 6, 1)),
        dependants=st.integers(0, 3),
        stage=st.sampled_from(STAGES),
        deposits=st.lists(st.builds(Deposit, st.sampled_from(("A", "B")), amount, amount), max_size=4).map(tuple),
        liquid=amount,
        assets=amount,
        debts=st.lists(st.builds(Debt, amount, share, amount, st.booleans()), max_size=3).map(tuple),
        incomes=st.lists(st.builds(Income, st.just("pay"), amount, st.booleans()), max_size=3).map(tuple),
        essential_spending=amount,
        spending=amount,
        positions=positions(known=known),
        goals=st.lists(st.builds(Goal, money, days), max_size=2).map(tuple),
        assessment=st.builds(
            Assessment, st.integers(0, 500).map(lambda number: TODAY - timedelta(days=number)), st.sampled_from(LEVELS)
        ),
        work_income=amount,
        life_cover=amount,
        protective_premiums=amount,
        savings_premiums=amount,
        medical_cover=st.booleans(),
        foreign_spending_share=share,
    )


def scaled(value: Any, factor: Decimal) -> Any:
    """Every amount of money in it times a factor."""
    if isinstance(value, Money):
        return Money(value.amount * factor, value.currency)
    if isinstance(value, tuple):
        return tuple(scaled(each, factor) for each in value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, Assessment):
        changes = {name: scaled(getattr(value, name), factor) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changes)
    return value


@tried(60)
@given(households(), st.sampled_from((Decimal(2), Decimal(10), Decimal("0.5"))))
def test_ratios_do_not_depend_on_scale(household: Household, factor: Decimal) -> None:
    """All but W05, whose limit is an amount."""
    before, after = examined(household), examined(scaled(household, factor))
    for name in before.keys() - {"W05"}:
        assert (before[name].status, before[name].reason) == (after[name].status, after[name].reason), name


@tried(60)
@given(households(known=False), st.randoms(use_true_random=False))
def test_the_order_of_accounts_changes_nothing(household: Household, random: Any) -> None:
    def shuffled(items: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
        return None if items is None else tuple(random.sample(items, len(items)))

    names = ("deposits", "debts", "incomes", "positions", "goals")
    other = msgspec.structs.replace(household, **{name: shuffled(getattr(household, name)) for name in names})
    assert examined(other) == examined(household)


@tried(60)
@given(households(known=False))
def test_a_report_never_breaks_and_grey_has_a_reason(household: Household) -> None:
    for result in examined(household).values():
        assert (result.status == "unknown") == bool(result.reason)


def richer(name: str) -> Callable[[Household, Money], Household]:
    def change(household: Household, more: Money) -> Household:
        now = getattr(household, name)
        return msgspec.structs.replace(household, **{name: Money(now.amount + more.amount, "CNY")})

    return change


def younger_assessment(household: Household, _: Money) -> Household:
    assert household.assessment is not None
    newer = msgspec.structs.replace(household.assessment, done_on=TODAY)
    return msgspec.structs.replace(household, assessment=newer)


def less_foreign(household: Household, _: Money) -> Household:
    held = tuple(msgspec.structs.replace(each, foreign=False) for each in household.positions or ())
    return msgspec.structs.replace(household, positions=held)


def cheaper(household: Household, _: Money) -> Household:
    held = tuple(msgspec.structs.replace(each, yearly_fee=Decimal(0)) for each in household.positions or ())
    return msgspec.structs.replace(household, positions=held)


def no_shares(household: Household, _: Money) -> Household:
    held = tuple(msgspec.structs.replace(each, equity_share=Decimal(0)) for each in household.positions or ())
    return msgspec.structs.replace(household, positions=held)


def any_day(household: Household, _: Money) -> Household:
    held = tuple(msgspec.structs.replace(each, matures_on=None) for each in household.positions or ())
    return msgspec.structs.replace(household, positions=held)


def with_each(name: str, **changes: Any) -> Callable[[Household, Money], Household]:
    """The household with each account, debt or holding changed so."""

    def change(household: Household, _: Money) -> Household:
        items = tuple(msgspec.structs.replace(each, **changes) for each in getattr(household, name))
        return msgspec.structs.replace(household, **{name: items})

    return change


def half_the_deposits(household: Household, _: Money) -> Household:
    return msgspec.structs.replace(household, deposits=scaled(household.deposits, Decimal("0.5")))


def half_the_payments(household: Household, _: Money) -> Household:
    debts = tuple(
        msgspec.structs.replace(each, monthly_payment=scaled(each.monthly_payment, Decimal("0.5")))
        for each in household.debts or ()
    )
    return msgspec.structs.replace(household, debts=debts)


def spending_less(household: Household, _: Money) -> Household:
    half = Decimal("0.5")
    less = {name: scaled(getattr(household, name), half) for name in ("essential_spending", "spending")}
    return msgspec.structs.replace(household, **less)


BETTER: dict[str, Callable[[Household, Money], Household]] = {
    "W01": richer("liquid"),
    "W02": half_the_payments,
    "W03": richer("assets"),
    "W04": with_each("debts", overdue=False, yearly_rate=Decimal("0.06")),
    "W05": half_the_deposits,
    "W06": spending_less,
    "W07": spending_less,
    "W08": richer("life_cover"),
    "W09": younger_assessment,
    "W10": with_each("positions", risk_level=1),
    "W11": no_shares,
    "W12": with_each("positions", insured=True),
    "W13": with_each("positions", insured=True),
    "W14": any_day,
    "W15": any_day,
    "W16": less_foreign,
    "W17": cheaper,
}


@tried(60)
@given(household=households(), more=money)
def test_better_facts_never_make_a_finding_worse(household: Household, more: Money) -> None:
    """Of each check with a direction, on each household that is tried."""
    for name, better in BETTER.items():
        before = examined_for(name, household).status
        after = examined_for(name, better(household, more)).status
        if before in GOODNESS and after in GOODNESS:
            assert GOODNESS.index(after) >= GOODNESS.index(before), name
        assert after != "act" or before in ("act", "unknown"), name


LACKING: dict[str, tuple[dict[str, Any], ...]] = {
    "W01": ({"liquid": None}, {"essential_spending": None}, {"birth_date": None}),
    "W02": ({"debts": None},),
    "W03": ({"assets": None}, {"debts": None}),
    "W04": ({"debts": None},),
    "W05": ({"deposits": None},),
    "W06": ({"spending": None, "essential_spending": None}, {"incomes": None}, {"birth_date": None}),
    "W07": ({"essential_spending": None}, {"incomes": None}, {"positions": None}, {"birth_date": None}),
    "W08": ({"birth_date": None},),
    "W09": ({"assessment": None},),
    "W10": ({"positions": None},),
    "W11": ({"positions": None}, {"assessment": None}),
    "W12": ({"positions": None},),
    "W13": ({"positions": None},),
    "W14": ({"positions": None}, {"goals": None}),
    "W15": ({"positions": None},),
    "W16": ({"positions": None},),
    "W17": ({"positions": None},),
    "W18": ({"positions": None}, {"essential_spending": None}),
}
"""What each check cannot do without."""


@tried(40)
@given(household=households())
def test_what_is_not_known_is_grey_and_never_green(household: Household) -> None:
    for name, lacks in LACKING.items():
        for lacking in lacks:
            found = examined_for(name, msgspec.structs.replace(household, **lacking))
            assert found.status == "unknown", (name, lacking)


base = st.decimals(Decimal("0.01"), 1_000_000, places=2).map(lambda amount: amount * 100)
"""Of which every whole percent is whole cents."""
CENT = Decimal("0.01")


@tried(40)
@given(base)
def test_a_bound_belongs_to_the_better_side_and_a_cent_further_to_the_worse(amount: Decimal) -> None:
    adult = msgspec.structs.replace(exemplary(40, "S2", 3), essential_spending=cny(amount))
    for check, changed, status in (
        ("W01", {"liquid": cny(3 * amount)}, "good"),
        ("W01", {"liquid": cny(3 * amount - CENT)}, "watch"),
        ("W01", {"liquid": cny(amount)}, "watch"),
        ("W01", {"liquid": cny(amount - CENT)}, "act"),
        ("W02", _paying(amount, Decimal("0.30"), Decimal(0)), "good"),
        ("W02", _paying(amount, Decimal("0.30"), CENT), "watch"),
        ("W02", _paying(amount, Decimal("0.40"), Decimal(0)), "watch"),
        ("W02", _paying(amount, Decimal("0.40"), CENT), "act"),
        ("W03", {"assets": cny(amount), "debts": (_debt(amount / 2),)}, "good"),
        ("W03", {"assets": cny(amount), "debts": (_debt(amount / 2 + CENT),)}, "watch"),
        ("W06", {"incomes": _pay(amount), "spending": cny(amount * 3 / 4)}, "good"),
        ("W06", {"incomes": _pay(amount), "spending": cny(amount * 3 / 4 + CENT)}, "watch"),
        ("W06", {"incomes": _pay(amount), "spending": cny(amount * 9 / 10)}, "watch"),
        ("W06", {"incomes": _pay(amount), "spending": cny(amount * 9 / 10 + CENT)}, "act"),
        ("W12", {"positions": _held(amount / 10, amount)}, "good"),
        ("W12", {"positions": _held(amount / 10 + CENT, amount)}, "watch"),
        ("W12", {"positions": _held(amount / 4 + CENT, amount)}, "act"),
        ("W13", {"positions": _held(amount / 2, amount)}, "good"),
        ("W13", {"positions": _held(amount / 2 + CENT, amount)}, "watch"),
    ):
        assert examined_for(check, msgspec.structs.replace(adult, **changed)).status == status, (check, changed)


def _pay(amount: Decimal) -> tuple[Income, ...]:
    return (Income("pay", cny(amount), guaranteed=False),)


def _debt(owed: Decimal, payment: Decimal = Decimal(0)) -> Debt:
    return Debt(cny(owed), Decimal("0.03"), cny(payment), overdue=False)


def _paying(income: Decimal, part: Decimal, more: Decimal) -> dict[str, Any]:
    return {"incomes": _pay(income), "debts": (_debt(income, part * income + more),)}


def _held(value: Decimal, whole: Decimal) -> tuple[Position, ...]:
    return (
        Position(id="fund", provider="Fund C", value=cny(value)),
        Position(id="deposit", provider="Bank A", value=cny(whole - value), insured=True),
    )
