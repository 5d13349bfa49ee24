"""W08: whether those who depend on her are provided for, and what policies cost (CHECKUP.md 1.1 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import at_least, at_most, found, from_on, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W08"
MONTHS = 12


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Under 65 the double ten: with dependants cover against 10 years' work income, good from 0.8, watch from 0.5,
    act below; premiums above 10 % of it are watch [F: exam 证券 #939; the steps D].

    From 65 on no life cover is looked for: medical cover, and savings-type premiums up to 20 % of income [F: NFRA
    order 2025-7]. Value: the share judged. Figures: cover, wanted, income, premiums, share, premium_share.
    """
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    return _senior(household, rules) if rules.is_senior(age) else _earner(household, rules)


def _earner(household: Household, rules: Rules) -> CheckResult:
    work, premiums = household.known(household.work_income), household.known(household.protective_premiums)
    if household.dependants is None:
        return unknown(ID, "dependants_unknown")
    if work is None:
        return unknown(ID, "income_unknown")
    if premiums is None:
        return unknown(ID, "premiums_unknown")
    if work <= 0:
        return unknown(ID, "no_income")
    rule, yearly = rules.thresholds.protection, MONTHS * work
    status = up_to(premiums, rule.premium_share * yearly)
    figures: dict[str, Decimal | str] = {
        "income": yearly, "premiums": premiums, "premium_share": at_most(premiums / yearly),
    }  # fmt: skip
    share, touched = at_most(premiums / yearly), premiums
    if household.dependants > 0:
        cover = household.known(household.life_cover)
        if cover is None:
            return unknown(ID, "cover_unknown")
        wanted = rule.cover_years * yearly
        status = _worse(status, from_on(cover, rule.good_share * wanted, rule.watch_share * wanted))
        share, touched = at_least(cover / wanted), max(Decimal(0), wanted - cover)
        figures |= {"cover": cover, "wanted": wanted, "share": share}
    return _finding(household, status, share, touched, figures)


def _senior(household: Household, rules: Rules) -> CheckResult:
    income, premiums = household.income(), household.known(household.savings_premiums)
    if household.medical_cover is None:
        return unknown(ID, "cover_unknown")
    if premiums is None:
        return unknown(ID, "premiums_unknown")
    if income is None:
        return unknown(ID, "income_unknown")
    if income <= 0 < premiums:
        return unknown(ID, "no_income")
    yearly = MONTHS * income
    heavy = premiums > rules.thresholds.protection.savings_premium_share * yearly
    share = at_most(premiums / yearly) if premiums else Decimal(0)
    figures: dict[str, Decimal | str] = {
        "income": yearly, "premiums": premiums, "premium_share": share, "medical": Decimal(household.medical_cover),
    }  # fmt: skip
    return _finding(household, "watch" if heavy or not household.medical_cover else "good", share, premiums, figures)


def _worse(one: CheckStatus, other: CheckStatus) -> CheckStatus:
    order: tuple[CheckStatus, ...] = ("good", "watch", "act")
    return max(one, other, key=order.index)


def _finding(
    household: Household, status: CheckStatus, share: Decimal, touched: Decimal, figures: dict[str, Decimal | str]
) -> CheckResult:
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=touched,
        figures=figures,
    )
