"""The Retry-After header: seconds, or an HTTP date (RFC 9110 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import ceil

LONGEST_S = 24 * 3600
"""Nobody is told to wait longer than a day."""


def seconds_to_wait(headers: Mapping[str, str], now: datetime) -> int | None:
    """Whole seconds from 0 to LONGEST_S, or None when the header is missing or cannot be read.

    A date is compared with the answer's own Date header where there is one, so that a wrong clock does no harm.
    """
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), LONGEST_S)
    until = _http_date(value)
    if until is None:
        return None
    wait = (until - (_http_date(headers.get("date", "")) or now)).total_seconds()
    return max(0, min(ceil(wait), LONGEST_S))


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
