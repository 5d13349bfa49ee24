"""English text as the model's phonemes, word by word.

The model writes some sounds in letters of its own (A for the vowel of "day"); the pairs are facts of its alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from accessibility.speech.neural import letters
from accessibility.speech.neural.units import Unit

BRITISH, AMERICAN = "gmw/en", "gmw/en-US"
_SHARED = {
    "ʔˌn̩": "tᵊn", "ʔn̩": "tᵊn", "ʔn": "tᵊn", "ʔ": "t", "a^ɪ": "I", "a^ʊ": "W", "d^ʒ": "ʤ", "t^ʃ": "ʧ", "e^ɪ": "A",
    "ɔ^ɪ": "Y", "ə^l": "ᵊl", "ɚɹ": "əɹ", "ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ɬ": "l", "ʲ": "",
    "\u0303": "",
}  # fmt: skip
_BRITISH = {"e^ə": "ɛː", "iə": "ɪə", "i^ə": "ɪə", "ə^ʊ": "Q", "o^ʊ": "Q", "wˌɒn": "wˈʌn", "wˈɒn": "wˈʌn"}
"""The last two: "one" as it is said clearly."""
_AMERICAN = {"o^ʊ": "O", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɪə": "iə", "ː": "", "ɾ": "T"}
_SYLLABIC = re.compile("(\\S)\u0329")
_WORD = re.compile(r"[^\s,:;.!?()—–…\"“”]+(?:\.\w+)*")
_CLAUSE_END = re.compile(r"[,:;.!?()—–…]")
MARKS = {**dict.fromkeys(",()—–…", ", "), ":": ": ", ";": "; ", ".": ". ", "!": "! ", "?": "? "}

RESPELLED = {"PIN": "pin", "use": "yooz", "Use": "yooz"}
"""Words the reader would spell now and then, or take for a noun where a screen tells what to do."""
SOUNDS = {"yuan": {BRITISH: "juːˈɑːn", AMERICAN: "juˈɑn"}}
"""Words in the model's letters where the reader is wrong: its "yuan" was heard as "UN"."""
WEAK = {"of": "əv", "to": "tə"}
"""Short words as they sound within a sentence."""


class Reader(Protocol):
    """Whoever knows how English is read: eSpeak NG."""

    def phonemes(self, clause: str) -> str:
        """The clause in the phonetic alphabet, words between spaces, sounds of two signs tied by ^."""


class English:
    """Reads English text."""

    def __init__(self, reader: Reader, british: bool, spelled: bool = False) -> None:
        """`spelled`: a capital that stands alone is a letter also where it is A, as in the keys of the voice pack."""
        self._reader = reader
        self._own = _BRITISH if british else _AMERICAN
        self._accent = BRITISH if british else AMERICAN
        self._letters: Mapping[str, str] = (letters.BRITISH if british else letters.AMERICAN) if spelled else {}

    def __call__(self, text: str) -> tuple[Unit, ...]:
        """The units of a text: its words, two together where they are said as one."""
        units: list[Unit] = []
        for start, end, mark in _clauses(text):
            spans = [word.span() for word in _WORD.finditer(text, start, end)]
            units += self._clause(text, spans, mark)
        return tuple(units)

    def _clause(self, text: str, spans: Sequence[tuple[int, int]], mark: str) -> Iterator[Unit]:
        words = [RESPELLED.get(text[start:end], text[start:end]) for start, end in spans]
        sounds = self._reader.phonemes(" ".join(words)).split()
        shares = self._shares(words, len(sounds))
        at, found = 0, []
        for (start, end), count in _grouped(spans, shares):
            sound = " ".join(self.alphabet(each) for each in sounds[at : at + count])
            at += count
            found += self._parted(text, start, end, self._sound(text[start:end], sound))
        for unit in found:
            yield unit if unit is not found[-1] else Unit(unit.start, unit.end, unit.phonemes, mark)

    def _sound(self, word: str, read: str) -> str:
        """A word's own sound where the reader's is not right."""
        return self._letters.get(word) or SOUNDS.get(word.lower(), {}).get(self._accent) or read

    def _parted(self, text: str, start: int, end: int, sound: str) -> list[Unit]:
        """Words said as one ("on the") as two units where their sounds can be told apart."""
        head, gap, last = text[start:end].rpartition(" ")
        if gap:
            for own in (self.alphabet(self._reader.phonemes(last)), WEAK.get(last.lower(), "")):
                rest = sound.removesuffix(own)
                if own and rest and rest != sound and " " not in rest:
                    middle = start + len(head)
                    return [Unit(start, middle, rest, " "), Unit(middle + 1, end, own, " ")]
        return [Unit(start, end, sound, " ")]

    def _shares(self, words: Sequence[str], total: int) -> list[int]:
        """How many of the reader's words each of ours is: usually one; none where it joins the one before."""
        if total == len(words):
            return [1] * total
        heads = [0, *(len(self._reader.phonemes(" ".join(words[:n])).split()) for n in range(1, len(words))), total]
        rising = [max(heads[: at + 1]) for at in range(len(heads))]
        return [min(later, total) - min(before, total) for before, later in pairwise(rising)]

    def alphabet(self, sound: str) -> str:
        """A word of the phonetic alphabet in the letters the model knows."""
        for signs, letter in _LONGEST_FIRST:
            sound = sound.replace(signs, letter)
        sound = _SYLLABIC.sub(r"ᵊ\1", sound)
        for signs, letter in self._own.items():
            sound = sound.replace(signs, letter)
        return sound.replace("^", "").replace("ɹɹ", "ɹ")


def _clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and closing mark of each clause with words in it. A point within a word closes nothing."""
    start = 0
    for found in _CLAUSE_END.finditer(text):
        if found[0] == "." and text[found.end() : found.end() + 1].isalnum():
            continue
        if _WORD.search(text, start, found.start()):
            yield start, found.start(), MARKS[found[0]]
        start = found.end()
    if _WORD.search(text, start):
        yield start, len(text), ""


def _grouped(spans: Sequence[tuple[int, int]], shares: Sequence[int]) -> list[tuple[tuple[int, int], int]]:
    groups: list[tuple[tuple[int, int], int]] = []
    for span, share in zip(spans, shares, strict=True):
        if share == 0 and groups:
            (start, _), count = groups[-1]
            groups[-1] = ((start, span[1]), count)
        else:
            groups.append((span, share))
    return groups


_LONGEST_FIRST = sorted(_SHARED.items(), key=lambda pair: -len(pair[0]))
