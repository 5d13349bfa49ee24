"""macOS: one `afplay` child a sound. Tried on Linux with aplay in its place; not yet run on a Mac."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
from pathlib import Path

from accessibility.speech.child_playback import ChildPlayback
from accessibility.speech.player import NoSoundDevice, SoundReason
from accessibility.speech.sound import Sound
from accessibility.speech.sound_file import write_wav


class AfplayPlayer:
    """macOS' own player. It reads files only; the file is removed as soon as the child is gone."""

    reason: SoundReason = "ok"

    def __init__(self, command: tuple[str, ...] = ("afplay",)) -> None:
        self._command = command

    async def start(self, sound: Sound) -> ChildPlayback:
        """Begin to play. Raises NoSoundDevice when afplay cannot be started."""
        descriptor, name = tempfile.mkstemp(prefix="anxin-sound-", suffix=".wav")
        with os.fdopen(descriptor, "wb") as file:
            file.write(write_wav(sound))
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command, name, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as problem:
            Path(name).unlink()
            raise NoSoundDevice(str(problem)) from problem
        except asyncio.CancelledError:
            Path(name).unlink()
            raise
        return ChildPlayback(process, sound, lambda: sound.seconds, Path(name).unlink)
