"""Money in and out of the last full months, month by month, for the check-up's picture of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import exact
from kiosk.bank.cash_flow import EVERYDAY, midnight, months_before
from kiosk.bank.household import CURRENCY, ESSENTIAL, INCOMES, PLEASANT
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.rates import Rates
from kiosk.bank.tables import Account, Journal, Posting
from kiosk.model.money import Money
from kiosk.wire.checkup import MonthFlowWire
from kiosk.wire.kiosk_api import Amount

MONTHS: Final = 6
COUNTED: Final = (*INCOMES, "interest", "refund", *ESSENTIAL, *PLEASANT)
"""What is earned and what is spent: moving money between her own pockets is neither."""


async def month_flows(session: AsyncSession, customer_id: str, today: date, rates: Rates) -> list[MonthFlowWire]:
    """The last full months in the bank's own currency, the newest last; none without any movement.

    None either where some of it came or went in a currency without a fresh rate: half a picture misleads.
    """
    until = today.replace(day=1)
    query = (
        select(Journal.booked_at, Posting.amount_minor, Account.currency)
        .join(Posting, Posting.journal_id == Journal.id)
        .join(Account, Account.id == Posting.account_id)
        .where(
            Account.customer_id == customer_id,
            Account.kind.in_(EVERYDAY),
            Journal.category.in_(COUNTED),
            Journal.booked_at >= midnight(months_before(until, MONTHS)),
            Journal.booked_at < midnight(until),
        )
    )
    came: dict[date, Decimal] = {}
    went: dict[date, Decimal] = {}
    for booked_at, minor, currency in await session.execute(query):
        money = rates.at_home(Money(exact(minor, currency), currency))
        if money.currency != CURRENCY:
            return []
        month = booked_at.astimezone(BANK_ZONE).date().replace(day=1)
        way = came if minor > 0 else went
        way[month] = way.get(month, Decimal(0)) + abs(money.amount)
    return [
        MonthFlowWire(month, _amount(came.get(month)), _amount(went.get(month)))
        for month in sorted(came.keys() | went.keys())
    ]


def _amount(sum_of: Decimal | None) -> Amount:
    return Amount(f"{sum_of or Decimal(0):f}", CURRENCY)
