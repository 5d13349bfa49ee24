"""A session with the model: phonemes in, samples out, and when which phoneme is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from accessibility.speech.engine import EngineError
from accessibility.speech.neural.model import LENGTHS, STEP
from accessibility.speech.neural.style import Style
from accessibility.speech.neural.units import Unit

MOST = 480
"""Phonemes at once; the model knows 510."""
SLOWEST, FASTEST = 0.7, 2.0
"""Its own speed, 1 is usual; beyond these it slurs."""


class Rendered(msgspec.Struct, frozen=True):
    """What the model made of a sentence."""

    samples: Any
    """A numpy array of float32, about -1 to 1."""
    borders: tuple[int, ...]
    """Sample at which each phoneme begins, one more for the end of the last; before the first and after the last
    there is silence."""


class Session:
    """The model, loaded. For one thread."""

    def __init__(self, model: bytes, alphabet: Mapping[str, int], threads: int = 1) -> None:
        """Takes about 1 s and 350 MB. Raises EngineError."""
        try:
            import numpy
            import onnxruntime
        except ImportError as problem:
            raise EngineError(f"a package of the neural voice is not installed: {problem}") from problem
        self._numpy: Any = numpy
        self._alphabet = alphabet
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def render(self, phonemes: str, style: Style, speed: float) -> Rendered:
        """The sound of a line of phonemes. Raises EngineError for one too long, or with an unknown sign."""
        unknown = set(phonemes) - set(self._alphabet)
        if unknown or not 0 < len(phonemes) <= MOST:
            raise EngineError(f"cannot say {len(phonemes)} phonemes, of which {sorted(unknown)} are unknown")
        numpy = self._numpy
        numbers = [0, *(self._alphabet[each] for each in phonemes), 0]
        given = {
            "tokens": numpy.array([numbers], dtype=numpy.int64),
            "style": numpy.array([style.of(len(phonemes))], dtype=numpy.float32),
            "speed": numpy.array([min(FASTEST, max(SLOWEST, speed))], dtype=numpy.float32),
        }
        audio, lengths = self._session.run(["audio", LENGTHS.decode()], given)
        borders = numpy.cumsum(numpy.ravel(lengths)).astype(int) * STEP
        return Rendered(numpy.ravel(audio), tuple(int(border) for border in borders))


def beginnings(units: Sequence[Unit], borders: Sequence[int]) -> list[tuple[int, int]]:
    """First sample of each unit, and the one after its last phoneme (before the pause that follows it)."""
    found, at = [], 0
    for unit in units:
        end = at + len(unit.phonemes)
        found.append((borders[at], borders[end]))
        at = end + len(unit.after)
    return found
