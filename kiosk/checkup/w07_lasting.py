"""W07: how long her money lasts when the pension does not cover everything (CHECKUP.md 1.2 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import financial_assets
from kiosk.checkup.thresholds import LastingRule
from kiosk.model.checkup import CheckResult

ID = "W07"
MONTHS: Final = 12


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Compare what is drawn a year, w = 12 max(0, E - G) / FA, with the rate of her age.

    Good up to rate(1 %), watch up to 1.25 times rate(2 %) [D], act above; under 60 info only. Nothing drawn is good.
    Value: w, a share a year. Figures: drawn (a month), yearly, assets, rate, allowed, and years (how long it lasts at
    that good return, left out when it never ends).
    """
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    spending, guaranteed = household.known(household.essential_spending), household.guaranteed_income()
    if spending is None:
        return unknown(ID, "spending_unknown")
    if guaranteed is None:
        return unknown(ID, household.why_no_income("pension_unknown"))
    assets = financial_assets(household)
    if assets is None:
        return unknown(ID, household.why_no_assets())
    yearly = MONTHS * max(Decimal(0), spending - guaranteed)
    if assets <= 0 and yearly:
        return unknown(ID, "no_assets")
    return _finding(household, rules.thresholds.lasting, age, yearly, assets)


def rate(rule: LastingRule, age: int, real_return: Decimal) -> Decimal:
    """What may be drawn a year, as a share, so that it lasts to the last age: r / ((1 - (1+r)^-n) (1+r))."""
    years = years_wanted(rule, age)
    if real_return == 0:
        return Decimal(1) / years
    growth = 1 + real_return
    return real_return / ((1 - growth**-years) * growth)


def years_wanted(rule: LastingRule, age: int) -> int:
    """For so many years the money should last."""
    return max(int(rule.fewest_years), int(rule.last_age) - age)


def years_it_lasts(assets: Decimal, yearly: Decimal, real_return: Decimal) -> Decimal | None:
    """Years, with spending at the start of each: -ln(1 - A r / (s (1+r))) / ln(1+r). None when it never ends."""
    if yearly <= 0:
        return None
    if real_return == 0:
        return assets / yearly
    growth = 1 + real_return
    left = 1 - assets * real_return / (yearly * growth)
    return None if left <= 0 else -left.ln() / growth.ln()


def _finding(household: Household, rule: LastingRule, age: int, yearly: Decimal, assets: Decimal) -> CheckResult:
    good = rate(rule, age, rule.good_return)
    watch = rule.watch_factor * rate(rule, age, rule.watch_return)
    status = "info" if age < rule.from_age else up_to(yearly, good * assets, watch * assets)
    share = at_most(yearly / assets) if yearly else Decimal(0)
    figures: dict[str, Decimal | str] = {
        "drawn": yearly / MONTHS, "yearly": yearly, "assets": assets, "rate": share, "allowed": at_most(good),
        "wanted_years": Decimal(years_wanted(rule, age)),
    }  # fmt: skip
    years = years_it_lasts(assets, yearly, rule.good_return)
    if years is not None:
        figures["years"] = years.quantize(Decimal("0.1"))
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=yearly,
        figures=figures,
    )
