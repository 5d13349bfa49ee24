"""A request for a person's help."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

HelpState = Literal["waiting", "accepted", "arrived", "held", "done", "cancelled"]
"""In the queue · somebody is on the way · is with her · put aside with a reason · over · taken back."""
HELP_TOPICS = ("come", "balances", "checkup", "screen", "money_worry", "order", "other")
"""What she may ask about; `money_worry` is "I think I am being cheated", `order` a witness for an order."""


class HelpRequest(msgspec.Struct, frozen=True):
    """What the customer asks for. Holds no amount, name or account number."""

    topic: str
    screen: str
    mode: str
    lang: str
    step: str = ""
    access: tuple[str, ...] = ()
    """Access needs that staff should know of, such as speech or large_text."""
    about: str = ""
    """What it is about, by its code alone: "finding:W05", "order:o-17"."""
    urgent: bool = False
    """Goes before all others."""
    masked: str = ""
    """A masked copy of the page she was on, as JSON text."""


class HelpTicket(msgspec.Struct, frozen=True):
    """A request the bank has taken."""

    id: str
    state: HelpState
    topic: str
    screen: str
    mode: str
    lang: str
    where: str
    """The kiosk's place in the branch, as the operator named it."""
    created_at: datetime
    version: int
    position: int = 0
    """Place in the queue while waiting: 1 is next; 0 when not waiting."""
    helper: dict[str, str] = {}
    """Display name of the person who comes, by language; empty until accepted."""
    step: str = ""
    access: tuple[str, ...] = ()
    about: str = ""
    urgent: bool = False
    floor: str = ""
    branch: str = ""
    level: int = 0
    """Escalation: 0 nobody yet, 1 all staff were called, 2 the manager too."""
    wait_s: tuple[int, int] | None = None
    """Least and most seconds until somebody comes, from real service times."""
    look: dict[str, str] = {}
    """How to recognise the helper, by language."""
    manager: dict[str, str] = {}
    """Her relationship manager's name by language, where the topic is the check-up."""
    held: str = ""
    outcome: str = ""
    rating: int = 0
    """1 sad, 2 so-so, 3 glad; 0 not given."""
    assisting: bool = False
    """She lets staff look at her masked screen."""
    pointed: str = ""
    """Key of the control that staff point at."""
    board: str = ""
    """What staff write large on the kiosk."""
    changed_at: datetime | None = None
    arrived_at: datetime | None = None


class HourFigures(msgspec.Struct, frozen=True):
    """How many asked in one hour of the bank's day, and the seconds that half of them waited less than."""

    hour: int
    asked: int
    median_s: int | None = None


class HelpFigures(msgspec.Struct, frozen=True):
    """A day at the help desk. Waits are seconds from asking until somebody came; None without any."""

    waiting_now: int
    asked: int
    median_s: int | None
    ninetieth_s: int | None
    by_hour: tuple[HourFigures, ...]
    by_topic: tuple[tuple[str, int], ...]
    """Topic and how many asked, the most asked first."""
