"""What is in a voice pack: which text is where in its recording."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

VERSION = 1
"""Of the format; a pack of another version is not read."""


class PackError(Exception):
    """The pack is missing, damaged, or of another version."""


class Clip(msgspec.Struct, frozen=True, array_like=True):
    """One piece of speech."""

    key: str
    """The normalised text it says; for a syllable its pinyin, such as "ma3"."""
    place: str
    """Where it is at home: "whole", "first", "middle", "last" or "syllable"."""
    start: int
    """First frame in the recording."""
    frames: int
    ends: tuple[tuple[int, int], ...] = ()
    """Character end in the key, frame (from the clip's start) at which it has been said; rising."""


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """The contents of one voice's recording."""

    version: int
    voice: str
    """"zh" or "en"."""
    speaker: str
    words_a_minute: int
    """The pace it was recorded at, in English words (1.2 Mandarin characters each)."""
    clips: tuple[Clip, ...]
    sha256: str
    """Of the recording beside it, so that the two cannot be of different builds."""
    rate: int = 24000
    """Samples a second."""
    made_from: dict[str, str] = {}
    """Names of what it was made with, and their sha256."""
    same: dict[str, str] = {}
    """Characters that read as another one, which stands in the keys: traditional to simplified."""
    readings: dict[str, str] = {}
    """The syllable (pinyin with tone) of single characters and of words read otherwise ("重庆": "chong2 qing4")."""


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Raises PackError with a plain reason."""
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as problem:
        raise PackError(f"there is no voice pack at {path}: {problem.strerror}") from problem
    except msgspec.DecodeError as problem:
        raise PackError(f"{path.name} is no voice pack manifest: {problem}") from problem
    if manifest.version != VERSION:
        raise PackError(f"{path.name} is of version {manifest.version}; this program reads version {VERSION}")
    return manifest


def check_recording(manifest: Manifest, recording: Path) -> None:
    """See that the recording is the one the manifest was made with. Raises PackError."""
    try:
        with recording.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise PackError(f"{recording.name} of the voice pack is missing: {problem.strerror}") from problem
    if found != manifest.sha256:
        raise PackError(f"{recording.name} is damaged or of another build than its manifest")
