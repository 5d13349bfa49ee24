"""Spelling: a code said character by character, in small groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from accessibility.narration import Line
from accessibility.phrase import Phrase
from accessibility.screen import Rows, Screen
from accessibility.spoken.en_numbers import SMALL
from accessibility.spoken.groups import code_groups
from accessibility.spoken.zh_numbers import FIGURES

PAUSES = {"zh_CN": "，", "zh_TW": "，", "en": ", "}


def spelling(screen: Screen, focused: str) -> tuple[Line, ...]:
    """The code under the focus, else the first on the page, one group a line; nothing where there is none."""
    here = _under(screen, focused)
    phrase = next(_codes(here), None) or next(_codes(screen), None)
    return spelled(phrase, phrase.lang or screen.lang) if phrase else ()


def spelled(phrase: Phrase, lang: str) -> tuple[Line, ...]:
    """The code of a phrase. On the loudspeaker a private one gives way to its discreet words, said once."""
    figures = SMALL if lang == "en" else FIGURES
    groups = code_groups(phrase.code)
    said = [
        PAUSES[lang].join(figures[int(each)] if each in "0123456789" else each for each in g.upper()) for g in groups
    ]
    if not phrase.private:
        return tuple(Line(group, group, lang) for group in said)
    instead = (phrase.discreet, *[""] * len(said))
    return tuple(Line(group, aloud, lang, private=True) for group, aloud in zip(said, instead, strict=False))


def _under(screen: Screen, focused: str) -> Any:
    """The block or row with this key, "block:2" or "row:2:0"; None for any other control."""
    kind, *numbers = focused.split(":")
    if kind not in ("block", "row") or not all(number.isdecimal() for number in numbers):
        return None
    places = [int(number) for number in numbers]
    block = screen.blocks[places[0]] if places and places[0] < len(screen.blocks) else None
    if kind == "row" and isinstance(block, Rows) and len(places) == 2 and places[1] < len(block.rows):
        return block.rows[places[1]]
    return block


def _codes(value: Any) -> Iterator[Phrase]:
    """Phrases with something to spell, in the order of the page."""
    if isinstance(value, Phrase):
        if value.code:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _codes(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _codes(getattr(value, name))
