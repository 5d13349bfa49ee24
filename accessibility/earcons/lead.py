"""The lead: a short tone that waits a moment for the words it goes before, so that both are one sound.

Two players one after the other cost a start each, and the words came 75 ms after the focus instead of 50.
"""

from __future__ import annotations

import asyncio
import sys
from array import array
from collections.abc import Callable

from accessibility.earcons.tone import Tone
from accessibility.speech.sound import Sound

WAIT_S = 0.03
"""Words of the recorded pack are there within 10 ms; what takes longer does not hold the tone up any more."""
SILENT = 100
"""A sample below this is not heard: -50 dB."""


class Lead:
    """Keeps one tone at most. `alone` is called for a tone no words came for."""

    def __init__(self, alone: Callable[[Tone], None]) -> None:
        self._alone = alone
        self._tone: Tone | None = None
        self._timer: asyncio.TimerHandle | None = None

    def keep(self, tone: Tone) -> None:
        """Wait for words with this tone; one that waited already gives way, for the focus has moved on."""
        self.forget()
        self._tone = tone
        self._timer = asyncio.get_running_loop().call_later(WAIT_S, self._give_up)

    def take(self, sound: Sound) -> Tone | None:
        """The tone to be put before a sound; None when there is none, or none of the same rate."""
        tone = self._tone
        if tone is None or tone.sound.rate != sound.rate:
            return None
        self.forget()
        return tone

    def forget(self) -> None:
        """Let it go unheard."""
        if self._timer:
            self._timer.cancel()
        self._tone = self._timer = None

    def ring_now(self) -> None:
        """Wait no longer: it rings by itself."""
        if self._tone:
            self._give_up()

    def _give_up(self) -> None:
        tone = self._tone
        self.forget()
        if tone:
            self._alone(tone)


def led(tone: Tone, sound: Sound) -> tuple[Sound, float]:
    """The sound behind its tone, and by how many seconds it comes later. Both must have the same rate.

    The silence at its beginning lies under the tone; nothing that can be heard does.
    """
    ahead, words = array("h", tone.sound.pcm), array("h", sound.pcm)
    if sys.byteorder == "big":
        ahead.byteswap()
        words.byteswap()
    under = next((at for at, sample in enumerate(words[: len(ahead)]) if not -SILENT < sample < SILENT), len(ahead))
    under = min(under, len(words))
    for at in range(under):
        ahead[len(ahead) - under + at] += words[at]
    whole = ahead + words[under:]
    if sys.byteorder == "big":
        whole.byteswap()
    return Sound(sound.rate, whole.tobytes()), (len(ahead) - under) / sound.rate
