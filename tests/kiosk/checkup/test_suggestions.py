"""Suggestions: every filter leaves out what it should, and nothing slips past the gate."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import product as every

import msgspec
import pytest

from kiosk.checkup.all_checks import ALL_CHECKS
from kiosk.checkup.assessment import Assessment, Level
from kiosk.checkup.household import Household
from kiosk.checkup.position import Goal, Position
from kiosk.checkup.rules import load_rules
from kiosk.checkup.suggestions import Product, Suggested, suggest
from kiosk.checkup.suitability import Person
from tests.kiosk.checkup.households import TODAY, cny
from tests.kiosk.checkup.test_properties import exemplary

RULES = load_rules(TODAY)


def product(name: str, risk: int = 1, **facts: object) -> Product:
    given: dict[str, object] = {
        "provider": f"House {name}", "least": cny(1000), "yearly_fee": Decimal("0.002"), "equity_share": Decimal(0),
    } | facts  # fmt: skip
    return Product(id=name, risk_level=risk, **given)  # type: ignore[arg-type]


SHELF = tuple(product(f"R{risk}", risk, yearly_fee=Decimal(risk) / 1000) for risk in range(1, 6))


def offered(household: Household, shelf: tuple[Product, ...] = SHELF, **person: object) -> Suggested:
    her = Person(household.age(TODAY), household.assessment, **person)  # type: ignore[arg-type]
    results = [check(household, RULES, TODAY) for check in ALL_CHECKS]
    return suggest(household, her, shelf, results, RULES, TODAY)


def names(offer: Suggested) -> list[str]:
    return [each.product.id for each in offer.suggestions]


def test_by_fee_then_risk_then_name() -> None:
    shelf = (product("b"), product("a"), product("c", 2), product("cheap", 3, yearly_fee=Decimal("0.001")))
    assert names(offered(exemplary(40, "S2", 3), shelf)) == ["cheap", "a"]


@pytest.mark.parametrize(("assets", "most"), [(12000, 1), (110000, 2), (300000, 3), (900000, 5)])
def test_a_tier_limits_how_many(assets: int, most: int) -> None:
    held = tuple(Position(id=f"d{at}", provider=f"Bank {at}", value=cny(assets), insured=True) for at in range(4))
    shelf = tuple(product(f"p{at}") for at in range(9))
    assert len(offered(msgspec.structs.replace(exemplary(40, "S2", 3), positions=held), shelf).suggestions) == most


def test_nothing_slips_past_the_gate() -> None:
    """Over the matrix of age, level, age of the assessment and limits: no product above what may be shown."""
    levels: tuple[Level, ...] = (1, 2, 3, 4, 5)
    for age, level, days, no_loss in every((12, 18, 40, 64, 65, 80), levels, (0, 365, 366), (False, True)):
        household = exemplary(age, "S2", level)
        done = Assessment(TODAY - timedelta(days=days), level, no_loss=no_loss)
        for each in offered(msgspec.structs.replace(household, assessment=done)).suggestions:
            risk = each.product.risk_level
            assert days <= 365
            assert age >= 18
            assert risk <= level
            assert not (age >= 65 and risk > 3)
            assert not (no_loss and risk > 1)


def test_the_basics_come_first() -> None:
    broke = msgspec.structs.replace(exemplary(40, "S2", 5), liquid=cny(0))
    assert offered(broke).nothing == "foundation"
    dark = msgspec.structs.replace(
        exemplary(40, "S2", 5), liquid=None, assets=None, incomes=None, debts=None, deposits=None
    )
    assert offered(dark).nothing == "too_little"


def test_an_old_assessment_opens_nothing() -> None:
    old = Assessment(TODAY - timedelta(days=366), 5)
    offer = offered(msgspec.structs.replace(exemplary(40, "S2", 5), assessment=old))
    assert (offer.nothing, offer.gate.closed) == ("gate", "expired")


def test_reserve_and_goals_are_not_spent() -> None:
    goal = (Goal(cny(386000), TODAY + timedelta(days=300)),)
    assert offered(msgspec.structs.replace(exemplary(40, "S2", 3), goals=goal)).nothing == "no_money"
    left = msgspec.structs.replace(exemplary(40, "S2", 3), goals=(Goal(cny(384000), TODAY),))
    assert offered(left, (product("small"), product("big", least=cny(1001)))).suggestions[0].at_most == cny(1000)
    assert names(offered(left, (product("big", least=cny(1001)),))) == []


def test_a_short_horizon_leaves_only_what_ends_in_time() -> None:
    done = Assessment(TODAY, 3, longest_months=12)
    her = msgspec.structs.replace(exemplary(40, "S2", 3), assessment=done)
    shelf = (product("any day"), product("half", term_months=6), product("year", term_months=12))
    assert sorted(names(offered(her, shelf))) == ["any day", "half"]


def test_what_makes_the_whole_worse_is_left_out() -> None:
    too_much = product("lump", least=cny(60000))
    assert names(offered(exemplary(40, "S2", 3), (too_much,))) == []
    assert offered(exemplary(40, "S2", 3), (too_much,)).nothing == "nothing_fits"


def test_the_amount_is_at_hand_and_makes_nothing_worse() -> None:
    household = exemplary(40, "S2", 3)
    offer = offered(household)
    assert offer.spare is not None
    assert offer.suggestions
    for each in offer.suggestions:
        assert each.product.least.amount <= each.amount.amount <= offer.spare.amount <= each.at_most.amount
    poor = msgspec.structs.replace(household, liquid=household.essential_spending)
    assert offered(poor).suggestions == ()
