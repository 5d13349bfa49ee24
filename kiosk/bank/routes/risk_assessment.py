"""The risk questionnaire: what is asked, the newest result, and answering it (NFRA order 2025-7, art. 29)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from kiosk.bank.assessments import assessment_row, days_assessed, newest_assessment, read_assessment
from kiosk.bank.clock import bank_day
from kiosk.bank.entitled import entitled
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import RiskAssessment
from kiosk.checkup.household import age_on
from kiosk.checkup.questionnaire import AnswerError, Portrait, Questionnaire, load_questionnaire, may_assess
from kiosk.wire.kiosk_api import QuestionWire, RiskAnswersWire, RiskAssessmentWire

AGE: Final = "age"
"""The one question the books answer: nobody is asked her age, and nobody makes herself younger."""
AGES: Final = (25, 50, 60, 65)
"""Oldest age of each of its answers but the last."""


async def get_risk_assessment(call: Call) -> Response:
    """The newest result and the questions of today."""
    today = bank_day(call.parts.clock())
    async with call.parts.store.reading() as session:
        await entitled(session, call.customer_id, "checkup")
        return reply(await _state(session, call.customer_id, load_questionnaire(today), today))


async def post_risk_assessment(call: Call) -> Response:
    """Answer the questions; the result is kept and never changed."""
    asked, now = call.asked(RiskAnswersWire), call.parts.clock()
    today = bank_day(now)
    form = load_questionnaire(today)
    if asked.version != form.version:
        raise Refusal("version-mismatch")
    async with call.parts.store.writing() as session:
        customer = await entitled(session, call.customer_id, "checkup")
        if not may_assess(form, await days_assessed(session, customer.id), today):
            raise Refusal("too-many-requests")
        answers = asked.answers | {AGE: age_answer(age_on(customer.birth_date, today))}
        try:
            row = assessment_row(customer.id, answers, now, device_id=call.caller.id, read_aloud=asked.read_aloud)
        except AnswerError as problem:
            raise Refusal("malformed", str(problem)) from problem
        session.add(RiskAssessment(**row))
        await session.flush()
        return reply(await _state(session, customer.id, form, today), 201)


def age_answer(age: int) -> int:
    """Which answer of the age question is hers."""
    return sum(age > oldest for oldest in AGES)


async def _state(session: AsyncSession, customer_id: str, form: Questionnaire, today: date) -> RiskAssessmentWire:
    newest = await newest_assessment(session, customer_id)
    allowed = may_assess(form, await days_assessed(session, customer_id), today)
    asked = [QuestionWire(each.id, len(each.scores)) for each in form.questions if each.id != AGE]
    known = [QuestionWire(each.id, each.options, may_not_know=True) for each in form.knowledge]
    state = RiskAssessmentWire(form.version, asked + known, allowed)
    assessment = read_assessment(newest)
    if newest is None or assessment is None:
        return state
    portrait = msgspec.convert(newest.portrait, Portrait, strict=False)
    state.level, state.done_on = assessment.level, assessment.done_on
    state.valid_until = assessment.done_on + timedelta(days=form.valid_days)
    state.limits = list(portrait.limits)
    state.axes = {axis: round(value) for axis, value in portrait.axes.items()}
    return state


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/risk-assessment", "The newest risk assessment and the questions", get_risk_assessment,
        answer=RiskAssessmentWire, problems=("not-allowed",),
    ),
    Operation(
        "POST", "/kiosk/v1/risk-assessment", "Answer the risk questions", post_risk_assessment,
        body=RiskAnswersWire, answer=RiskAssessmentWire, status=201,
        problems=("not-allowed", "malformed", "version-mismatch", "too-many-requests"),
    ),
)  # fmt: skip
