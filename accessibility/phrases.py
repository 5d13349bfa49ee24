"""Phrases made from values: what is shown and what is said come from one number, so they cannot disagree.

Every function is deterministic: the same words and value give the same phrase, and none asks a clock.
Imports Babel: not before first paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from accessibility.phrase import Phrase
from accessibility.spoken.languages import spoken
from accessibility.words import Words
from i18n import formats
from i18n.numbers import in_minor_units


def money(words: Words, amount: Decimal | None, currency: str, *, private: bool = True, whole: bool = False) -> Phrase:
    """An amount: "12,345.60 元", said 一万二千三百四十五元六角.

    `whole` leaves ".00" out of what is shown, for use inside a sentence. Not known when it is None.
    """
    if amount is None:
        return not_known(words)
    return _amount(
        words,
        shown=formats.money(words.lang, amount, currency, whole=whole),
        said=spoken(words.lang).money(amount, currency),
        private=private,
    )


def money_in_words(words: Words, amount: Decimal | None, currency: str, *, private: bool = True) -> Phrase:
    """The line under a large amount: the same words for the eye as for the ear."""
    if amount is None:
        return not_known(words)
    said = spoken(words.lang).money(amount, currency)
    return _amount(words, shown=said, said=said, private=private)


def flow(words: Words, amount: Decimal | None, currency: str, *, private: bool = True) -> Phrase:
    """A movement, its direction in words instead of a sign (positive is money in)."""
    if amount is None:
        return not_known(words)
    exact = in_minor_units(amount, currency)
    size = money(words, abs(exact), currency, private=private)
    if exact > 0:
        # Translators: money that came in, such as 收入 3,860.00 元
        return words.phrase("{amount} in", amount=size)
    if exact < 0:
        # Translators: money that went out, such as 支出 12.00 元
        return words.phrase("{amount} out", amount=size)
    return size


def not_known(words: Words) -> Phrase:
    """In the place of a value the bank did not give: never zero."""
    # Translators: stands in the place of an amount, a date or a name, such as 不清楚
    return Phrase(words.text("not known"))


def tail(words: Words, digits: str, *, private: bool = True) -> Phrase:
    """The last figures of an account's or card's number, said one by one."""
    return Phrase(
        shown=digits,
        spoken=spoken(words.lang).digits(digits),
        private=private,
        # Translators: said aloud where others may hear, in the place of the last figures of a card's number
        discreet=words.text("the figures on the screen") if private else "",
    )


def person(words: Words, name: str | Mapping[str, str], *, private: bool = True) -> Phrase:
    """A person's name, or the one of several that is in this language (else the first). Not known when empty."""
    own = name if isinstance(name, str) else name.get(words.lang) or next(iter(name.values()), "")
    if not own:
        return not_known(words)
    # Translators: said aloud where others may hear, in the place of the customer's name, as in "Hello, {name}"
    return Phrase(own, private=private, discreet=words.text("dear customer") if private else "")


def day(words: Words, when: date | None, *, today: date | None = None) -> Phrase:
    """A day: "11 月 23 日", with its year unless it is the year of `today`. Not known when it is None."""
    if when is None:
        return not_known(words)
    year = today is None or today.year != when.year
    return Phrase(formats.day(words.lang, when, year=year), spoken(words.lang).day(when, year=year))


def day_and_weekday(words: Words, when: date, *, year: bool = False) -> Phrase:
    """A day with its weekday: "11 月 23 日，星期一", "Monday 23 November"."""
    return Phrase(
        formats.day(words.lang, when, weekday=True, year=year), spoken(words.lang).day(when, weekday=True, year=year)
    )


def month(words: Words, when: date, *, today: date | None = None) -> Phrase:
    """The month of a day: "11 月", with its year unless it is the year of `today`."""
    year = today is None or today.year != when.year
    return Phrase(formats.month(words.lang, when, year=year), spoken(words.lang).month(when, year=year))


def time_of_day(words: Words, when: time | datetime) -> Phrase:
    """A time to the minute, in the zone it is given in: "下午 3:05", said 下午三点零五分."""
    clock = when.time() if isinstance(when, datetime) else when
    return Phrase(formats.time_of_day(words.lang, clock), spoken(words.lang).time_of_day(clock))


def percent(words: Words, share: Decimal | None, *, places: int = 2, private: bool = False) -> Phrase:
    """A share in percent: 0.0315 is "3.15%", said 百分之三点一五. Not known when it is None."""
    if share is None:
        return not_known(words)
    shown, said = formats.percent(words.lang, share, places), spoken(words.lang).percent(share, places)
    return _amount(words, shown=shown, said=said, private=private)


