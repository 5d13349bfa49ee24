"""The order: what the build asks of the recorder, which runs in an environment of its own."""

from __future__ import annotations

import msgspec

from tools.voice_pack.item import Item


class Order(msgspec.Struct, frozen=True):
    """Everything to record, and where to put it."""

    items: tuple[Item, ...]
    same: dict[str, str]
    """Characters that read as another one, for the manifest."""
    readings: dict[str, str]
    """Syllables of characters and words, for the manifest."""
    words: dict[str, str]
    """The lexicon: how words of Chinese are read."""
    voices: str
    """Folder of Kokoro's voices."""
    cache: str
    out: str
    processes: int = 2
