"""What holds for every value: an independent reading agrees, and no figure is left standing."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

import cn2an
from hypothesis import given
from hypothesis import strategies as st

from accessibility.spoken.en_numbers import cardinal as english
from accessibility.spoken.languages import spoken
from accessibility.spoken.zh_numbers import cardinal as chinese

amounts = st.integers(-(10**15), 10**15).map(lambda fen: Decimal(fen).scaleb(-2)) | st.integers(-1000000, 1000000).map(
    lambda fen: Decimal(fen).scaleb(-2)
)
wholes = st.integers(0, 10**15) | st.integers(0, 200000)

SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
TO_TRADITIONAL = str.maketrans("万亿负", "萬億負")


def oracle(amount: Decimal) -> str:
    """cn2an's reading in everyday characters (VOICE.md 6)."""
    words = cn2an.an2cn(str(amount), "rmb").translate(FORMAL).removesuffix("整")
    words = re.sub(r"^(负?)一十", r"\1十", words)
    # cn2an leaves 零 out between 亿 and 千, which sounds like 千万; we say it.
    return re.sub(r"亿(?=[一二三四五六七八九]千[^万]*$)", "亿零", words)


@given(amounts)
def test_money_agrees_with_cn2an(amount: Decimal) -> None:
    assert spoken("zh_CN").money(amount, "CNY") == oracle(amount)


@given(amounts)
def test_the_traditional_reading_is_the_same_in_other_characters(amount: Decimal) -> None:
    simplified = spoken("zh_CN").money(amount, "CNY")
    assert spoken("zh_TW").money(amount, "CNY") == simplified.translate(TO_TRADITIONAL)


@given(wholes)
def test_a_chinese_number_can_be_understood_again(value: int) -> None:
    assert understood(chinese(value)) == value


@given(wholes)
def test_an_english_number_can_be_understood_again(value: int) -> None:
    assert heard(english(value)) == value


@given(amounts, st.dates(), st.times(), st.sampled_from(["CNY", "USD", "JPY", "KWD"]))
def test_no_figure_is_left_standing(amount: Decimal, day: date, clock: time, currency: str) -> None:
    for lang in ("zh_CN", "zh_TW", "en"):
        forms = spoken(lang)
        said = (
            forms.money(amount, currency), forms.number(amount), forms.percent(amount), forms.digits(f"{amount:f}"),
            forms.day(day, weekday=True, year=True), forms.month(day, year=True), forms.time_of_day(clock),
        )  # fmt: skip
        assert not re.search(r"[0-9]", " ".join(said))
        if lang != "en":
            assert not re.search(r"[A-Za-z,¥]", " ".join(said).replace("-", ""))


@given(amounts, amounts)
def test_different_amounts_never_sound_alike(one: Decimal, two: Decimal) -> None:
    for lang in ("zh_CN", "en"):
        assert (spoken(lang).money(one, "CNY") == spoken(lang).money(two, "CNY")) == (one == two)


def understood(words: str) -> int:
    """The number a Chinese listener takes from the words: units multiply what stands before them."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = words.rpartition(unit)
        if found:
            return understood(head) * size + understood(rest)
    total, figure = 0, 0
    for each in words:
        if each in "千百十":
            total += (figure or 1) * {"千": 1000, "百": 100, "十": 10}[each]
            figure = 0
        else:
            figure = "零一二三四五六七八九".index(each)
    return total + figure


def heard(words: str) -> int:
    """The number an English listener takes from the words."""
    small = {english(value): value for value in range(100)}
    total = part = 0
    for word in words.replace(" and ", " ").split():
        if word == "hundred":
            part *= 100
        elif word in small:
            part += small[word]
        else:
            total += part * SIZES[word]
            part = 0
    return total + part
