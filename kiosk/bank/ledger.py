"""The ledger: entries whose sides add up to zero, written forwards in time, and balances on any day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.tables import Account, Journal, Posting

# LedgerError
#  ├─ Unbalanced       the sides do not add up to zero in each currency, or a side is empty
#  ├─ NoSuchAccount    a side names an account that is not in the books
#  ├─ BackDated        an account already has a later entry: books are written forwards
#  └─ NotEnoughMoney   a customer's account would fall below what she has and may borrow

BANK_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The bank's day: China has kept UTC+8 all year since 1991, so no zone database is needed."""


class LedgerError(Exception):
    """The books refuse an entry; nothing of it was written."""


class Unbalanced(LedgerError):
    """Money would appear or vanish."""


class NoSuchAccount(LedgerError):
    """There is no such account."""


class BackDated(LedgerError):
    """The entry is older than the newest one of an account it touches."""


class NotEnoughMoney(LedgerError):
    """The account does not hold that much."""


class Side(msgspec.Struct, frozen=True):
    """One side of an entry: positive is money into the account, in minor units of the account's currency."""

    account_id: str
    amount_minor: int


class Entry(msgspec.Struct, frozen=True):
    """One event to be written into the books."""

    booked_at: datetime
    category: str
    """One of kiosk.model.categories.CATEGORIES."""
    text: str
    sides: tuple[Side, ...]
    party: str = ""


def end_of_day(day: date) -> datetime:
    """The first moment that no longer belongs to a day of the bank."""
    return datetime.combine(day + timedelta(days=1), time(0), BANK_ZONE)


async def post(session: AsyncSession, entry: Entry) -> Journal:
    """Write an entry and bring its accounts' balances along, in the caller's transaction. Raises LedgerError."""
    accounts = await _accounts(session, entry.sides)
    _check_balanced(entry.sides, accounts)
    _check_covered(entry.sides, accounts)
    await _check_forwards(session, entry)
    journal = Journal(booked_at=entry.booked_at, category=entry.category, text=entry.text, party=entry.party)
    session.add(journal)
    await session.flush()
    for side in entry.sides:
        session.add(_posting(journal, accounts[side.account_id], side.amount_minor))
    await session.flush()
    return journal


def _posting(journal: Journal, account: Account, amount_minor: int) -> Posting:
    account.balance_minor += amount_minor
    return Posting(
        journal_id=journal.id,
        account_id=account.id,
        amount_minor=amount_minor,
        balance_after_minor=account.balance_minor,
    )


async def balance_on(session: AsyncSession, account_id: str, day: date) -> int:
    """An account's balance at the end of a day of the bank, in minor units: the sum of its postings until then."""
    total = await session.scalar(
        select(func.coalesce(func.sum(Posting.amount_minor), 0))
        .join(Journal, Journal.id == Posting.journal_id)
        .where(Posting.account_id == account_id, Journal.booked_at < end_of_day(day))
    )
    return int(total or 0)


async def _accounts(session: AsyncSession, sides: Sequence[Side]) -> dict[str, Account]:
    """The accounts of the sides, locked where the database can. Raises NoSuchAccount."""
    wanted = {side.account_id for side in sides}
    # In one order everywhere, so that two servers on one PostgreSQL cannot wait for each other.
    query = select(Account).where(Account.id.in_(wanted)).order_by(Account.id).with_for_update()
    found = {account.id: account for account in await session.scalars(query)}
    if missing := wanted - found.keys():
        raise NoSuchAccount(f"no account {sorted(missing)[0]}")
    return found


def _check_balanced(sides: Sequence[Side], accounts: dict[str, Account]) -> None:
    totals: Counter[str] = Counter()
    for side in sides:
        if side.amount_minor == 0:
            raise Unbalanced("a side moves no money")
        totals[accounts[side.account_id].currency] += side.amount_minor
    if not sides or any(totals.values()):
        raise Unbalanced(f"the sides add up to {dict(totals)}, not to zero")


async def _check_forwards(session: AsyncSession, entry: Entry) -> None:
    # Written forwards, each account's newest entry is its last one, which the index finds at once.
    last_ones = (
        select(func.max(Posting.journal_id))
        .where(Posting.account_id.in_([side.account_id for side in entry.sides]))
        .group_by(Posting.account_id)
    )
    newest = await session.scalar(select(func.max(Journal.booked_at)).where(Journal.id.in_(last_ones)))
    if newest is not None and entry.booked_at < newest:
        raise BackDated(f"{entry.booked_at} is before the newest entry, {newest}")


def _check_covered(sides: Sequence[Side], accounts: dict[str, Account]) -> None:
    changes: Counter[str] = Counter()
    for side in sides:
        changes[side.account_id] += side.amount_minor
    for account in accounts.values():
        own = account.customer_id is not None and account.kind != "loan"
        after = account.balance_minor + changes[account.id]
        if own and changes[account.id] < 0 and after + account.credit_line_minor < 0:
            raise NotEnoughMoney(f"account {account.id} would go below zero")
