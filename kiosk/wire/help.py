"""Shapes of the help desk (API.md 2). Holds no amount, name or account number of a customer."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.wire.kiosk_api import Code

Masked = Annotated[str, Meta(max_length=65536)]
"""A masked copy of a `Screen` as JSON text: every private phrase is covered before it leaves the kiosk."""
Words = Annotated[str, Meta(min_length=1, max_length=200)]
Key = Annotated[str, Meta(max_length=64)]


class HelpRequestWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /help-tickets, with an Idempotency-Key header."""

    topic: Code
    screen: Code
    mode: Code
    lang: Code
    step: Annotated[str, Meta(max_length=64)] = ""
    access: Annotated[list[Code], Meta(max_length=16)] = []
    about: Key = ""
    """What it is about, by its code alone: "finding:W05", "order:o-17"."""
    urgent: bool = False
    """She thinks that she is being cheated, or is unwell: goes before all others."""
    masked: Masked = ""


class HelpTicketWire(msgspec.Struct):
    """A help ticket; also the data of each server-sent event."""

    id: Code
    state: str
    """waiting, accepted, arrived, held, done or cancelled."""
    topic: str
    screen: str
    mode: str
    lang: str
    where: str
    created_at: datetime
    version: int
    position: int
    helper: dict[str, str]
    step: str = ""
    access: list[str] = []
    about: str = ""
    urgent: bool = False
    floor: str = ""
    branch: str = ""
    level: int = 0
    """Escalation: 0 nobody yet, 1 all staff were called (60 s), 2 the manager too (180 s)."""
    wait_s: list[int] = []
    """Least and most seconds until somebody comes, from real service times; empty when nobody can say."""
    look: dict[str, str] = {}
    """How to recognise the helper, by language."""
    manager: dict[str, str] = {}
    """Her relationship manager's name by language, for topics of the check-up."""
    held: str = ""
    """Why it is held: a code."""
    outcome: str = ""
    rating: int = 0
    """1 sad, 2 so-so, 3 glad; 0 not given."""
    assisting: bool = False
    """She lets staff look at her masked screen."""
    pointed: str = ""
    """Key of the control that staff point at; empty for none."""
    board: str = ""
    """What staff write large on the kiosk for a customer who does not hear well."""
    changed_at: datetime | None = None
    arrived_at: datetime | None = None


class HelpTicketsWire(msgspec.Struct):
    """GET /help-tickets (staff)."""

    tickets: list[HelpTicketWire]


class HoldWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /help-tickets/{id}/hold."""

    because: Code


class HandOverWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /help-tickets/{id}/hand-over: back to the queue at its old place, or to one colleague."""

    to: Key = ""
    """Staff id of the colleague; empty for anybody."""


class OutcomeWire(msgspec.Struct, forbid_unknown_fields=True):
    """POST /help-tickets/{id}/resolve."""

    outcome: Code = "helped"


class RatingWire(msgspec.Struct, forbid_unknown_fields=True):
    """PUT /help-tickets/{id}/rating, by the kiosk."""

    rating: Annotated[int, Meta(ge=1, le=3)]


class AssistWire(msgspec.Struct, forbid_unknown_fields=True):
    """PUT /help-tickets/{id}/assist, by the kiosk: whether staff may look, and what they then see."""

    on: bool
    masked: Masked = ""


class MaskedWire(msgspec.Struct):
    """GET /help-tickets/{id}/screen (staff): the newest masked copy, "" when there is none."""

    masked: str


class PointWire(msgspec.Struct, forbid_unknown_fields=True):
    """PUT /help-tickets/{id}/point (staff): the control an arrow points at; empty takes it away."""

    key: Key


class BoardWire(msgspec.Struct, forbid_unknown_fields=True):
    """PUT /help-tickets/{id}/board (staff): words shown very large; empty takes them away."""

    words: Annotated[str, Meta(max_length=200)]


class HourWire(msgspec.Struct):
    """How many asked in one hour of the day, and how long they waited."""

    hour: int
    asked: int
    median_s: int | None = None


class TopicWire(msgspec.Struct):
    """How many asked about one topic."""

    topic: str
    asked: int


class HelpFiguresWire(msgspec.Struct):
    """GET /help-figures?day=YYYY-MM-DD (staff)."""

    waiting_now: int
    asked: int
    median_s: int | None
    """Seconds from asking until somebody came, half of them shorter; None without any."""
    ninetieth_s: int | None
    by_hour: list[HourWire]
    by_topic: list[TopicWire]
