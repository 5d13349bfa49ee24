"""The wealth check-up: the newest, or a new one. Codes and figures, never sentences."""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy import select
from starlette.responses import Response

from kiosk.bank.clock import bank_day
from kiosk.bank.entitled import entitled
from kiosk.bank.household import household
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Checkup
from kiosk.model.checkup import CheckResult, CheckupReport
from kiosk.wire.kiosk_api import Amount, CheckupWire, CheckWire


async def get_checkup(call: Call) -> Response:
    """The newest check-up."""
    newest = select(Checkup).where(Checkup.customer_id == call.customer_id).order_by(Checkup.id.desc()).limit(1)
    async with call.parts.store.reading() as session:
        await entitled(session, call.customer_id, "checkup")
        row = await session.scalar(newest)
    if row is None:
        raise Refusal("not-found")
    return reply(msgspec.convert(row.report, CheckupWire))


async def post_checkup(call: Call) -> Response:
    """Examine the books of today, and keep the result."""
    from kiosk.checkup.engine import examine  # its tables are read on first use: start-up does not need them

    now = call.parts.clock()
    today = bank_day(now)
    async with call.parts.store.reading() as session:
        customer = await entitled(session, call.customer_id, "checkup")
        facts = await household(session, customer, today)
    report = wire(examine(facts, today))
    async with call.parts.store.writing() as session:
        session.add(Checkup(customer_id=call.customer_id, made_at=now, report=msgspec.to_builtins(report)))
    return reply(report, 201)


def wire(report: CheckupReport) -> CheckupWire:
    """A report as the wire shows it."""
    checks = [_check(result) for result in report.checks]
    return CheckupWire(report.as_of, report.rules_version, report.overall, report.currency, checks)


def _check(result: CheckResult) -> CheckWire:
    touched = result.touched
    return CheckWire(
        id=result.id,
        status=result.status,
        foundation=result.foundation,
        value=None if result.value is None else f"{result.value:f}",
        touched=Amount(f"{touched.amount:f}", touched.currency) if touched else None,
        figures={name: f"{given:f}" if not isinstance(given, str) else given for name, given in result.figures.items()},
        action=result.action,
        reason=result.reason,
    )


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/checkup", "The newest check-up", get_checkup,
        answer=CheckupWire, problems=("not-allowed", "not-found"),
    ),
    Operation(
        "POST", "/kiosk/v1/checkup", "Make a check-up now", post_checkup,
        answer=CheckupWire, status=201, problems=("not-allowed",),
    ),
)  # fmt: skip
