"""A customer's savings goals: read, and kept as she wants them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from kiosk.bank.amounts import DIGITS, signed
from kiosk.bank.entitled import entitled
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import SavingsGoal
from kiosk.wire.kiosk_api import Amount, GoalsWire, GoalWire


async def get_goals(call: Call) -> Response:
    """Her goals in the order she made them."""
    async with call.parts.store.reading() as session:
        await entitled(session, call.customer_id, "goals")
        return reply(await _goals(session, call.customer_id))


async def put_goals(call: Call) -> Response:
    """Keep exactly these; a goal that is not named is given up."""
    asked = call.asked(GoalsWire)
    async with call.parts.store.writing() as session:
        await entitled(session, call.customer_id, "goals")
        await session.execute(delete(SavingsGoal).where(SavingsGoal.customer_id == call.customer_id))
        session.add_all(_row(call.customer_id, goal) for goal in asked.goals)
        await session.flush()
        return reply(await _goals(session, call.customer_id))


async def _goals(session: AsyncSession, customer_id: str) -> GoalsWire:
    mine = select(SavingsGoal).where(SavingsGoal.customer_id == customer_id).order_by(SavingsGoal.id)
    return GoalsWire(
        [
            GoalWire(
                one.kind,
                signed(one.amount_minor, one.currency),
                signed(one.saved_minor, one.currency),
                signed(one.weekly_minor, one.currency),
                one.due,
            )
            for one in await session.scalars(mine)
        ]
    )


def _row(customer_id: str, goal: GoalWire) -> SavingsGoal:
    currency = goal.amount.currency
    amount, saved, weekly = (_minor(each, currency) for each in (goal.amount, goal.saved, goal.weekly))
    if amount <= 0:
        raise Refusal("malformed", "a goal is more than nothing")
    return SavingsGoal(
        customer_id=customer_id,
        kind=goal.kind,
        currency=currency,
        amount_minor=amount,
        saved_minor=saved,
        weekly_minor=weekly,
        due=goal.due,
    )


def _minor(amount: Amount, currency: str) -> int:
    """Whole minor units, from 0 on. Raises Refusal malformed."""
    minor = Decimal(amount.amount).scaleb(DIGITS.get(currency, 2))
    if amount.currency != currency or minor < 0 or minor != minor.to_integral_value():
        raise Refusal("malformed", "amounts of a goal are of one currency, in whole cents and not negative")
    return int(minor)


OPERATIONS: Final = (
    Operation("GET", "/kiosk/v1/goals", "Savings goals", get_goals, answer=GoalsWire, problems=("not-allowed",)),
    Operation(
        "PUT", "/kiosk/v1/goals", "Keep these savings goals", put_goals,
        body=GoalsWire, answer=GoalsWire, problems=("not-allowed", "malformed"),
    ),
)  # fmt: skip
