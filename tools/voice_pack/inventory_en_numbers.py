"""The pieces that English numbers, amounts, days, times and codes are put together from, in the places they take."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from string import ascii_uppercase

from accessibility.spoken.en_numbers import SMALL, cardinal, ordinal, year_words
from i18n import formats
from tools.voice_pack.inventory_cutting import cut
from tools.voice_pack.item import Item

YEARS = range(1990, 2050)
"""Said in one piece; others are put together."""
CURRENCIES = ("USD", "HKD", "EUR", "GBP", "JPY", "TWD", "MOP", "AUD", "SGD", "CAD", "NZD", "CHF", "KRW", "THB")
"""Whose names are recorded, beside the yuan's."""
_SMALL_UNITS = ("fen", "cent", "cents", "penny", "pence")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS_OF_DAY = ("in the morning", "in the afternoon", "in the evening", "at night", "noon", "midnight")
_LARGE = ("thousand", "million", "billion", "trillion", "quadrillion")


def en_number_items() -> Iterator[Item]:
    """All of them."""
    for sentence in _sentences():
        yield from cut("en", sentence, {})


def _sentences() -> Iterator[str]:
    yield from _tens()
    yield from _hundreds()
    yield from _digits()
    yield from _days()
    yield from _times()
    yield from _rest()


def _tens() -> Iterator[str]:
    for number in range(1, 100):
        words = cardinal(number)
        yield f"It is [{words} thousand] and [{words} yuan] [and {words} fen]."
        yield f"All [{words}] days, number [{words}], is [{words} yuan]."


def _hundreds() -> Iterator[str]:
    for figure in SMALL[1:10]:
        yield f"It is two thousand [{figure} hundred and] forty yuan, or [{figure} hundred yuan]."
        yield f"It is [{figure} hundred] dollars, number [{figure} hundred], or [{figure} hundred yuan] and sixty fen."
        yield f"It is [{figure} hundred thousand] five hundred yuan, or [{figure} thousand yuan]."
        yield f"It is [{figure} million] five hundred yuan, or [{figure} thousand yuan] and sixty fen."
    for number in range(10, 20):
        yield f"It is [{cardinal(number)} million] five hundred yuan, or [{cardinal(number)} thousand yuan]."
    for name in _LARGE:
        yield f"It is three hundred [{name}] five hundred yuan, or three hundred [{name}]."
    yield "It is nineteen [hundred] yuan, or nineteen [hundred], or three [point] five, or three [point]."
    yield "It is [zero yuan], or [zero yuan] and sixty fen."
    yield "It is three million [yuan] and sixty fen, or ten million [yuan]."
    yield "It is three hundred yuan [and] sixty fen, or [minus] three yuan, or [zero] days, or [zero]."
    yield "[Minus] three yuan."


def _digits() -> Iterator[str]:
    """Two and two: account numbers are said so."""
    for number in range(100):
        other = (number * 7 + 13) % 100
        yield f"Number, [{SMALL[number // 10]} {SMALL[number % 10]}] [{SMALL[other // 10]} {SMALL[other % 10]}]."
    for figure in SMALL[:10]:
        yield f"It is three [point {figure}] five percent, or three [point {figure}]."
        yield f"It is three point two [{figure} percent], or [{figure} percent] a year."
        yield f"It is three [point {figure} percent], or [point {figure} percent] a year."
    yield "It is thirty [percent] a year, or thirty [percent]. It is nineteen [oh] five."
    for letter in ascii_uppercase:
        yield f"The code is [{letter}]{',' if letter == 'A' else ''} four, [{letter}]."
    yield "The number is [plus] four."


def _days() -> Iterator[str]:
    for number in range(1, 32):
        words = ordinal(number)
        yield f"It is [the {words} of] May, the [{words}] page, number [{words}]."
    for number in (*range(40, 100, 10), 100, 1000):
        words = ordinal(number).removeprefix("one ")
        yield f"It is the two hundred and [{words}] page, number two hundred and [{words}]."
    for month in _MONTHS:
        yield f"The second of [{month}] at noon, or the second of [{month}], or [{month}] twenty twenty-six."
    for year in YEARS:
        yield f"It is the first of May, [{year_words(year)}]."
    for weekday in _WEEKDAYS:
        yield f"[{weekday}] the second of May, on [{weekday}]."


def _times() -> Iterator[str]:
    for hour in SMALL[1:13]:
        yield f"It is [{hour} o'clock] in the morning."
    for minute in SMALL[1:10]:
        yield f"It is three [oh {minute}] in the morning."
    for part in _PARTS_OF_DAY:
        yield f"It is three fifteen [{part}] today, or three fifteen [{part}]."


def _rest() -> Iterator[str]:
    for currency in CURRENCIES:
        for number in (1, 50):
            name = formats.unit("en", currency, Decimal(number))
            yield f"It is {cardinal(number)} [{name}] and sixty cents, or {cardinal(number)} [{name}]."
    yield "It takes three [to] five days. It is three [out of] five."
    yield "That was in [two thousand] five."
    for unit in _SMALL_UNITS:
        count = "one" if unit in ("cent", "penny") else "sixty"
        yield f"It is {count} [{unit}] today, or {count} [{unit}]."
