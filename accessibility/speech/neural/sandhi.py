"""Tones that change beside others in Mandarin: 一, 不, and the third tone before a third."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

FIGURES = frozenset("零〇一二三四五六七八九两幺")
UNITS = frozenset("十百千万亿")
COUNTED = frozenset("百千万亿")
DATED = frozenset("月号日楼")
"""After these 一 means "the first" and keeps its tone: 一月, 一楼."""
POINTING = frozenset("每这那同另某任哪")
FOOT = 3
"""Syllables of neighbouring words said in one breath; a third tone changes within, not beyond."""


class Syllable(msgspec.Struct):
    """A character and how it is read, its tone still open to change."""

    character: str
    sound: str
    """Pinyin without tone."""
    tone: int
    """1 to 4; 5 is the light one."""
    fixed: bool = False
    """The lexicon says so; only a third tone still changes before another."""


Word = list[Syllable]


def change(words: Sequence[Word]) -> None:
    """Change the tones of a clause, in place."""
    flat = [syllable for word in words for syllable in word]
    finals = {id(word[-1]) for word in words if len(word) > 1}
    for at, syllable in enumerate(flat):
        before = flat[at - 1] if at else None
        after = flat[at + 1] if at + 1 < len(flat) else None
        if syllable.fixed:
            continue
        if syllable.character == "一" and syllable.tone == 1 and after:
            syllable.tone = _one(before, after, last_of_word=id(syllable) in finals)
        elif syllable.character == "不" and syllable.tone == 4 and after:
            syllable.tone = 5 if _doubled(before, after) else 2 if after.tone == 4 else 4
    for foot in _feet(words):
        _thirds(foot)


def _one(before: Syllable | None, after: Syllable, last_of_word: bool) -> int:
    """The tone of 一 between two syllables."""
    prior = before.character if before else ""
    if _doubled(before, after):
        return 5
    if after.character in FIGURES | DATED or prior in FIGURES | {"十", "第", "初"}:
        return 1
    if prior in UNITS | {"点"} and after.character not in COUNTED:
        return 1
    if last_of_word and prior not in POINTING | UNITS:
        return 1
    return 2 if after.tone == 4 or after.character in "个個" else 4


def _doubled(before: Syllable | None, after: Syllable) -> bool:
    """是不是, 看一看: what stands between is light."""
    return before is not None and before.character == after.character and before.character not in FIGURES


def _feet(words: Sequence[Word]) -> list[list[Word]]:
    """Neighbouring words that meet with two third tones, together as long as they are short."""
    feet: list[list[Word]] = []
    for word in words:
        last = feet[-1] if feet else None
        if (
            last
            and last[-1][-1].tone == 3
            and word[0].tone == 3
            and _length(last) + len(word) <= FOOT
            and _may(last, word)
        ):
            last.append(word)
        else:
            feet.append([word])
    return feet


def _may(foot: list[Word], word: Word) -> bool:
    """Figures keep their tones beyond their own word, so that each is clear: 五 九, 点 五."""
    return foot[-1][-1].character not in FIGURES and word[0].character not in FIGURES


def _length(foot: list[Word]) -> int:
    return sum(len(word) for word in foot)


def _thirds(foot: list[Word]) -> None:
    """Within words first, two syllables at a time; then where they meet."""
    pairs = [word[at : at + 2] for word in foot for at in range(0, len(word), 2)]
    for pair in pairs:
        _meet(pair)
    for left, right in pairwise(pairs):
        _meet([left[-1], right[0]])


def _meet(pair: Word) -> None:
    if len(pair) == 2 and pair[0].tone == 3 == pair[1].tone:
        pair[0].tone = 2
