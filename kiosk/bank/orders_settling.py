"""Placing orders after their cooling-off, and ending those that nobody goes on with. One transaction an order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.clock import Clock, bank_day
from kiosk.bank.household import household
from kiosk.bank.ledger import Entry, NotEnoughMoney, Side, post
from kiosk.bank.orders_gate import may_order
from kiosk.bank.orders_moves import move
from kiosk.bank.orders_rules import load_order_rules
from kiosk.bank.orders_terms import offer_of
from kiosk.bank.store import Store, StoreError
from kiosk.bank.tables import Account, Customer, Holding, Order
from kiosk.checkup.rules import load_rules
from kiosk.checkup.shelf import Offer
from kiosk.checkup.sums import months_after

EVERY_S: Final = 20.0
"""Pause between two looks."""
BOUGHT: Final = "world:wealth_buy"
"""The other side of every purchase in the bank's own books."""
STATE: Final = "中国财政部"
"""The provider of what the state itself owes."""
_LOG: Final = logging.getLogger(__name__)


class Settling:
    """Looks for orders whose time has come. Several servers may look at once: each order is locked."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def settle(self) -> int:
        """Do what is due; how many orders that were. Raises StoreError."""
        now, done = self._clock(), 0
        async with self._store.reading() as session:
            due = list(await session.scalars(select(Order.id).where(_due(now)).order_by(Order.id)))
        for order_id in due:
            async with self._store.writing() as session:
                query = select(Order).where(Order.id == order_id, _due(now))
                order = await session.scalar(query.with_for_update(skip_locked=True))
                if order is not None:
                    await _settle(session, order, now)
                    done += 1
        return done

    async def keep_settling(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.settle()
            except StoreError as problem:
                _LOG.warning("orders could not be settled now: %s", problem)
            await asyncio.sleep(EVERY_S)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Settle beside whatever the block does."""
        task = asyncio.create_task(self.keep_settling(), name="settling orders")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def _due(now: datetime):  # type: ignore[no-untyped-def]  # a clause of SQLAlchemy
    """Cooled off · begun and not gone on with · stopped for long."""
    rules = load_order_rules(bank_day(now))
    unfinished, stopped = timedelta(hours=rules.unfinished_hours), timedelta(hours=rules.paused_hours)
    return or_(
        and_(Order.state == "cooling", Order.cooling_until <= now),
        and_(Order.state.in_(("requested", "witness")), Order.requested_at <= now - unfinished),
        and_(Order.state == "paused", Order.requested_at <= now - stopped),
    )


async def _settle(session: AsyncSession, order: Order, now: datetime) -> None:
    """Place a cooled-off order when she may still have it and can pay it; end any other."""
    if order.state != "cooling":
        await move(session, now, order, "lapse", "bank", why="not_finished")
        return
    today = bank_day(now)
    customer, offer = await session.get_one(Customer, order.customer_id), offer_of(order)
    facts = await household(session, customer, today)
    if not may_order(facts, offer.risk_level, load_rules(today), today):
        await move(session, now, order, "lapse", "bank", why="gate")
        return
    try:
        await _pay(session, order, offer.names.get(customer.lang) or next(iter(offer.names.values())), now)
    except NotEnoughMoney:
        await move(session, now, order, "lapse", "bank", why="no_money")
        return
    session.add(_holding(order, offer, today))
    await move(session, now, order, "settle", "bank")


async def _pay(session: AsyncSession, order: Order, text: str, now: datetime) -> None:
    """From her account into the product. Raises NotEnoughMoney; then nothing was written."""
    if await session.get(Account, BOUGHT) is None:
        session.add(
            Account(
                id=BOUGHT, customer_id=None, kind="world", names={"en": BOUGHT}, number="", currency=order.currency,
                opened_on=bank_day(now),
            )
        )  # fmt: skip
        await session.flush()
    sides = (Side(order.account_id, -order.amount_minor), Side(BOUGHT, order.amount_minor))
    await post(session, Entry(now, "wealth_buy", text, sides, party=text[:70]))


def _holding(order: Order, offer: Offer, today: date) -> Holding:
    owed_by_state = offer.provider == STATE
    return Holding(
        id=order.id,
        customer_id=order.customer_id,
        account_id=None,
        names=offer.names,
        kind="bond" if owed_by_state else "time_deposit" if offer.insured else "fund",
        issuer=offer.issuer,
        currency=order.currency,
        value_minor=order.amount_minor,
        as_of=today,
        matures_on=months_after(today, offer.term_months) if offer.term_months else None,
        risk_level=offer.risk_level,
        yearly_fee=f"{offer.yearly_fee:f}",
        insured_deposit=offer.insured and not owed_by_state,
        treasury=owed_by_state,
        equity_share=f"{offer.equity_share:f}",
    )
