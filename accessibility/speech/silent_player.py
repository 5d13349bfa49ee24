"""A player for machines without sound: captions run through at the usual pace."""

from __future__ import annotations

from accessibility.speech.player import SoundReason
from accessibility.speech.sound import Sound
from accessibility.speech.timed_playback import TimedPlayback


class SilentPlayer:
    """Keeps the time and makes no sound."""

    def __init__(self, reason: SoundReason = "no_player", speed: float = 1.0) -> None:
        self.reason: SoundReason = reason
        self._speed = speed

    async def start(self, sound: Sound) -> TimedPlayback:
        """Begin to keep the time."""
        return TimedPlayback(sound.seconds, self._speed, _nothing)


def _nothing() -> None:
    """Nobody needs to know."""
