"""Mandarin text as the model's phonemes, character by character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from accessibility.speech.neural.letters import AMERICAN
from accessibility.speech.neural.readings import Readings
from accessibility.speech.neural.sandhi import Syllable, change
from accessibility.speech.neural.syllables import phonemes
from accessibility.speech.neural.units import Unit

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_PART = re.compile(rf"(?P<han>[{HAN}]+)|(?P<pinyin>[a-zü]+[1-5])|(?P<latin>[A-Za-z][A-Za-z'’&.-]*)|(?P<other>.)", re.S)
MARKS = {
    **dict.fromkeys("，、,", ", "),
    **dict.fromkeys("：:", ": "),
    **dict.fromkeys("；;", "; "),
    **dict.fromkeys("。.\n", ". "),
    **dict.fromkeys("！!", "! "),
    **dict.fromkeys("？?", "? "),
    **dict.fromkeys("（）()—–…", ", "),
}
"""What is heard of a mark; others are not heard."""
English = Callable[[str], tuple[Unit, ...]]


class Mandarin:
    """Reads Chinese text, and what of other scripts stands in it."""

    def __init__(self, readings: Readings, english: English | None = None) -> None:
        """`english` reads words in Latin letters; without it they are spelled."""
        self._readings = readings
        self._english = english

    def __call__(self, text: str) -> tuple[Unit, ...]:
        """The units of a text. Figures must have been put in words. Raises ValueError for what nobody can read."""
        units: list[Unit] = []
        for found in _PART.finditer(text):
            if found["other"] is not None:
                _pause(units, MARKS.get(found[0], " "))
            else:
                units += self._part(found)
        return tuple(units)

    def _part(self, found: re.Match[str]) -> Iterator[Unit]:
        if found["han"]:
            yield from self._han(found[0], found.start())
        elif found["pinyin"]:
            yield Unit(found.start(), found.end(), phonemes(found[0]))
        elif self._english and not found[0].isupper():
            for unit in self._english(found[0]):
                yield Unit(unit.start + found.start(), unit.end + found.start(), unit.phonemes, unit.after or " ")
        else:
            letters = [(at, letter.upper()) for at, letter in enumerate(found[0]) if letter.upper() in AMERICAN]
            for at, letter in letters:
                yield Unit(found.start() + at, found.start() + at + 1, AMERICAN[letter], " ")

    def _han(self, text: str, start: int) -> Iterator[Unit]:
        words = self._readings.words(text)
        change(words)
        for word in words:
            for syllable in word:
                yield Unit(start, start + 1, _sound(syllable), " " if syllable is word[-1] else "")
                start += 1


def _sound(syllable: Syllable) -> str:
    if not syllable.sound:
        raise ValueError(f"no reading is known for {syllable.character!r}")
    return phonemes(f"{syllable.sound}{syllable.tone}")


def _pause(units: list[Unit], mark: str) -> None:
    """Let the unit before end with this mark; the longer one stays where two meet."""
    if units:
        last = units[-1]
        kept = last.after if last.after.strip() and not mark.strip() else mark
        units[-1] = Unit(last.start, last.end, last.phonemes, kept)
