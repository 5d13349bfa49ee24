"""One change of an order: its new state, the times that go with it, and its record in the audit chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import chain
from kiosk.bank.amounts import exact
from kiosk.bank.clock import bank_day
from kiosk.bank.orders_machine import IllegalMove, State, Verb, after
from kiosk.bank.orders_rules import load_order_rules
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Order

FINAL = ("placed", "cancelled", "lapsed")


async def move(
    session: AsyncSession,
    now: datetime,
    order: Order,
    verb: Verb,
    who: str,
    facts: Mapping[str, str] | None = None,
    *,
    why: str = "",
) -> bool:
    """Bring an order into its next state; False when it is there already. Raises Refusal wrong-state.

    `why` is kept with an order that ends otherwise than placed.
    """
    before = cast(State, order.state)
    try:
        state = after(before, verb, needs_witness=order.needs_witness)
    except IllegalMove as problem:
        raise Refusal("wrong-state", order.state) from problem
    if state == before:
        return False
    order.state = state
    if state == "cooling":
        order.cooling_until = now + load_order_rules(bank_day(now)).cooling_off
    if state in FINAL:
        order.ended_at, order.why = now, why if state != "placed" else ""
    await record(session, now, order, verb, who, facts or {})
    return True


async def record(
    session: AsyncSession, now: datetime, order: Order, verb: str, who: str, facts: Mapping[str, str]
) -> None:
    """What happened to an order, in the audit chain."""
    own = {
        "state": order.state,
        "product": order.product_id,
        "amount": f"{exact(order.amount_minor, order.currency):f}",
        "currency": order.currency,
    }
    if order.why:
        own["why"] = order.why
    await session.flush()
    await chain.append(session, now, kind=f"order.{verb}", who=who, about=f"order:{order.id}", facts={**own, **facts})
