"""W10: whether something she owns is riskier than her level allows (CHECKUP.md 3.2 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import found, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.suitability import SENIOR_MOST_RISKY, Person, gate
from kiosk.checkup.sums import worth
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W10"
AGELESS = 40
"""What she owns is compared with her own level and her answers' limits: age alone only makes R4 and R5 a watch."""


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Act when anything above her level is held, by R level [F: NFRA order 2025-7, art. 12]; she may keep it.

    From 65 on R4 and R5 are watch even where her level allows them [D]. Value and touched: money above the level, or
    in R4 and R5. Figures: above, allowed (R), risky (money in R4 and R5, from 65 on).
    """
    if household.positions is None:
        return unknown(ID, "holdings_unknown")
    rated = [position for position in household.positions if position.risk_level is not None]
    if not rated:
        return _finding(household, "good", Decimal(0), {"above": Decimal(0)})
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    person = Person(age if age < 18 else AGELESS, household.assessment, guardian_consents=True)
    allowed = gate(person, rules, today)
    if allowed.closed:
        return unknown(ID, allowed.closed)
    above = worth(household, (each for each in rated if (each.risk_level or 0) > allowed.most_risky))
    risky = worth(household, (each for each in rated if (each.risk_level or 0) > SENIOR_MOST_RISKY))
    if above is None or risky is None:
        return unknown(ID, household.why_no_assets())
    figures: dict[str, Decimal | str] = {"above": above, "allowed": Decimal(allowed.most_risky)}
    if above > 0:
        return _finding(household, "act", above, figures)
    if rules.is_senior(age) and risky > 0:
        return _finding(household, "watch", risky, {**figures, "risky": risky})
    return _finding(household, "good", Decimal(0), figures)


def _finding(
    household: Household, status: CheckStatus, money: Decimal, figures: dict[str, Decimal | str]
) -> CheckResult:
    return found(
        ID,
        status,
        household.currency,
        value=money,
        touched=money,
        figures=figures,
    )
