"""Values in spoken English, the British way: "one thousand and five yuan and sixty fen"."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from accessibility.spoken.en_numbers import SMALL, cardinal, ordinal, year_words
from accessibility.spoken.forms import checked, fraction_digits
from accessibility.spoken.groups import code_groups, phone_groups, spelled
from i18n import formats
from i18n.numbers import in_minor_units

_SMALL_UNITS = {
    "CNY": ("fen", "fen"), "USD": ("cent", "cents"), "EUR": ("cent", "cents"), "HKD": ("cent", "cents"),
    "TWD": ("cent", "cents"), "SGD": ("cent", "cents"), "AUD": ("cent", "cents"), "CAD": ("cent", "cents"),
    "NZD": ("cent", "cents"), "GBP": ("penny", "pence"),
}  # fmt: skip
"""The hundredth of a currency; any other currency is read with "point"."""


class English:
    """Spoken English."""

    def number(self, value: Decimal | int) -> str:
        """One hundred and twenty point five; a fraction is read figure by figure."""
        exact = checked(value)
        fraction = fraction_digits(exact)
        words = ("minus " if exact < 0 else "") + cardinal(abs(int(exact)))
        return f"{words} point {self.digits(fraction)}" if fraction else words

    def count(self, value: int) -> str:
        """Two."""
        return self.number(value)

    def ordinal(self, value: int) -> str:
        """Second, twenty-third."""
        return ordinal(value)

    def digits(self, text: str) -> str:
        """Six two two two."""
        return " ".join(SMALL[int(each)] if each in "0123456789" else each for each in text if not each.isspace())

    def phone(self, number: str) -> str:
        """Four zero zero, eight two zero, eight eight two zero."""
        return ", ".join(self.digits(group).replace("+", "plus") for group in phone_groups(number))

    def code(self, text: str) -> str:
        """K seven Q, two M four."""
        return ", ".join(spelled(group, SMALL, pause=", ", gap=" ") for group in code_groups(text))

    def span(self, low: int, high: int) -> str:
        """Three to five."""
        return f"{self.count(low)} to {self.count(high)}"

    def part(self, some: int, whole: int) -> str:
        """Three out of five."""
        return f"{self.number(some)} out of {self.number(whole)}"

    def money(self, amount: Decimal, currency: str) -> str:
        """Twelve thousand three hundred and forty-five yuan and sixty fen."""
        exact = checked(in_minor_units(amount, currency))
        if currency in _SMALL_UNITS:
            return ("minus " if exact < 0 else "") + _with_hundredths(abs(exact), currency)
        if exact == exact.to_integral_value():
            exact = exact.to_integral_value()
        return f"{self.number(exact)} {formats.unit('en', currency, exact)}"

    def percent(self, share: Decimal, places: int = 2) -> str:
        """Three point one five percent."""
        return f"{self.number(formats.hundredths(share, places))} percent"

    def day(self, when: date, *, weekday: bool = False, year: bool = False) -> str:
        """Monday the twenty-third of November, twenty twenty-six."""
        start = f"{formats.weekday('en', when)} " if weekday else ""
        end = f", {year_words(when.year)}" if year else ""
        return f"{start}the {ordinal(when.day)} of {formats.month_name('en', when)}{end}"

    def month(self, when: date, *, year: bool = False) -> str:
        """November twenty twenty-six."""
        return formats.month_name("en", when) + (f" {year_words(when.year)}" if year else "")

    def year(self, number: int) -> str:
        """Twenty twenty-six."""
        return year_words(number)

    def time_of_day(self, when: time) -> str:
        """Three oh five in the afternoon; on the hour three o'clock."""
        minute = "o'clock" if when.minute == 0 else cardinal(when.minute)
        if 0 < when.minute < 10:
            minute = f"oh {minute}"
        return f"{cardinal(when.hour % 12 or 12)} {minute} {formats.part_of_day('en', when)}"


def _with_hundredths(amount: Decimal, currency: str) -> str:
    whole, small = divmod(int(amount.scaleb(2)), 100)
    parts = []
    if whole or not small:
        parts.append(f"{cardinal(whole)} {formats.unit('en', currency, Decimal(whole))}")
    if small:
        parts.append(f"{cardinal(small)} {_SMALL_UNITS[currency][small != 1]}")
    return " and ".join(parts)
