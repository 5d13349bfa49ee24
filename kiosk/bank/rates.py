"""Exchange rates from the bank's own ledger: what it last gave for a currency, and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import exact
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.tables import Journal, Posting
from kiosk.model.money import Money

HOME: Final = "CNY"
EXCHANGE: Final = "exchange"
"""Category of an exchange in the ledger."""
OURS: Final = "world:exchange"
"""The bank's side of it in its own money; with ":GBP" behind it, in that currency."""
FRESH_DAYS: Final = 35
"""An older rate is not gone by [D]: a month and a few days."""
MOST_READ: Final = 200
PLACES: Final = Decimal("0.0001")


class Rate(msgspec.Struct, frozen=True):
    """What one unit was worth in the bank's own currency."""

    rate: Decimal
    as_of: date


class Rates(msgspec.Struct, frozen=True):
    """The newest rate of each currency, on one day."""

    newest: Mapping[str, Rate]
    today: date

    def fresh(self, currency: str) -> bool:
        """Whether the currency's newest rate may be gone by."""
        rate = self.newest.get(currency)
        return rate is not None and 0 <= (self.today - rate.as_of).days <= FRESH_DAYS

    @property
    def stale(self) -> frozenset[str]:
        """Currencies that have a rate, but a too old one."""
        return frozenset(currency for currency in self.newest if not self.fresh(currency))

    def at_home(self, money: Money) -> Money:
        """In the bank's own currency, to the cent; as it is when there is no fresh rate."""
        if money.currency == HOME or not self.fresh(money.currency):
            return money
        return Money((money.amount * self.newest[money.currency].rate).quantize(Decimal("0.01")), HOME)


async def exchange_rates(session: AsyncSession, today: date) -> Rates:
    """The newest exchange of each currency up to `today`. Raises StoreError."""
    query = (
        select(Journal.id, Journal.booked_at, Posting.account_id, Posting.amount_minor)
        .join(Posting, Posting.journal_id == Journal.id)
        .where(Journal.category == EXCHANGE, Posting.account_id.startswith(OURS))
        .order_by(Journal.booked_at.desc(), Journal.id.desc())
        .limit(MOST_READ)
    )
    sides: dict[int, dict[str, int]] = {}
    days: dict[int, date] = {}
    for journal, booked_at, account, minor in await session.execute(query):
        sides.setdefault(journal, {})[account.removeprefix(OURS).lstrip(":") or HOME] = minor
        days[journal] = booked_at.astimezone(BANK_ZONE).date()
    newest: dict[str, Rate] = {}
    for journal, parts in sides.items():
        _note(newest, parts, days[journal], today)
    return Rates(newest, today)


def _note(newest: dict[str, Rate], parts: dict[str, int], day: date, today: date) -> None:
    """Keep the rate of one exchange, unless a newer one is known."""
    ours = abs(exact(parts.get(HOME, 0), HOME))
    for currency, minor in parts.items():
        if currency != HOME and currency not in newest and minor and ours and day <= today:
            newest[currency] = Rate((ours / abs(exact(minor, currency))).quantize(PLACES), day)
