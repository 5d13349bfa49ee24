"""The ledger: money neither appears nor vanishes, and a balance can be asked for on any day."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kiosk.bank.ledger import (
    BANK_ZONE,
    BackDated,
    Entry,
    LedgerError,
    NoSuchAccount,
    NotEnoughMoney,
    Side,
    Unbalanced,
    balance_on,
    post,
)
from kiosk.bank.store import Store, open_store
from kiosk.bank.tables import Account, Customer, Journal, Posting

MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=BANK_ZONE)
TODAY = MORNING.date()


def entry(*sides: tuple[str, int], at: datetime = MORNING) -> Entry:
    return Entry(at, "other", "text", tuple(Side(*side) for side in sides))


async def ready() -> Store:
    """A bank in memory with a purse, a pound purse, a loan and the world."""
    store = await open_store("sqlite+aiosqlite:///:memory:")
    async with store.writing() as session:
        session.add(
            Customer(
                id="anna", household="h", legal_name="A", greeting={}, birth_date=date(1948, 1, 1), pin_hash="",
                entitlements=[], mode="elder", lang="en", preferences={},
            )
        )  # fmt: skip
        await session.flush()
        for key, kind, currency, line in (
            ("purse", "current", "CNY", 0), ("card", "card", "CNY", 5_000), ("loan", "loan", "CNY", 0),
            ("pounds", "savings", "GBP", 0), ("world", "world", "CNY", 0), ("world:GBP", "world", "GBP", 0),
        ):  # fmt: skip
            session.add(
                Account(
                    id=key, customer_id=None if kind == "world" else "anna", kind=kind, names={}, number="",
                    currency=currency, opened_on=date(2026, 1, 1), credit_line_minor=line,
                )
            )  # fmt: skip
    return store


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = await ready()
    yield opened
    await opened.aclose()


async def write(store: Store, one: Entry) -> None:
    async with store.writing() as session:
        await post(session, one)


async def balance(store: Store, account: str, day: date = TODAY) -> int:
    async with store.reading() as session:
        return await balance_on(session, account, day)


async def test_an_entry_moves_money_and_tells_the_balance_after(store: Store) -> None:
    await write(store, entry(("purse", 386_000), ("world", -386_000)))
    await write(store, entry(("purse", -1_250), ("world", 1_250)))
    async with store.reading() as session:
        purse = await session.get_one(Account, "purse")
        query = select(Posting.balance_after_minor).where(Posting.account_id == "purse").order_by(Posting.id)
        assert list(await session.scalars(query)) == [386_000, 384_750]
        assert purse.balance_minor == 384_750


@pytest.mark.parametrize(
    "sides",
    [
        (("purse", 100),),
        (("purse", 100), ("world", -99)),
        (("purse", 0), ("world", 0)),
        (("purse", 100), ("world:GBP", -100)),
        (),
    ],
)
async def test_what_does_not_balance_is_refused(store: Store, sides: tuple[tuple[str, int], ...]) -> None:
    with pytest.raises(Unbalanced):
        await write(store, entry(*sides))
    async with store.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Journal)) == 0


async def test_two_currencies_balance_each_for_itself(store: Store) -> None:
    await write(store, entry(("pounds", 10_000), ("world:GBP", -10_000)))
    await write(store, entry(("pounds", -100), ("world:GBP", 100), ("purse", 925), ("world", -925)))
    assert (await balance(store, "pounds"), await balance(store, "purse")) == (9_900, 925)


async def test_an_unknown_account_is_refused(store: Store) -> None:
    with pytest.raises(NoSuchAccount, match="nowhere"):
        await write(store, entry(("purse", 100), ("nowhere", -100)))


async def test_books_are_written_forwards(store: Store) -> None:
    await write(store, entry(("purse", 100), ("world", -100)))
    with pytest.raises(BackDated):
        await write(store, entry(("purse", 100), ("world", -100), at=MORNING - timedelta(seconds=1)))
    await write(store, entry(("pounds", 100), ("world:GBP", -100), at=MORNING - timedelta(days=1)))


async def test_a_purse_does_not_go_below_zero(store: Store) -> None:
    await write(store, entry(("purse", 100), ("world", -100)))
    with pytest.raises(NotEnoughMoney):
        await write(store, entry(("purse", -101), ("world", 101)))
    assert await balance(store, "purse") == 100


async def test_a_card_goes_to_its_limit_and_a_loan_is_owed(store: Store) -> None:
    await write(store, entry(("card", -5_000), ("world", 5_000)))
    with pytest.raises(NotEnoughMoney):
        await write(store, entry(("card", -1), ("world", 1)))
    await write(store, entry(("loan", -90_000), ("purse", 90_000)))
    assert await balance(store, "loan") == -90_000


async def test_a_refused_entry_leaves_the_session_usable(store: Store) -> None:
    async with store.writing() as session:
        with pytest.raises(NotEnoughMoney):
            await post(session, entry(("purse", -1), ("world", 1)))
        await post(session, entry(("purse", 5), ("world", -5)))
    assert await balance(store, "purse") == 5


async def test_the_banks_day_ends_at_midnight_in_china(store: Store) -> None:
    late = datetime(2026, 11, 2, 23, 59, 59, tzinfo=BANK_ZONE)
    await write(store, entry(("purse", 100), ("world", -100), at=late))
    await write(store, entry(("purse", 50), ("world", -50), at=late + timedelta(seconds=1)))
    assert await balance(store, "purse", date(2026, 11, 1)) == 0
    assert await balance(store, "purse", date(2026, 11, 2)) == 100
    assert await balance(store, "purse", date(2026, 11, 3)) == 150


STEPS = st.lists(
    st.tuples(st.sampled_from(["purse", "card", "loan"]), st.integers(-9_000, 9_000), st.integers(-40, 400)),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_whatever_is_tried_the_books_add_up(steps: list[tuple[str, int, int]]) -> None:
    asyncio.run(_try_and_check(steps))


async def _try_and_check(steps: list[tuple[str, int, int]]) -> None:
    store = await ready()
    at, expected = MORNING, dict.fromkeys(("purse", "card", "loan"), 0)
    for account, amount, minutes in steps:
        moment = at + timedelta(minutes=minutes)
        try:
            await write(store, entry((account, amount), ("world", -amount), at=moment))
        except LedgerError:
            continue
        at = moment
        expected[account] += amount
    async with store.reading() as session:
        found = {row.id: row for row in await session.scalars(select(Account))}
        query = select(Posting.account_id, func.sum(Posting.amount_minor)).group_by(Posting.account_id)
        sums = {row[0]: row[1] for row in await session.execute(query)}
    await store.aclose()
    assert {key: found[key].balance_minor for key in expected} == expected
    assert all(row.balance_minor == sums.get(key, 0) for key, row in found.items())
    assert sum(row.balance_minor for row in found.values()) == 0
    assert found["purse"].balance_minor >= 0
    assert found["card"].balance_minor >= -5_000
