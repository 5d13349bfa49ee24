"""The copy of a page that staff may see: amounts, names and numbers covered, and no key that names an account."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from accessibility.masking import masked
from accessibility.screen import Field, Screen
from accessibility.words import Words
from kiosk.journeys.amounts import while_hidden

LONGEST = 65536
"""Characters of a copy that the bank takes (API.md 2)."""
_KEYS = ("key", "action", "focus", "pointed")
"""Members that name a control."""


_LETTERS = str.maketrans("0123456789abcdef", "ghijklmnopabcdef")
"""Without figures: what looks like part of an account number would be one by chance alone, but would frighten."""


class PageCopy(msgspec.Struct, frozen=True):
    """A page as staff are told of it."""

    key: str = ""
    step: str = ""
    """Where in a flow she was, in words."""
    masked: str = ""
    """The covered page as JSON text; empty for one that is too long to send."""


def copy_of(screen: Screen, words: Words, salt: bytes) -> PageCopy:
    """The copy of a page. `salt` is known to this sitting alone: who has the copy cannot find what a key stood for."""
    covered = _without_keys(masked(screen, while_hidden(words)), salt)
    text = msgspec.json.encode(covered).decode()
    return PageCopy(screen.key, covered.step.shown[:64], text if len(text) <= LONGEST else "")


def control_of(screen: Screen, alias: str, salt: bytes) -> str:
    """The control of this page that staff know by that key; empty when it is not there."""
    keys = tuple(_keys_in(screen))
    known = {key: key for key in keys} | {alias_of(key, salt): key for key in keys}
    return known.get(alias, "")


def alias_of(key: str, salt: bytes) -> str:
    """What staff know a control by: "account:ofhgckaa" in the place of "account:6222…"."""
    kind, mark, rest = key.partition(":")
    if not mark:
        return key
    return f"{kind}:{hashlib.blake2s(rest.encode(), key=salt, digest_size=4).hexdigest().translate(_LETTERS)}"


def _without_keys(value: Any, salt: bytes) -> Any:
    if isinstance(value, tuple):
        return tuple(_without_keys(item, salt) for item in value)
    if not isinstance(value, msgspec.Struct):
        return value
    changes = {name: _without_keys(getattr(value, name), salt) for name in value.__struct_fields__}
    if not isinstance(value, Screen):  # a page's own key names no control
        changes |= {name: alias_of(key, salt) for name, key in changes.items() if name in _KEYS and _is_key(key)}
    else:
        changes |= {"focus": alias_of(value.focus, salt), "pointed": ""}
    if isinstance(value, Field):
        changes["value"] = ""  # what she typed is hers
    return msgspec.structs.replace(value, **changes)


def _is_key(value: Any) -> bool:
    return isinstance(value, str)


def _keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _keys_in(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if name in _KEYS and isinstance(inner, str) and not isinstance(value, Screen):
                yield inner
            else:
                yield from _keys_in(inner)
