"""Shapes of /kiosk/v1 (API.md 2). Amounts are strings, codes are stable, there are no sentences."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

DEVICE_HEADER = "x-kiosk-device-token"
PROBLEM_JSON = "application/problem+json"
PROBLEM_BASE = "https://anxin-kiosk.example/problems/"
PROBLEMS = (
    "device-unknown", "not-signed-in", "sign-in-refused", "sign-in-locked", "not-allowed", "not-found", "malformed",
    "idempotency-key-missing", "idempotency-key-reused", "still-in-progress", "version-mismatch", "wrong-state",
    "too-many-requests", "storage-full", "storage-read-only", "internal",
)  # fmt: skip
"""The last part of a problem's `type`; the client maps each to words."""

Code = Annotated[str, Meta(min_length=1, max_length=64)]


class Problem(msgspec.Struct, omit_defaults=True):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str = ""
    retry_after: int | None = None
    """Seconds, for sign-in-locked and too-many-requests."""


class Amount(msgspec.Struct, frozen=True):
    """An exact signed amount as a string, with its ISO 4217 currency."""

    amount: Annotated[str, Meta(pattern=r"^-?\d{1,13}(\.\d{1,5})?$")]
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$")]


class KnownCustomer(msgspec.Struct, frozen=True):
    """A customer who may sign in on a home device by choosing herself."""

    customer: Code
    names: dict[str, str]


class Device(msgspec.Struct, frozen=True):
    """The device that is calling."""

    id: Code
    kind: str
    """branch, home or lobby."""
    place: str
    customers: list[KnownCustomer] = []


class SessionRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Sign in with a card number, or on a home device with a customer's id."""

    pin: Annotated[str, Meta(pattern=r"^\d{4,12}$")]
    card: Annotated[str, Meta(max_length=19)] = ""
    customer: Annotated[str, Meta(max_length=64)] = ""


class SessionGrant(msgspec.Struct):
    """A short-lived opaque token."""

    token: str
    expires_in: int
    """Seconds without a call after which it ends (RTS 2018/389 Art. 4)."""


class StaffSessionRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Staff sign in with badge number and PIN."""

    badge: Annotated[str, Meta(max_length=32)]
    pin: Annotated[str, Meta(pattern=r"^\d{4,12}$")]


class StaffGrant(msgspec.Struct):
    """A staff token with the name customers are told."""

    token: str
    expires_in: int
    names: dict[str, str]
    id: str = ""
    role: str = "lobby"
    """lobby, manager or operator."""


class ColleagueWire(msgspec.Struct):
    """Somebody of the staff to whom a ticket can be handed."""

    id: Code
    names: dict[str, str]
    role: str
    me: bool = False
    """The one who asks."""


class ColleaguesWire(msgspec.Struct):
    """GET /staff (staff)."""

    staff: list[ColleagueWire]


class PreferencesWire(msgspec.Struct):
    """Seeing and hearing."""

    text_size: Annotated[int, Meta(ge=100, le=250)] = 100
    theme: Code = "light"
    speech: bool = True
    rate: Annotated[int, Meta(ge=1, le=3)] = 2
    """1 slow to 3 quick: for banks and kiosks that do not know `pace`."""
    volume: Annotated[int, Meta(ge=1, le=5)] = 3
    pace: Annotated[int, Meta(ge=1, le=5)] | None = None
    """1 slowest to 5 quickest; None where only `rate` is known (see `kiosk.wire.pace`)."""
    sounds: bool = True
    """Short tones beside the voice."""
    choosing: Code = "press"
    """press, hear_first, rest, one_switch or two_switches; a kiosk takes one it does not know for press."""
    tempo: Annotated[int, Meta(ge=1, le=5)] = 3
    hold: Code = "off"
    again: Code = "usual"
    place: Code = "right"
    pointer: Annotated[int, Meta(ge=1, le=3)] = 1


class ProfileWire(msgspec.Struct):
    """GET /profile."""

    customer: Code
    greeting: dict[str, str]
    age_band: str
    entitlements: list[str]
    mode: str
    lang: str
    preferences: PreferencesWire


class ProfileUpdate(msgspec.Struct, forbid_unknown_fields=True):
    """PUT /profile: what the customer may change herself."""

    mode: Annotated[str, Meta(max_length=32)]
    lang: Annotated[str, Meta(max_length=16)]
    preferences: PreferencesWire


class HoldingWire(msgspec.Struct, omit_defaults=True):
    """One of GET /holdings."""

    id: Code
    names: dict[str, str]
    kind: Code
    issuer: dict[str, str]
    value: Amount
    as_of: date
    quantity: str | None = None
    unit_value: Amount | None = None
    matures_on: date | None = None
    risk_level: int | None = None
    yearly_fee: str | None = None
    insured_deposit: bool = False


class HoldingsWire(msgspec.Struct):
    """GET /holdings."""

    holdings: list[HoldingWire]


class QuestionWire(msgspec.Struct, frozen=True):
    """One question of the risk questionnaire: its words are the kiosk's, by this code."""

    id: Code
    options: Annotated[int, Meta(ge=2, le=8)]
    may_not_know: bool = False
    """A knowledge question: -1 says "I do not know"."""


class RiskAssessmentWire(msgspec.Struct, omit_defaults=True):
    """GET and POST /risk-assessment: the newest result, and what would be asked now."""

    version: str
    questions: list[QuestionWire]
    may_answer: bool
    """False once the rule's number for a day or a year is reached."""
    level: Annotated[int, Meta(ge=1, le=5)] | None = None
    done_on: date | None = None
    valid_until: date | None = None
    limits: list[str] = []
    axes: dict[str, Annotated[int, Meta(ge=0, le=100)]] = {}


class RiskAnswersWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /risk-assessment: each answer by its place, from 0; -1 for "I do not know"."""

    version: Annotated[str, Meta(min_length=1, max_length=32)]
    answers: Annotated[dict[str, Annotated[int, Meta(ge=-1, le=8)]], Meta(max_length=40)]
    read_aloud: bool = False
    """The voice or a helper read the questions to her."""


class GoalWire(msgspec.Struct, forbid_unknown_fields=True):
    """One savings goal: what it is for is a code, its words are the kiosk's."""

    kind: Code
    amount: Amount
    saved: Amount
    weekly: Amount
    due: date


class GoalsWire(msgspec.Struct, forbid_unknown_fields=True):
    """GET and PUT /goals: all of them; at most five."""

    goals: Annotated[list[GoalWire], Meta(max_length=5)]
