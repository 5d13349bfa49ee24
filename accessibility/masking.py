"""Covering what is private in a whole screen: for "hide amounts", and for the copy staff may see."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from accessibility.phrase import Phrase, covered
from accessibility.screen import ChartMark, ChartPart, Screen


def masked(screen: Screen, instead: Mapping[str, str] = MappingProxyType({})) -> Screen:
    """The same screen with every private phrase covered, in what is shown and in what is said.

    `instead` names words that are true only while the value can be seen ("the amount on the screen"), and what is
    said in their place.
    """
    covered_screen: Screen = _cover(screen, instead)
    return msgspec.structs.replace(covered_screen, hides=True)


def has_private(screen: Screen) -> bool:
    """True when the screen holds something that "hide amounts" would cover."""
    return _private(screen)


def _cover(value: Any, instead: Mapping[str, str]) -> Any:
    if isinstance(value, Phrase):
        return _reworded(covered(value), instead) if value.private else value
    if isinstance(value, tuple):
        return tuple(_cover(item, instead) for item in value)
    if isinstance(value, msgspec.Struct):
        changes = {name: _cover(getattr(value, name), instead) for name in value.__struct_fields__}
        return _shapeless(msgspec.structs.replace(value, **changes), value)
    return value


def _shapeless(covered_value: Any, value: Any) -> Any:
    """The length of a bar tells its amount: it is hidden with it."""
    if isinstance(value, ChartPart) and value.value.private:
        return msgspec.structs.replace(covered_value, share=None, other=None)
    if isinstance(value, ChartMark) and value.value.private:
        return msgspec.structs.replace(covered_value, at=None)
    return covered_value


def _reworded(phrase: Phrase, instead: Mapping[str, str]) -> Phrase:
    spoken = phrase.spoken
    for seen, hidden in instead.items():
        spoken = spoken.replace(seen, hidden)
    return msgspec.structs.replace(phrase, spoken=spoken)


def _private(value: Any) -> bool:
    if isinstance(value, Phrase):
        return value.private
    if isinstance(value, tuple):
        return any(_private(item) for item in value)
    if isinstance(value, msgspec.Struct):
        return any(_private(getattr(value, name)) for name in value.__struct_fields__)
    return False
