"""Sentences: cuts a text into pieces that are made and played one by one, so that sound starts soon."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

SENTENCE_END = re.compile(r"[。！？；…]+[”」』）]*|[.!?;]+[\"')]*(?=\s|$)|\n+")
CLAUSE_END = re.compile(r"[，、：]|[,:](?=\s)")
SHORT = 6
"""A piece of fewer characters is said together with the next one."""
LONG = 60
"""A longer sentence is cut at its clauses, too."""
LONGEST = 150
"""What has no mark for so long is cut where it must, at a space if there is one: no piece may take long to make."""


class Piece(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a text."""

    text: str
    start: int
    end: int


def pieces(text: str) -> tuple[Piece, ...]:
    """The text's sentences in order; what has no letter, digit or character in it is left out."""
    found: list[tuple[int, int]] = []
    for start, end in _cut(text, 0, len(text), SENTENCE_END):
        found += _cut(text, start, end, CLAUSE_END) if end - start > LONG else [(start, end)]
    joined = [part for start, end in _joined(found) for part in _halved(text, start, end)]
    return tuple(
        Piece(text[start:end].strip(), start, end)
        for start, end in joined
        if any(character.isalnum() for character in text[start:end])
    )


def _cut(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    edges = [start, *(found.end() for found in mark.finditer(text, start, end)), end]
    return [(first, last) for first, last in pairwise(edges) if last > first]


def _halved(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space + 1 if space > 0 else start + LONGEST
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Short pieces together with what follows them, as long as that stays short of LONG."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] - joined[-1][0] < SHORT and end - joined[-1][0] <= LONG:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
