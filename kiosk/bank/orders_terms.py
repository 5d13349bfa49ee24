"""On what terms a customer may order a suggestion: read from the books of now, never from an old check-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import DIGITS, exact
from kiosk.bank.checkup_report import suggested
from kiosk.bank.household import CURRENCY, household
from kiosk.bank.orders_gate import Limits, may_order, money_free
from kiosk.bank.orders_machine import OPEN
from kiosk.bank.orders_rules import OrderRules, load_order_rules
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Account, Customer, Order
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules, load_rules
from kiosk.checkup.shelf import Offer, load_shelf
from kiosk.model.money import Money
from kiosk.wire.checkup import SuggestionWire
from kiosk.wire.kiosk_api import Amount
from kiosk.wire.orders import OrderTermsWire

PAYING: Final = ("current", "savings")
TAIL: Final = 4
"""So many last figures tell an account from her others."""


class Terms(msgspec.Struct, frozen=True):
    """What one order of hers would be like."""

    offer: Offer
    limits: Limits
    account: Account
    level: int
    age: int
    rules: Rules
    order_rules: OrderRules
    spending: Money | None
    open_order: str
    """Id of an order of the same product that is still open; empty for none."""

    @property
    def wait(self) -> timedelta:
        """Between her two confirmations."""
        return self.order_rules.wait(self.age)


async def terms(session: AsyncSession, customer: Customer, suggestion: str, today: date) -> Terms:
    """The terms of today. Raises Refusal not-allowed when she may order nothing of its kind, not-found when the bank
    does not suggest it to her."""
    offer = next((each for each in load_shelf(today) if each.id == suggestion), None)
    if offer is None:
        raise Refusal("not-found")
    rules, facts = load_rules(today), await household(session, customer, today)
    age, assessment = facts.age(today), facts.assessment
    if age is None or assessment is None or not may_order(facts, offer.risk_level, rules, today):
        raise Refusal("not-allowed", "gate")
    hers = {each.id: each for each in suggested(facts, today)}
    account = await _paying(session, customer.id)
    if suggestion not in hers or account is None:
        raise Refusal("not-found")
    return Terms(
        offer=offer,
        limits=await _limits(session, customer.id, facts, hers[suggestion], account, rules, today),
        account=account,
        level=assessment.level,
        age=age,
        rules=rules,
        order_rules=load_order_rules(today),
        spending=facts.essential_spending,
        open_order=await _open_order(session, customer.id, suggestion),
    )


async def _limits(
    session: AsyncSession,
    customer_id: str,
    facts: Household,
    suggestion: SuggestionWire,
    account: Account,
    rules: Rules,
    today: date,
) -> Limits:
    promised = select(func.sum(Order.amount_minor)).where(Order.customer_id == customer_id, Order.state.in_(OPEN))
    minor = int(await session.scalar(promised) or 0)
    free = money_free(facts, exact(account.balance_minor, CURRENCY), exact(minor, CURRENCY), rules, today)
    return Limits(Decimal(suggestion.least.amount), min(Decimal(suggestion.amount.amount), free))


async def _paying(session: AsyncSession, customer_id: str) -> Account | None:
    """Her own account at hand that holds most."""
    own = select(Account).where(Account.customer_id == customer_id, Account.currency == CURRENCY)
    found: Sequence[Account] = (await session.scalars(own.where(Account.kind.in_(PAYING)))).all()
    return min(found, key=lambda each: (-each.balance_minor, each.id), default=None)


async def _open_order(session: AsyncSession, customer_id: str, suggestion: str) -> str:
    same = select(Order.id).where(Order.customer_id == customer_id, Order.product_id == suggestion)
    return await session.scalar(same.where(Order.state.in_(OPEN)).limit(1)) or ""


def terms_wire(found: Terms) -> OrderTermsWire:
    """On the wire. Raises Refusal not-found when nothing is left to order it with."""
    if found.limits.most < found.limits.least:
        raise Refusal("not-found", "no_money")
    offer, rules = found.offer, found.order_rules
    return OrderTermsWire(
        suggestion=offer.id,
        names=offer.names,
        issuer=offer.issuer,
        risk_level=offer.risk_level,
        level=found.level,
        least=Amount(f"{found.limits.least:f}", offer.currency),
        most=Amount(f"{found.limits.most:f}", offer.currency),
        yearly_fee=f"{offer.yearly_fee:f}",
        worst_year=f"{max(offer.worst_year, offer.equity_share * found.rules.thresholds.equity.stress_loss):f}",
        account=found.account.number[-TAIL:],
        cooling_off_hours=rules.cooling_off_hours,
        wait_s=int(found.wait.total_seconds()),
        needs_witness=rules.is_senior(found.age),
        spending=None if found.spending is None else Amount(f"{found.spending.amount:f}", found.spending.currency),
        term_months=offer.term_months,
        insured=offer.insured,
    )


def exact_amount(asked: Amount, found: Terms) -> Decimal:
    """The amount asked for, in whole minor units of the offer's currency. Raises Refusal malformed."""
    amount = Decimal(asked.amount)
    if asked.currency != found.offer.currency or amount != amount.quantize(Decimal("0.01")) or amount <= 0:
        raise Refusal("malformed", "amount")
    return amount


def order_row(found: Terms, amount: Decimal) -> Order:
    """A new order on these terms, as far as they decide it."""
    offer = found.offer
    money = Money(amount, offer.currency)
    return Order(
        offer=msgspec.to_builtins(offer),
        product_id=offer.id,
        account_id=found.account.id,
        currency=offer.currency,
        amount_minor=_minor(money),
        fee_minor=_minor(offer.fee(money)),
        loss_minor=_minor(offer.loss(money, found.rules)),
        state="requested",
        why="",
        needs_witness=found.order_rules.is_senior(found.age),
    )


def offer_of(order: Order) -> Offer:
    """The product as it was when she ordered it."""
    return msgspec.convert(order.offer, Offer, strict=False)


def wire_money(minor: int, currency: str) -> Amount:
    """An amount of the books on the wire."""
    return Amount(f"{exact(minor, currency):f}", currency)


def _minor(money: Money) -> int:
    return int(money.amount.scaleb(DIGITS.get(money.currency, 2)).to_integral_value())
