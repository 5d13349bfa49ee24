"""Reading: the units of an item's sentence, with the readings the lexicon and the item itself give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from accessibility.speech.neural.espeak import Espeak
from accessibility.speech.neural.phonemes_en import AMERICAN, BRITISH, English
from accessibility.speech.neural.phonemes_zh import Mandarin
from accessibility.speech.neural.readings import Readings
from accessibility.speech.neural.speakers import SPEAKERS, Speaker
from accessibility.speech.neural.units import Unit, written
from tools.voice_pack.item import Item
from tools.voice_pack.sentence import Sentence, kept

Read = Callable[[str], tuple[Unit, ...]]


class Reading:
    """Knows how to read both languages."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """`words`: the lexicon."""
        self._words = dict(words)
        british = SPEAKERS["en"].name.startswith("b")
        self._english = English(Espeak(BRITISH if british else AMERICAN), british, spelled=True)
        self._mandarin: dict[tuple[tuple[str, str], ...], Read] = {}

    def sentence(self, item: Item, speaker: Speaker, cache: Path) -> Sentence:
        """The sentence an item is cut from. Raises ValueError when it cannot be read."""
        read = self._english if item.voice == "en" else self._with(item.readings)
        units = read(item.sentence)
        return Sentence(item.sentence, units, speaker, kept(cache, written(units), speaker))

    def _with(self, own: tuple[tuple[str, str], ...]) -> Read:
        if own not in self._mandarin:
            self._mandarin[own] = Mandarin(Readings({**self._words, **dict(own)}))
        return self._mandarin[own]
