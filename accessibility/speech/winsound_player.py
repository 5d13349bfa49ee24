"""Windows: winsound from the standard library. Written from its manual; not yet run on Windows."""

from __future__ import annotations

import importlib
import os
import tempfile
from pathlib import Path
from typing import Any

from accessibility.speech.player import NoSoundDevice, SoundReason
from accessibility.speech.sound import Sound
from accessibility.speech.sound_file import write_wav
from accessibility.speech.timed_playback import TimedPlayback


class WinsoundPlayer:
    """Plays from a file in the background: sound from memory could not be stopped. Keeps the time itself."""

    reason: SoundReason = "ok"

    async def start(self, sound: Sound) -> TimedPlayback:
        """Begin to play. Raises NoSoundDevice."""
        winsound: Any = importlib.import_module("winsound")
        descriptor, name = tempfile.mkstemp(prefix="anxin-sound-", suffix=".wav")
        with os.fdopen(descriptor, "wb") as file:
            file.write(write_wav(sound))

        def ended() -> None:
            winsound.PlaySound(None, winsound.SND_PURGE)
            Path(name).unlink()

        try:
            winsound.PlaySound(name, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        except RuntimeError as problem:
            Path(name).unlink()
            raise NoSoundDevice(str(problem)) from problem
        return TimedPlayback(sound.seconds, 1.0, ended)
