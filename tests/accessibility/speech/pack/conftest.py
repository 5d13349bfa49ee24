"""A pack made of tones: each sign of a key sounds 0.1 s at a pitch of its own, so that what was said can be heard."""

from __future__ import annotations

import hashlib
import math
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from accessibility.speech.pack.manifest import VERSION, Clip, Manifest
from accessibility.speech.pack.normalising import signs

RATE = 24000
SIGN_S = 0.1
PACE = 170


def tone(hertz: float, seconds: float = SIGN_S) -> array[int]:
    """A plain tone."""
    return array("h", [round(8000 * math.sin(2 * math.pi * hertz * at / RATE)) for at in range(round(RATE * seconds))])


def write_recording(path: Path, samples: array[int]) -> str:
    """Write the samples; the player looks at what is in the file, not at its name. Answers its sha256."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def clip_of(key: str, place: str, voice: str, start: int) -> Clip:
    """A clip whose signs take equally long; a pause within it is as long as a sign."""
    step = round(RATE * SIGN_S)
    if place == "syllable":
        return Clip(key, place, start, step, ((len(key), step),))
    found = signs(key, voice, {})
    ends = tuple((sign.end, step * number) for number, sign in enumerate(found, 1))
    return Clip(key, place, start, step * len(found), ends)


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[..., Manifest]:
    """Writes a pack for a voice into a folder; every clip has a pitch of its own."""

    def make(
        voice: str, *clips: tuple[str, str], same: dict[str, str] | None = None, readings: dict[str, str] | None = None
    ) -> Manifest:
        samples: array[int] = array("h")
        made = []
        for number, (key, place) in enumerate(clips):
            clip = clip_of(key, place, voice, len(samples))
            made.append(clip)
            samples += tone(200 + 40 * number, clip.frames / RATE)
        digest = write_recording(tmp_path / f"{voice}.ogg", samples)
        manifest = Manifest(
            VERSION, voice, "tones", PACE, tuple(made), digest, same=same or {}, readings=readings or {}
        )
        (tmp_path / f"{voice}.json").write_bytes(msgspec.json.encode(manifest))
        return manifest

    return make
