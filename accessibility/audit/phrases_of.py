"""All phrases of a screen, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from accessibility.phrase import Phrase


def phrases_of(value: Any, name: str = "") -> Iterator[tuple[str, Phrase]]:
    """Every phrase that shows something, with the name of the member that holds it."""
    if isinstance(value, Phrase):
        if value.shown:
            yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from phrases_of(item, name)
    elif isinstance(value, msgspec.Struct):
        for member in value.__struct_fields__:
            yield from phrases_of(getattr(value, member), member)
