"""Between the wire's orders and the kiosk's own. An answer that breaks the contract is BankUnclear."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import get_args

import msgspec

from kiosk.client.answer import Answer
from kiosk.client.errors import BankUnclear
from kiosk.client.kiosk_facts import money
from kiosk.model.money import Money
from kiosk.model.order import Order, OrderState, OrderTerms, ShownPage
from kiosk.wire import orders as wire
from kiosk.wire.kiosk_api import Amount

_STATES = get_args(OrderState)


def order_terms(answer: Answer) -> OrderTerms:
    """GET /orders/terms/{suggestion}."""
    found = answer.typed(wire.OrderTermsWire)
    try:
        fee, worst = Decimal(found.yearly_fee), Decimal(found.worst_year)
    except InvalidOperation as problem:
        raise BankUnclear("not a number", reference=answer.reference) from problem
    amounts = {"least": money(found.least), "most": money(found.most)}
    spending = money(found.spending) if found.spending else None
    return OrderTerms(
        **{**msgspec.structs.asdict(found), **amounts, "spending": spending, "yearly_fee": fee, "worst_year": worst}
    )


def order(answer: Answer) -> Order:
    """One order."""
    return _order(answer.typed(wire.OrderWire), answer)


def orders(answer: Answer) -> tuple[Order, ...]:
    """GET /orders."""
    return tuple(_order(one, answer) for one in answer.typed(wire.OrdersWire).orders)


def request_wire(suggestion: str, amount: Money, pages: Sequence[ShownPage]) -> wire.OrderRequestWire:
    """POST /orders."""
    told = _pages(pages)
    return wire.OrderRequestWire(suggestion, Amount(f"{amount.amount:f}", amount.currency), told, wire.hash_of(told))


def confirm_wire(pages: Sequence[ShownPage]) -> wire.OrderConfirmWire:
    """POST /orders/{id}/confirm."""
    told = _pages(pages)
    return wire.OrderConfirmWire(told, wire.hash_of(told))


def _pages(pages: Sequence[ShownPage]) -> list[wire.PageWire]:
    return [wire.PageWire(one.page, one.lang, one.mode, list(one.shown), list(one.said)) for one in pages]


def _order(one: wire.OrderWire, answer: Answer) -> Order:
    if one.state not in _STATES:
        raise BankUnclear("not an Order", reference=answer.reference)
    amounts = {name: money(getattr(one, name)) for name in ("amount", "fee", "worst_year_loss")}
    return Order(**{**msgspec.structs.asdict(one), **amounts})
