"""Pauses: how long the voice rests between two pieces, so that an amount is heard as one thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from accessibility.speech.pack.covering import Piece
from accessibility.speech.pack.normalising import COLON, COMMA, STOP, Sign
from accessibility.speech.pack.shelf import Cut
from accessibility.spoken.en_numbers import SMALL

AT_MARK_S = {COMMA: 0.18, COLON: 0.2, STOP: 0.35}
BEFORE_AMOUNT_S = {"zh": 0.12, "en": 0.04}
"""Before an amount in the middle of a sentence: her ear gets ready for figures. English gets a breath only: with
more, "You owe" stood alone and was heard as the letters U and O."""
IN_AMOUNT_S = 0.04
"""A breath after 万 and 亿, "thousand" and "million"."""
LONG_NUMBER = {"zh": 4, "en": 3}
"""Signs from which on a number is an amount to get ready for; 三个月 needs no rest before it."""
_FIGURES = {
    "zh": frozenset("负零一二两三四五六七八九十百千万亿点元角分幺"),
    "en": frozenset(SMALL) | {
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
        "billion", "trillion", "quadrillion", "minus", "and", "point", "oh", "yuan", "fen",
    },
}  # fmt: skip
_ONES = {"zh": frozenset("零一二三四五六七八九幺"), "en": frozenset(("oh", *SMALL[:10]))}
"""Figures read one by one, as in the tail of a card."""
_CLEAN = ("first", "whole")
"""Places of clips that were recorded after a pause; in others a trace of what stood before them can be heard."""
_GROUPS = {"zh": frozenset("万亿"), "en": frozenset(("thousand", "million", "billion", "trillion"))}


def pause_s(found: Sequence[Sign], before: Piece, after: Piece, voice: str) -> float:
    """Seconds of silence between two neighbouring pieces; 0 where one runs into the other."""
    if before.cut is None:
        return AT_MARK_S.get(found[before.first].text, 0.0)
    if after.cut is None:
        return 0.0
    last, figures = found[before.last - 1].text, _FIGURES[voice]
    follows = found[after.first].text in figures
    if follows and last in _GROUPS[voice]:
        return IN_AMOUNT_S
    if follows and last not in figures and _needs_rest(_number(found, after.first, voice), after.cut, voice):
        return BEFORE_AMOUNT_S[voice]
    return 0.0


def _number(found: Sequence[Sign], at: int, voice: str) -> list[str]:
    """The signs of the number that begins here."""
    return [sign.text for sign in takewhile(lambda sign: sign.text in _FIGURES[voice], found[at:])]


def _needs_rest(number: Sequence[str], first: Cut, voice: str) -> bool:
    """Long enough to get ready for; a row of figures only where its clip begins cleanly."""
    return len(number) >= LONG_NUMBER[voice] and (first.place in _CLEAN or not set(number) <= _ONES[voice])
