"""Whole numbers in English words. Light: no Babel, so that it may be used before first paint."""

from __future__ import annotations

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def cardinal(value: int) -> str:
    """A whole number from 0 on: one million two hundred thousand and fifty."""
    words = []
    for size, name in _GROUPS:
        if value >= size:
            head, value = divmod(value, size)
            words.append(f"{cardinal(head)} {name}")
    if value >= 100 or (value and not words):
        words.append(_below_thousand(value))
    elif value:
        words.append(f"and {_below_hundred(value)}")
    return " ".join(words) or SMALL[0]


def ordinal(value: int) -> str:
    """The place in a row of a whole number from 1 on: twenty-third."""
    start, joint, last = cardinal(value).rpartition("-" if value % 100 > 20 and value % 10 else " ")
    if last in _ORDINALS:
        return start + joint + _ORDINALS[last]
    return start + joint + (last.removesuffix("y") + "ieth" if last.endswith("y") else last + "th")


def year_words(year: int) -> str:
    """A year in pairs: twenty twenty-six, nineteen oh five; two thousand and seven stays whole."""
    pair, rest = divmod(year, 100)
    if year // 10 % 100 == 0 or not 1000 <= year <= 9999:
        return cardinal(year)
    if rest == 0:
        return f"{_below_hundred(pair)} hundred"
    return f"{_below_hundred(pair)} {'oh ' if rest < 10 else ''}{_below_hundred(rest)}"


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{SMALL[hundreds]} hundred" + (f" and {_below_hundred(rest)}" if rest else "")


def _below_hundred(value: int) -> str:
    if value < 20:
        return SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{SMALL[ones]}" if ones else "")
