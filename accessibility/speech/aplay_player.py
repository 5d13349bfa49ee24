"""Linux: one `aplay` child a sound, fed from a file in memory."""

from __future__ import annotations

import asyncio
import os
import subprocess

from accessibility.speech.child_playback import ChildPlayback
from accessibility.speech.player import NoSoundDevice, SoundReason
from accessibility.speech.sound import SAMPLE_BYTES, Sound

SHORT_S = 0.5
QUICKLY = ("-B", "120000", "-F", "30000")
"""Buffer and period in microseconds: with its own, four times as long, aplay waits 75 ms after the end of a sound."""


class AplayPlayer:
    """ALSA's player. It takes its samples from a file in memory, so a busy window makes no gap (VOICE.md 7).

    With `setpriv` (util-linux) the child is killed by the system when the kiosk is, so nobody's balance is
    said on to an empty room.
    """

    reason: SoundReason = "ok"

    def __init__(self, aplay: str = "aplay", setpriv: str = "", device: str = "") -> None:
        self._before = (setpriv, "--pdeathsig", "KILL") if setpriv else ()
        self._command = (aplay, "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", *(("-D", device) if device else ()))

    async def start(self, sound: Sound) -> ChildPlayback:
        """Begin to play. Raises NoSoundDevice when aplay cannot be started."""
        samples = os.memfd_create("anxin-sound")
        os.write(samples, sound.pcm)
        os.lseek(samples, 0, os.SEEK_SET)
        try:
            process = await asyncio.create_subprocess_exec(
                *self._before,
                *self._command,
                *(QUICKLY if sound.seconds < SHORT_S else ()),
                "-r",
                str(sound.rate),
                stdin=samples,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
        except OSError as problem:
            os.close(samples)
            raise NoSoundDevice(str(problem)) from problem
        except asyncio.CancelledError:
            os.close(samples)
            raise

        def taken_s() -> float:
            # The child shares the file and its place in it.
            return os.lseek(samples, 0, os.SEEK_CUR) / SAMPLE_BYTES / sound.rate

        return ChildPlayback(process, sound, taken_s, lambda: os.close(samples))
