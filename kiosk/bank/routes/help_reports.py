"""A day's figures and tickets for the manager, and who the staff are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response, StreamingResponse

from kiosk.bank.clock import bank_day
from kiosk.bank.help_figures import Asked, bounds, figures, table
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Device, HelpTicket, Staff
from kiosk.wire.help import HelpFiguresWire
from kiosk.wire.kiosk_api import ColleaguesWire, ColleagueWire


async def get_figures(call: Call) -> Response:
    """How the day went."""
    async with call.parts.store.reading() as session:
        await _manager(call, session)
        asked = [one async for one in _asked(session, _day(call))]
        query = select(func.count()).select_from(HelpTicket).where(HelpTicket.state == "waiting")
        return reply(figures(asked, await session.scalar(query) or 0))


async def get_csv(call: Call) -> Response:
    """The day's tickets, without any copy of a page and without what was written to a customer."""
    async with call.parts.store.reading() as session:
        await _manager(call, session)
    day = _day(call)
    headers = {"Content-Disposition": f'attachment; filename="help-{day}.csv"'}
    return StreamingResponse(_rows(call, day), headers=headers, media_type="text/csv; charset=utf-8")


async def get_staff(call: Call) -> Response:
    """Everybody to whom a ticket can be handed."""
    async with call.parts.store.reading() as session:
        people = (await session.scalars(select(Staff).order_by(Staff.id))).all()
    return reply(
        ColleaguesWire([ColleagueWire(one.id, dict(one.names), one.role, one.id == call.staff_id) for one in people])
    )


async def _rows(call: Call, day: date) -> AsyncIterator[str]:
    async with call.parts.store.reading() as session:
        asked = [one async for one in _asked(session, day)]
    for line in table(asked):
        yield line


async def _asked(session: AsyncSession, day: date) -> AsyncIterator[Asked]:
    first, next_day = bounds(day)
    query = select(HelpTicket, Device).join(Device, Device.id == HelpTicket.device_id)
    query = query.where(HelpTicket.created_at >= first, HelpTicket.created_at < next_day).order_by(HelpTicket.id)
    for one, device in await session.execute(query):
        yield Asked(
            one.id, one.created_at, device.branch, device.floor, device.place, one.state, one.topic, one.urgent,
            one.lang, one.claimed_at, one.arrived_at, one.ended_at, one.held, one.outcome, one.rating,
            one.staff_id or "",
        )  # fmt: skip


async def _manager(call: Call, session: AsyncSession) -> None:
    """Raises Refusal not-allowed for anybody else."""
    if (await session.get_one(Staff, call.staff_id)).role != "manager":
        raise Refusal("not-allowed", "for a manager")


def _day(call: Call) -> date:
    """The day that is asked for; today without one. Raises Refusal malformed."""
    given = call.request.query_params.get("day", "")
    try:
        return date.fromisoformat(given) if given else bank_day(call.parts.clock())
    except ValueError as problem:
        raise Refusal("malformed", "day is written 2026-11-23") from problem


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/help-figures", "How a day went", get_figures, "staff",
        answer=HelpFiguresWire, problems=("malformed", "not-allowed"),
    ),
    Operation(
        "GET", "/kiosk/v1/help-tickets.csv", "A day's tickets as a table", get_csv, "staff",
        answer=str, media_type="text/csv", problems=("malformed", "not-allowed"),
    ),
    Operation(
        "GET", "/kiosk/v1/staff", "Who the staff are", get_staff, "staff",
        answer=ColleaguesWire, problems=("not-allowed",),
    ),
)  # fmt: skip
