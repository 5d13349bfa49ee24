"""The pieces that Mandarin numbers, amounts, days, times and codes are put together from.

As large as affordable, and each in the places it takes: 二十五元 is said otherwise before 六角 than at the end.
A trace of what stands behind a clip stays in it: 三千 before 七百 had a syllable too many. So 八 follows wherever it
can, or 白, 笔, 到: their closure is silent, and the cut clean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from string import ascii_uppercase

from accessibility.spoken.zh_numbers import FIGURES, cardinal
from i18n import formats
from tools.voice_pack.inventory_cutting import cut
from tools.voice_pack.inventory_en_numbers import CURRENCIES
from tools.voice_pack.item import Item

YEARS = range(2000, 2046)
"""Said in one piece; other years figure by figure."""
_PARTS_OF_DAY = ("凌晨", "清晨", "早上", "上午", "中午", "下午", "晚上", "午夜")
_WEEKDAYS = "一二三四五六日"


def zh_number_items(same: Mapping[str, str]) -> Iterator[Item]:
    """All of them."""
    for sentence in _sentences():
        yield from cut("zh", sentence, same)


def _sentences() -> Iterator[str]:
    yield from _tens()
    yield from _units()
    yield from _digits()
    yield from _percents()
    yield from _days()
    yield from _times()
    yield from _rest()


def _tens() -> Iterator[str]:
    """Two figures: alone (十五), after hundreds (三百一十五), with 万 and 元."""
    for number in range(10, 100):
        alone = cardinal(number)
        behind = _behind(number)
        yield f"余额：[{alone}万]八千元，[{alone}元]八角，共八百[{behind}元]八角，[{alone}元]。"
        yield f"共二百[{behind}万]八千元，共二百[{behind}元]。"
        yield f"共三千[零{behind}元]八角，共三千[零{behind}元]。"
        for words in dict.fromkeys((alone, behind)):
            hundreds = "三百" if words != alone else ""
            yield f"共{hundreds}[{words}]笔，{_before(hundreds or words)}{hundreds}[{words}]。"


def _units() -> Iterator[str]:
    for figure in FIGURES[1:]:
        yield f"余额：[{figure}万]八千元，[{figure}千]八百元，[{figure}百]八十元[{figure}角]八分。"
        yield f"共二万[{figure}千]八百元，二千[{figure}百]八十元八角[{figure}分]。"
        yield f"余额：[{figure}元]八角，八十元[{figure}角]，共[{figure}元]，[{figure}元]。"
        yield f"余额：[{figure}百元]八角，二千[{figure}百元]八角，二千[{figure}百元]，[{figure}百元]。"
        yield f"余额：[{figure}千元]八角，二万[{figure}千元]八角，二万[{figure}千元]，[{figure}千元]。"
        yield f"余额：[{figure}万元]八角，共[{figure}万元]八角，共[{figure}万元]，[{figure}万元]。"
        yield f"共有三万[零{figure}元]八角，共三百[零{figure}元]，共[{figure}亿元]。"
        yield f"共有[{figure}亿]八千元，共[{figure}千万]八百元，共[{figure}百万]八百元。"
        yield f"共有[{figure}千亿]八百元，共[{figure}百亿]八百元。"
        yield f"共一亿[零{figure}万]八百元，共一亿[零{figure}千]八百元，共二万[零{figure}百]八十元。"
        yield f"共二十元[零{figure}分]，共[{figure}分]，共[{figure}角]。"
        yield f"共三百[零{figure}]笔，是三百[零{figure}]。"
        yield f"是[{figure}百]，是[{figure}千]，是[{figure}万]。"
    for tens in range(10, 100, 10):
        yield f"余额：[{cardinal(tens)}万元]八角，共[{cardinal(tens)}万元]，[{cardinal(tens)}万元]。"
    yield "余额是[零元]，[零元]。"
    yield "余额是[零元][零五分]。"
    yield "[负]八百元，余额是[负]八百元，二百[万]八千[亿]八千[元][零]八十分，三百[元]。"
    yield "一共二十[万]，三百[亿]。"
    yield "一共[两]个，[零]个，一共有[两]，编号是[零]。"
    yield "余额是十二[元]八[角]八[分]，共八[角]，八[分]。"


def _digits() -> Iterator[str]:
    for figure in FIGURES:
        yield f"编号是[{figure}]号，最后是[{figure}]。"
    for figure in FIGURES[1:]:
        yield f"一共[{figure}]笔。"
    for number in range(100):
        yield f"号码，[{_pair(number)}]八八[{_pair(number)}]八八[{_pair(number)}]。"
    for figure in FIGURES:
        mobile = "幺" if figure == "一" else figure
        yield f"电话，[{mobile}幺]八八[{mobile}幺]，[幺{mobile}]八八[幺{mobile}]。"
    yield "电话，[幺]八八，零零[幺]，[加]八六。"
    for letter in ascii_uppercase:
        yield f"编号[{letter}]八，[{letter}]。"


def _percents() -> Iterator[str]:
    """三点一五: the whole number with its point, then two figures together."""
    for number in range(100):
        yield f"百分之[{cardinal(number)}点]八二。"
    yield "利率是[百分之]三十，[百分之]三十，[负百分之]三点一五，[百分之一百]，[百分之零]，三百[点]八。"


def _days() -> Iterator[str]:
    for number in range(1, 32):
        day, month = cardinal(number), cardinal(number % 12 + 1)
        yield f"{month}月[{day}日]到账，是{month}月[{day}日]。"
    for number in range(1, 13):
        month = cardinal(number)
        yield f"今天{_before(month)}[{month}月]八日，一九九六年[{month}月]的，一九九六年[{month}月]。"
    for year in YEARS:
        figures = "".join(FIGURES[int(each)] for each in str(year))
        yield f"是[{figures}年]八月。"
    yield "到期是一九八七[年]八月，到期是一九八七[年]。"
    for weekday in _WEEKDAYS:
        yield f"今天是十一月三日，[星期{weekday}]。"
        yield f"今天是[星期{weekday}]白天。"


def _times() -> Iterator[str]:
    for part in _PARTS_OF_DAY:
        yield f"这是[{part}]八点的情况，[{part}]。"
    for hour in range(1, 13):
        words = "两" if hour == 2 else cardinal(hour)
        yield f"是下午[{words}点]八分，是下午[{words}点]。"
    for minute in range(1, 60):
        words = f"{'零' if minute < 10 else ''}{cardinal(minute)}分"
        yield f"三点[{words}]的，三点[{words}]。"


def _rest() -> Iterator[str]:
    for number in range(1, 32):
        yield f"这是[第{cardinal(number)}]个，排在[第{cardinal(number)}]。"
    yield "这是[第]八百个。"
    for lang in ("zh_CN", "zh_TW"):
        for currency in CURRENCIES:
            name = formats.unit(lang, currency, Decimal(30))
            yield f"余额是三十[{name}]八角，共三十[{name}]。"
    for number in range(2, 11):
        yield f"占了[{cardinal(number)}分之]八。"
    yield "要三[到]八天，是三十[分之]八。"


def _behind(number: int) -> str:
    """A number of two figures after others: 一十五."""
    return f"一{cardinal(number)}" if number < 20 else cardinal(number)


def _before(words: str) -> str:
    """What stands before a number: 是 would melt into 十."""
    return "到" if words.startswith("十") else "是"


def _pair(number: int) -> str:
    return FIGURES[number // 10] + FIGURES[number % 10]
