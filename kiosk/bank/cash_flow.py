"""What came in and went out over the last full months, by category: the books' view of how somebody lives."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

import msgspec
from sqlalchemy import ColumnElement, func, select
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
    """Sums by category over `months` full months; both ways are positive. Rent is paid or earned."""

    months: int
    currency: str
    came: dict[str, Decimal]
    went: dict[str, Decimal]

    def monthly_income(self, *categories: str) -> Money | None:
        """What comes in in an average month; not known without one full month."""
        return self._monthly(self.came, categories)

    def monthly_spending(self, *categories: str) -> Money | None:
        """What goes out in an average month; not known without one full month."""
        return self._monthly(self.went, categories)

    def _monthly(self, sums: dict[str, Decimal], categories: tuple[str, ...]) -> Money | None:
        if not self.months:
            return None
        total = sum((sums.get(category, Decimal(0)) for category in categories), Decimal(0))
        return Money((total / self.months).quantize(Decimal("0.01")), self.currency)


async def cash_flow(session: AsyncSession, customer_id: str, currency: str, today: date) -> CashFlow:
    """The cash flow of a customer's everyday accounts in a currency, up to the last full month. Raises StoreError."""
    own = [Account.customer_id == customer_id, Account.kind.in_(EVERYDAY), Account.currency == currency]
    query = select(func.min(Journal.booked_at)).join(Posting).join(Account).where(*own)
    first: datetime | None = await session.scalar(query)
    until = today.replace(day=1)
    months = 0 if first is None else min(MONTHS, full_months(first.astimezone(BANK_ZONE).date(), until))
    lately = [Journal.booked_at >= midnight(months_before(until, months)), Journal.booked_at < midnight(until)]
    came = await _sums(session, currency, [*own, *lately, Posting.amount_minor > 0])
    went = await _sums(session, currency, [*own, *lately, Posting.amount_minor < 0])
    return CashFlow(months, currency, came, went)


async def _sums(session: AsyncSession, currency: str, rules: list[ColumnElement[bool]]) -> dict[str, Decimal]:
    rows = await session.execute(
        select(Journal.category, func.sum(Posting.amount_minor))
        .join(Posting, Posting.journal_id == Journal.id)
        .join(Account, Account.id == Posting.account_id)
        .where(*rules)
        .group_by(Journal.category)
    )
    return {category: abs(exact(int(total), currency)) for category, total in rows}


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
