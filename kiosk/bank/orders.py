"""Orders: asked for, confirmed, witnessed, cooling off, stopped. Every change is one transaction with its audit record.

Nothing here takes money: an order is paid only by `kiosk.bank.orders_settling`, after its cooling-off.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import orders_terms
from kiosk.bank.clock import Clock, bank_day
from kiosk.bank.entitled import entitled
from kiosk.bank.household import household
from kiosk.bank.orders_gate import may_order, why_not
from kiosk.bank.orders_machine import RUNNING, Verb
from kiosk.bank.orders_moves import move, record
from kiosk.bank.problems import Refusal
from kiosk.bank.store import Store
from kiosk.bank.tables import Customer, HelpTicket, Order
from kiosk.checkup.rules import load_rules
from kiosk.wire.orders import OrderConfirmWire, OrderRequestWire, OrderTermsWire, OrderWire, PageWire, hash_of

WITH_HER = "arrived"
"""State of a help ticket whose helper stands beside her: a witness from afar has seen nothing."""
MOST_TOLD = 50


class Orders:
    """The customer's orders. Every method raises Refusal not-found for an order that is not hers, and StoreError."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def terms(self, customer_id: str, suggestion: str) -> OrderTermsWire:
        """On what terms she could order a suggestion now. Raises Refusal not-allowed when she may not, not-found."""
        async with self._store.reading() as session:
            customer = await entitled(session, customer_id, "checkup")
            found = await orders_terms.terms(session, customer, suggestion, bank_day(self._clock()))
        return orders_terms.terms_wire(found)

    async def request(self, customer_id: str, device_id: str, key: str, asked: OrderRequestWire) -> OrderWire:
        """Take an order once for each key; the same key and body give the same order again.

        Raises Refusal not-allowed (the gate is closed to her), not-found (it is not suggested to her), malformed (an
        amount outside the limits, a hash that does not fit), wrong-state (one of that product is open already),
        idempotency-key-reused.
        """
        _check_hash(asked.pages, asked.hash)
        body_hash = hashlib.sha256(msgspec.json.encode(asked, order="sorted")).hexdigest()
        now = self._clock()
        async with self._store.writing() as session:
            customer = await entitled(session, customer_id, "checkup")
            await session.refresh(customer, with_for_update=True)
            known = await session.scalar(select(Order).where(Order.customer_id == customer_id, Order.key == key))
            if known is not None:
                if known.body_hash != body_hash:
                    raise Refusal("idempotency-key-reused")
                return order_wire(known, now)
            order = await self._new(session, customer, asked, now)
            order.device_id, order.key, order.body_hash = device_id, key, body_hash
            session.add(order)
            await session.flush()
            await record(session, now, order, "requested", f"customer:{customer_id}", _told(asked.pages, asked.hash))
            return order_wire(order, now)

    async def mine(self, customer_id: str) -> list[OrderWire]:
        """Her orders, the newest first."""
        query = select(Order).where(Order.customer_id == customer_id).order_by(Order.requested_at.desc(), Order.id)
        async with self._store.reading() as session:
            rows = await session.scalars(query.limit(MOST_TOLD))
            return [order_wire(row, self._clock()) for row in rows]

    async def confirm(self, customer_id: str, order_id: str, asked: OrderConfirmWire) -> OrderWire:
        """The second confirmation: the cooling-off begins, or the wait for the witness. Twice is once.

        Raises Refusal too-many-requests while she has to wait (with how long), not-allowed when the gate has closed
        meanwhile, wrong-state, malformed.
        """
        _check_hash(asked.pages, asked.hash)
        now = self._clock()
        async with self._store.writing() as session:
            order = await _hers(session, customer_id, order_id)
            if order.state == "requested":
                await self._check_gate(session, order, now)
                if now < order.confirm_from:
                    raise Refusal("too-many-requests", wait_s=_seconds_left(order, now))
                order.confirmed_at = now
            await move(session, now, order, "confirm", f"customer:{customer_id}", _told(asked.pages, asked.hash))
            return order_wire(order, now)

    async def cancel(self, customer_id: str, order_id: str) -> OrderWire:
        """She does not want it any more. Twice is once. Raises Refusal wrong-state."""
        return await self._by_her(customer_id, order_id, "cancel")

    async def pause(self, customer_id: str, order_id: str) -> OrderWire:
        """She is worried: nothing more happens with it. Twice is once. Raises Refusal wrong-state."""
        return await self._by_her(customer_id, order_id, "pause")

    async def pause_all(self, customer_id: str) -> list[OrderWire]:
        """She thinks that she is being cheated: pause every order that is on its way."""
        now = self._clock()
        running = select(Order).where(Order.customer_id == customer_id, Order.state.in_(RUNNING)).with_for_update()
        async with self._store.writing() as session:
            orders = list(await session.scalars(running.order_by(Order.id)))
            for order in orders:
                await move(session, now, order, "pause", f"customer:{customer_id}")
            return [order_wire(order, now) for order in orders]

    async def witness(self, staff_id: str, order_id: str, *, understood: bool) -> OrderWire:
        """Staff who came for this order say whether she understood it. If not, the order ends.

        Raises Refusal not-found, wrong-state, and not-allowed for who does not stand beside her for this order.
        """
        now = self._clock()
        theirs = (HelpTicket.about == f"order:{order_id}", HelpTicket.staff_id == staff_id)
        query = select(HelpTicket.id).where(*theirs, HelpTicket.state == WITH_HER).order_by(HelpTicket.id.desc())
        async with self._store.writing() as session:
            order = await session.get(Order, order_id, with_for_update=True)
            if order is None:
                raise Refusal("not-found")
            ticket = await session.scalar(query.limit(1))
            if ticket is None:
                raise Refusal("not-allowed", "no help ticket about this order at which you have arrived")
            if order.state == "witness":
                order.staff_id, order.ticket_id = staff_id, ticket
            facts = {"ticket": ticket, "understood": "yes" if understood else "no"}
            verb: Verb = "witness" if understood else "doubt"
            await move(session, now, order, verb, f"staff:{staff_id}", facts, why="not_understood")
            return order_wire(order, now)

    async def _new(self, session: AsyncSession, customer: Customer, asked: OrderRequestWire, now: datetime) -> Order:
        """A new order on the terms of now. Raises Refusal."""
        found = await orders_terms.terms(session, customer, asked.suggestion, bank_day(now))
        if found.open_order:
            raise Refusal("wrong-state", "an order for this is open already")
        amount = orders_terms.exact_amount(asked.amount, found)
        if no := why_not(amount, found.limits):
            raise Refusal("malformed", no)
        order = orders_terms.order_row(found, amount)
        order.id, order.customer_id, order.shown_hash = f"o-{secrets.token_hex(8)}", customer.id, asked.hash
        order.requested_at, order.confirm_from = now, now + found.wait
        return order

    async def _check_gate(self, session: AsyncSession, order: Order, now: datetime) -> None:
        """Raises Refusal not-allowed when she may not have this any more."""
        today = bank_day(now)
        facts = await household(session, await session.get_one(Customer, order.customer_id), today)
        if not may_order(facts, orders_terms.offer_of(order).risk_level, load_rules(today), today):
            raise Refusal("not-allowed", "gate")

    async def _by_her(self, customer_id: str, order_id: str, verb: Verb) -> OrderWire:
        now = self._clock()
        async with self._store.writing() as session:
            order = await _hers(session, customer_id, order_id)
            await move(session, now, order, verb, f"customer:{customer_id}", why="customer" if verb == "cancel" else "")
            return order_wire(order, now)


