"""Her money in shares, bonds and cash: as it is, and as it might be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.allocation import in_money, stage_of, target
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.suitability import expired
from kiosk.checkup.sums import equity, financial_assets, reserve_needed, worth
from kiosk.model.checkup import MixInMoney
from kiosk.model.money import Money

CENT = Decimal("0.01")


def mix_in_money(household: Household, rules: Rules, today: date) -> MixInMoney | None:
    """The mix of all positions; None while a part is not known. The parts add up to the whole exactly.

    Cash is what is insured or at risk R1 and can be had any day; bonds are what is neither cash nor shares.
    """
    assets, shares = financial_assets(household), equity(household)
    cash = worth(
        household,
        (each for each in household.positions or () if _is_cash(each.insured, each.risk_level, each.matures_on)),
    )
    if assets is None or shares is None or cash is None or assets <= 0:
        return None
    shares = shares.quantize(CENT)
    now = {"equity": shares, "bonds": assets - shares - cash, "cash": cash}
    aim, ceiling = _aim(household, rules, today, assets)
    money = {part: Money(amount, household.currency) for part, amount in now.items()}
    return MixInMoney(money, {part: Money(amount, household.currency) for part, amount in aim.items()}, ceiling)


def _is_cash(insured: bool, risk_level: int | None, matures_on: date | None) -> bool:
    return (insured or risk_level == 1) and matures_on is None


def _aim(household: Household, rules: Rules, today: date, assets: Decimal) -> tuple[dict[str, Decimal], Decimal | None]:
    """The target in money and the ceiling for shares; nothing without age, a level that still holds, or stage."""
    age, assessment = household.age(today), household.assessment
    if age is None or assessment is None or expired(assessment, rules, today):
        return {}, None
    ceiling = rules.allocation.ceiling(assessment.level, age, no_loss=assessment.no_loss)
    stage, reserve = (
        stage_of(household.stage, age, rules.thresholds.senior_age),
        reserve_needed(household, rules, today),
    )
    if stage is None or reserve is None:
        return {}, ceiling
    aim = target(rules.allocation, stage, assessment.level, no_loss=assessment.no_loss, reserve=reserve / assets)
    return {str(part): amount for part, amount in in_money(aim, assets).items()}, ceiling
