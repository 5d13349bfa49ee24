"""Timing: which words are being said at which moment, from the length of the sound alone.

Engines tell of words before there is any sound (VOICE.md plan 5), so each character gets its share of the time: one
for a Chinese character, one for about three Latin letters, some for a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from accessibility.speech.engine import Mark
from accessibility.speech.sentences import Piece

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
WORD = re.compile(rf"[{HAN}]+|[^\s{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
GROUP = 3
"""Chinese characters marked at once, 2 to 4 of them."""
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
    """When which characters of a piece are said, when the piece takes so long. Rising, without gaps in time.

    As the engine's `marks` (of the piece's own text) have it; estimated where there are none.
    """
    if marks:
        shift = whole.index(piece.text, piece.start) - piece.start if piece.text in whole[piece.start :] else 0
        return tuple(Moment(piece.start + shift + m.start, piece.start + shift + m.end, m.begins) for m in marks)
    spans = _spans(whole, piece.start, piece.end)
    weights = [_weight(whole[start:end]) for start, end in spans]
    total = sum(weights) or 1.0
    found, passed = [], 0.0
    for (start, end), weight in zip(spans, weights, strict=True):
        found.append(Moment(start, end, seconds * passed / total))
        passed += weight
    return tuple(found)


def estimated_seconds(text: str, words_a_minute: int) -> float:
    """How long a person would need for a text at this rate: for captions without sound."""
    han = len(IS_HAN.findall(text))
    other = sum(len(word) + 1 for word in WORD.findall(text) if not IS_HAN.match(word))
    return (han / CHARACTERS_A_WORD + other / LETTERS_A_WORD) * 60 / words_a_minute


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Words of Latin text with their marks; groups of 2 to 4 Chinese characters, none across a mark."""
    spans: list[tuple[int, int]] = []
    for word in WORD.finditer(text, start, end):
        if IS_HAN.match(word.group()):
            spans += _groups(word.start(), word.end())
        elif spans and spans[-1][1] == word.start() and all(mark in PAUSE_MARKS for mark in word.group()):
            spans[-1] = (spans[-1][0], word.end())
        else:
            spans.append(word.span())
    return spans


def _groups(start: int, end: int) -> list[tuple[int, int]]:
    """Threes; a rest of one joins its neighbour, so that there are fours and twos but no ones."""
    groups = [(at, min(at + GROUP, end)) for at in range(start, end, GROUP)]
    if len(groups) > 1 and groups[-1][1] - groups[-1][0] == 1:
        groups[-2:] = [(groups[-2][0], end)]
    return groups


def _weight(text: str) -> float:
    marks = sum(character in PAUSE_MARKS for character in text)
    han = len(IS_HAN.findall(text))
    return han + (len(text) - han - marks) / 3 + marks * 0.8
