"""A text becomes the key of its clip, and every sign of it knows where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.speech.pack.normalising import PAUSES, key, normalised, signs

SAME = {"項": "项", "萬": "万", "請": "请", "「": "「"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("手头有 一万元。够用 两个月。", "手头有一万元。够用两个月"),
        ("第 3 項，共 12 項", "第三项，共十二项"),
        ("已输入 105 位", "已输入一百零五位"),
        ("尾号 0622", "尾号零六二二"),
        ("三点五，3.15", "三点五，三点一五"),
        ("請按「一萬」！", "请按一万"),
        ("您还在吗？？好…", "您还在吗。好"),
        ("真的。，好", "真的。好"),
        ("给 A3k", "给A三K"),
        ("，。开头没有停顿", "开头没有停顿"),
        ("１２ 位", "十二位"),
        ("12,345.60 元", "一万二千三百四十五点六零元"),
        ("123456", "一二三四五六"),
        ("", ""),
    ],
)
def test_chinese(text: str, expected: str) -> None:
    """Gaps, quotes and closing marks go; figures become words."""
    assert normalised(text, "zh", SAME) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To see more, press “See what moved”.", "to see more, press see what moved"),
        ("the twenty-third of November, twenty twenty-six", "the twenty third of november, twenty twenty six"),
        ("It’s three o'clock: 3.5", "it's three o'clock: three point five"),
        ("Step 2 of 12", "step two of twelve"),
        ("Your PIN is not right. A person can help.", "your PIN is not right. a person can help"),
        ("K seven Q, A, two", "K seven Q, A, two"),
        ("fifty US dollars", "fifty US dollars"),
        ("two thousand and 2026", "two thousand and two thousand and twenty six"),
        ("Rthree, R3, Stone", "R three, R three, stone"),
        ("no. 0455", "no. zero four five five"),
        ("A 25 in 100 chance of 8,000 yuan", "a twenty five in one hundred chance of eight thousand yuan"),
    ],
)
def test_english(text: str, expected: str) -> None:
    """Small letters and spaces; what is spelled stays in capitals."""
    assert normalised(text, "en", {}) == expected


@pytest.mark.parametrize("text", ["3%", "¥12.30", "-35.2", "−35.2", "10:30", "5-10", "a&b", "Café ア"])
@pytest.mark.parametrize("voice", ["zh", "en"])
def test_signs_with_a_meaning_stay(text: str, voice: str) -> None:
    """No clip has them, so that another engine is asked instead of leaving out a minus."""
    kept = "".join(sign.text for sign in signs(text, voice, {}))
    assert all(sign in kept.lower() for sign in text.lower() if not sign.isdecimal() and sign not in ". ")


@given(st.text(alphabet="您有 三元，。：、！“”BKc12.9 \n"), st.sampled_from(["zh", "en"]))
def test_signs_keep_their_places(text: str, voice: str) -> None:
    """Places rise, lie in the text, and a key is the key of itself."""
    found = signs(text, voice, {})
    assert all(0 <= sign.start < sign.end <= len(text) for sign in found)
    assert [sign.start for sign in found] == sorted(sign.start for sign in found)
    assert not found or (found[0].text not in PAUSES and found[-1].text not in PAUSES)
    assert normalised(key(found, voice), voice, {}) == key(found, voice)
