"""A tone as samples: sines with soft edges, some way below the level of speech."""

from __future__ import annotations

import math
import sys
from array import array

import msgspec

from accessibility.earcons.kinds import LASTING, LEADING, NOTES, Earcon, Note
from accessibility.speech.loudness import FULL_SCALE, LEVEL, LOUDEST, VOLUME_STEP_DB
from accessibility.speech.sound import Sound

RATE = 24000
"""Samples a second."""
EDGE_S = 0.005
"""Rise and fall of every note: without them it would click."""
BELOW_SPEECH_DB = 6.0


class Tone(msgspec.Struct, frozen=True):
    """A tone that is ready to be rung."""

    kind: Earcon
    sound: Sound

    @property
    def lasting(self) -> bool:
        """True when it waits for its turn rather than be passed over."""
        return self.kind in LASTING

    @property
    def leading(self) -> bool:
        """True when words follow it at once."""
        return self.kind in LEADING


def tone(kind: Earcon, volume: int) -> Tone:
    """The tone of this kind at volume 1 to 5, which is the voice's own. Raises ValueError for another volume."""
    if not 1 <= volume <= LOUDEST:
        raise ValueError(f"volume {volume} is not 1 to {LOUDEST}")
    below_db = BELOW_SPEECH_DB + VOLUME_STEP_DB * (LOUDEST - volume)
    height = LEVEL * math.sqrt(2) * FULL_SCALE * 10 ** (-below_db / 20)
    samples = array("h", (sample for note in NOTES[kind] for sample in _samples(note, height)))
    if sys.byteorder == "big":
        samples.byteswap()
    return Tone(kind, Sound(RATE, samples.tobytes()))


def _samples(note: Note, height: float) -> list[int]:
    """A sine between two smooth edges."""
    count, edge = RATE * note.ms // 1000, RATE * EDGE_S
    turn = 2 * math.pi * note.hertz / RATE
    return [
        round(height * math.sin(turn * at) * _edge(min(at, count - 1 - at) / edge)) for at in range(count)
    ]  # fmt: skip


def _edge(share: float) -> float:
    """From 0 to 1 as a raised cosine."""
    return 1.0 if share >= 1 else (1 - math.cos(math.pi * share)) / 2
