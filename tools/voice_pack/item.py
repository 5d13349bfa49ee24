"""What the voice pack has to hold: one clip, and the sentence it is cut from."""

from __future__ import annotations

from typing import Literal

import msgspec

Place = Literal["whole", "first", "middle", "last", "syllable"]


class Item(msgspec.Struct, frozen=True, order=True):
    """A clip to record. It is said as `before + key + after`, one natural sentence, and `key` is cut out.

    Several items may be cut from one sentence: render each sentence once.
    """

    voice: str
    """Which of the pack's voices: "zh" or "en"."""
    key: str
    """The clip's text, as the pack's normaliser makes it; for a syllable its pinyin with the tone, such as "ma3"."""
    place: Place = "whole"
    """Where in a sentence the clip is used: alone, at its beginning, inside, at its end.

    "syllable" is one of the bank from which any Chinese name can be put together.
    """
    before: str = ""
    """What is said before the key in the recorded sentence; empty for "whole"."""
    after: str = ""
    """What is said after it; empty for "whole"."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words of the sentence with the pinyin they have here, such as ("行长", "hang2 zhang3"), beyond the lexicon."""

    @property
    def sentence(self) -> str:
        """What is rendered."""
        return self.before + self.key + self.after
