"""Word marks: what eSpeak tells of its words, as marks of the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from accessibility.speech.engine import Mark


class WordEvent(msgspec.Struct, frozen=True):
    """The engine says the word at a character of the text from a moment of its sound on."""

    at: int
    """Index of its first character."""
    begins: float
    """Seconds."""


def word_marks(text: str, events: Iterable[WordEvent], seconds: float) -> tuple[Mark, ...]:
    """When each reported word begins, in a sound of so many seconds. A mark reaches to the next one.

    eSpeak reports a number again for each of its parts: the first report counts.
    """
    known: list[WordEvent] = []
    for event in events:
        if 0 <= event.at < len(text) and (not known or event.at > known[-1].at) and event.begins < seconds:
            known.append(event)
    ends = [*known, WordEvent(len(text), seconds)]
    return tuple(Mark(word.at, after.at, word.begins) for word, after in pairwise(ends))