def order_wire(order: Order, now: datetime) -> OrderWire:
    """An order as the wire shows it."""
    offer = orders_terms.offer_of(order)
    return OrderWire(
        id=order.id,
        state=order.state,
        suggestion=order.product_id,
        names=offer.names,
        issuer=offer.issuer,
        risk_level=offer.risk_level,
        amount=orders_terms.wire_money(order.amount_minor, order.currency),
        fee=orders_terms.wire_money(order.fee_minor, order.currency),
        worst_year_loss=orders_terms.wire_money(order.loss_minor, order.currency),
        requested_at=order.requested_at,
        needs_witness=order.needs_witness,
        wait_s=_seconds_left(order, now) if order.state == "requested" else 0,
        confirmed_at=order.confirmed_at,
        cooling_until=order.cooling_until,
        ended_at=order.ended_at,
        why=order.why,
    )


async def _hers(session: AsyncSession, customer_id: str, order_id: str) -> Order:
    """Her own order, locked; another's looks as if it were not there. Raises Refusal not-found."""
    order = await session.get(Order, order_id, with_for_update=True)
    if order is None or order.customer_id != customer_id:
        raise Refusal("not-found")
    return order


def _seconds_left(order: Order, now: datetime) -> int:
    """Full seconds until she may confirm, rounded up."""
    return max(0, -int(-(order.confirm_from - now).total_seconds() // 1))


def _check_hash(pages: list[PageWire], given: str) -> None:
    if hash_of(pages) != given:
        raise Refusal("malformed", "the hash is not that of the pages")


def _told(pages: list[PageWire], hashed: str) -> dict[str, str]:
    """What she was shown and what was said, in full, for the audit chain."""
    return {"pages": msgspec.json.encode(pages, order="sorted").decode(), "hash": hashed}
