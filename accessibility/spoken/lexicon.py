"""The lexicon: how Chinese words with characters of several readings are read (银行, 还款, 重庆).

It serves engines that take pinyin (`words`, `readings`) and, by homophones, those that take characters only
(`respelled`). A bank adds its own words and names in a file of the same form.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import assets
from accessibility.spoken.lexicon_file import ALWAYS, OPEN, Entries, LexiconError, entries

__all__ = ["FILE_NAME", "OPEN", "OURS", "Lexicon", "LexiconError", "Reading"]

FILE_NAME = "lexicon.toml"
"""The operator's own file, in the data folder."""
OURS = assets.ROOT / "voice" / FILE_NAME


class Reading(NamedTuple):
    """Characters `start` to `end` of a text and how they are read."""

    start: int
    end: int
    pinyin: str
    """One syllable a character, such as "hang2 zhang3"; OPEN where the engine knows better."""


class Lexicon:
    """Words and their readings. Simplified; traditional text is matched by its simplified characters."""

    def __init__(self, known: Entries) -> None:
        self.words: Mapping[str, str] = known.words
        """Each word's reading."""
        self._known = known
        self._longest = max(map(len, known.words), default=0)
        self._fold = str.maketrans(dict(known.traditional))

    @classmethod
    def load(cls, *paths: Path) -> Lexicon:
        """Our own file and over it each of `paths`; one that is not there adds nothing. Raises LexiconError."""
        known = entries(OURS)
        for path in paths:
            if path.exists():
                known = known.under(entries(path))
        return cls(known)

    def simplified(self, text: str) -> str:
        """The text with the characters of our words in simplified form; as many characters as before."""
        return text.translate(self._fold)

    def readings(self, text: str) -> tuple[Reading, ...]:
        """The words found in the text, in their order: from each place the longest one, and none across another."""
        plain = self.simplified(text)
        found: list[Reading] = []
        at = 0
        while at < len(plain):
            reading = self._word(plain, at) or self._surname(plain, at)
            if reading:
                found.append(reading)
            at = reading.end if reading else at + 1
        return tuple(found)

    def respelled(self, text: str) -> str:
        """The text with homophones of one reading where a character has several; as many characters as before.

        Only for engines: 应还 becomes 英环.
        """
        signs = [self._homophones(sign).get(ALWAYS, sign) for sign in text]
        for reading in self.readings(text):
            for at, syllable in enumerate(reading.pinyin.split(), reading.start):
                signs[at] = self._homophones(text[at]).get(syllable, signs[at])
        return "".join(signs)

    def _homophones(self, sign: str) -> Mapping[str, str]:
        return self._known.homophones.get(sign.translate(self._fold), {})

    def _word(self, plain: str, at: int) -> Reading | None:
        for end in range(min(len(plain), at + self._longest), at, -1):
            pinyin = self.words.get(plain[at:end])
            if pinyin:
                return Reading(at, end, pinyin)
        return None

    def _surname(self, plain: str, at: int) -> Reading | None:
        """A surname of one or two characters that stands before a title: 单阿姨."""
        for end in (at + 2, at + 1):
            pinyin = self._known.surnames.get(plain[at:end])
            if pinyin and plain.startswith(self._known.titles, end):
                return Reading(at, end, pinyin)
        return None
