"""A player that keeps what it plays, for the tour and for tests."""

from __future__ import annotations

from pathlib import Path

from accessibility.speech.player import SoundReason
from accessibility.speech.sound import SAMPLE_BYTES, Sound
from accessibility.speech.sound_file import write_wav
from accessibility.speech.timed_playback import TimedPlayback


class RecordingPlayer:
    """Plays into memory, `speed` times as fast as an ear would need; what was stopped is kept as far as it got."""

    reason: SoundReason = "ok"

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self.heard: list[Sound] = []

    async def start(self, sound: Sound) -> TimedPlayback:
        """Begin to record."""

        def ended() -> None:
            samples = round(playback.position_s * sound.rate)
            self.heard.append(Sound(sound.rate, sound.pcm[: samples * SAMPLE_BYTES]))

        playback = TimedPlayback(sound.seconds, self._speed, ended)
        return playback

    def save(self, path: Path) -> None:
        """Write everything heard, one after the other, as a WAV file."""
        rate = self.heard[0].rate if self.heard else 22050
        path.write_bytes(write_wav(Sound(rate, b"".join(sound.pcm for sound in self.heard))))
