"""A maker for tests that are about words, not about voices: it keeps what it was asked and answers short tones."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable

from accessibility.speech.frames import Request
from accessibility.speech.health import Health
from accessibility.speech.maker import CannotSay, Made
from accessibility.speech.sound import Sound

RATE = 24000
PITCH_HZ = 440
HEIGHT = 6000


class RecordedMaker:
    """Answers each text at once with a real sound, so long a character, in this process."""

    def __init__(self, seconds_a_character: float = 0.05, covers: str = "", engine: str = "recorded") -> None:
        """`covers`: all the characters it has sounds for; every one when empty."""
        self.asked: list[Request] = []
        """Everything it was asked, in order."""
        self.health = Health(engine, name="recorded", state="ok")
        self._seconds = seconds_a_character
        self._covers = covers

    def watch(self, changed: Callable[[], None]) -> None:
        """Its health never changes."""

    async def start(self) -> None:
        """It is always ready."""

    async def make(self, request: Request) -> Made:
        """A tone as long as the text. Raises CannotSay."""
        self.asked.append(request)
        if self._covers and (strange := set(request.text) - set(self._covers)):
            raise CannotSay(f"no sound for {len(strange)} characters")
        return Made(_tone(len(request.text) * self._seconds), engine=self.health.engine)

    async def aclose(self) -> None:
        """There is nothing to end."""


def _tone(seconds: float) -> Sound:
    step = 2 * math.pi * PITCH_HZ / RATE
    wave = array("h", [round(HEIGHT * math.sin(step * at)) for at in range(round(seconds * RATE))])
    return Sound(RATE, wave.tobytes())
