"""Kokoro as a live speech engine, where the operator installed the extra: `anxin-kiosk[neural]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import assets
from accessibility.speech.engine import EngineError, EngineVoice, Mark, NotCovered, Speech
from accessibility.speech.neural.espeak import Espeak
from accessibility.speech.neural.figures import InWords, in_words
from accessibility.speech.neural.model import RATE, read_alphabet, read_model
from accessibility.speech.neural.phonemes_en import AMERICAN, English
from accessibility.speech.neural.phonemes_zh import Mandarin
from accessibility.speech.neural.readings import Readings
from accessibility.speech.neural.session import Session, beginnings
from accessibility.speech.neural.speakers import SPEAKERS, WORDS_A_MINUTE
from accessibility.speech.neural.style import Style, read_style
from accessibility.speech.neural.units import Unit, written
from accessibility.speech.pack.manifest import PackError, read_manifest
from accessibility.speech.sound import Sound
from accessibility.spoken.lexicon import Lexicon

FOLDER = assets.ROOT / "voice"
MOST = 220
"""Phonemes, about 40 characters: a longer sentence would not be made before the chain gives up waiting."""
THREADS = 2
LEAD_S = 0.05
"""A sound is heard so long before the model's own border of it."""

Read = Callable[[str], Sequence[Unit]]


class NeuralEngine:
    """Says anything in Mandarin and English, in half the time it takes to listen. For one thread."""

    def __init__(self, lexicon: Lexicon, folder: Path = FOLDER, threads: int = THREADS) -> None:
        """`folder` has the voices' styles. Raises EngineError with what is missing."""
        self._styles: dict[str, Style] = {voice: read_style(folder / f"{voice}.style") for voice in SPEAKERS}
        self._readers = _readers(lexicon, folder)
        self._session = Session(read_model(), read_alphabet(), threads)
        self.name = "Kokoro 82M " + ", ".join(f"{voice} ({SPEAKERS[voice].name})" for voice in self._readers)

    def voices(self) -> tuple[EngineVoice, ...]:
        """One for Mandarin, and one for English where eSpeak NG can read it."""
        return tuple(EngineVoice(voice, SPEAKERS[voice].languages) for voice in self._readers)

    def say(self, text: str, voice: str, rate: int) -> Speech:
        """The text as sound. Raises NotCovered for what it cannot read, or not in time; EngineError."""
        if voice not in self._readers:
            raise EngineError(f"the neural voice does not speak {voice!r}")
        try:
            units = self._readers[voice](text)
        except ValueError as problem:
            raise NotCovered(str(problem)) from problem
        phonemes = written(units)
        if not 0 < len(phonemes) <= MOST:
            raise NotCovered(f"{len(phonemes)} phonemes at once")
        made = self._session.render(phonemes, self._styles[voice], SPEAKERS[voice].speed * rate / WORDS_A_MINUTE)
        return Speech(Sound(RATE, _pcm(made.samples)), tuple(_marks(units, made.borders)))


def _readers(lexicon: Lexicon, folder: Path) -> dict[str, Read]:
    """A reader for each language; without eSpeak NG there is no English. Raises EngineError."""
    try:
        english = English(Espeak(AMERICAN), british=False)
    except EngineError:
        english = None
    try:
        mandarin = Mandarin(Readings(lexicon.words), english)
    except ImportError as problem:
        raise EngineError(f"the neural voice cannot read Chinese: {problem}") from problem
    readers: dict[str, Read] = {"zh": _Chinese(mandarin, _same(folder), lexicon)}
    return {**readers, "en": english} if english else readers


def _same(folder: Path) -> dict[str, str]:
    """Traditional characters and their simplified ones, as the voice pack has them; none without a pack."""
    try:
        return read_manifest(folder / "zh.json").same
    except PackError:
        return {}


class _Chinese:
    """Reads Chinese text of either script, figures included."""

    def __init__(self, mandarin: Mandarin, same: dict[str, str], lexicon: Lexicon) -> None:
        self._mandarin = mandarin
        self._same = same
        self._lexicon = lexicon

    def __call__(self, text: str) -> tuple[Unit, ...]:
        plain = in_words(self._lexicon.simplified(text), self._same)
        return tuple(_placed(unit, plain) for unit in self._mandarin(plain.text))


def _placed(unit: Unit, plain: InWords) -> Unit:
    return Unit(plain.spans[unit.start][0], plain.spans[unit.end - 1][1], unit.phonemes, unit.after)


def _marks(units: Sequence[Unit], borders: Sequence[int]) -> Iterator[Mark]:
    """One for each word or character; a figure that became several words has one for all of them."""
    reached = 0
    for unit, (first, _) in zip(units, beginnings(units, borders), strict=True):
        if unit.start >= reached:
            yield Mark(unit.start, unit.end, max(0.0, first / RATE - LEAD_S))
            reached = unit.end


def _pcm(samples: Any) -> bytes:
    whole: bytes = (samples.clip(-1, 1) * 32767).astype("<i2").tobytes()
    return whole
