"""How long a whole check-up takes, by the number of holdings: `python -m benchmarks.checkup`."""

from __future__ import annotations

import statistics
import time
from datetime import date, timedelta
from decimal import Decimal

from kiosk.checkup.all_checks import ALL_CHECKS
from kiosk.checkup.assessment import Assessment
from kiosk.checkup.household import Deposit, Household, Income
from kiosk.checkup.position import Position
from kiosk.checkup.rules import load_rules
from kiosk.model.money import Money

TODAY = date(2026, 11, 23)
SIZES = (125, 250, 500, 1000, 2000)
ROUNDS = 31


def household(holdings: int) -> Household:
    """A household of 70 with so many holdings at 20 houses."""
    held = tuple(
        Position(
            id=f"p{at}", provider=f"House {at % 20}", value=Money(Decimal(1000 + at), "CNY"), risk_level=1 + at % 5,
            equity_share=Decimal(at % 2), matures_on=TODAY + timedelta(days=at) if at % 3 else None,
            yearly_fee=Decimal("0.01"), invested=True,
        )
        for at in range(holdings)
    )  # fmt: skip
    return Household(
        birth_date=date(1956, 5, 1),
        stage="S4",
        deposits=tuple(Deposit(f"Bank {at % 20}", Money(Decimal(9000), "CNY"), None) for at in range(holdings)),
        liquid=Money(Decimal(60000), "CNY"),
        incomes=(Income("pension", Money(Decimal(4500), "CNY"), guaranteed=True),),
        essential_spending=Money(Decimal(6000), "CNY"),
        positions=held,
        goals=(),
        assessment=Assessment(TODAY, 3),
        foreign_spending_share=Decimal(0),
    )


def main() -> None:
    """Print the median of each size and milliseconds a thousand holdings."""
    rules = load_rules(TODAY)
    for size in SIZES:
        facts, times = household(size), []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            for check in ALL_CHECKS:
                check(facts, rules, TODAY)
            times.append(1000 * (time.perf_counter() - began))
        median = statistics.median(times)
        print(f"{size:5} holdings: {median:6.2f} ms, {1000 * median / size:5.2f} ms a thousand")


if __name__ == "__main__":
    main()
