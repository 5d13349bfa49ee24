"""Which tones there are, as plain numbers."""

from __future__ import annotations

from typing import Literal

import msgspec

Earcon = Literal["focus", "accept", "error", "help", "key"]
"""The focus moved · what she did was taken · it was not · help was accepted · a key of a pad went down."""


class Note(msgspec.Struct, frozen=True):
    """A pure tone of so many hertz for so many milliseconds; 0 hertz is a rest."""

    hertz: int
    ms: int


LOWEST_HZ, HIGHEST_HZ = 500, 2000
"""What ears of every age hear (STANDARDS.md RS-20)."""

NOTES: dict[Earcon, tuple[Note, ...]] = {
    "focus": (Note(1000, 25),),
    "accept": (Note(700, 55), Note(1050, 60)),
    "error": (Note(750, 55), Note(520, 65)),
    "help": (Note(660, 130), Note(830, 130), Note(990, 180)),
    # The same for every digit: nobody may learn a PIN by listening (STANDARDS.md EN-06).
    "key": (Note(880, 40),),
}
LASTING: frozenset[Earcon] = frozenset({"error", "help"})
"""Rung even when speech sounds: not over it but after the sentence in progress. The others are passed over then."""
LEADING: frozenset[Earcon] = frozenset({"focus"})
"""Words follow at once: tone and words are one sound where the words are there soon enough."""
