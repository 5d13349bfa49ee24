"""What a running kiosk notes of its voice in the data folder, for the doctor who comes later."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from accessibility.speech.health import Health
from accessibility.speech.player import SoundReason

NAME = "speech-health.json"


class KioskSpeech(msgspec.Struct, frozen=True):
    """How the voice of a kiosk was when this was noted."""

    written_at: str
    """Date and time of the machine, to the second."""
    in_use: str
    """Key of the engine that spoke last; empty when none could."""
    sound: SoundReason
    engines: tuple[Health, ...] = ()


def note_health(folder: Path, in_use: str, sound: SoundReason, engines: tuple[Health, ...]) -> None:
    """Replace the note in one step. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = KioskSpeech(f"{datetime.now():%Y-%m-%d %H:%M:%S}", in_use, sound, engines)
    fresh = folder / f"{NAME}.new"
    fresh.write_bytes(msgspec.json.encode(written))
    fresh.replace(folder / NAME)


def last_health(folder: Path) -> KioskSpeech | None:
    """The last note; None when there is none that can be read."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=KioskSpeech)
    except (OSError, msgspec.DecodeError):
        return None
