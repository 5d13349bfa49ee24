"""Shapes of the check-up in /kiosk/v1: codes and figures, never sentences."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.wire.kiosk_api import Amount, Code


class BoundWire(msgspec.Struct, frozen=True):
    """From where a check is good, or only worth watching."""

    status: str
    """good or watch."""
    side: str
    """at_least or at_most."""
    value: str
    unit: str
    """months, share, points, days, level, years, money."""


class BasisWire(msgspec.Struct, frozen=True):
    """What a check is judged by: its bounds, where they come from, and since when."""

    bounds: list[BoundWire]
    mark: str
    """F: published; M: from memory, not verified; D: our own rule."""
    source: dict[str, str]
    """In words, by language."""
    valid_from: date


class CheckWire(msgspec.Struct, omit_defaults=True):
    """One check of a check-up: codes and figures."""

    id: Code
    status: str
    foundation: bool
    value: str | None = None
    touched: Amount | None = None
    figures: dict[str, str] = {}
    """Numbers as strings; names of things in words, in the language asked for."""
    action: str = ""
    reason: str = ""
    names: dict[str, dict[str, str]] = {}
    """The figures that are names, in every language the bank knows, so that a screen can change its language."""
    basis: BasisWire | None = None


class SuggestionWire(msgspec.Struct, frozen=True, omit_defaults=True):
    """A product that passed every filter of the suitability gate; the most suitable first."""

    id: Code
    """Of the product: what an order names."""
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: Annotated[int, Meta(ge=1, le=5)]
    yearly_fee: str
    """A share a year: "0.0015" is 0.15 %."""
    amount: Amount
    """How much at most: neither reserve nor plans are touched, and no other check becomes worse."""
    least: Amount
    worst_year_loss: Amount
    """What `amount` might lose in a bad year."""
    fee: Amount
    """What `amount` costs a year."""
    term_months: int | None = None
    """None for what can be sold any day."""
    insured: bool = False


class MixWire(msgspec.Struct, frozen=True, omit_defaults=True):
    """Her money in shares, bonds and cash: as it is, as it might be, and the most in shares."""

    now: dict[str, Amount]
    """By equity, bonds, cash."""
    target: dict[str, Amount] = {}
    ceiling: str | None = None
    """Most in shares, as a share of one."""


class BankDepositWire(msgspec.Struct, frozen=True):
    """What lies at one bank, and how much of it is insured there."""

    names: dict[str, str]
    amount: Amount
    limit: Amount


class MonthFlowWire(msgspec.Struct, frozen=True):
    """Money in and out in a month, named by its first day."""

    month: date
    came: Amount
    went: Amount


class PortraitWire(msgspec.Struct, frozen=True, omit_defaults=True):
    """What her answers say of her; it explains the level and decides nothing."""

    level: Annotated[int, Meta(ge=1, le=5)]
    axes: dict[str, Annotated[int, Meta(ge=0, le=100)]]
    limits: list[str] = []


class PastYearsWire(msgspec.Struct, frozen=True):
    """How often a mix with as much in shares lost money, of a hundred past years."""

    lost: Annotated[int, Meta(ge=0, le=100)]
    country: str
    """Whose markets: never taken for those at home."""


class RateWire(msgspec.Struct, frozen=True):
    """What one unit of a currency was worth in the report's currency, and on which day."""

    currency: str
    rate: str
    as_of: date
    used: bool
    """False when it is too old to go by."""


class CheckupWire(msgspec.Struct):
    """GET and POST /checkup."""

    as_of: date
    rules_version: str
    overall: str
    currency: str
    checks: list[CheckWire]
    suggestions: list[SuggestionWire] = []
    nothing: str = ""
    """Why nothing is suggested: foundation, too_little, gate, no_money, nothing_fits; empty when something is."""
    spare: Amount | None = None
    """What she has at hand beside the reserve and her plans."""
    mix: MixWire | None = None
    deposits: list[BankDepositWire] = []
    flows: list[MonthFlowWire] = []
    """Newest last."""
    portrait: PortraitWire | None = None
    past_years: PastYearsWire | None = None
    rates: list[RateWire] = []


class PastCheckupWire(msgspec.Struct, frozen=True):
    """A check-up of an earlier day, in short."""

    as_of: date
    rules_version: str
    overall: str
    statuses: dict[str, str]
    """Of each check, by its id."""


class CheckupHistoryWire(msgspec.Struct):
    """GET /checkup/history: the last of each day, newest first."""

    checkups: list[PastCheckupWire]
