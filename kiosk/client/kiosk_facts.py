"""Answers of our own extension (/kiosk/v1) as facts. An answer that breaks the contract is BankUnclear."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import get_args

from kiosk.client.answer import Answer
from kiosk.client.errors import BankUnclear
from kiosk.client.languages import name_in
from kiosk.model.checkup import CheckResult, CheckStatus, CheckupReport, PastCheckup
from kiosk.model.device import Device, DeviceKind, KnownCustomer
from kiosk.model.help import HelpRequest, HelpState, HelpTicket
from kiosk.model.holding import Holding
from kiosk.model.money import Money
from kiosk.model.profile import Preferences, Profile
from kiosk.model.risk import RiskAssessment, RiskQuestion
from kiosk.wire import kiosk_api as wire
from kiosk.wire.pace import pace_of, rate_of

_KINDS: frozenset[str] = frozenset(get_args(DeviceKind))
_OVERALL = ("foundation", "some_act", "some_watch", "all_good", "too_little")
_STATES: frozenset[str] = frozenset(get_args(HelpState))
_STATUSES: frozenset[str] = frozenset(get_args(CheckStatus))


def device(answer: Answer) -> Device:
    """GET /devices/self."""
    found = answer.typed(wire.Device)
    if found.kind not in _KINDS:
        raise BankUnclear("not a Device", reference=answer.reference)
    return Device(
        id=found.id,
        kind=found.kind,  # type: ignore[arg-type]
        place=found.place,
        customers=tuple(KnownCustomer(one.customer, one.names) for one in found.customers),
    )


def profile(answer: Answer) -> Profile:
    """GET /profile."""
    found = answer.typed(wire.ProfileWire)
    band = found.age_band if found.age_band in ("child", "adult", "senior") else "adult"
    return Profile(
        customer_id=found.customer,
        greeting=found.greeting,
        age_band=band,  # type: ignore[arg-type]
        entitlements=tuple(found.entitlements),
        mode=found.mode,
        lang=found.lang,
        preferences=_preferences(found.preferences),
    )


def _preferences(wishes: wire.PreferencesWire) -> Preferences:
    return Preferences(
        text_size=wishes.text_size,
        theme=wishes.theme,
        speech=wishes.speech,
        rate=pace_of(wishes),
        volume=wishes.volume,
        sounds=wishes.sounds,
    )


def profile_update(mode: str, lang: str, preferences: Preferences) -> wire.ProfileUpdate:
    """PUT /profile. Consent to be spoken to aloud is for one sitting only and is not sent."""
    kept = wire.PreferencesWire(
        text_size=preferences.text_size,
        theme=preferences.theme,
        speech=preferences.speech,
        rate=rate_of(preferences.rate),
        volume=preferences.volume,
        pace=preferences.rate,
        sounds=preferences.sounds,
    )
    return wire.ProfileUpdate(mode, lang, kept)


def holdings(answer: Answer, lang: str) -> tuple[Holding, ...]:
    """GET /holdings, names in a language."""
    found = answer.typed(wire.HoldingsWire).holdings
    return tuple(_holding(one, lang, answer) for one in found)


def _holding(one: wire.HoldingWire, lang: str, answer: Answer) -> Holding:
    return Holding(
        id=one.id,
        name=name_in(one.names, lang),
        kind=one.kind,
        issuer=name_in(one.issuer, lang),
        value=money(one.value),
        as_of=one.as_of,
        quantity=_exact(one.quantity, answer),
        unit_value=money(one.unit_value) if one.unit_value else None,
        matures_on=one.matures_on,
        risk_level=one.risk_level,
        yearly_fee=_exact(one.yearly_fee, answer),
        insured_deposit=one.insured_deposit,
    )


def checkup(answer: Answer) -> CheckupReport:
    """GET and POST /checkup. A status the kiosk does not know counts as "unknown"."""
    found = answer.typed(wire.CheckupWire)
    if found.overall not in _OVERALL:
        raise BankUnclear("not a CheckupReport", reference=answer.reference)
    return CheckupReport(
        as_of=found.as_of,
        rules_version=found.rules_version,
        overall=found.overall,  # type: ignore[arg-type]
        checks=tuple(_check(one, answer) for one in found.checks),
        currency=found.currency,
    )


def checkup_history(answer: Answer) -> tuple[PastCheckup, ...]:
    """GET /checkup/history."""
    found = answer.typed(wire.CheckupHistoryWire).checkups
    return tuple(PastCheckup(one.as_of, one.rules_version, one.overall, dict(one.statuses)) for one in found)


def risk_assessment(answer: Answer) -> RiskAssessment:
    """GET and POST /risk-assessment."""
    found = answer.typed(wire.RiskAssessmentWire)
    return RiskAssessment(
        version=found.version,
        questions=tuple(RiskQuestion(one.id, one.options, one.may_not_know) for one in found.questions),
        may_answer=found.may_answer,
        level=found.level,
        done_on=found.done_on,
        valid_until=found.valid_until,
        limits=tuple(found.limits),
        axes=dict(found.axes),
    )


def _check(one: wire.CheckWire, answer: Answer) -> CheckResult:
    return CheckResult(
        id=one.id,
        status=one.status if one.status in _STATUSES else "unknown",  # type: ignore[arg-type]
        foundation=one.foundation,
        value=_exact(one.value, answer),
        touched=money(one.touched) if one.touched else None,
        figures={name: _figure(value) for name, value in one.figures.items()},
        names=one.names,
        action=one.action,
        reason=one.reason,
    )


def help_request(request: HelpRequest) -> wire.HelpRequestWire:
    """POST /help-tickets."""
    return wire.HelpRequestWire(
        request.topic, request.screen, request.mode, request.lang, request.step, list(request.access)
    )


def help_ticket(one: wire.HelpTicketWire) -> HelpTicket:
    """A help ticket. A state the kiosk does not know means that somebody has it, or that it waits."""
    state = one.state if one.state in _STATES else ("accepted" if one.helper else "waiting")
    return HelpTicket(
        id=one.id,
        state=state,  # type: ignore[arg-type]
        topic=one.topic,
        screen=one.screen,
        mode=one.mode,
        lang=one.lang,
        where=one.where,
        created_at=one.created_at,
        version=one.version,
        position=one.position,
        helper=one.helper,
        step=one.step,
        access=tuple(one.access),
    )


def money(amount: wire.Amount) -> Money:
    """An amount of the extension; its shape was checked when it was decoded."""
    return Money(Decimal(amount.amount), amount.currency)


def _exact(value: str | None, answer: Answer) -> Decimal | None:
    if value is None:
        return None
    number = _figure(value)
    if isinstance(number, str):
        raise BankUnclear("not a number", reference=answer.reference)
    return number


def _figure(value: str) -> Decimal | str:
    """A number where it is one; else the name that it is."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return number if number.is_finite() else value
