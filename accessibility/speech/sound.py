"""Sound: a piece of speech as samples."""

from __future__ import annotations

import msgspec

SAMPLE_BYTES = 2


class Sound(msgspec.Struct, frozen=True):
    """Samples of one channel, 16 bits each, least significant byte first."""

    rate: int
    """Samples a second."""
    pcm: bytes

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / SAMPLE_BYTES / self.rate

    def __repr__(self) -> str:
        return f"Sound({self.seconds:.2f} s)"


def silence(seconds: float, rate: int = 22050) -> Sound:
    """A sound in which nothing is heard."""
    return Sound(rate, bytes(round(seconds * rate) * SAMPLE_BYTES))
