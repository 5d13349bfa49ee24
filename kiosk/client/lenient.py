"""Lenient reading of Open Banking answers: what cannot be read is None or empty, never an exception (API.md 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kiosk.model.money import Money

Fields = Mapping[str, Any]
"""A JSON object."""

_AMOUNT = re.compile(r"[0-9]{1,13}(\.[0-9]{1,5})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_SIGN = {"credit": 1, "crdt": 1, "debit": -1, "dbit": -1}
_LONGEST_TEXT = 512
_YEARS = range(1600, 9000)
"""Outside them a date is a placeholder, and cannot be moved between time zones."""


def fields(value: object) -> Fields:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[Fields]:
    """The objects of an array; an object where an array is due is read as its one element."""
    if isinstance(value, dict):
        return [value]
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """A text without control characters; whole numbers are taken as text, since identifiers are opaque."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value[:_LONGEST_TEXT] if sign.isprintable()).strip()


def moment(value: object) -> datetime | None:
    """A date and time; a plain date is its midnight; without a zone it is UTC, as the standard has it."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip().upper())
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(value: object) -> date | None:
    """A day that is written as a moment: banks give the midnight of their own zone, often turned into UTC."""
    found = moment(value)
    if found is None:
        return None
    return (found + timedelta(hours=12)).date() if found.utcoffset() == timedelta() else found.date()


def unsigned(value: object, currency: str = "") -> Money | None:
    """An Amount object: an unsigned exact number and its currency, or None.

    `currency` stands in where the object names none. JSON numbers are taken when they are exact.
    """
    amount = fields(value)
    code = text(amount.get("Currency")) or currency
    digits = amount.get("Amount")
    exact = str(digits) if isinstance(digits, int | Decimal) and not isinstance(digits, bool) else digits
    if not isinstance(exact, str) or not _AMOUNT.fullmatch(exact) or not _CURRENCY.fullmatch(code):
        return None
    return Money(Decimal(exact), code)


def signed(row: Fields) -> Money | None:
    """The Amount of a balance or movement with the sign of its CreditDebitIndicator, or None."""
    money = unsigned(row.get("Amount"))
    sign = _SIGN.get(text(row.get("CreditDebitIndicator")).lower())
    if money is None or (sign is None and money.amount):
        return None
    return Money(money.amount * (sign or 1), money.currency) if money.amount else money
