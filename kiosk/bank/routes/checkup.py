"""The wealth check-up: the newest, or a new one. Codes and figures, never sentences."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from kiosk.bank.assessments import newest_assessment
from kiosk.bank.checkup_report import Books, checkup_report
from kiosk.bank.clock import bank_day
from kiosk.bank.entitled import entitled
from kiosk.bank.household import household, names_in_facts
from kiosk.bank.month_flows import month_flows
from kiosk.bank.open_banking import named
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.rates import exchange_rates
from kiosk.bank.routes.accounts import language
from kiosk.bank.tables import Checkup, Customer
from kiosk.checkup.questionnaire import Portrait
from kiosk.wire.checkup import CheckupHistoryWire, CheckupWire, CheckWire, PastCheckupWire

MOST_READ: Final = 400
MOST_DAYS: Final = 24
"""Days told of; read are at most so many check-ups, some made on one day."""


async def get_checkup(call: Call) -> Response:
    """The newest check-up."""
    newest = select(Checkup).where(Checkup.customer_id == call.customer_id).order_by(Checkup.id.desc()).limit(1)
    async with call.parts.store.reading() as session:
        lang = language(call, await entitled(session, call.customer_id, "checkup"))
        row = await session.scalar(newest)
    if row is None:
        raise Refusal("not-found")
    return reply(_named(msgspec.convert(row.report, CheckupWire), lang))


async def get_history(call: Call) -> Response:
    """The last check-up of each of the latest days, newest first, in short."""
    kept = select(Checkup).where(Checkup.customer_id == call.customer_id).order_by(Checkup.id.desc())
    days: dict[date, PastCheckupWire] = {}
    async with call.parts.store.reading() as session:
        await entitled(session, call.customer_id, "checkup")
        for row in await session.scalars(kept.limit(MOST_READ)):
            report = msgspec.convert(row.report, CheckupWire)
            days.setdefault(report.as_of, _in_short(report))
    return reply(CheckupHistoryWire(list(days.values())[:MOST_DAYS]))


def _in_short(report: CheckupWire) -> PastCheckupWire:
    statuses = {check.id: check.status for check in report.checks}
    return PastCheckupWire(report.as_of, report.rules_version, report.overall, statuses)


async def post_checkup(call: Call) -> Response:
    """Examine the books of today, and keep the result."""
    now = call.parts.clock()
    today = bank_day(now)
    async with call.parts.store.reading() as session:
        customer = await entitled(session, call.customer_id, "checkup")
        lang = language(call, customer)
        books = await _books(session, customer, today)
    report = checkup_report(books, today)
    async with call.parts.store.writing() as session:
        session.add(Checkup(customer_id=call.customer_id, made_at=now, report=msgspec.to_builtins(report)))
    return reply(_named(report, lang), 201)


async def _books(session: AsyncSession, customer: Customer, today: date) -> Books:
    newest, rates = await newest_assessment(session, customer.id), await exchange_rates(session, today)
    return Books(
        facts=await household(session, customer, today),
        names=await names_in_facts(session, customer),
        rates=rates,
        flows=await month_flows(session, customer.id, today, rates),
        portrait=None if newest is None else msgspec.convert(newest.portrait, Portrait, strict=False),
    )


def _named(report: CheckupWire, lang: str) -> CheckupWire:
    """The report with its names in the language asked for; one made before names were kept stays as it is."""
    return msgspec.structs.replace(report, checks=[_check_named(check, lang) for check in report.checks])


def _check_named(check: CheckWire, lang: str) -> CheckWire:
    told = {figure: named(names, lang) for figure, names in check.names.items()}
    return msgspec.structs.replace(check, figures={**check.figures, **told})


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/checkup", "The newest check-up", get_checkup,
        answer=CheckupWire, problems=("not-allowed", "not-found"),
    ),
    Operation(
        "GET", "/kiosk/v1/checkup/history", "Earlier check-ups in short", get_history,
        answer=CheckupHistoryWire, problems=("not-allowed",),
    ),
    Operation(
        "POST", "/kiosk/v1/checkup", "Make a check-up now", post_checkup,
        answer=CheckupWire, status=201, problems=("not-allowed",),
    ),
)  # fmt: skip
