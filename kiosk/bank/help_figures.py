"""A day at the help desk in figures and as a table. Pure functions over rows."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

import msgspec

from kiosk.bank.help_wait import percentile
from kiosk.bank.ledger import BANK_ZONE
from kiosk.wire.help import HelpFiguresWire, HourWire, TopicWire

COLUMNS: Final = (
    "id", "asked_at", "branch", "floor", "place", "state", "topic", "urgent", "lang", "claimed_at", "arrived_at",
    "ended_at", "wait_s", "held", "outcome", "rating", "staff",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Asked(msgspec.Struct, frozen=True):
    """One ticket of the day."""

    id: str
    created_at: datetime
    branch: str
    floor: str
    place: str
    state: str
    topic: str
    urgent: bool
    lang: str
    claimed_at: datetime | None
    arrived_at: datetime | None
    ended_at: datetime | None
    held: str
    outcome: str
    rating: int
    staff: str

    @property
    def wait_s(self) -> int | None:
        """Whole seconds from asking until somebody came."""
        if self.arrived_at is None:
            return None
        return max(0, round((self.arrived_at - self.created_at).total_seconds()))


def bounds(day: date) -> tuple[datetime, datetime]:
    """The first moment of a bank's day and of the next."""
    first = datetime.combine(day, time(), BANK_ZONE)
    return first, datetime.combine(day + timedelta(days=1), time(), BANK_ZONE)


def figures(asked: Sequence[Asked], waiting_now: int) -> HelpFiguresWire:
    """How many asked and how long they waited, of the whole day and by the bank's hour; topics by number."""
    hours: dict[int, list[Asked]] = {}
    for one in asked:
        hours.setdefault(one.created_at.astimezone(BANK_ZONE).hour, []).append(one)
    waits = _waits(asked)
    topics = sorted(Counter(one.topic for one in asked).items(), key=lambda each: (-each[1], each[0]))
    return HelpFiguresWire(
        waiting_now=waiting_now,
        asked=len(asked),
        median_s=_median(waits),
        ninetieth_s=round(percentile(waits, 90)) if waits else None,
        by_hour=[HourWire(hour, len(rows), _median(_waits(rows))) for hour, rows in sorted(hours.items())],
        by_topic=[TopicWire(topic, count) for topic, count in topics],
    )


def table(asked: Iterable[Asked]) -> Iterator[str]:
    """The day as CSV (RFC 4180), line by line. A cell that a spreadsheet would take for a formula gets a quote."""
    yield _line(COLUMNS)
    for one in asked:
        yield _line(
            (
                one.id,
                _moment(one.created_at),
                one.branch,
                one.floor,
                one.place,
                one.state,
                one.topic,
                "yes" if one.urgent else "",
                one.lang,
                _moment(one.claimed_at),
                _moment(one.arrived_at),
                _moment(one.ended_at),
                "" if one.wait_s is None else str(one.wait_s),
                one.held,
                one.outcome,
                str(one.rating or ""),
                one.staff,
            )
        )


def _waits(asked: Iterable[Asked]) -> list[int]:
    return sorted(one.wait_s for one in asked if one.wait_s is not None)


def _median(waits: Sequence[int]) -> int | None:
    return round(statistics.median(waits)) if waits else None


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(BANK_ZONE).isoformat(timespec="seconds")


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(["'" + cell if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
