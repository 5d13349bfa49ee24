"""Covering: the fewest recorded pieces that say a text, the ones that fit their neighbours best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from accessibility.speech.engine import NotCovered
from accessibility.speech.pack.normalising import Sign, key
from accessibility.speech.pack.shelf import Cut, Shelf

PIECE = 1.0
"""What each piece costs: joins are heard."""
SPOKEN_ON = 0.3
"""More for a piece that was said before a pause, where speech goes on, and the other way round …"""
BEGUN = 0.1
"""… and the same for its beginning."""
PART = 0.05
"""More for a part of a longer clip."""
SYLLABLE = 4.0
"""A syllable of the bank, said by itself: last choice."""
KNOWN_WORD = 3.0
"""Less for a word whose reading is known: 行 of some message is not the 行 of 银行."""
UNEVEN = 0.001
"""Of the square of a piece's signs, less: among equals the one with a long piece."""
MISSING = 1000.0
_PAUSED = {"whole": (True, True), "first": (True, False), "middle": (False, False), "last": (False, True)}
"""Whether there was a pause before and after a piece, by its place."""


class Missing(NotCovered):
    """Nothing in the pack says a part of the text. The message does not: it may be somebody's name."""

    def __init__(self, text: str) -> None:
        super().__init__(f"the voice pack has no sound for {len(text)} characters of the text")
        self.text = text


class Piece(msgspec.Struct, frozen=True):
    """Signs `first` to `last` of a text, said by a cut; a pause has none."""

    first: int
    last: int
    cut: Cut | None


class _Step(msgspec.Struct, frozen=True):
    cost: float
    pieces: tuple[Piece, ...]
    before: int


def covering(found: Sequence[Sign], shelf: Shelf, *, syllables: bool = True) -> tuple[Piece, ...]:
    """The pieces that say these signs, in order. Raises Missing, whose `text` nothing says."""
    costs = [0.0] + [float("inf")] * len(found)
    steps: list[_Step | None] = [None] * (len(found) + 1)
    for at in range(len(found)):
        for step in _steps(found, at, shelf, syllables=syllables):
            end, total = step.pieces[-1].last, costs[at] + step.cost
            if total < costs[end] - 1e-9:
                costs[end], steps[end] = total, step
    return _walked(found, steps, shelf.voice)


def _walked(found: Sequence[Sign], steps: Sequence[_Step | None], voice: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    missing: list[Sign] = []
    at = len(found)
    while step := steps[at]:
        if step.cost >= MISSING:
            missing.insert(0, found[step.before])
        pieces[:0] = step.pieces
        at = step.before
    if missing:
        raise Missing(key(tuple(missing), voice))
    return tuple(pieces)


def _steps(found: Sequence[Sign], at: int, shelf: Shelf, *, syllables: bool) -> Iterator[_Step]:
    """Every way to go on from here."""
    if found[at].pause:
        yield _Step(0.0, (Piece(at, at + 1, None),), at)
        return
    yield _Step(MISSING, (Piece(at, at + 1, None),), at)
    for end in range(at + 1, min(len(found), at + shelf.longest) + 1):
        if not found[end - 1].pause and (cuts := shelf.cuts(key(tuple(found[at:end]), shelf.voice))):
            cost, best = min(((_misfit(cut, found, at, end), cut) for cut in cuts), key=lambda pair: pair[0])
            yield _Step(PIECE + cost - UNEVEN * (end - at) ** 2, (Piece(at, end, best),), at)
    if syllables:
        yield from _spelled(found, at, shelf)


def _misfit(cut: Cut, found: Sequence[Sign], first: int, last: int) -> float:
    pause_before, pause_after = _PAUSED[cut.place]
    begins, ends = first == 0 or found[first - 1].pause, last == len(found) or found[last].pause
    return BEGUN * (pause_before != begins) + SPOKEN_ON * (pause_after != ends) + PART * cut.part


def _spelled(found: Sequence[Sign], at: int, shelf: Shelf) -> Iterator[_Step]:
    """A word or a character by its syllables."""
    for end in range(at + 1, min(len(found), at + max(1, shelf.longest_word)) + 1):
        pinyin = shelf.readings.get("".join(sign.text for sign in found[at:end]), "").split()
        cuts = [shelf.syllable(each) for each in pinyin]
        if len(cuts) == end - at and all(cuts):
            pieces = tuple(Piece(at + number, at + number + 1, cut) for number, cut in enumerate(cuts))
            yield _Step(SYLLABLE * len(cuts) - KNOWN_WORD * (len(cuts) > 1), pieces, at)
