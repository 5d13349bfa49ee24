"""The demo books as a whole: told by each household, settled, put in the order of time. No database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from kiosk.bank.demo.chronicle import YUAN, Chronicle, Shop
from kiosk.bank.demo.days import Period
from kiosk.bank.demo.households import chen, green, lin, wang, zhao
from kiosk.bank.demo.plan import AccountPlan, HoldingPlan, Household
from kiosk.bank.demo.settlement import Settled, settle
from kiosk.bank.ledger import BANK_ZONE, Entry

HOUSEHOLDS = {"wang": wang.tell, "chen": chen.tell, "zhao": zhao.tell, "lin": lin.tell, "green": green.tell}
ENGLISH = ("green",)
"""Households whose statement is in English."""
TRADITIONAL = ("lin",)
_OPENING = Shop("承前余额"), Shop("承前餘額"), Shop("Balance brought forward")
_INTEREST = Shop("活期结息", "安心银行"), Shop("活期結息", "安心銀行"), Shop("Interest", "Anxin Bank")


@dataclass(frozen=True)
class Books:
    """Everything that is written into an empty bank."""

    period: Period
    accounts: tuple[AccountPlan, ...]
    holdings: tuple[HoldingPlan, ...]
    entries: tuple[Entry, ...]
    """In the order of time."""


def demo_books(today: date, seed: int) -> Books:
    """The books of the 24 months before `today`: equal for an equal day and seed."""
    period = Period(today)
    accounts: list[AccountPlan] = []
    holdings: list[HoldingPlan] = []
    entries: list[Entry] = []
    for name, tell in HOUSEHOLDS.items():
        chronicle = Chronicle(period, f"{seed}:{name}")
        household = tell(chronicle)
        _settle(chronicle, household, _language(name))
        accounts += household.accounts
        holdings += household.holdings
        entries += chronicle.entries
    entries.sort(key=lambda entry: entry.booked_at)
    return Books(period, tuple(accounts), tuple(holdings), tuple(entries))


def _language(name: str) -> int:
    return 2 if name in ENGLISH else 1 if name in TRADITIONAL else 0


def _settle(chronicle: Chronicle, household: Household, language: int) -> None:
    """Add what is brought forward and the interest of each account."""
    for plan in household.accounts:
        settled = _settled(chronicle, plan)
        suffix = "" if plan.currency == "CNY" else f":{plan.currency}"
        start = datetime.combine(chronicle.period.first, time(0), BANK_ZONE)
        if settled.opening:
            sides = {plan.id: settled.opening, f"world:opening{suffix}": -settled.opening}
            chronicle.write(start, "opening", _OPENING[language], sides)
        for day, amount in settled.interest:
            sides = {plan.id: amount, f"world:interest{suffix}": -amount}
            chronicle.write(chronicle.at(day, (0, 1)), "interest", _INTEREST[language], sides)


def _settled(chronicle: Chronicle, plan: AccountPlan) -> Settled:
    for _ in range(5):
        settled = settle(plan, chronicle.changes(plan.id), chronicle.period)
        if settled is not None:
            return settled
        chronicle.spend_one_fen_more(plan.id, "market")
    raise AssertionError(f"{plan.id} cannot end with {(plan.ends_with or 0) / YUAN}")