def number(words: Words, value: Decimal | int, *, private: bool = False) -> Phrase:
    """A plain number or a rank, such as the 2 of "step 2": 二."""
    shown, said = formats.number(words.lang, value), spoken(words.lang).number(value)
    return _amount(words, shown=shown, said=said, private=private)


def count(words: Words, value: int) -> Phrase:
    """How many, before the thing counted: 2, said 两."""
    return Phrase(formats.number(words.lang, value), spoken(words.lang).count(value))


def ordinal(words: Words, value: int) -> Phrase:
    """A place in a row, from 1: "第 2" is said 第二, "2nd" is said second."""
    return Phrase(formats.ordinal(words.lang, value), spoken(words.lang).ordinal(value))


def span(words: Words, low: int, high: int) -> Phrase:
    """How many, between two counts: "3 to 5". To be the `number` of a plural: "3 to 5 minutes"."""
    if low == high:
        return count(words, low)
    return Phrase(formats.span(words.lang, low, high), spoken(words.lang).span(low, high))


def part(words: Words, some: int, whole: int, *, private: bool = False) -> Phrase:
    """So many of a whole: "3/5", said 五分之三."""
    shown = f"{formats.number(words.lang, some)}/{formats.number(words.lang, whole)}"
    return _amount(words, shown=shown, said=spoken(words.lang).part(some, whole), private=private)


def year(words: Words, number: int) -> Phrase:
    """A year of the calendar: "2026 年", said 二零二六年."""
    return Phrase(formats.year(words.lang, number), spoken(words.lang).year(number))


def phone(words: Words, number: str) -> Phrase:
    """A telephone number for anybody to hear, shown as it is written and said in groups: 95558, 400-820-8820."""
    return Phrase(number, spoken(words.lang).phone(number))


def code(words: Words, text: str) -> Phrase:
    """A reference or ticket code: shown as staff look it up, spelled in groups (3fa90c: three F A, nine zero C)."""
    return Phrase(text, spoken(words.lang).code(text), code=text)


def desk(words: Words, number: int) -> Phrase:
    """A counter in the hall: "1 号窗口". Its number is a name, so the second is 二 and never 两."""
    # Translators: a counter in the bank's hall, such as 2 号窗口
    return words.phrase("Desk {number}", number=Phrase(str(number), spoken(words.lang).number(number)))


def floor(words: Words, number: int) -> Phrase:
    """A floor of the house, counted from 1 at the street: "2 楼"."""
    # Translators: a floor of the building; 1 is the one at the street, such as 2 楼
    return words.phrase("Level {number}", number=Phrase(str(number), spoken(words.lang).number(number)))


def digits(words: Words, text: str) -> Phrase:
    """Figures said one by one, for anybody to hear."""
    return Phrase(text, spoken(words.lang).digits(text))


def duration_s(words: Words, seconds: float) -> Phrase:
    """How long, from 0 on: "30 seconds", "5 minutes". Rounded up, so that nobody is told to come back too early.

    Full minutes from one minute on, full hours from two hours on, full days from two days on.
    """
    return _so_long(words, *_rounded_up(seconds))


def wait_s(words: Words, least: float, most: float) -> Phrase:
    """How long it may take, from `least` to `most` seconds: "3 to 5 minutes". Both in the unit of the longer one.

    Never less than a minute: a person who has to come is not there in no time, nor to the second.
    """
    longest, size = _rounded_up(max(60.0, most))
    shortest = 1 if longest == 1 else max(0, min(longest, -int(-least // size)))
    return _so_long(words, longest, size, span(words, shortest, longest))


def _rounded_up(seconds: float) -> tuple[int, int]:
    """How many units, and the unit's seconds."""
    whole = max(0, -int(-seconds // 1))
    for size, below in ((1, 60), (60, 120), (3600, 48)):
        units = -(-whole // size)
        if units < below:
            return units, size
    return -(-whole // 86400), 86400


def _so_long(words: Words, units: int, size: int, number: Phrase | None = None) -> Phrase:
    shown = number or count(words, units)
    if size == 1:
        return words.plural("{number} second", "{number} seconds", units, number=shown)
    if size == 60:
        return words.plural("{number} minute", "{number} minutes", units, number=shown)
    if size == 3600:
        return words.plural("{number} hour", "{number} hours", units, number=shown)
    return words.plural("{number} day", "{number} days", units, number=shown)


def _amount(words: Words, *, shown: str, said: str, private: bool) -> Phrase:
    if not private:
        return Phrase(shown, said)
    # Translators: said aloud where others may hear, in the place of an amount: "Your balance is {amount}"
    return Phrase(shown, said, private=True, discreet=words.text("the amount on the screen"))
