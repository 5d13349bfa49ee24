"""Groups of Chinese characters that a caption marks at once: two to four of them, and no word cut in two."""

from __future__ import annotations

import re
from functools import cache

import assets

LONGEST = 4
"""Characters the eye takes in at once."""
NUMBER = re.compile("零?(?:[〇零一二三四五六七八九两兩]?[十百千万萬亿億元角分点點]|[一二三四五六七八九])")
"""A figure with its unit, and the 零 before it."""

Span = tuple[int, int]


def groups(text: str, start: int, end: int) -> list[Span]:
    """Characters `start` to `end`, all of them Chinese, in groups: "账户余额", "是一万", "二千三百"."""
    found: list[Span] = []
    for first, last in _words(text, start, end):
        if found and last - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return _none_alone(found)


def _words(text: str, start: int, end: int) -> list[Span]:
    """Longest words first; what is in no word stands alone."""
    found, known = [], _known_words()
    while start < end:
        number = NUMBER.match(text, start, end)
        last = number.end() if number else start + 1
        for longer in range(min(end, start + LONGEST), last, -1):
            if text[start:longer] in known:
                last = longer
                break
        found.append((start, last))
        start = last
    return found


def _none_alone(spans: list[Span]) -> list[Span]:
    """A single character goes with what stands before it, at the beginning with what comes after."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and (end - start == 1 or joined[-1][1] - joined[-1][0] == 1):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


@cache
def _known_words() -> frozenset[str]:
    """The words of our own messages, read once; none where the list is missing."""
    try:
        lines = (assets.ROOT / "captions" / "words.txt").read_text(encoding="utf-8").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line for line in lines if not line.startswith("#"))
