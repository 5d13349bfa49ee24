"""How money, dates, times, shares and counts are written in each language. Imports Babel: not before first paint."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, get_currency_name

from i18n.numbers import in_minor_units, to_places, without_idle_zeros

MINUS = "\u2212"
"""A real minus sign: as wide as a figure, and not taken for a hyphen."""

LOCALES = {"zh_CN": Locale.parse("zh_CN"), "zh_TW": Locale.parse("zh_TW"), "en": Locale("en", "GB")}
"""What each language of the kiosk is to Babel. Made once: Babel looks a name up anew at every call (0.4 ms)."""

# People read "12,345.60 元" and "12,345.60 yuan": the word cannot be taken for another currency, as "¥" can.
_YUAN = {"zh_CN": "元", "zh_TW": "元", "en": "yuan"}

_DAYS = {
    "zh_CN": ("M 月 d 日", "y 年 M 月 d 日", "，EEEE"),
    "zh_TW": ("M 月 d 日", "y 年 M 月 d 日", "，EEEE"),
    "en": ("d MMMM", "d MMMM y", "EEEE "),
}
"""A day, a day with its year, and how the weekday joins it."""

_MONTHS = {"zh_CN": ("M 月", "y 年 M 月"), "zh_TW": ("M 月", "y 年 M 月"), "en": ("MMMM", "MMMM y")}

_TIMES = {"zh_CN": "B h:mm", "zh_TW": "B h:mm", "en": "h:mm a"}


def number(lang: str, value: Decimal | int) -> str:
    """A number as it is, with marks between thousands: "12,345.6"."""
    exact = Decimal(value)
    places = max(0, -int(exact.as_tuple().exponent))
    return _grouped(lang, exact, places)


def money(lang: str, amount: Decimal, currency: str, *, whole: bool = False) -> str:
    """An amount with its unit: "12,345.60 元", "−35.20 yuan".

    `whole` leaves ".00" out, for use inside a sentence: "3,860 元".
    """
    exact = in_minor_units(amount, currency)
    places = max(0, -int(exact.as_tuple().exponent))
    if whole and exact == exact.to_integral_value():
        places = 0
    return f"{_grouped(lang, exact, places)} {unit(lang, currency, exact)}"


def unit(lang: str, currency: str, amount: Decimal) -> str:
    """The word for a currency beside that amount: "元", "US dollars"; its code when nobody knows it.

    Babel has 港幣 and 新台幣: those name the money but do not count it, so they get 元 (8.50 元港幣).
    """
    if currency == "CNY":
        return _YUAN[lang]
    name = str(get_currency_name(currency, count=abs(amount), locale=LOCALES[lang]))
    return f"元{name}" if name.endswith(("币", "幣")) else name


def ordinal(lang: str, value: int) -> str:
    """A place in a row, from 1: "第 2", "2nd"."""
    if lang.startswith("zh"):
        return f"第 {number(lang, value)}"
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return number(lang, value) + ending


def span(lang: str, low: int, high: int) -> str:
    """Between two counts: "3 到 5", "3 to 5"."""
    return f"{number(lang, low)} {'到' if lang.startswith('zh') else 'to'} {number(lang, high)}"


def year(lang: str, number: int) -> str:
    """A year of the calendar: "2026 年", "2026"."""
    return f"{number} 年" if lang.startswith("zh") else str(number)


def percent(lang: str, share: Decimal, places: int = 2) -> str:
    """A share in percent, rounded to at most so many places: 0.0315 is "3.15%"."""
    return f"{number(lang, hundredths(share, places))}%"


def hundredths(share: Decimal, places: int = 2) -> Decimal:
    """The number of percent that is written and said: 0.0315 is 3.15."""
    return without_idle_zeros(to_places(share * 100, places))


def day(lang: str, when: date, *, weekday: bool = False, year: bool = False) -> str:
    """A day: "11 月 23 日，星期一", "Monday 23 November 2026"."""
    short, full, joined = _DAYS[lang]
    pattern = full if year else short
    if weekday:
        pattern = pattern + joined if lang.startswith("zh") else joined + pattern
    return str(format_date(when, pattern, locale=LOCALES[lang]))


def weekday(lang: str, when: date) -> str:
    """The day of the week: "星期一", "Monday"."""
    return str(format_date(when, "EEEE", locale=LOCALES[lang]))


def month(lang: str, when: date, *, year: bool = False) -> str:
    """The month of a day: "11 月", "November 2026"."""
    return str(format_date(when, _MONTHS[lang][year], locale=LOCALES[lang]))


def month_name(lang: str, when: date) -> str:
    """The month's own name, where a language has one: "November"."""
    return str(format_date(when, "MMMM", locale=LOCALES[lang]))


def time_of_day(lang: str, when: time) -> str:
    """A time on the twelve-hour clock with its part of the day: "下午 3:05", "3:05 pm"."""
    return str(format_time(when, _TIMES[lang], locale=LOCALES[lang]))


def part_of_day(lang: str, when: time) -> str:
    """The part of the day: "下午", "in the afternoon"."""
    return str(format_time(when, "B", locale=LOCALES[lang]))


def _grouped(lang: str, value: Decimal, places: int) -> str:
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(value or Decimal(0), format=f"{pattern};{MINUS}{pattern}", locale=LOCALES[lang]))
