"""The calendar of the demo books: months, working days, Spring Festival."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 24
"""How far back the books go."""

# Lunar New Year's Day, from the published calendars; a year that is missing simply has no festival in the books.
_NEW_YEARS = (
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 "
    "2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02"
)
LUNAR_NEW_YEAR = {int(text[:4]): date.fromisoformat(text) for text in _NEW_YEARS.split()}


def on_day(year: int, month: int, day: int) -> date:
    """A day of a month, or the month's last one where the month is shorter. Months may run over: 13 is January."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def add_months(day: date, months: int) -> date:
    """The same day some months later, or earlier when negative."""
    return on_day(day.year, day.month + months, day.day)


def working_day_by(day: date) -> date:
    """The day itself, or the Friday before a weekend: pensions and pay come early rather than late."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def festival_mood(day: date) -> float:
    """How much more is bought than usual: the fortnight before Spring Festival is busy, its first days are closed."""
    new_year = LUNAR_NEW_YEAR.get(day.year)
    if new_year is None:
        return 1.0
    away = (day - new_year).days
    if -14 <= away < 0:
        return 1.7
    return 0.35 if 0 <= away < 5 else 1.0


@dataclass(frozen=True)
class Period:
    """The days of the books: 24 months up to, and without, `today`, so that nothing lies in the future."""

    today: date

    @property
    def first(self) -> date:
        """The day on which balances are brought forward."""
        return add_months(self.today, -MONTHS)

    @property
    def last(self) -> date:
        """Yesterday."""
        return self.today - timedelta(days=1)

    def days(self) -> Iterator[date]:
        """Every day, in order."""
        for number in range((self.today - self.first).days):
            yield self.first + timedelta(days=number)

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.today

    def monthly(self, day: int, every: int = 1, phase: int = 0) -> Iterator[date]:
        """That day of each month, or of every second, third, … month; the calendar decides which, not `today`."""
        for number in range(-1, MONTHS + 2):
            found = on_day(self.first.year, self.first.month + number, day)
            if found in self and (found.month - phase) % every == 0:
                yield found

    def working_monthly(self, day: int) -> Iterator[date]:
        """That day of each month, or the Friday before."""
        for number in range(-1, MONTHS + 2):
            found = working_day_by(on_day(self.first.year, self.first.month + number, day))
            if found in self:
                yield found

    def new_years(self) -> Iterator[date]:
        """Each Lunar New Year's Day of the period."""
        yield from (day for day in LUNAR_NEW_YEAR.values() if day in self)
