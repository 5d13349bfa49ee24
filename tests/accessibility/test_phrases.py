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
        phrases.phone(words, str(seconds)), phrases.code(words, f"K{seconds}"), phrases.ordinal(words, seconds + 1),
        phrases.span(words, seconds, seconds + 2), phrases.part(words, seconds, seconds + 1),
        phrases.year(words, day.year), phrases.wait_s(words, seconds / 2, seconds), phrases.desk(words, seconds),
        phrases.floor(words, 2),
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


def test_telephones_and_codes(en: Words, zh: Words) -> None:
    assert phrases.phone(zh, "95558") == Phrase("95558", "九五五五八")
    assert phrases.phone(Words("zh_TW"), "0912-345-678") == Phrase("0912-345-678", "零九一二，三四五，六七八")
    assert phrases.code(en, "3fa90c") == Phrase("3fa90c", "three F A, nine zero C", code="3fa90c")


def test_places_in_a_row_and_in_the_house(en: Words, zh: Words) -> None:
    assert phrases.ordinal(zh, 2) == Phrase("第 2", "第二")
    assert [phrases.ordinal(en, each).shown for each in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
    ]  # fmt: skip
    assert phrases.desk(zh, 2) == Phrase("2 号窗口", "二 号窗口")
    assert phrases.floor(zh, 2).said == "二 楼"
    assert phrases.desk(en, 12).said == "Desk twelve"


def test_between_two_times_both_are_in_the_longer_ones_unit(en: Words, zh: Words) -> None:
    assert phrases.wait_s(en, 170, 290) == Phrase("3 to 5 minutes", "three to five minutes")
    assert phrases.wait_s(zh, 120, 180) == Phrase("2 到 3 分钟", "两到三 分钟")
    assert phrases.wait_s(en, 30, 60).shown == "1 minute"
    assert phrases.wait_s(en, 0, 120).shown == "0 to 2 minutes"
    assert phrases.wait_s(en, 0, 0).shown == "1 minute", "nobody comes in no time, nor to the second"
    assert phrases.wait_s(zh, 4, 25) == Phrase("1 分钟", "一 分钟")
    assert phrases.wait_s(en, 300, 100).shown == "2 minutes"
    assert phrases.span(zh, 2, 2) == phrases.count(zh, 2)


def test_parts_and_years(en: Words, zh: Words) -> None:
    assert phrases.part(zh, 3, 5) == Phrase("3/5", "五分之三")
    assert phrases.part(en, 3, 5, private=True).private
    assert phrases.year(zh, 2026) == Phrase("2026 年", "二零二六年")


MEASURED = [
    # the thing counted in the code, and how two of them, twelve and two hundred are said
    (("{number} second", "{number} seconds"), ("两秒", "十二秒", "二百秒"), ("兩秒", "十二秒", "二百秒")),
    (("{number} minute", "{number} minutes"), ("两分钟", "十二分钟", "二百分钟"), ("兩分鐘", "十二分鐘", "二百分鐘")),
    (("{number} hour", "{number} hours"), ("两小时", "十二小时", "二百小时"), ("兩小時", "十二小時", "二百小時")),
    (("{number} day", "{number} days"), ("两天", "十二天", "二百天"), ("兩天", "十二天", "二百天")),
]


@pytest.mark.parametrize(("message", "zh_CN", "zh_TW"), MEASURED)
def test_two_of_something_is_liang(message: tuple[str, str], zh_CN: tuple[str, ...], zh_TW: tuple[str, ...]) -> None:  # noqa: N803
    for lang, wanted in (("zh_CN", zh_CN), ("zh_TW", zh_TW)):
        assert tuple(Words(lang).plural(*message, value).said.replace(" ", "") for value in (2, 12, 200)) == wanted
