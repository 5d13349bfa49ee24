"""A request for a person's help."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

HelpState = Literal["waiting", "accepted", "done", "cancelled"]
HELP_TOPICS = ("come", "balances", "checkup", "screen", "money_worry", "other")


class HelpRequest(msgspec.Struct, frozen=True):
    """What the customer asks for. Holds no amount, name or account number."""

    topic: str
    screen: str
    mode: str
    lang: str
    step: str = ""
    access: tuple[str, ...] = ()
    """Access needs that staff should know of, such as speech or large_text."""


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
