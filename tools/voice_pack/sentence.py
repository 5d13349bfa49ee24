"""A sentence to render, and where its sound is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from accessibility.speech.neural.model import SHA256
from accessibility.speech.neural.speakers import Speaker
from accessibility.speech.neural.units import Unit


class Sentence(msgspec.Struct, frozen=True):
    """A sentence to render, or rendered."""

    text: str
    units: tuple[Unit, ...]
    speaker: Speaker
    kept: Path
    """Where its sound is, or will be."""


def kept(cache: Path, phonemes: str, speaker: Speaker) -> Path:
    """Where the sound of a line of phonemes is kept: everything it depends on is in the name."""
    content = "\n".join((SHA256, speaker.sha256, str(speaker.speed), phonemes))
    return cache / f"{hashlib.sha256(content.encode()).hexdigest()[:32]}.npz"
