"""Phrases from values: eye, ear, cover and loudspeaker get what each may have."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility import phrases
from accessibility.phrase import MASK, Phrase, covered
from accessibility.words import Words
from i18n.languages import LANGUAGES

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.fixture(scope="module")
def en() -> Words:
    return Words("en")


@pytest.fixture(scope="module")
def zh() -> Words:
    return Words("zh_CN")


def test_an_amount(en: Words, zh: Words) -> None:
    assert phrases.money(zh, Decimal("12345.60"), "CNY") == Phrase(
        "12,345.60 元", "一万二千三百四十五元六角", private=True, discreet=zh.text("the amount on the screen")
    )
    assert phrases.money(en, Decimal(3860), "CNY", private=False, whole=True) == Phrase(
        "3,860 yuan", "three thousand eight hundred and sixty yuan"
    )


def test_the_line_under_an_amount_is_what_is_said(words: Words) -> None:
    line = phrases.money_in_words(words, Decimal("12345.60"), "CNY")
    assert line.shown == line.said == phrases.money(words, Decimal("12345.60"), "CNY").said
    assert line.private


@given(amount=amounts)
def test_a_covered_or_discreet_amount_tells_nothing(words: Words, amount: Decimal) -> None:
    other = amount + 1
    for make in (phrases.money, phrases.money_in_words):
        mine, theirs = make(words, amount, "CNY"), make(words, other, "CNY")
        assert mine.masked == MASK
        assert mine.said_aloud
        assert (mine.masked, mine.said_aloud, covered(mine)) == (theirs.masked, theirs.said_aloud, covered(theirs))
    size_told = phrases.flow(words, abs(amount) + 1, "CNY")
    size_hidden = phrases.flow(words, abs(amount) + 2, "CNY")
    assert (size_told.masked, size_told.said_aloud) == (size_hidden.masked, size_hidden.said_aloud)
    assert not re.search(r"\d", size_told.masked + size_told.said_aloud)


@given(
    amount=amounts, day=st.dates(), clock=st.times(), share=st.decimals(-2, 2, places=4), seconds=st.integers(0, 10**6)
)
def test_no_figure_reaches_the_voice(
    words: Words, amount: Decimal, day: date, clock: time, share: Decimal, seconds: int
) -> None:
    made = (
        phrases.money(words, amount, "CNY"), phrases.money_in_words(words, amount, "CNY"),
        phrases.flow(words, amount, "CNY"), phrases.day(words, day), phrases.day_and_weekday(words, day, year=True),
        phrases.month(words, day), phrases.time_of_day(words, clock), phrases.percent(words, share),
        phrases.number(words, amount), phrases.count(words, seconds), phrases.duration_s(words, seconds),
        phrases.tail(words, str(seconds)), phrases.digits(words, str(seconds)),
    )  # fmt: skip
    for phrase in made:
        assert phrase.shown
        assert not re.search(r"[0-9]", phrase.said + phrase.discreet)


def test_what_is_not_known_is_said_so_and_never_zero(words: Words) -> None:
    unknown = phrases.not_known(words)
    assert unknown.shown
    assert not unknown.private
    assert phrases.money(words, None, "CNY") == unknown
    assert phrases.money_in_words(words, None, "CNY") == unknown
    assert phrases.flow(words, None, "CNY") == unknown
    assert phrases.day(words, None) == unknown
    assert phrases.percent(words, None) == unknown
    assert phrases.person(words, "") == phrases.person(words, {}) == unknown


def test_money_in_and_out_has_words_instead_of_a_sign(en: Words) -> None:
    assert phrases.flow(en, Decimal(12), "CNY").shown == "12.00 yuan in"
    assert phrases.flow(en, Decimal("-12.5"), "CNY").said == "twelve yuan and fifty fen out"
    assert phrases.flow(en, Decimal("-0.001"), "CNY").shown == "0.00 yuan"
    assert phrases.flow(en, Decimal(-12), "CNY").masked == f"{MASK} out"


def test_the_tail_of_a_number_is_said_figure_by_figure(en: Words, zh: Words) -> None:
    assert phrases.tail(zh, "6222").said == "六二二二"
    ending = en.phrase("ending in {tail}", tail=phrases.tail(en, "6222"))
    assert ending.said == "ending in six two two two"
    assert (ending.private, ending.masked) == (True, f"ending in {MASK}")
    assert "6222" not in ending.said_aloud
    assert "two" not in ending.said_aloud


def test_a_name_is_private_unless_it_is_not(en: Words, zh: Words) -> None:
    names = {"zh_CN": "王阿姨", "en": "Mrs Wang"}
    assert phrases.person(zh, names).shown == "王阿姨"
    assert phrases.person(Words("zh_TW"), names).shown == "王阿姨"
    assert "Wang" not in phrases.person(en, names).said_aloud
    assert phrases.person(en, "Li Na", private=False).said_aloud == "Li Na"


def test_a_year_is_told_when_it_is_another_one(en: Words, zh: Words) -> None:
    assert phrases.day(zh, TODAY, today=TODAY).shown == "11 月 23 日"
    assert phrases.day(zh, TODAY).shown == "2026 年 11 月 23 日"
    assert phrases.day(en, date(2027, 1, 2), today=TODAY).said == "the second of January, twenty twenty-seven"
    assert phrases.month(en, TODAY, today=TODAY).shown == "November"
    assert phrases.month(zh, date(2025, 11, 1), today=TODAY).said == "二零二五年十一月"
    assert phrases.day_and_weekday(en, TODAY).shown == "Monday 23 November"


def test_a_moment_is_told_in_the_zone_it_is_given_in(en: Words) -> None:
    assert phrases.time_of_day(en, datetime(2026, 11, 23, 10, 32, tzinfo=UTC)).shown == "10:32 am"
    assert phrases.time_of_day(en, time(10, 32)).said == "ten thirty-two in the morning"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 seconds"), (1, "1 second"), (0.2, "1 second"), (59, "59 seconds"), (60, "1 minute"), (61, "2 minutes"),
        (300, "5 minutes"), (7140, "119 minutes"), (7141, "2 hours"), (7201, "3 hours"),
        (172800, "2 days"), (-5, "0 seconds"),
    ],
)  # fmt: skip
def test_durations_are_rounded_up(en: Words, seconds: float, shown: str) -> None:
    assert phrases.duration_s(en, seconds).shown == shown


def test_a_count_is_said_in_words(en: Words, zh: Words) -> None:
    assert en.plural("{number} account", "{number} accounts", 2) == Phrase("2 accounts", "two accounts")
    assert phrases.count(zh, 2) == Phrase("2", "两")
    assert phrases.number(zh, 2) == Phrase("2", "二")
    assert phrases.number(zh, Decimal("12345.6")) == Phrase("12,345.6", "一万二千三百四十五点六")


def test_shares_and_figures(en: Words) -> None:
    assert phrases.percent(en, Decimal("0.305"), places=0) == Phrase("31%", "thirty-one percent")
    assert phrases.percent(en, Decimal("0.3"), private=True).private
    assert phrases.digits(en, "110") == Phrase("110", "one one zero")
