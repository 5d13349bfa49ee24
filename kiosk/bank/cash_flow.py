"""What came in and went out over the last full months, by category: the books' view of how somebody lives."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import exact
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.tables import Account, Journal, Posting
from kiosk.model.money import Money

MONTHS: Final = 12
"""A year holds every bill once, also those that come quarterly or yearly."""
EVERYDAY: Final = ("current", "savings", "card")
"""Accounts on which a customer's life shows; a loan's own side of a payment is not income."""


class CashFlow(msgspec.Struct, frozen=True):
    """Sums by category over `months` full months, positive is money in."""

    months: int
    currency: str
    sums: dict[str, Decimal]

    def monthly(self, *categories: str) -> Money | None:
        """The average of a month; not known without one full month."""
        if not self.months:
            return None
        total = sum((self.sums.get(category, Decimal(0)) for category in categories), Decimal(0))
        return Money((total / self.months).quantize(Decimal("0.01")), self.currency)


async def cash_flow(session: AsyncSession, customer_id: str, currency: str, today: date) -> CashFlow:
    """The cash flow of a customer's everyday accounts in a currency, up to the last full month. Raises StoreError."""
    own = [Account.customer_id == customer_id, Account.kind.in_(EVERYDAY), Account.currency == currency]
    query = select(func.min(Journal.booked_at)).join(Posting).join(Account).where(*own)
    first: datetime | None = await session.scalar(query)
    until = today.replace(day=1)
    months = 0 if first is None else min(MONTHS, full_months(first.astimezone(BANK_ZONE).date(), until))
    since = months_before(until, months)
    rows = await session.execute(
        select(Journal.category, func.sum(Posting.amount_minor))
        .join(Posting, Posting.journal_id == Journal.id)
        .join(Account, Account.id == Posting.account_id)
        .where(*own, Journal.booked_at >= midnight(since), Journal.booked_at < midnight(until))
        .group_by(Journal.category)
    )
    return CashFlow(months, currency, {category: exact(int(total), currency) for category, total in rows})


def full_months(first: date, until: date) -> int:
    """How many whole calendar months lie between a first day and the first of a month."""
    started = first.year * 12 + first.month + (first.day > 1)
    return max(0, until.year * 12 + until.month - started)


def months_before(day: date, months: int) -> date:
    """The first of the month so many months before the first of a month."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def midnight(day: date) -> datetime:
    """The moment at which a day of the bank begins."""
    return datetime.combine(day, time(0), BANK_ZONE)
