"""Exact numbers before they are written or said: rounded once, so that eye and ear get the same amount."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from babel.numbers import get_currency_precision

_EXACT = Context(prec=60)
"""Wide enough for any amount a bank may send."""


def in_minor_units(amount: Decimal, currency: str) -> Decimal:
    """The amount with the currency's own number of places (2 for CNY, 0 for JPY), rounded half up; never minus zero.

    `currency` is an ISO 4217 code; one that nobody knows has two places. Raises ValueError for what is no number.
    """
    return to_places(amount, get_currency_precision(currency))


def to_places(number: Decimal, places: int) -> Decimal:
    """The number with that many decimal places, rounded half up; never minus zero. Raises ValueError for no number."""
    if not number.is_finite():
        raise ValueError(f"not a number: {number}")
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    return abs(rounded) if rounded == 0 else rounded


def without_idle_zeros(number: Decimal) -> Decimal:
    """The same number without zeros at the end of its fraction: 3.10 is 3.1 and 100 stays 100."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1), ROUND_HALF_UP, _EXACT)
    return number.normalize(_EXACT)
