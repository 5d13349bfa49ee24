"""Covering what is private in a whole screen: for "hide amounts", and for the copy staff may see."""

from __future__ import annotations

from typing import Any

import msgspec

from accessibility.phrase import Phrase, covered
from accessibility.screen import Screen


def masked(screen: Screen) -> Screen:
    """The same screen with every private phrase covered, in what is shown and in what is said."""
    covered_screen: Screen = _cover(screen)
    return msgspec.structs.replace(covered_screen, hides=True)


def has_private(screen: Screen) -> bool:
    """True when the screen holds something that "hide amounts" would cover."""
    return _private(screen)


def _cover(value: Any) -> Any:
    if isinstance(value, Phrase):
        return covered(value)
    if isinstance(value, tuple):
        return tuple(_cover(item) for item in value)
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(
            value, **{name: _cover(getattr(value, name)) for name in value.__struct_fields__}
        )
    return value


def _private(value: Any) -> bool:
    if isinstance(value, Phrase):
        return value.private
    if isinstance(value, tuple):
        return any(_private(item) for item in value)
    if isinstance(value, msgspec.Struct):
        return any(_private(getattr(value, name)) for name in value.__struct_fields__)
    return False
