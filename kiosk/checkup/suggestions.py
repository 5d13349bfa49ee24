"""Which products might suit her: a list of filters, each a reason to leave one out. An empty list is a good answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final, Literal

import msgspec

from kiosk.checkup import w12_one_product, w13_one_provider, w14_locked, w15_maturities, w16_foreign
from kiosk.checkup.finding import mostly_unknown
from kiosk.checkup.household import Household
from kiosk.checkup.position import Position
from kiosk.checkup.rules import Rules
from kiosk.checkup.suitability import Gate, Person, gate
from kiosk.checkup.sums import financial_assets, goals_within, months_after, reserve_needed
from kiosk.model.checkup import CheckResult, CheckStatus
from kiosk.model.money import Money

Nothing = Literal["foundation", "too_little", "gate", "no_money", "nothing_fits"]
"""Why nothing is: basics first · too little is known · the gate is closed · no money left · no product fits."""
TIERS: Final = ((50_000, 1), (500_000, 2), (2_000_000, 3))
"""Financial assets below this, and how many different products [M, D]: a tier never raises risk."""
MOST: Final = 5
THOUSAND: Final = 1000
STRUCTURE: Final = (
    w12_one_product.check,
    w13_one_provider.check,
    w14_locked.check,
    w15_maturities.check,
    w16_foreign.check,
)
"""What a purchase must not make worse."""
WORSE: Final[tuple[CheckStatus, ...]] = ("good", "info", "unknown", "watch", "act")


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """Something the bank sells."""

    id: str
    provider: str
    risk_level: int
    """The higher of issuer's and seller's, 1 to 5 (CHECKUP.md 3.1)."""
    least: Money
    """Smallest amount that can be bought."""
    yearly_fee: Decimal
    equity_share: Decimal
    term_months: int | None = None
    """None for what can be sold any day."""
    insured: bool = False
    foreign: bool = False


class Suggestion(msgspec.Struct, frozen=True):
    """A product that passed every filter."""

    product: Product
    at_most: Money
    """What is left beside reserve and plans."""
    amount: Money
    """As much of that as makes none of W12 to W16 worse, in whole thousands."""


class Suggested(msgspec.Struct, frozen=True):
    """What might be bought, or why nothing."""

    suggestions: tuple[Suggestion, ...] = ()
    nothing: Nothing | None = None
    gate: Gate = Gate(0)
    spare: Money | None = None
    """What she has at hand beside reserve and plans; None while that is not known or not asked."""


def suggest(
    household: Household,
    person: Person,
    products: Iterable[Product],
    results: Iterable[CheckResult],
    rules: Rules,
    today: date,
) -> Suggested:
    """Filter in the order of CHECKUP.md 6: foundation, assessment, level and age, term, money left, structure."""
    open_to = gate(person, rules, today)
    results = tuple(results)
    if any(result.foundation and result.status == "act" for result in results):
        return Suggested(nothing="foundation", gate=open_to)
    if mostly_unknown(results):
        return Suggested(nothing="too_little", gate=open_to)
    if open_to.closed or person.assessment is None:
        return Suggested(nothing="gate", gate=open_to)
    room = _room(household, rules, today)
    if room is None or room <= 0:
        return Suggested(nothing="no_money", gate=open_to)
    longest, spare = person.assessment.longest_months, Money(room, household.currency)
    at_hand = min(room, _at_hand(household, rules, today))
    fitting = [
        Suggestion(product, spare, _amount(household, product, at_hand, rules, today))
        for product in products
        if open_to.lets_through(product.risk_level)
        and _ends_in_time(product, longest)
        and product.least.currency == household.currency
        and product.least.amount <= at_hand
        and not _makes_worse(household, product, product.least.amount, rules, today)
    ]
    fitting.sort(key=lambda each: (each.product.yearly_fee, each.product.risk_level, each.product.id))
    kept = tuple(fitting[: _how_many(financial_assets(household) or Decimal(0))])
    return Suggested(kept, None if kept else "nothing_fits", open_to, Money(at_hand, household.currency))


def _room(household: Household, rules: Rules, today: date) -> Decimal | None:
    """FA less the reserve and what she wants within five years; None when a part is not known."""
    assets, reserve = financial_assets(household), reserve_needed(household, rules, today)
    goals = goals_within(household, today, int(rules.thresholds.locked.goal_years))
    return None if assets is None or reserve is None or goals is None else assets - reserve - goals


def _at_hand(household: Household, rules: Rules, today: date) -> Decimal:
    """What she could pay today and keep her reserve: nobody is to sell or break something for a suggestion [D]."""
    liquid, reserve = household.known(household.liquid), reserve_needed(household, rules, today)
    return Decimal(0) if liquid is None or reserve is None else max(Decimal(0), liquid - reserve)


def _ends_in_time(product: Product, longest_months: int | None) -> bool:
    """Within her horizon; a short one leaves only what ends before it."""
    return longest_months is None or product.term_months is None or product.term_months < longest_months


def _amount(household: Household, product: Product, room: Decimal, rules: Rules, today: date) -> Money:
    """The most of the room that makes nothing worse: all of it, a quarter of everything, a tenth, or the least [D]."""
    assets, rule = financial_assets(household) or Decimal(0), rules.thresholds.one_product
    for wish in (room, rule.watch_share * assets, rule.good_share * assets):
        amount = (min(wish, room) / THOUSAND).to_integral_value(ROUND_FLOOR) * THOUSAND
        if amount >= product.least.amount and not _makes_worse(household, product, amount, rules, today):
            return Money(amount, household.currency)
    return product.least


def _makes_worse(household: Household, product: Product, amount: Decimal, rules: Rules, today: date) -> bool:
    """Whether buying so much with money at hand makes one of W12 to W16 worse."""
    after = _with(household, product, amount, today)
    return any(
        WORSE.index(check(after, rules, today).status) > WORSE.index(check(household, rules, today).status)
        for check in STRUCTURE
    )


def _with(household: Household, product: Product, amount: Decimal, today: date) -> Household:
    """The household after a purchase: cash that is insured or can be had any day goes first."""
    positions = list(household.positions or ())
    left = amount
    payers = sorted(range(len(positions)), key=lambda at: (positions[at].risk_level or 0, positions[at].id))
    for at in payers:
        value = household.known(positions[at].value) or Decimal(0)
        if positions[at].matures_on is None and not positions[at].foreign and left > 0 and value > 0:
            paid = min(left, value)
            positions[at] = msgspec.structs.replace(positions[at], value=Money(value - paid, household.currency))
            left -= paid
    bought = Position(
        id=product.id,
        provider=product.provider,
        value=Money(amount - left, household.currency),
        insured=product.insured,
        foreign=product.foreign,
        risk_level=product.risk_level,
        equity_share=product.equity_share,
        matures_on=months_after(today, product.term_months) if product.term_months else None,
        yearly_fee=product.yearly_fee,
        invested=not product.insured,
    )
    return msgspec.structs.replace(household, positions=(*positions, bought))


def _how_many(assets: Decimal) -> int:
    return next((most for limit, most in TIERS if assets < limit), MOST)
