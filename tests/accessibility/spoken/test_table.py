"""What people say, written down by hand: three languages, money, dates, times, figures, shares and counts."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from accessibility.spoken.counting import counted
from accessibility.spoken.languages import spoken

MONEY = [
    # amount, simplified, traditional, English
    ("0", "零元", "零元", "zero yuan"),
    ("0.00", "零元", "零元", "zero yuan"),
    ("-0.00", "零元", "零元", "zero yuan"),
    ("0.01", "一分", "一分", "one fen"),
    ("0.02", "二分", "二分", "two fen"),
    ("0.05", "五分", "五分", "five fen"),
    ("0.10", "一角", "一角", "ten fen"),
    ("0.30", "三角", "三角", "thirty fen"),
    ("0.99", "九角九分", "九角九分", "ninety-nine fen"),
    ("1", "一元", "一元", "one yuan"),
    ("1.01", "一元零一分", "一元零一分", "one yuan and one fen"),
    ("2", "二元", "二元", "two yuan"),
    ("2.20", "二元二角", "二元二角", "two yuan and twenty fen"),
    ("10", "十元", "十元", "ten yuan"),
    ("10.05", "十元零五分", "十元零五分", "ten yuan and five fen"),
    ("10.50", "十元五角", "十元五角", "ten yuan and fifty fen"),
    ("12", "十二元", "十二元", "twelve yuan"),
    ("-35.2", "负三十五元二角", "負三十五元二角", "minus thirty-five yuan and twenty fen"),
    ("-0.01", "负一分", "負一分", "minus one fen"),
    ("100", "一百元", "一百元", "one hundred yuan"),
    ("105", "一百零五元", "一百零五元", "one hundred and five yuan"),
    ("110", "一百一十元", "一百一十元", "one hundred and ten yuan"),
    ("200", "二百元", "二百元", "two hundred yuan"),
    ("215", "二百一十五元", "二百一十五元", "two hundred and fifteen yuan"),
    ("999.99", "九百九十九元九角九分", "九百九十九元九角九分", "nine hundred and ninety-nine yuan and ninety-nine fen"),
    ("1000", "一千元", "一千元", "one thousand yuan"),
    ("1005", "一千零五元", "一千零五元", "one thousand and five yuan"),
    ("1010", "一千零一十元", "一千零一十元", "one thousand and ten yuan"),
    ("1100", "一千一百元", "一千一百元", "one thousand one hundred yuan"),
    ("2008", "二千零八元", "二千零八元", "two thousand and eight yuan"),
    ("3860", "三千八百六十元", "三千八百六十元", "three thousand eight hundred and sixty yuan"),
    ("10000", "一万元", "一萬元", "ten thousand yuan"),
    ("10000.05", "一万元零五分", "一萬元零五分", "ten thousand yuan and five fen"),
    ("10000.30", "一万元三角", "一萬元三角", "ten thousand yuan and thirty fen"),
    ("10100", "一万零一百元", "一萬零一百元", "ten thousand one hundred yuan"),
    (
        "12345.60",
        "一万二千三百四十五元六角",
        "一萬二千三百四十五元六角",
        "twelve thousand three hundred and forty-five yuan and sixty fen",
    ),
    ("20010", "二万零一十元", "二萬零一十元", "twenty thousand and ten yuan"),
    ("100000", "十万元", "十萬元", "one hundred thousand yuan"),
    (
        "107000.53",
        "十万七千元五角三分",
        "十萬七千元五角三分",
        "one hundred and seven thousand yuan and fifty-three fen",
    ),
    ("500000", "五十万元", "五十萬元", "five hundred thousand yuan"),
    ("1000005", "一百万零五元", "一百萬零五元", "one million and five yuan"),
    ("1200050", "一百二十万零五十元", "一百二十萬零五十元", "one million two hundred thousand and fifty yuan"),
    ("20000000", "二千万元", "二千萬元", "twenty million yuan"),
    ("100000000", "一亿元", "一億元", "one hundred million yuan"),
    ("100001000", "一亿零一千元", "一億零一千元", "one hundred million one thousand yuan"),
    ("110000000", "一亿一千万元", "一億一千萬元", "one hundred and ten million yuan"),
    ("1000000000000", "一万亿元", "一萬億元", "one trillion yuan"),
    ("-0.30", "负三角", "負三角", "minus thirty fen"),
    ("0.25", "二角五分", "二角五分", "twenty-five fen"),
    ("2.02", "二元零二分", "二元零二分", "two yuan and two fen"),
    ("11.11", "十一元一角一分", "十一元一角一分", "eleven yuan and eleven fen"),
    ("20", "二十元", "二十元", "twenty yuan"),
    ("120.01", "一百二十元零一分", "一百二十元零一分", "one hundred and twenty yuan and one fen"),
    ("2000", "二千元", "二千元", "two thousand yuan"),
    (
        "2222.22",
        "二千二百二十二元二角二分",
        "二千二百二十二元二角二分",
        "two thousand two hundred and twenty-two yuan and twenty-two fen",
    ),
    ("10010.10", "一万零一十元一角", "一萬零一十元一角", "ten thousand and ten yuan and ten fen"),
    ("12000", "一万二千元", "一萬二千元", "twelve thousand yuan"),
    ("20002", "二万零二元", "二萬零二元", "twenty thousand and two yuan"),
    ("101010", "十万一千零一十元", "十萬一千零一十元", "one hundred and one thousand and ten yuan"),
    ("120000", "十二万元", "十二萬元", "one hundred and twenty thousand yuan"),
    ("200000", "二十万元", "二十萬元", "two hundred thousand yuan"),
    ("-1000000", "负一百万元", "負一百萬元", "minus one million yuan"),
    ("10000001", "一千万零一元", "一千萬零一元", "ten million and one yuan"),
    ("100000001", "一亿零一元", "一億零一元", "one hundred million and one yuan"),
    ("100010000", "一亿零一万元", "一億零一萬元", "one hundred million ten thousand yuan"),
    ("110000000.01", "一亿一千万元零一分", "一億一千萬元零一分", "one hundred and ten million yuan and one fen"),
    ("200000002.20", "二亿零二元二角", "二億零二元二角", "two hundred million and two yuan and twenty fen"),
]

DATES = [
    ("2028-02-29", "二零二八年二月二十九日，星期二", "Tuesday the twenty-ninth of February, twenty twenty-eight"),
    ("2000-02-02", "二零零零年二月二日，星期三", "Wednesday the second of February, two thousand"),
    ("2010-10-20", "二零一零年十月二十日，星期三", "Wednesday the twentieth of October, twenty ten"),
    ("2022-02-22", "二零二二年二月二十二日，星期二", "Tuesday the twenty-second of February, twenty twenty-two"),
    ("2026-11-23", "二零二六年十一月二十三日，星期一", "Monday the twenty-third of November, twenty twenty-six"),
    ("2026-01-01", "二零二六年一月一日，星期四", "Thursday the first of January, twenty twenty-six"),
    ("2024-02-29", "二零二四年二月二十九日，星期四", "Thursday the twenty-ninth of February, twenty twenty-four"),
    ("2000-10-10", "二零零零年十月十日，星期二", "Tuesday the tenth of October, two thousand"),
    ("2008-08-08", "二零零八年八月八日，星期五", "Friday the eighth of August, two thousand and eight"),
    ("1949-10-01", "一九四九年十月一日，星期六", "Saturday the first of October, nineteen forty-nine"),
    ("1905-12-03", "一九零五年十二月三日，星期日", "Sunday the third of December, nineteen oh five"),
    ("1900-05-02", "一九零零年五月二日，星期三", "Wednesday the second of May, nineteen hundred"),
    ("2030-09-05", "二零三零年九月五日，星期四", "Thursday the fifth of September, twenty thirty"),
    ("2026-06-12", "二零二六年六月十二日，星期五", "Friday the twelfth of June, twenty twenty-six"),
    ("2026-03-20", "二零二六年三月二十日，星期五", "Friday the twentieth of March, twenty twenty-six"),
    ("2026-07-31", "二零二六年七月三十一日，星期五", "Friday the thirty-first of July, twenty twenty-six"),
]

TIMES = [
    ("00:00", "午夜十二点", "午夜十二點", "twelve o'clock midnight"),
    ("00:30", "凌晨十二点三十分", "凌晨十二點三十分", "twelve thirty in the morning"),
    ("00:05", "凌晨十二点零五分", "凌晨十二點零五分", "twelve oh five in the morning"),
    ("12:00", "中午十二点", "中午十二點", "twelve o'clock noon"),
    ("12:05", "中午十二点零五分", "中午十二點零五分", "twelve oh five in the afternoon"),
    ("22:02", "晚上十点零二分", "晚上十點零二分", "ten oh two at night"),
    ("02:00", "凌晨两点", "凌晨兩點", "two o'clock in the morning"),
    ("08:15", "上午八点十五分", "上午八點十五分", "eight fifteen in the morning"),
    ("10:32", "上午十点三十二分", "上午十點三十二分", "ten thirty-two in the morning"),
    ("12:30", "中午十二点三十分", "中午十二點三十分", "twelve thirty in the afternoon"),
    ("14:00", "下午两点", "下午兩點", "two o'clock in the afternoon"),
    ("15:05", "下午三点零五分", "下午三點零五分", "three oh five in the afternoon"),
    ("19:20", "晚上七点二十分", "晚上七點二十分", "seven twenty in the evening"),
    ("23:59", "晚上十一点五十九分", "晚上十一點五十九分", "eleven fifty-nine at night"),
]

SHARES = [
    ("0", "百分之零", "百分之零", "zero percent"),
    ("0.3", "百分之三十", "百分之三十", "thirty percent"),
    ("0.0315", "百分之三点一五", "百分之三點一五", "three point one five percent"),
    ("0.0310", "百分之三点一", "百分之三點一", "three point one percent"),
    ("-0.02", "负百分之二", "負百分之二", "minus two percent"),
    ("0.0005", "百分之零点零五", "百分之零點零五", "zero point zero five percent"),
    ("-0.0005", "负百分之零点零五", "負百分之零點零五", "minus zero point zero five percent"),
    ("0.02", "百分之二", "百分之二", "two percent"),
    ("0.999", "百分之九十九点九", "百分之九十九點九", "ninety-nine point nine percent"),
    ("1.2", "百分之一百二十", "百分之一百二十", "one hundred and twenty percent"),
    ("1", "百分之一百", "百分之一百", "one hundred percent"),
    ("0.00005", "百分之零点零一", "百分之零點零一", "zero point zero one percent"),
    ("0.333333", "百分之三十三点三三", "百分之三十三點三三", "thirty-three point three three percent"),
]

FIGURES = [
    ("6222", "六二二二", "six two two two"),
    ("0007", "零零零七", "zero zero zero seven"),
    ("1", "一", "one"),
    ("95588", "九五五八八", "nine five five eight eight"),
    ("12X", "一二X", "one two X"),
    ("", "", ""),
]

NUMBERS = [
    ("3.5", "三点五", "三點五", "three point five"),
    ("-0.5", "负零点五", "負零點五", "minus zero point five"),
    ("3.10", "三点一零", "三點一零", "three point one zero"),
    ("2", "二", "二", "two"),
    ("17", "十七", "十七", "seventeen"),
    ("1E+3", "一千", "一千", "one thousand"),
]

FOREIGN = [
    ("12.50", "USD", "十二点五零美元", "十二點五零美元", "twelve US dollars and fifty cents"),
    ("1", "USD", "一美元", "一美元", "one US dollar"),
    ("0.01", "GBP", "零点零一英镑", "零點零一英鎊", "one penny"),
    ("3.02", "GBP", "三点零二英镑", "三點零二英鎊", "three British pounds and two pence"),
    ("345.6", "JPY", "三百四十六日元", "三百四十六日圓", "three hundred and forty-six Japanese yen"),
    ("1.5", "SGD", "一点五零新加坡元", "一點五零元新加坡幣", "one Singapore dollar and fifty cents"),
    ("-8", "HKD", "负八港元", "負八元港幣", "minus eight Hong Kong dollars"),
    ("2000.20", "HKD", "二千点二零港元", "二千點二零元港幣", "two thousand Hong Kong dollars and twenty cents"),
    ("1000", "TWD", "一千元新台币", "一千元新台幣", "one thousand New Taiwan dollars"),
    (
        "250.01",
        "TWD",
        "二百五十点零一元新台币",
        "二百五十點零一元新台幣",
        "two hundred and fifty New Taiwan dollars and one cent",
    ),
    ("0.01", "USD", "零点零一美元", "零點零一美元", "one cent"),
    ("2", "EUR", "二欧元", "二歐元", "two euros"),
    ("1.99", "EUR", "一点九九欧元", "一點九九歐元", "one euro and ninety-nine cents"),
    ("100000", "JPY", "十万日元", "十萬日圓", "one hundred thousand Japanese yen"),
    ("1.125", "KWD", "一点一二五科威特第纳尔", "一點一二五科威特第納爾", "one point one two five Kuwaiti dinars"),
]

COUNTS = [
    (0, "零", "零", "zero"), (1, "一", "一", "one"), (2, "两", "兩", "two"), (10, "十", "十", "ten"),
    (12, "十二", "十二", "twelve"), (20, "二十", "二十", "twenty"), (22, "二十二", "二十二", "twenty-two"),
    (200, "二百", "二百", "two hundred"), (20000, "二万", "二萬", "twenty thousand"),
]  # fmt: skip

ORDINALS = [
    (1, "第一", "first"), (2, "第二", "second"), (3, "第三", "third"), (5, "第五", "fifth"), (12, "第十二", "twelfth"),
    (20, "第二十", "twentieth"), (21, "第二十一", "twenty-first"), (100, "第一百", "one hundredth"),
    (101, "第一百零一", "one hundred and first"), (111, "第一百一十一", "one hundred and eleventh"),
    (130, "第一百三十", "one hundred and thirtieth"), (1000, "第一千", "one thousandth"),
]  # fmt: skip

LANGS = ("zh_CN", "zh_TW", "en")


def test_there_are_enough_cases() -> None:
    three = len(MONEY) + len(TIMES) + len(SHARES) + len(NUMBERS) + len(FOREIGN) + len(COUNTS)
    two = len(DATES) + len(FIGURES) + len(ORDINALS)
    assert 3 * three + 2 * two >= 300


@pytest.mark.parametrize(("amount", *LANGS), MONEY)
def test_yuan(amount: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803 - the languages' own names
    said = {lang: spoken(lang).money(Decimal(amount), "CNY") for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


@pytest.mark.parametrize(("amount", "currency", *LANGS), FOREIGN)
def test_other_currencies(amount: str, currency: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    said = {lang: spoken(lang).money(Decimal(amount), currency) for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


@pytest.mark.parametrize(("day", "zh", "en"), DATES)
def test_days(day: str, zh: str, en: str) -> None:
    when = date.fromisoformat(day)
    for lang, words in (("zh_CN", zh), ("zh_TW", zh), ("en", en)):
        assert spoken(lang).day(when, weekday=True, year=True) == words


def test_shorter_days_and_months() -> None:
    when = date(2026, 11, 23)
    assert [spoken(lang).day(when) for lang in LANGS[1:]] == ["十一月二十三日", "the twenty-third of November"]
    assert [spoken(lang).month(when) for lang in LANGS[1:]] == ["十一月", "November"]
    assert spoken("zh_CN").month(when, year=True) == "二零二六年十一月"
    assert spoken("en").month(when, year=True) == "November twenty twenty-six"


@pytest.mark.parametrize(("clock", *LANGS), TIMES)
def test_times(clock: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    said = {lang: spoken(lang).time_of_day(time.fromisoformat(clock)) for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


@pytest.mark.parametrize(("share", *LANGS), SHARES)
def test_shares(share: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    said = {lang: spoken(lang).percent(Decimal(share)) for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


@pytest.mark.parametrize(("text", "zh", "en"), FIGURES)
def test_figures_one_by_one(text: str, zh: str, en: str) -> None:
    assert [spoken(lang).digits(text) for lang in LANGS] == [zh, zh, en]


@pytest.mark.parametrize(("value", *LANGS), NUMBERS)
def test_numbers(value: str, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    said = {lang: spoken(lang).number(Decimal(value)) for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}


@pytest.mark.parametrize(("value", *LANGS), COUNTS)
def test_counts(value: int, zh_CN: str, zh_TW: str, en: str) -> None:  # noqa: N803
    said = {lang: spoken(lang).count(value) for lang in LANGS}
    assert said == {"zh_CN": zh_CN, "zh_TW": zh_TW, "en": en}
    assert said == {lang: counted(lang, value) for lang in LANGS}


@pytest.mark.parametrize(("value", "zh", "en"), ORDINALS)
def test_ordinals(value: int, zh: str, en: str) -> None:
    assert [spoken(lang).ordinal(value) for lang in LANGS] == [zh, zh, en]


def test_what_cannot_be_said_is_refused() -> None:
    for lang in LANGS:
        for value in (Decimal("NaN"), Decimal("Infinity"), Decimal(10) ** 16):
            with pytest.raises(ValueError, match=r"cannot be said|not a number"):
                spoken(lang).money(value, "CNY")
        with pytest.raises(ValueError, match="not a count"):
            counted(lang, -1)
    for refused in (spoken, lambda lang: counted(lang, 1)):
        with pytest.raises(ValueError, match="nothing is said in fr"):
            refused("fr")
