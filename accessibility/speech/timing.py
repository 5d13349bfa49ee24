"""Timing: which words are being said at which moment.

An engine that knows says when its words begin. The others tell of words before there is any sound (VOICE.md plan 5):
there each character gets its share of the time, one for a Chinese character, one for about three Latin letters, some
for a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from accessibility.speech.chinese_groups import groups
from accessibility.speech.engine import Mark
from accessibility.speech.sentences import Piece

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
WORD = re.compile(rf"[{HAN}]+|[^\s{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
PAUSE_MARKS = "，。！？；、：…,.!?;:"
CHARACTERS_A_WORD = 1.2
"""Mandarin characters in the time of one English word (STANDARDS.md RS-17)."""
LETTERS_A_WORD = 6.0


class Moment(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the whole text are said from `begins` (seconds into the piece) on."""

    start: int
    end: int
    begins: float


def moments(piece: Piece, whole: str, seconds: float, marks: Sequence[Mark] = ()) -> tuple[Moment, ...]:
    """When which words of a piece, in Chinese groups of 2 to 4 characters, are said, when it takes so long. Rising.

    As the engine's `marks` (of the piece's own text) have it, in shares of the time between two of them where they
    are further apart than the groups; without marks all of it is estimated.
    """
    spans = _spans(whole, piece.start, piece.end)
    shift = max(piece.start, whole.find(piece.text, piece.start))
    edges = sorted({(shift + mark.start, mark.begins) for mark in marks}) or [(piece.start, 0.0)]
    begins = [_begins(start, whole, [*edges, (piece.end, seconds)]) for start, _ in spans]
    return tuple(Moment(*span, at) for span, at in zip(spans, accumulate(begins, max), strict=True))


def _begins(at: int, whole: str, edges: Sequence[tuple[int, float]]) -> float:
    """When the character `at` is said; `edges` are characters whose time is known, the last one the end."""
    number = max(0, bisect_right(edges, at, hi=len(edges) - 1, key=lambda edge: edge[0]) - 1)
    (first, begins), (last, ends) = edges[number], edges[number + 1]
    share = _weight(whole[first:at]) / (_weight(whole[first:last]) or 1.0)
    return begins + (ends - begins) * share


def estimated_seconds(text: str, words_a_minute: int) -> float:
    """How long a person would need for a text at this rate: for captions without sound."""
    han = len(IS_HAN.findall(text))
    other = sum(len(word) + 1 for word in WORD.findall(text) if not IS_HAN.match(word))
    return (han / CHARACTERS_A_WORD + other / LETTERS_A_WORD) * 60 / words_a_minute


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Words of Latin text with their marks; groups of 2 to 4 Chinese characters, none across a mark."""
    found: list[tuple[int, int]] = []
    for word in WORD.finditer(text, start, end):
        if IS_HAN.match(word.group()):
            found += groups(text, word.start(), word.end())
        elif found and found[-1][1] == word.start() and all(mark in PAUSE_MARKS for mark in word.group()):
            found[-1] = (found[-1][0], word.end())
        else:
            found.append(word.span())
    return found


def _weight(text: str) -> float:
    """The share of the time a text takes; gaps take none."""
    marks = sum(character in PAUSE_MARKS for character in text)
    gaps = sum(character.isspace() for character in text)
    han = len(IS_HAN.findall(text))
    return han + (len(text) - han - marks - gaps) / 3 + marks * 0.8
