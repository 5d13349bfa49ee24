"""Which of a bank's many balances is the customer's own money (API.md 1: never count borrowed money as hers)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

import msgspec

from kiosk.client.lenient import Fields, moment, rows, signed, text, unsigned
from kiosk.model.money import Money

# v4.0 has ISO codes, v3.1 spelt them out.
_V31 = {
    "InterimAvailable": "ITAV",
    "InterimBooked": "ITBD",
    "InterimCleared": "ITCL",
    "ClosingAvailable": "CLAV",
    "ClosingBooked": "CLBD",
    "ClosingCleared": "CLCL",
    "OpeningAvailable": "OPAV",
    "OpeningBooked": "OPBD",
    "OpeningCleared": "OPCL",
    "ForwardAvailable": "FWAV",
    "Expected": "XPCD",
    "Information": "INFO",
    "PreviouslyClosedBooked": "PRCD",
}
_AVAILABLE = ("ITAV", "CLAV", "OPAV")
_BOOKED = ("ITBD", "CLBD", "OPBD", "ITCL", "CLCL", "OPCL")
# FWAV and XPCD speak of the future, PRCD of the past, INFO of anything: none of them is what she has now.
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class OwnMoney(msgspec.Struct, frozen=True):
    """What an account's balances come to; None is "not known"."""

    available: Money | None = None
    booked: Money | None = None
    credit_line: Money | None = None
    as_of: datetime | None = None


def own_money(balances: Iterable[Fields], currency: str, *, owed: bool = False) -> OwnMoney:
    """The balances of one account in its currency (in the first one found where `currency` is empty).

    `owed` is for loans: there the booked balance counts first, since "available" would be what could still be borrowed.
    """
    lines = [line for line in balances if _currency(line)]
    currency = currency or next((_currency(line) for line in lines), "")
    by_type = _newest_by_type([line for line in lines if _currency(line) == currency])
    chosen, available = _first_known(by_type, _BOOKED + _AVAILABLE if owed else _AVAILABLE + _BOOKED)
    _, booked = _first_known(by_type, _BOOKED)
    credit = (_credit(line) for line in by_type.values())
    return OwnMoney(
        available,
        booked,
        next((money for money in credit if money is not None and money.amount), None),
        moment(chosen.get("DateTime")) if chosen else None,
    )


def balance_type(value: object) -> str:
    """A balance type as v4.0 writes it; unknown ones are kept as they are."""
    name = text(value)
    return _V31.get(name, name)


def _currency(line: Fields) -> str:
    money = signed(line)
    return money.currency if money else ""


def _newest_by_type(lines: list[Fields]) -> dict[str, Fields]:
    oldest_first = sorted(lines, key=lambda line: moment(line.get("DateTime")) or _LONG_AGO)
    return {balance_type(line.get("Type")): line for line in oldest_first}


def _first_known(by_type: dict[str, Fields], types: tuple[str, ...]) -> tuple[Fields | None, Money | None]:
    for name in types:
        line = by_type.get(name)
        own = _without_borrowed(line) if line else None
        if own is not None:
            return line, own
    return None, None


def _without_borrowed(line: Fields) -> Money | None:
    """A balance less the credit lines it contains; None where how much is borrowed cannot be told."""
    money = signed(line)
    included = [credit for credit in rows(line.get("CreditLine")) if _is_included(credit)]
    if money is None or not included:
        return money
    borrowed = _sum(included, money.currency)
    return None if borrowed is None else money - borrowed


def _credit(line: Fields) -> Money | None:
    money = signed(line)
    lines = rows(line.get("CreditLine"))
    return _sum(lines, money.currency) if money and lines else None


def _is_included(credit: Fields) -> bool:
    """A missing Included means that it is not (the official description); anything odd is taken as included."""
    value = credit.get("Included", False)
    return value is not False and text(value).lower() != "false"


def _sum(lines: list[Fields], currency: str) -> Money | None:
    """The credit lines together. "Available" is what is left of the others, so it counts only when it is alone."""
    limits = [credit for credit in lines if text(credit.get("Type")) != "Available"] or lines
    amounts = [unsigned(credit.get("Amount"), currency) for credit in limits]
    if any(amount is None or amount.currency != currency for amount in amounts):
        return None
    return Money(sum((amount.amount for amount in amounts if amount), Decimal(0)), currency)
