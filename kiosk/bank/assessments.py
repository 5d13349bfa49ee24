"""Risk assessments in the books: written once, read as the newest, counted against what the rule allows a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.clock import bank_day
from kiosk.bank.tables import RiskAssessment
from kiosk.checkup.assessment import Assessment
from kiosk.checkup.questionnaire import assess, load_questionnaire


def assessment_row(
    customer_id: str,
    answers: Mapping[str, int],
    made_at: datetime,
    *,
    device_id: str | None = None,
    read_aloud: bool = False,
) -> dict[str, Any]:
    """The row of a questionnaire answered at a moment, scored by the rules of that day. Raises AnswerError."""
    done_on = bank_day(made_at)
    form = load_questionnaire(done_on)
    assessment, portrait = assess(form, answers, done_on)
    return {
        "customer_id": customer_id,
        "device_id": device_id,
        "made_at": made_at,
        "done_on": done_on,
        "version": form.version,
        "answers": dict(answers),
        "assessment": msgspec.to_builtins(assessment),
        "portrait": msgspec.to_builtins(portrait),
        "read_aloud": read_aloud,
    }


async def newest_assessment(session: AsyncSession, customer_id: str) -> RiskAssessment | None:
    """The newest one; None when she never answered."""
    mine = select(RiskAssessment).where(RiskAssessment.customer_id == customer_id)
    return await session.scalar(mine.order_by(RiskAssessment.made_at.desc(), RiskAssessment.id.desc()).limit(1))


async def days_assessed(session: AsyncSession, customer_id: str) -> tuple[date, ...]:
    """The days of all of them."""
    return tuple(await session.scalars(select(RiskAssessment.done_on).where(RiskAssessment.customer_id == customer_id)))


def read_assessment(row: RiskAssessment | None) -> Assessment | None:
    """What the row holds."""
    return None if row is None else msgspec.convert(row.assessment, Assessment, strict=False)
