"""Answers of our own extension (/kiosk/v1) as facts. An answer that breaks the contract is BankUnclear."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import get_args

from kiosk.client.answer import Answer
from kiosk.client.errors import BankUnclear
from kiosk.client.languages import name_in
from kiosk.model.device import Device, DeviceKind, KnownCustomer
from kiosk.model.goal import SavingsGoal
from kiosk.model.holding import Holding
from kiosk.model.money import Money
from kiosk.model.profile import Preferences, Profile
from kiosk.model.risk import RiskAssessment, RiskQuestion
from kiosk.wire import kiosk_api as wire
from kiosk.wire.pace import pace_of, rate_of

_KINDS: frozenset[str] = frozenset(get_args(DeviceKind))


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
        choosing=wishes.choosing,
        tempo=wishes.tempo,
        hold=wishes.hold,
        again=wishes.again,
        place=wishes.place,
        pointer=wishes.pointer,
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
        choosing=preferences.choosing,
        tempo=preferences.tempo,
        hold=preferences.hold,
        again=preferences.again,
        place=preferences.place,
        pointer=preferences.pointer,
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


def goals(answer: Answer) -> tuple[SavingsGoal, ...]:
    """GET and PUT /goals."""
    return tuple(
        SavingsGoal(one.kind, money(one.amount), money(one.saved), one.due, money(one.weekly))
        for one in answer.typed(wire.GoalsWire).goals
    )


def goals_wire(kept: Iterable[SavingsGoal]) -> wire.GoalsWire:
    """What PUT /goals takes."""
    return wire.GoalsWire(
        [wire.GoalWire(one.kind, _amount(one.amount), _amount(one.saved), _amount(one.weekly), one.due) for one in kept]
    )


def _amount(money: Money) -> wire.Amount:
    return wire.Amount(f"{money.amount:f}", money.currency)


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
