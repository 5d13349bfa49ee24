"""How values are written, in three languages."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import formats
from i18n.numbers import in_minor_units, to_places, without_idle_zeros

LANGS = ("zh_CN", "zh_TW", "en")
MONEY = [
    ("12345.60", "CNY", "12,345.60 元", "12,345.60 元", "12,345.60 yuan"),
    ("-35.2", "CNY", "\u221235.20 元", "\u221235.20 元", "\u221235.20 yuan"),
    ("0", "CNY", "0.00 元", "0.00 元", "0.00 yuan"),
    ("-0.001", "CNY", "0.00 元", "0.00 元", "0.00 yuan"),
    ("0.005", "CNY", "0.01 元", "0.01 元", "0.01 yuan"),
    ("1234567890123.45", "CNY", "1,234,567,890,123.45 元", "1,234,567,890,123.45 元", "1,234,567,890,123.45 yuan"),
    ("1", "USD", "1.00 美元", "1.00 美元", "1.00 US dollars"),
    ("8.5", "HKD", "8.50 港元", "8.50 元港幣", "8.50 Hong Kong dollars"),
    ("1000", "TWD", "1,000.00 元新台币", "1,000.00 元新台幣", "1,000.00 New Taiwan dollars"),
    ("8.5", "JPY", "9 日元", "9 日圓", "9 Japanese yen"),
    ("8.5", "QQQ", "8.50 QQQ", "8.50 QQQ", "8.50 QQQ"),
]


@pytest.mark.parametrize(("amount", "currency", *LANGS), MONEY)
def test_money(amount: str, currency: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    shown = {lang: formats.money(lang, Decimal(amount), currency) for lang in LANGS}
    assert shown == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


def test_inside_a_sentence_idle_zeros_are_left_out() -> None:
    assert formats.money("zh_CN", Decimal(3860), "CNY", whole=True) == "3,860 元"
    assert formats.money("zh_CN", Decimal("3860.50"), "CNY", whole=True) == "3,860.50 元"


def test_days() -> None:
    when = date(2026, 11, 23)
    for lang in ("zh_CN", "zh_TW"):
        assert formats.day(lang, when) == "11 月 23 日"
        assert formats.day(lang, when, weekday=True) == "11 月 23 日，星期一"
        assert formats.day(lang, when, weekday=True, year=True) == "2026 年 11 月 23 日，星期一"
        assert formats.month(lang, when) == "11 月"
        assert formats.month(lang, when, year=True) == "2026 年 11 月"
    assert formats.day("en", when) == "23 November"
    assert formats.day("en", when, weekday=True) == "Monday 23 November"
    assert formats.day("en", when, weekday=True, year=True) == "Monday 23 November 2026"
    assert formats.month("en", when, year=True) == "November 2026"


@pytest.mark.parametrize(
    ("clock", "zh", "en"),
    [
        ("00:00", "午夜 12:00", "12:00 am"), ("08:05", "上午 8:05", "8:05 am"), ("12:30", "中午 12:30", "12:30 pm"),
        ("15:05", "下午 3:05", "3:05 pm"), ("21:00", "晚上 9:00", "9:00 pm"),
    ],
)  # fmt: skip
def test_times(clock: str, zh: str, en: str) -> None:
    assert [formats.time_of_day(lang, time.fromisoformat(clock)) for lang in LANGS] == [zh, zh, en]


@pytest.mark.parametrize(
    ("share", "shown"),
    [("0.0315", "3.15%"), ("0.3", "30%"), ("-0.02", "\u22122%"), ("12", "1,200%"), ("0", "0%"), ("-0.00001", "0%")],
)
def test_percent(share: str, shown: str) -> None:
    assert {formats.percent(lang, Decimal(share)) for lang in LANGS} == {shown}


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=5))
def test_rounding_is_near_and_never_minus_zero(amount: Decimal) -> None:
    rounded = in_minor_units(amount, "CNY")
    assert abs(rounded - amount) <= Decimal("0.005")
    assert not (rounded == 0 and rounded.is_signed())
    assert formats.money("en", amount, "CNY").count(formats.MINUS) == (rounded < 0)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_can_be_read_back(amount: Decimal) -> None:
    for lang in LANGS:
        figures, _, unit = formats.money(lang, amount, "CNY").partition(" ")
        assert unit
        assert Decimal(figures.replace(",", "").replace(formats.MINUS, "-")) == amount


def test_idle_zeros() -> None:
    assert [str(without_idle_zeros(Decimal(each))) for each in ("3.10", "100", "0.00", "1E+2")] == [
        "3.1",
        "100",
        "0",
        "100",
    ]
    assert str(to_places(Decimal("2.345"), 2)) == "2.35"
    assert formats.number("en", Decimal("-0")) == "0"
