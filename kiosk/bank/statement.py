"""Transactions page by page, newest first. Pages hold still while new entries are written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Account, Journal, Posting

PAGE_SIZE: Final = 50
LARGEST: Final = 2**63 - 1


class Wanted(msgspec.Struct, frozen=True):
    """Which page of which transactions. `upto` is the newest posting when the first page was asked for."""

    account_ids: tuple[str, ...]
    since: datetime | None = None
    until: datetime | None = None
    page: int = 1
    upto: int | None = None


class Page(msgspec.Struct, frozen=True):
    """One page, and where it stands. `first_at` and `last_at` are the ends of all that the books hold."""

    rows: list[tuple[Posting, Journal, str]]
    number: int
    pages: int
    upto: int
    first_at: datetime | None
    last_at: datetime | None


def booking_time(text: str | None) -> datetime | None:
    """A filter's moment. The official rule: its zone is ignored, its time may be left out. Raises Refusal malformed."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace(" ", "+")).replace(tzinfo=UTC)
    except ValueError as problem:
        raise Refusal("malformed", "a booking date-time is not in ISO 8601") from problem


def whole_number(text: str | None) -> int | None:
    """A positive whole number of a query. Raises Refusal malformed."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:20]) <= LARGEST):
        raise Refusal("malformed", "a page is a positive number")
    return int(text[:20])


async def read_page(session: AsyncSession, wanted: Wanted) -> Page:
    """Read one page. Raises Refusal malformed for a page that is not there."""
    own = Posting.account_id.in_(wanted.account_ids)
    ends = select(func.min(Journal.booked_at), func.max(Journal.booked_at), func.max(Posting.id)).join(Posting)
    first_at, last_at, newest = (await session.execute(ends.where(own))).one()
    upto = newest or 0 if wanted.upto is None else wanted.upto
    rules = [own, Posting.id <= upto, *_within(wanted)]
    count = await session.scalar(select(func.count()).select_from(Posting).join(Journal).where(*rules)) or 0
    pages = max(1, -(-count // PAGE_SIZE))
    if wanted.page > pages:
        raise Refusal("malformed", "there is no such page")
    query: Any = (
        select(Posting, Journal, Account.currency)
        .join(Journal, Journal.id == Posting.journal_id)
        .join(Account, Account.id == Posting.account_id)
        .where(*rules)
        .order_by(Journal.booked_at.desc(), Posting.id.desc())
        .limit(PAGE_SIZE)
        .offset((wanted.page - 1) * PAGE_SIZE)
    )
    rows = [(posting, journal, currency) for posting, journal, currency in await session.execute(query)]
    return Page(rows, wanted.page, pages, upto, first_at, last_at)


def _within(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Both ends belong to the answer."""
    rules: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        rules.append(Journal.booked_at >= wanted.since)
    if wanted.until is not None:
        rules.append(Journal.booked_at <= wanted.until)
    return rules
