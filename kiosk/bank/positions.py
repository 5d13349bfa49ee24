"""From holdings and accounts to the check-up's positions, and from what she told us to its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from kiosk.bank.amounts import exact
from kiosk.bank.open_banking import named
from kiosk.bank.tables import Account, Holding
from kiosk.bank.told import Told
from kiosk.checkup.position import Goal, Position
from kiosk.model.money import Money

HOME: Final = "CNY"
DEPOSITS: Final = ("current", "savings", "fixed")
INVESTED: Final = ("wealth_product", "fund", "gold", "other")
"""Kinds of holdings whose fees count."""


def own_name(names: Mapping[str, str]) -> str:
    """The name by which a bank is told from others: the same in whatever language the customer speaks."""
    return named(names, "")


def positions(accounts: Sequence[Account], holdings: Sequence[Holding]) -> tuple[Position, ...]:
    """Every holding, and every account that has no holding's view of its own; loans and cards are debts."""
    seen = {holding.account_id for holding in holdings if holding.account_id}
    bank = next((own_name(holding.issuer) for holding in holdings if holding.account_id), "")
    bare = [each for each in accounts if each.kind in DEPOSITS and each.id not in seen and each.balance_minor > 0]
    return (*(_of_holding(holding) for holding in holdings), *(_of_account(account, bank) for account in bare))


def _of_holding(holding: Holding) -> Position:
    return Position(
        id=holding.id,
        provider=own_name(holding.issuer),
        value=Money(exact(holding.value_minor, holding.currency), holding.currency),
        insured=holding.insured_deposit or holding.treasury,
        foreign=holding.currency != HOME,
        risk_level=holding.risk_level,
        equity_share=Decimal(holding.equity_share) if holding.equity_share else None,
        matures_on=holding.matures_on,
        yearly_fee=Decimal(holding.yearly_fee) if holding.yearly_fee else None,
        invested=holding.kind in INVESTED,
    )


def _of_account(account: Account, bank: str) -> Position:
    return Position(
        id=account.id,
        provider=bank,
        value=Money(exact(account.balance_minor, account.currency), account.currency),
        insured=True,
        foreign=account.currency != HOME,
        matures_on=account.matures_on,
    )


def told_facts(told: Told, currency: str) -> dict[str, Any]:
    """What she told us, as fields of `kiosk.checkup.household.Household`."""

    def money(amount: Decimal | None) -> Money | None:
        return None if amount is None else Money(amount, currency)

    goals = None if told.goals is None else tuple(Goal(Money(each.amount, currency), each.due) for each in told.goals)
    return {
        "goals": goals,
        "life_cover": money(told.life_cover),
        "protective_premiums": money(told.protective_premiums),
        "savings_premiums": money(told.savings_premiums),
        "medical_cover": told.medical_cover,
        "foreign_spending_share": told.foreign_spending_share,
    }
