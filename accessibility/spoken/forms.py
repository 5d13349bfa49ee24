"""What each spoken language can say."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Protocol

LARGEST = 10**16
"""Whole numbers are said below this: ten thousand times ten thousand times what a bank's amount may be."""


class SpokenForms(Protocol):
    """The words of one language for values. Same value, same words; no figure is left standing in them.

    Numbers of LARGEST and more, and what is no number, raise ValueError.
    """

    def number(self, value: Decimal | int) -> str:
        """A plain number or a rank in "step 2"."""

    def count(self, value: int) -> str:
        """How many, before the thing counted."""

    def ordinal(self, value: int) -> str:
        """A place in a row, from 1: "second"."""

    def digits(self, text: str) -> str:
        """Each figure by itself, as the tail of a card's number is read out; letters are kept."""

    def phone(self, number: str) -> str:
        """A telephone number in groups with a pause between them; also a room's number."""

    def code(self, text: str) -> str:
        """A reference or ticket code spelled in groups: figures one by one, letters as capitals."""

    def span(self, low: int, high: int) -> str:
        """How many, between two counts, before the thing counted: "three to five"."""

    def part(self, some: int, whole: int) -> str:
        """So many of a whole: "three out of five"."""

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with its unit; a negative one begins with the word for minus."""

    def percent(self, share: Decimal, places: int = 2) -> str:
        """A share in percent, rounded to at most so many places."""

    def day(self, when: date, *, weekday: bool = False, year: bool = False) -> str:
        """A day of the calendar."""

    def month(self, when: date, *, year: bool = False) -> str:
        """A month."""

    def year(self, number: int) -> str:
        """A year of the calendar."""

    def time_of_day(self, when: time) -> str:
        """A time with its part of the day, to the minute."""


def checked(value: Decimal | int) -> Decimal:
    """The number, when it can be said. Raises ValueError."""
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact) >= LARGEST:
        raise ValueError(f"cannot be said: {value}")
    return exact


def fraction_digits(value: Decimal) -> str:
    """The figures after the point, as they are written: 3.10 gives "10"."""
    return f"{value:f}".partition(".")[2]
