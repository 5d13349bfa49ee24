"""Shapes of orders in /kiosk/v1: codes and figures, and the text that was shown and said to her."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.wire.kiosk_api import Amount, Code

Said = Annotated[str, Meta(max_length=2000)]


class PageWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page she went on from: every word of it, for the eye and as the voice said it."""

    page: Code
    lang: Code
    mode: Code
    shown: Annotated[list[Said], Meta(max_length=80)]
    said: Annotated[list[Said], Meta(max_length=80)]
    """Empty where the voice was off."""


class OrderTermsWire(msgspec.Struct, omit_defaults=True):
    """GET /orders/terms/{suggestion}: what she would order, and on what terms."""

    suggestion: Code
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: Annotated[int, Meta(ge=1, le=5)]
    level: Annotated[int, Meta(ge=1, le=5)]
    """Hers."""
    least: Amount
    most: Amount
    yearly_fee: str
    """A share a year."""
    worst_year: str
    """A share that a bad year may take."""
    account: str
    """The last figures of the account that would pay."""
    cooling_off_hours: int
    wait_s: int
    """Between the two confirmations."""
    needs_witness: bool
    spending: Amount | None = None
    """What she needs a month; None while it is not known."""
    term_months: int | None = None
    insured: bool = False


class OrderRequestWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /orders, with an Idempotency-Key header."""

    suggestion: Code
    amount: Amount
    pages: Annotated[list[PageWire], Meta(min_length=1, max_length=20)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the pages (`hash_of`)."""


class OrderConfirmWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /orders/{id}/confirm."""

    pages: Annotated[list[PageWire], Meta(min_length=1, max_length=20)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class WitnessWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /orders/{id}/witness (staff): whether she understood what she ordered, as far as the witness can tell."""

    understood: bool


class OrderWire(msgspec.Struct, omit_defaults=True):
    """An order."""

    id: Code
    state: str
    """requested, witness, cooling, paused, placed, cancelled or lapsed."""
    suggestion: str
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: int
    amount: Amount
    fee: Amount
    """Costs of a year."""
    worst_year_loss: Amount
    requested_at: datetime
    needs_witness: bool
    wait_s: int = 0
    """Seconds until she can confirm."""
    confirmed_at: datetime | None = None
    cooling_until: datetime | None = None
    ended_at: datetime | None = None
    why: str = ""


class OrdersWire(msgspec.Struct):
    """GET /orders, the newest first."""

    orders: list[OrderWire]


class AuditRecordWire(msgspec.Struct):
    """One link of the audit chain."""

    number: int
    at: datetime
    kind: str
    who: str
    about: str
    facts: dict[str, str]
    before: str
    hash: str


class AuditWire(msgspec.Struct):
    """GET /audit?after= (operators)."""

    records: list[AuditRecordWire]


def hash_of(pages: list[PageWire]) -> str:
    """SHA-256, in hex, over the pages as JSON with their members in the order of their names."""
    return hashlib.sha256(msgspec.json.encode(pages, order="sorted")).hexdigest()
