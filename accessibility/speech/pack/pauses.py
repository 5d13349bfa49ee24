"""Pauses: how long the voice rests between two pieces, so that an amount is heard as one thing."""

from __future__ import annotations

from collections.abc import Sequence

from accessibility.speech.pack.covering import Piece
from accessibility.speech.pack.normalising import COLON, COMMA, STOP, Sign
from accessibility.spoken.en_numbers import SMALL

AT_MARK_S = {COMMA: 0.18, COLON: 0.2, STOP: 0.35}
BEFORE_AMOUNT_S = 0.12
"""Before an amount in the middle of a sentence: her ear gets ready for figures."""
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
BETWEEN_FIGURES_S = 0.06
"""Between two groups of figures read one by one: 六二, 二二."""
_ONES = {"zh": frozenset("零一二三四五六七八九幺"), "en": frozenset(("oh", *SMALL[:10]))}
_GROUPS = {"zh": frozenset("万亿"), "en": frozenset(("thousand", "million", "billion", "trillion"))}


def pause_s(found: Sequence[Sign], before: Piece, after: Piece, voice: str) -> float:
    """Seconds of silence between two neighbouring pieces; 0 where one runs into the other."""
    for piece in (before, after):
        if piece.cut is None:
            return AT_MARK_S.get(found[piece.first].text, 0.0) if piece is before else 0.0
    last, figures = found[before.last - 1].text, _FIGURES[voice]
    follows = found[after.first].text in figures
    if {last, found[after.first].text} <= _ONES[voice]:
        return BETWEEN_FIGURES_S
    if follows and last in _GROUPS[voice]:
        return IN_AMOUNT_S
    if follows and last not in figures and _length(found, after.first, voice) >= LONG_NUMBER[voice]:
        return BEFORE_AMOUNT_S
    return 0.0


def _length(found: Sequence[Sign], at: int, voice: str) -> int:
    """Signs of the number that begins here."""
    end = at
    while end < len(found) and found[end].text in _FIGURES[voice]:
        end += 1
    return end - at
