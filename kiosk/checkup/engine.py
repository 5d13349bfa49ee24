"""The check-up: all checks of one household on one day, and the one sentence's code above them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kiosk.checkup.all_checks import ALL_CHECKS
from kiosk.checkup.finding import mostly_unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules, load_rules
from kiosk.model.checkup import CheckResult, CheckupReport

Overall = Literal["foundation", "some_act", "some_watch", "all_good", "too_little"]


def examine(household: Household, today: date, rules: Rules | None = None) -> CheckupReport:
    """Do every check. `rules` are those in force on `today`, read from the project's tables when not given.

    The same facts and rules always give the same report. Raises RulesError when no rules hold on that day.
    """
    rules = rules or load_rules(today)
    results = tuple(check(household, rules, today) for check in ALL_CHECKS)
    return CheckupReport(
        as_of=today,
        rules_version=rules.version,
        overall=overall(results),
        checks=results,
        currency=household.currency,
    )


def overall(results: tuple[CheckResult, ...]) -> Overall:
    """The whole in one code [D] (CHECKUP.md 6).

    Something to act on is told first, whatever else is not known. Then, when most foundation checks are not known,
    no judgement is made: four or more of the seven.
    """
    foundation = [result for result in results if result.foundation]
    if any(result.status == "act" for result in foundation):
        return "foundation"
    if any(result.status == "act" for result in results):
        return "some_act"
    if mostly_unknown(results):
        return "too_little"
    if any(result.status == "watch" for result in results):
        return "some_watch"
    return "all_good"
