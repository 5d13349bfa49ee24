"""The pieces that English numbers, amounts, days, times and codes are put together from, in the places they take.

A trace of what stands beside a clip stays in it: "hundred and" before "forty" had the beginning of an f, and with six
behind it "fixed" was heard. So whatever follows a clip here begins with t, whose closure is silent, and what comes
before it ends with t or d, or with a pause.
"""

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
    """Every place a number below a hundred takes: first in an amount, within it, at its end, and alone."""
    for number in range(1, 100):
        words = cardinal(number)
        alone = f"{words} yuan"
        yield f"In total, [{words} million] two hundred and [{words} million] two hundred yuan."
        yield f"In total, [{words} thousand] two hundred and [{words} thousand] two hundred yuan."
        yield f"In total, [{words} yuan] [and {words} fen], or two hundred and [{words} yuan] and two fen."
        yield f"All [{words}] days, number two hundred and [{words}], or two hundred and [{alone}]: [{alone}]."


def _hundreds() -> Iterator[str]:
    for figure in SMALL[1:10]:
        yield f"In total, [{figure} hundred and] twelve yuan, or two thousand [{figure} hundred and] twelve yuan."
        yield from _ends(f"{figure} hundred")
        yield f"All [{figure} hundred] days, number two thousand [{figure} hundred]."
        large = f"{figure} hundred thousand"
        yield f"In total, [{large}] two hundred, or two million [{large}] two hundred."
    for number in (*range(1, 20), *range(20, 100, 10)):
        yield from _ends(f"{cardinal(number)} thousand")
    for name in _LARGE:
        yield f"In total, two hundred [{name}] two hundred yuan, or two hundred [{name}]."
    yield "It is nineteen [hundred] twelve, or nineteen [hundred], or eight [point] two, or eight [point]."
    yield "In total, [zero yuan] and two fen, or this: [zero yuan]."
    yield "It is two hundred thousand [yuan] and two fen, or ten million [yuan]."
    yield "It is two hundred yuan [and] two fen, or [minus] two yuan, or [zero] days, or [zero]."
    yield "[Minus] two yuan."


def _ends(words: str) -> Iterator[str]:
    """A round number of yuan: before fen and at the end, after other numbers and by itself."""
    yield f"In total, [{words} yuan] and two fen, or two million [{words} yuan] and two fen."
    yield f"In total, two million [{words} yuan]: [{words} yuan]."


def _digits() -> Iterator[str]:
    """Two and two: account numbers are said so."""
    for number in range(100):
        pair = f"{SMALL[number // 10]} {SMALL[number % 10]}"
        yield f"Number, [{pair}] two eight [{pair}] two eight [{pair}]."
    for figure in SMALL[:10]:
        yield f"It is eight [point {figure}] two percent, or eight [point {figure}]."
        yield f"It is eight point eight [{figure} percent], at [{figure} percent] today."
        yield f"It is eight [point {figure} percent], at [point {figure} percent] today."
    yield "It is thirty [percent] today, or thirty [percent]. It is nineteen [oh] two."
    for letter in ascii_uppercase:
        yield f"The code is [{letter}]{',' if letter == 'A' else ''} two, [{letter}]."
    yield "The number is [plus] two."


def _days() -> Iterator[str]:
    for number in range(1, 32):
        words = ordinal(number)
        yield f"It is [the {words} of] May, the [{words}] page, number [{words}]."
    for number in (*range(40, 100, 10), 100, 1000):
        words = ordinal(number).removeprefix("one ")
        yield f"It is the two hundred and [{words}] page, number two hundred and [{words}]."
    for month in _MONTHS:
        yield f"The second of [{month}] today, or the second of [{month}], or [{month}] twenty twenty-six."
    for year in YEARS:
        yield f"It is the first of May, [{year_words(year)}]."
    for weekday in _WEEKDAYS:
        yield f"[{weekday}] the second of May, on [{weekday}]."


def _times() -> Iterator[str]:
    for hour in SMALL[1:13]:
        yield f"At [{hour} o'clock] in the morning."
    for minute in SMALL[1:10]:
        yield f"It is three [oh {minute}] in the morning."
    for part in _PARTS_OF_DAY:
        yield f"It is three fifteen [{part}] today, or three fifteen [{part}]."


def _rest() -> Iterator[str]:
    for currency in CURRENCIES:
        for number in (1, 50):
            name = formats.unit("en", currency, Decimal(number))
            yield f"It is {cardinal(number)} [{name}] and sixty cents, or {cardinal(number)} [{name}]."
    yield "It takes eight [to] two days. It is eight [out of] two."
    yield "That was in [two thousand] two."
    for unit in _SMALL_UNITS:
        count = "one" if unit in ("cent", "penny") else "sixty"
        yield f"It is {count} [{unit}] today, or {count} [{unit}]."
