"""What a page showed and said, word for word, for the record the bank keeps of an order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from accessibility.masking import masked
from accessibility.narration import narration
from accessibility.phrase import Phrase
from accessibility.role_words import role_words
from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.journeys.amounts import while_hidden
from kiosk.journeys.surroundings import Sitting
from kiosk.model.order import ShownPage


def record_of(screen: Screen, words: Words, sitting: Sitting) -> ShownPage:
    """The page as it was: covered where amounts are hidden, and what the voice said where it was on."""
    seen = masked(screen, while_hidden(words)) if sitting.hidden else screen
    consent = sitting.may_say_private and not sitting.hidden
    lines = narration(seen, role_words(words)) if sitting.preferences.speech else ()
    said = tuple(line.words(consent=consent) for line in lines)
    return ShownPage(seen.key, seen.lang, seen.mode, tuple(_shown(seen)), tuple(text for text in said if text.strip()))


def _shown(value: Any) -> Iterator[str]:
    """Every word for the eye, in reading order."""
    if isinstance(value, Phrase):
        if value.shown:
            yield value.shown
    elif isinstance(value, tuple):
        for item in value:
            yield from _shown(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _shown(getattr(value, name))
