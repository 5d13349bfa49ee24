"""What may be ordered by whom: asked anew at the request, at the confirmation and before the payment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.suitability import ADULT_AGE, Person, gate
from kiosk.checkup.sums import reserve_needed

NoOrder = Literal["gate", "not_offered", "too_little", "too_much"]


class Limits(msgspec.Struct, frozen=True):
    """How much of a product may be ordered, in the household's currency. `most` below `least` is nothing at all."""

    least: Decimal
    most: Decimal


def may_order(facts: Household, risk_level: int | None, rules: Rules, today: date) -> bool:
    """Whether a product of this level may be ordered at all (CHECKUP.md 3.1, 3.2).

    Only by an adult of known age with a valid assessment, up to her level; R4 and R5 never from 65 on. Whoever needs a
    guardian does not order here.
    """
    age = facts.age(today)
    if age is None or age < ADULT_AGE:
        return False
    return gate(Person(age, facts.assessment), rules, today).lets_through(risk_level)


def money_free(facts: Household, balance: Decimal, promised: Decimal, rules: Rules, today: date) -> Decimal:
    """What an account with this balance can pay: the emergency money stays at hand (W01), and so does what is promised
    to other orders. Nothing while one of the two is not known."""
    liquid, reserve = facts.known(facts.liquid), reserve_needed(facts, rules, today)
    if liquid is None or reserve is None:
        return Decimal(0)
    return max(Decimal(0), min(balance, liquid - reserve) - promised)


def why_not(amount: Decimal, limits: Limits) -> NoOrder | None:
    """Why so much cannot be ordered; None when it can."""
    if amount > limits.most:
        return "too_much"
    return "too_little" if amount < limits.least else None
