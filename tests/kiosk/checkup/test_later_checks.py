"""W06 to W18: each boundary belongs to the better side, and what is not known is never judged."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from kiosk.checkup import (
    w06_savings,
    w07_lasting,
    w08_protection,
    w09_assessment,
    w10_suitability,
    w11_equity,
    w12_one_product,
    w13_one_provider,
    w14_locked,
    w15_maturities,
    w16_foreign,
    w17_costs,
    w18_stress,
)
from kiosk.checkup.assessment import Assessment
from kiosk.checkup.household import Household
from kiosk.checkup.mix import mix_in_money
from kiosk.checkup.position import Goal, Position
from kiosk.checkup.rules import load_rules
from kiosk.model.checkup import CheckResult
from tests.kiosk.checkup.households import SENIOR_BORN, SOUND, TODAY, cny, income

RULES = load_rules(TODAY)


def position(value: str, name: str = "", **facts: object) -> Position:
    given: dict[str, object] = {"provider": "Bank A"} | facts
    return Position(id=name or f"p{value}", value=cny(value), **given)  # type: ignore[arg-type]


def fund(value: str, name: str = "fund", **facts: object) -> Position:
    given: dict[str, object] = {"risk_level": 3, "equity_share": Decimal(1), "invested": True} | facts
    return position(value, name, **given)


def cash(value: str) -> Position:
    return position(value, "cash", insured=True)


FULL = msgspec.structs.replace(
    SOUND,
    spending=cny("9000"),
    positions=(cash("96000"), fund("4000", yearly_fee=Decimal("0.008"))),
    goals=(),
    assessment=Assessment(TODAY - timedelta(days=100), 3),
    work_income=cny("12000"),
    life_cover=cny("1440000"),
    protective_premiums=cny("12000"),
    savings_premiums=cny("0"),
    medical_cover=True,
    foreign_spending_share=Decimal(0),
)
"""Everything known and in order."""
SENIOR = msgspec.structs.replace(
    FULL, birth_date=SENIOR_BORN, stage="S4", incomes=income(pension="6000"), essential_spending=cny("6000")
)


def but(household: Household = FULL, **changes: object) -> Household:
    return msgspec.structs.replace(household, **changes)


def senior(**changes: object) -> Household:
    return but(SENIOR, **changes)


@pytest.mark.parametrize(
    ("spending", "status"), [("9000", "good"), ("9000.01", "watch"), ("10800", "watch"), ("10800.01", "act")]
)
def test_w06_savings(spending: str, status: str) -> None:
    assert w06_savings.check(but(spending=cny(spending)), RULES, TODAY).status == status


@pytest.mark.parametrize(
    ("pension", "assets", "status"),
    [("6000", "1000", "good"), ("5999", "1000000", "watch"), ("4500", "620000", "watch"), ("2000", "100000", "act")],
)
def test_w06_pension(pension: str, assets: str, status: str) -> None:
    her = senior(incomes=income(pension=pension), positions=(cash(assets),))
    assert w06_savings.check(her, RULES, TODAY).status == status


@pytest.mark.parametrize(
    ("age", "good", "watch"),
    [(60, "3.37", "3.92"), (65, "3.84", "4.38"), (70, "4.50", "5.02"), (75, "5.49", "6.00"), (80, "7.14", "7.63"),
     (85, "10.45", "10.91"), (90, "20.40", "20.80")],
)  # fmt: skip
def test_w07_rates_of_the_table(age: int, good: str, watch: str) -> None:
    rule = RULES.thresholds.lasting
    cent = Decimal("0.01")
    assert (100 * w07_lasting.rate(rule, age, rule.good_return)).quantize(cent) == Decimal(good)
    assert (100 * w07_lasting.rate(rule, age, rule.watch_return)).quantize(cent) == Decimal(watch)
    assert w07_lasting.rate(rule, 65, Decimal(0)) == Decimal(1) / 30


def test_w07_of_the_elder_of_the_method() -> None:
    her = but(
        birth_date=date(1956, 11, 23), essential_spending=cny(6000), incomes=income(pension="4500"),
        liquid=cny(60000), positions=(cash("620000"),),
    )  # fmt: skip
    found = w07_lasting.check(her, RULES, TODAY)
    assert found.status == "good"
    assert found.value is not None
    assert (100 * found.value).quantize(Decimal("0.1")) == Decimal("2.9")


def test_w07_how_long_it_lasts() -> None:
    assert w07_lasting.years_it_lasts(Decimal(600000), Decimal(24000), Decimal(0)) == 25
    assert w07_lasting.years_it_lasts(Decimal(600000), Decimal(5000), Decimal("0.01")) is None
    years = w07_lasting.years_it_lasts(Decimal(600000), Decimal(24000), Decimal("0.01"))
    assert years is not None
    assert 28 < years < 29


@pytest.mark.parametrize(("born", "status"), [(date(1976, 1, 1), "info"), (date(1966, 11, 23), "act")])
def test_w07_before_sixty_there_is_no_judgement(born: date, status: str) -> None:
    her = but(birth_date=born, incomes=income(), positions=(cash("1000"),))
    assert w07_lasting.check(her, RULES, TODAY).status == status


def test_w07_nothing_drawn_lasts_for_ever_and_nothing_to_draw_from_is_not_known() -> None:
    assert w07_lasting.check(senior(positions=()), RULES, TODAY).status == "good"
    her = senior(positions=(), incomes=income(pension="5000"))
    assert w07_lasting.check(her, RULES, TODAY).reason == "no_assets"


@pytest.mark.parametrize(
    ("cover", "premiums", "status"),
    [("1152000", "14400", "good"), ("1151999", "14400", "watch"), ("720000", "0", "watch"), ("719999", "0", "act"),
     ("1152000", "14401", "watch")],
)  # fmt: skip
def test_w08_double_ten(cover: str, premiums: str, status: str) -> None:
    her = but(life_cover=cny(cover), protective_premiums=cny(premiums))
    assert w08_protection.check(her, RULES, TODAY).status == status


def test_w08_without_dependants_no_cover_is_looked_for() -> None:
    assert w08_protection.check(but(dependants=0, life_cover=None), RULES, TODAY).status == "good"


@pytest.mark.parametrize(
    ("medical", "premiums", "status"), [(True, "14400", "good"), (True, "14401", "watch"), (False, "0", "watch")]
)
def test_w08_from_65_on(premiums: str, status: str, *, medical: bool) -> None:
    her = senior(medical_cover=medical, savings_premiums=cny(premiums), life_cover=None)
    assert w08_protection.check(her, RULES, TODAY).status == status


@pytest.mark.parametrize(
    ("days", "status"),
    [(0, "good"), (335, "good"), (336, "watch"), (365, "watch"), (366, "act"), (-1, "unknown")],
)
def test_w09_assessment(days: int, status: str) -> None:
    her = but(assessment=Assessment(TODAY - timedelta(days=days), 3))
    assert w09_assessment.check(her, RULES, TODAY).status == status


@pytest.mark.parametrize(
    ("level", "risk", "status"), [(3, 3, "good"), (3, 4, "act"), (5, 5, "good"), (1, 1, "good"), (1, 2, "act")]
)
def test_w10_suitability(level: int, risk: int, status: str) -> None:
    her = but(
        positions=(cash("1000"), fund("10", risk_level=risk)),
        assessment=Assessment(TODAY, level),  # type: ignore[arg-type]
    )
    assert w10_suitability.check(her, RULES, TODAY).status == status


def test_w10_risky_things_of_elders_are_looked_at_even_where_allowed() -> None:
    held = (cash("1000"), fund("10", risk_level=4))
    found = w10_suitability.check(senior(positions=held, assessment=Assessment(TODAY, 5)), RULES, TODAY)
    assert (found.status, found.touched) == ("watch", cny("10"))


def test_w10_without_a_valid_assessment() -> None:
    held = (fund("10"),)
    old = Assessment(TODAY - timedelta(days=366), 5)
    assert w10_suitability.check(but(positions=held, assessment=None), RULES, TODAY).reason == "not_assessed"
    assert w10_suitability.check(but(positions=held, assessment=old), RULES, TODAY).reason == "expired"
    assert w10_suitability.check(but(positions=(cash("9"),), assessment=None), RULES, TODAY).status == "good"


def test_w11_and_the_target_take_nothing_from_answers_that_are_too_old() -> None:
    held, old = (cash("6000"), fund("4000")), Assessment(TODAY - timedelta(days=366), 5)
    last_day = Assessment(TODAY - timedelta(days=365), 5)
    assert w11_equity.check(but(positions=held, assessment=old), RULES, TODAY).reason == "expired"
    assert w11_equity.check(but(positions=held, assessment=last_day), RULES, TODAY).status == "good"
    mix = mix_in_money(but(positions=held, assessment=old), RULES, TODAY)
    assert mix is not None
    assert (mix.target, mix.ceiling) == ({}, None)
    assert mix.now["equity"] == cny("4000")


@pytest.mark.parametrize(
    ("shares", "status"), [("4000", "good"), ("4001", "watch"), ("4500", "watch"), ("4501", "act")]
)
def test_w11_ceiling_of_forty_percent(shares: str, status: str) -> None:
    held = (cash(str(10000 - int(shares))), fund(shares))
    assert w11_equity.check(but(positions=held), RULES, TODAY).status == status


def test_w11_below_the_target_is_no_warning_for_elders() -> None:
    assert w11_equity.check(senior(positions=(cash("900000"),)), RULES, TODAY).status == "info"


@pytest.mark.parametrize(("value", "status"), [("1000", "good"), ("1001", "watch"), ("2500", "watch"), ("2501", "act")])
def test_w12_one_product(value: str, status: str) -> None:
    held = (cash(str(10000 - int(value))), fund(value))
    assert w12_one_product.check(but(positions=held), RULES, TODAY).status == status


@pytest.mark.parametrize(("value", "status"), [("5000", "good"), ("5001", "watch"), ("10000", "watch")])
def test_w13_one_provider(value: str, status: str) -> None:
    held = (cash(str(10000 - int(value))), fund(value, "a"), fund("0", "b", provider="Bank B"))
    assert w13_one_provider.check(but(positions=held), RULES, TODAY).status == status


@pytest.mark.parametrize(("locked", "status"), [("79000", "good"), ("79001", "watch"), ("100000", "watch")])
def test_w14_locked(locked: str, status: str) -> None:
    """FA 100,000, reserve 3 x 7,000: 79,000 may be locked; a quarter of FA more is still watch."""
    late = position(locked, "term", matures_on=date(2027, 11, 24))
    held = (late, cash(str(100000 - int(locked))))
    assert w14_locked.check(but(positions=held), RULES, TODAY).status == status


def test_w14_goals_take_room_and_far_too_much_is_act() -> None:
    late = position("100000", "term", matures_on=date(2030, 1, 1))
    goal = (Goal(cny(60000), date(2031, 11, 23)),)
    assert w14_locked.check(but(positions=(late,), goals=goal), RULES, TODAY).status == "act"
    far = (Goal(cny(60000), date(2031, 11, 24)),)
    assert w14_locked.check(but(positions=(late,), goals=far), RULES, TODAY).status == "watch"
    soon = position("100000", "term", matures_on=date(2027, 11, 23))
    assert w14_locked.check(but(positions=(soon,), goals=goal), RULES, TODAY).status == "good"


def test_w15_window_of_ninety_days() -> None:
    def due(days: int, value: str) -> Position:
        return position(value, f"d{days}", matures_on=TODAY + timedelta(days=days))

    together = (due(0, "30"), due(89, "30"), cash("40"))
    apart = (due(0, "30"), due(90, "30"), cash("40"))
    assert w15_maturities.check(but(positions=together), RULES, TODAY).status == "watch"
    assert w15_maturities.check(but(positions=apart), RULES, TODAY).status == "good"
    assert w15_maturities.check(but(positions=(due(5, "50"), cash("50"))), RULES, TODAY).status == "good"


@pytest.mark.parametrize(
    ("foreign", "spent", "status"), [("20", "0", "good"), ("21", "0", "watch"), ("45", "0.25", "good")]
)
def test_w16_foreign(foreign: str, spent: str, status: str) -> None:
    held = (cash(str(100 - int(foreign))), position(foreign, "usd", foreign=True))
    her = but(positions=held, foreign_spending_share=Decimal(spent))
    assert w16_foreign.check(her, RULES, TODAY).status == status


def test_w16_nothing_foreign_is_good_whatever_she_spends() -> None:
    assert w16_foreign.check(but(foreign_spending_share=None), RULES, TODAY).status == "good"


@pytest.mark.parametrize(
    ("fee", "status"), [("0.01", "good"), ("0.0101", "watch"), ("0.02", "watch"), ("0.021", "act")]
)
def test_w17_costs(fee: str, status: str) -> None:
    held = (cash("900"), fund("100", yearly_fee=Decimal(fee)))
    assert w17_costs.check(but(positions=held), RULES, TODAY).status == status


def test_w17_nothing_invested_costs_nothing() -> None:
    assert w17_costs.check(but(positions=(cash("100"),)), RULES, TODAY).status == "good"


def test_w18_is_told_in_money_and_months() -> None:
    found = w18_stress.check(but(positions=(fund("28000"),)), RULES, TODAY)
    assert (found.status, found.touched, found.value) == ("info", cny("14000"), 2)


UNKNOWN: list[tuple[object, dict[str, object]]] = [
    (w06_savings.check, {"spending": None}),
    (w06_savings.check, {"incomes": None}),
    (w07_lasting.check, {"positions": None}),
    (w08_protection.check, {"life_cover": None}),
    (w08_protection.check, {"protective_premiums": None}),
    (w09_assessment.check, {"assessment": None}),
    (w10_suitability.check, {"positions": None}),
    (w11_equity.check, {"assessment": None}),
    (w11_equity.check, {"stage": None}),
    (w12_one_product.check, {"positions": None}),
    (w13_one_provider.check, {"positions": ()}),
    (w14_locked.check, {"goals": None}),
    (w14_locked.check, {"essential_spending": None}),
    (w15_maturities.check, {"positions": ()}),
    (w16_foreign.check, {"positions": None}),
    (w17_costs.check, {"positions": None}),
    (w18_stress.check, {"positions": None}),
    (w18_stress.check, {"essential_spending": cny(0)}),
]


@pytest.mark.parametrize(("check", "missing"), UNKNOWN)
def test_not_known_is_grey(check: object, missing: dict[str, object]) -> None:
    found: CheckResult = check(but(**missing), RULES, TODAY)  # type: ignore[operator]
    assert found.status == "unknown"
    assert found.reason
    assert found.foundation == (found.id in ("W06", "W07"))
