"""Compares what was said with what was heard: syllables of Mandarin, words of English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

SAME_ZH = str.maketrans({"两": "二", "兩": "二", "〇": "零", "幺": "一"})
"""Said otherwise where a person chooses."""
SAME_EN = {"per cent": "percent", "o'clock": "oclock", "ok": "okay", "alright": "all right"}


@dataclass(frozen=True)
class Score:
    """How far apart two texts are."""

    errors: int
    length: int
    """Syllables or words that were said."""


def compared(said: Sequence[str], heard: Sequence[str]) -> Score:
    """The least number of parts put in, left out or exchanged (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for number, own in enumerate(said, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(heard, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (own != other))
    return Score(row[-1], len(said))


def en_words(text: str) -> list[str]:
    """The words of an English line, without marks, capitals and the "and" of numbers."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    for own, usual in SAME_EN.items():
        plain = re.sub(rf"\b{own}\b", usual, plain)
    return [word.strip("'") for word in re.findall(r"[a-z0-9']+", plain) if word != "and"]


def zh_plain(text: str) -> str:
    """A Chinese line without marks, what may be said either way said one way."""
    kept = (character for character in text.translate(SAME_ZH) if unicodedata.category(character)[0] in "LN")
    return "".join(kept)
