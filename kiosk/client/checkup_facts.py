"""The check-up's answers as facts. An answer that breaks the contract is BankUnclear."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import get_args

from kiosk.client.answer import Answer
from kiosk.client.errors import BankUnclear
from kiosk.model.checkup import (
    BankDeposits,
    Basis,
    Bound,
    CheckResult,
    CheckStatus,
    CheckupReport,
    ExchangeRate,
    MixInMoney,
    MonthFlow,
    PastCheckup,
    PastYears,
    RiskPortrait,
    SuggestedProduct,
)
from kiosk.model.money import Money
from kiosk.wire import checkup as wire
from kiosk.wire.kiosk_api import Amount

_OVERALL = ("foundation", "some_act", "some_watch", "all_good", "too_little")
_STATUSES: frozenset[str] = frozenset(get_args(CheckStatus))
_UNITS = ("months", "share", "days", "level", "money")


def checkup(answer: Answer) -> CheckupReport:
    """GET and POST /checkup. A status the kiosk does not know counts as "unknown"."""
    found = answer.typed(wire.CheckupWire)
    if found.overall not in _OVERALL:
        raise BankUnclear("not a CheckupReport", reference=answer.reference)
    try:
        return _report(found)
    except InvalidOperation as problem:
        raise BankUnclear("not a number", reference=answer.reference) from problem


def checkup_history(answer: Answer) -> tuple[PastCheckup, ...]:
    """GET /checkup/history."""
    found = answer.typed(wire.CheckupHistoryWire).checkups
    return tuple(PastCheckup(one.as_of, one.rules_version, one.overall, dict(one.statuses)) for one in found)


def _report(found: wire.CheckupWire) -> CheckupReport:
    return CheckupReport(
        as_of=found.as_of,
        rules_version=found.rules_version,
        overall=found.overall,  # type: ignore[arg-type]
        checks=tuple(_check(one) for one in found.checks),
        currency=found.currency,
        suggestions=tuple(_suggestion(one) for one in found.suggestions),
        nothing=found.nothing,
        spare=_money(found.spare) if found.spare else None,
        mix=_mix(found.mix) if found.mix else None,
        deposits=tuple(BankDeposits(one.names, _money(one.amount), _money(one.limit)) for one in found.deposits),
        flows=tuple(MonthFlow(one.month, _money(one.came), _money(one.went)) for one in found.flows),
        portrait=_portrait(found.portrait) if found.portrait else None,
        past_years=PastYears(found.past_years.lost, found.past_years.country) if found.past_years else None,
        rates=tuple(ExchangeRate(one.currency, _exact(one.rate), one.as_of, one.used) for one in found.rates),
    )


def _check(one: wire.CheckWire) -> CheckResult:
    return CheckResult(
        id=one.id,
        status=one.status if one.status in _STATUSES else "unknown",  # type: ignore[arg-type]
        foundation=one.foundation,
        value=None if one.value is None else _exact(one.value),
        touched=_money(one.touched) if one.touched else None,
        figures={name: _figure(value) for name, value in one.figures.items()},
        names=one.names,
        action=one.action,
        reason=one.reason,
        basis=_basis(one.basis) if one.basis else None,
    )


def _basis(one: wire.BasisWire) -> Basis:
    """A bound in a unit this kiosk has no words for is left out; a mark it does not know is taken for our own rule."""
    bounds = tuple(
        Bound(each.status, each.side, _exact(each.value), each.unit)  # type: ignore[arg-type]
        for each in one.bounds
        if each.unit in _UNITS and each.side in ("at_least", "at_most") and each.status in ("good", "watch")
    )
    mark = one.mark if one.mark in ("F", "M", "D") else "D"
    return Basis(bounds, mark, one.source, one.valid_from)  # type: ignore[arg-type]


def _suggestion(one: wire.SuggestionWire) -> SuggestedProduct:
    return SuggestedProduct(
        id=one.id,
        names=one.names,
        issuer=one.issuer,
        risk_level=one.risk_level,
        yearly_fee=_exact(one.yearly_fee),
        amount=_money(one.amount),
        least=_money(one.least),
        worst_year_loss=_money(one.worst_year_loss),
        fee=_money(one.fee),
        term_months=one.term_months,
        insured=one.insured,
    )


def _mix(one: wire.MixWire) -> MixInMoney:
    return MixInMoney(
        now={part: _money(amount) for part, amount in one.now.items()},
        target={part: _money(amount) for part, amount in one.target.items()},
        ceiling=None if one.ceiling is None else _exact(one.ceiling),
    )


def _portrait(one: wire.PortraitWire) -> RiskPortrait:
    return RiskPortrait(one.level, dict(one.axes), tuple(one.limits))


def _money(amount: Amount) -> Money:
    return Money(Decimal(amount.amount), amount.currency)


def _exact(value: str) -> Decimal:
    """A number. Raises InvalidOperation."""
    number = Decimal(value)
    if not number.is_finite():
        raise InvalidOperation(value)
    return number


def _figure(value: str) -> Decimal | str:
    """A number where it is one; else the name that it is."""
    try:
        return _exact(value)
    except InvalidOperation:
        return value
