"""What a player is, and which one this machine gets."""

from __future__ import annotations

import shutil
import sys
from typing import Literal, Protocol

from accessibility.speech.sound import Sound

SoundReason = Literal["ok", "no_player", "no_device", "engine_failed", "muted"]
"""Why there is sound or none: all is well · no program to play with · no device, or it does not answer · the speech
engine does not run · switched off by the customer."""


class NoSoundDevice(Exception):
    """The sound could not be played here."""


class Playback(Protocol):
    """One sound on its way to the ear."""

    @property
    def position_s(self) -> float:
        """How much of it was heard by now, in seconds."""

    def stop(self) -> None:
        """Be silent at once (about 1 ms). Then `wait` returns."""

    async def wait(self) -> None:
        """Return when it was heard to its end or stopped. Raises NoSoundDevice."""


class Player(Protocol):
    """Plays sounds, one at a time."""

    reason: SoundReason
    """"ok" for a player that makes sound."""

    async def start(self, sound: Sound) -> Playback:
        """Begin to play. Raises NoSoundDevice."""


def choose_player() -> Player:
    """The player for this machine; one that only keeps the time where there is none."""
    from accessibility.speech.afplay_player import AfplayPlayer
    from accessibility.speech.aplay_player import AplayPlayer
    from accessibility.speech.silent_player import SilentPlayer
    from accessibility.speech.winsound_player import WinsoundPlayer

    if sys.platform == "win32":
        return WinsoundPlayer()
    if sys.platform == "darwin" and shutil.which("afplay"):
        return AfplayPlayer()
    if sys.platform.startswith("linux") and shutil.which("aplay"):
        return AplayPlayer(setpriv=shutil.which("setpriv") or "")
    return SilentPlayer("no_player")
