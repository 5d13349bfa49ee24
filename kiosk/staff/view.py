"""What staff are looking at."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from accessibility.screen import Screen
from kiosk.model.help import HelpFigures
from kiosk.model.staff import StaffMember


class Queue(msgspec.Struct, frozen=True):
    """The list."""


class Ticket(msgspec.Struct, frozen=True):
    """One request in full."""

    id: str


class Choosing(msgspec.Struct, frozen=True):
    """Why it is held, what came of it, or to whom it goes."""

    id: str
    what: Literal["hold", "done", "handover"]
    colleagues: tuple[StaffMember, ...] = ()


class Witness(msgspec.Struct, frozen=True):
    """Going through her order with her."""

    id: str


class Beside(msgspec.Struct, frozen=True):
    """Her own page, masked, as she sees it."""

    id: str
    page: Screen | None
    """None while there is no copy that can be shown."""


class Board(msgspec.Struct, frozen=True):
    """Writing large for who does not hear well."""

    id: str


class Day(msgspec.Struct, frozen=True):
    """How a day went; without figures only a manager may see them."""

    day: date
    figures: HelpFigures | None
    saved: str = ""
    """Where the day was saved to; empty until then."""


View = Queue | Ticket | Choosing | Witness | Beside | Board | Day
