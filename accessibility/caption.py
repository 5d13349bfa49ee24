"""A caption: the words being said, and which of them are being said now."""

from __future__ import annotations

import msgspec


class Caption(msgspec.Struct, frozen=True):
    """What stands in the caption bar. `start` to `end` (characters) are the words in progress; equal when none."""

    text: str
    start: int = 0
    end: int = 0
    lang: str = ""
    sounding: bool = True
    """False when there is no sound and the words are only shown."""


QUIET = Caption("", sounding=False)
