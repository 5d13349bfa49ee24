"""Whole numbers in Chinese characters. Light: no Babel, so that it may be used before first paint."""

from __future__ import annotations

FIGURES = "零一二三四五六七八九"
_TRADITIONAL = str.maketrans("万亿负点两", "萬億負點兩")


def written(words: str, lang: str) -> str:
    """The words in the characters of zh_CN or zh_TW."""
    return words.translate(_TRADITIONAL) if lang == "zh_TW" else words


def count(value: int) -> str:
    """How many of something, from 0 on: 两 for exactly two, otherwise the number."""
    return "两" if value == 2 else cardinal(value)


def figures(text: str) -> str:
    """Each figure as its own character; anything else is kept."""
    return "".join(FIGURES[int(each)] if each in "0123456789" else each for each in text)


def cardinal(value: int) -> str:
    """A whole number from 0 on, 十 to 十九 without 一 in front."""
    words = _counted(value) if value else "零"
    return words.removeprefix("一") if words.startswith("一十") else words


def _counted(value: int) -> str:
    """A whole number above 0 in groups: 亿, 万, and what is below.

    零 stands for places left out. After 亿 it also stands before 千: 一亿零一千 cannot be heard as 一亿一千万.
    """
    for size, unit, full in ((10**8, "亿", 10**7), (10**4, "万", 10**3)):
        if value >= size:
            head, rest = divmod(value, size)
            gap = "零" if 0 < rest < full else ""
            return _counted(head) + unit + gap + (_counted(rest) if rest else "")
    return _below_ten_thousand(value)


def _below_ten_thousand(value: int) -> str:
    words, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // size % 10
        if figure:
            words += ("零" if gap and words else "") + FIGURES[figure] + unit
            gap = False
        else:
            gap = True
    return words
