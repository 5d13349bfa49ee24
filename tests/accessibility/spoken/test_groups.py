"""Telephone numbers, codes, spans, parts and years, written down by hand: what a telephone operator would say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.spoken.groups import code_groups, phone_groups
from accessibility.spoken.languages import spoken

LANGS = ("zh_CN", "zh_TW", "en")

PHONES = [
    ("95558", "九五五五八", "九五五五八", "nine five five five eight"),
    ("95588", "九五五八八", "九五五八八", "nine five five eight eight"),
    ("110", "幺幺零", "一一零", "one one zero"),
    ("12378", "幺二三七八", "一二三七八", "one two three seven eight"),
    (
        "400-820-8820",
        "四零零，八二零，八八二零",
        "四零零，八二零，八八二零",
        "four zero zero, eight two zero, eight eight two zero",
    ),
    (
        "4008208820",
        "四零零，八二零，八八二零",
        "四零零，八二零，八八二零",
        "four zero zero, eight two zero, eight eight two zero",
    ),
    (
        "13800138000",
        "幺三八，零零幺三，八零零零",
        "一三八，零零一三，八零零零",
        "one three eight, zero zero one three, eight zero zero zero",
    ),
    (
        "138 0013 8000",
        "幺三八，零零幺三，八零零零",
        "一三八，零零一三，八零零零",
        "one three eight, zero zero one three, eight zero zero zero",
    ),
    (
        "+86 138 0013 8000",
        "加八六，幺三八，零零幺三，八零零零",
        "加八六，一三八，零零一三，八零零零",
        "plus eight six, one three eight, zero zero one three, eight zero zero zero",
    ),
    (
        "010-66668888",
        "零幺零，六六六六，八八八八",
        "零一零，六六六六，八八八八",
        "zero one zero, six six six six, eight eight eight eight",
    ),
    (
        "02166668888",
        "零二幺，六六六六，八八八八",
        "零二一，六六六六，八八八八",
        "zero two one, six six six six, eight eight eight eight",
    ),
    (
        "075512345678",
        "零七五五，幺二三四，五六七八",
        "零七五五，一二三四，五六七八",
        "zero seven five five, one two three four, five six seven eight",
    ),
    (
        "0912-345-678",
        "零九幺二，三四五，六七八",
        "零九一二，三四五，六七八",
        "zero nine one two, three four five, six seven eight",
    ),
    (
        "0800024111",
        "零八零零，零二四，幺幺幺",
        "零八零零，零二四，一一一",
        "zero eight zero zero, zero two four, one one one",
    ),
    (
        "(02) 2345-6789",
        "零二，二三四五，六七八九",
        "零二，二三四五，六七八九",
        "zero two, two three four five, six seven eight nine",
    ),
    ("1203", "幺二零三", "一二零三", "one two zero three"),
]

CODES = [
    ("K7Q-2M4", "K 七 Q，二 M 四", "K seven Q, two M four"),
    ("k7q2m4", "K 七 Q，二 M 四", "K seven Q, two M four"),
    ("3FA90C", "三 F A，九零 C", "three F A, nine zero C"),
    ("A3B", "A，三 B", "A, three B"),
    ("AA01", "A，A，零一", "A, A, zero one"),
    ("1101", "一一零一", "one one zero one"),
    ("20261123", "二零二六，一一二三", "two zero two six, one one two three"),
    ("A1-001", "A，一，零零一", "A, one, zero zero one"),
    ("X", "X", "X"),
    ("", "", ""),
]

SPANS = [
    (3, 5, "三到五", "three to five"),
    (2, 3, "两到三", "two to three"),
    (1, 2, "一到两", "one to two"),
    (10, 15, "十到十五", "ten to fifteen"),
    (0, 2, "零到两", "zero to two"),
    (20, 22, "二十到二十二", "twenty to twenty-two"),
]

PARTS = [
    (3, 5, "五分之三", "three out of five"),
    (2, 2, "二分之二", "two out of two"),
    (1, 12, "十二分之一", "one out of twelve"),
    (2, 100, "一百分之二", "two out of one hundred"),
]

YEARS = [
    (2000, "二零零零年", "two thousand"),
    (2002, "二零零二年", "two thousand and two"),
    (2026, "二零二六年", "twenty twenty-six"),
    (1958, "一九五八年", "nineteen fifty-eight"),
    (1900, "一九零零年", "nineteen hundred"),
]


@pytest.mark.parametrize(("number", *LANGS), PHONES)
def test_telephones(number: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803 - the languages' own names
    assert [spoken(lang).phone(number) for lang in LANGS] == [zh_CN, zh_TW, en]


@pytest.mark.parametrize(("code", "zh", "en"), CODES)
def test_codes(code: str, zh: str, en: str) -> None:
    assert [spoken(lang).code(code) for lang in LANGS] == [zh, zh, en]


@pytest.mark.parametrize(("low", "high", "zh", "en"), SPANS)
def test_spans(low: int, high: int, zh: str, en: str) -> None:
    assert [spoken(lang).span(low, high) for lang in LANGS] == [zh, zh.replace("两", "兩"), en]


@pytest.mark.parametrize(("some", "whole", "zh", "en"), PARTS)
def test_parts(some: int, whole: int, zh: str, en: str) -> None:
    assert [spoken(lang).part(some, whole) for lang in LANGS] == [zh, zh, en]


@pytest.mark.parametrize(("year", "zh", "en"), YEARS)
def test_years(year: int, zh: str, en: str) -> None:
    assert [spoken(lang).year(year) for lang in LANGS] == [zh, zh, en]


def test_the_tail_of_a_card_has_the_figure_that_stands_on_it() -> None:
    assert spoken("zh_CN").digits("1101") == "一一零一"
    assert spoken("zh_CN").phone("1101") == "幺幺零幺"


@given(st.text(alphabet="0123456789", min_size=1, max_size=20))
def test_no_figure_is_lost_and_no_group_is_long(number: str) -> None:
    for groups, longest in ((phone_groups(number), 5), (code_groups(number), 4)):
        assert "".join(groups) == number
        assert max(map(len, groups)) <= longest


@given(st.from_regex(r"[0-9A-Za-z]{1,12}", fullmatch=True))
def test_a_code_can_be_written_down_again(code: str) -> None:
    for lang in LANGS:
        said = spoken(lang).code(code)
        assert not re.search("[0-9]", said)
        assert written_down(said) == code.upper()


def written_down(said: str) -> str:
    """What a listener writes: a figure for each word, a letter for each letter."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    signs = re.findall(r"[A-Z]|[a-z]+|[零一二三四五六七八九]", said)
    figures = {
        **{name: str(i) for i, name in enumerate(names)},
        **{c: str(i) for i, c in enumerate("零一二三四五六七八九")},
    }
    return "".join(figures.get(sign, sign) for sign in signs)
