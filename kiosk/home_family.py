"""The family circle of a PC at home, built from its parts; none where the book cannot be read."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.family.book import BookError, FamilyBook
from kiosk.family.circle import Circle
from kiosk.family.limit import Limit
from kiosk.family.vault import SystemVault
from kiosk.journeys.family_words import message_to
from kiosk.notify import ChildNotifier

_LOG = logging.getLogger(__name__)


def home_family(folder: Path, place: str, changed: Callable[[], None]) -> Circle | None:
    """The circle whose book lies in `folder`; help itself never depends on it."""
    try:
        book = FamilyBook(folder)
    except BookError as problem:
        _LOG.error("the family book cannot be read: %s", problem)
        return None
    vault, limit = SystemVault(), Limit(time.monotonic)
    return Circle(book, vault, ChildNotifier(), limit, message_to(place), today=date.today, changed=changed)
