"""What every screen of a customer promises, checked on each screen that any test here meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

import assets
from accessibility.masking import masked
from accessibility.phrase import Phrase
from accessibility.screen import Choices, Keypad, Screen
from accessibility.words import Words
from kiosk.journeys.page_copy import copy_of
from kiosk.journeys.well_being_words import VERBATIM
from kiosk.modes import Mode

LONGEST_SENTENCE = 15
"""English words in a sentence of a mode that shows one thing at a time."""
MOST_TILES = 5


def keep_promises(screen: Screen, mode: Mode, secrets: Iterable[str]) -> None:
    """Raises AssertionError naming the screen and what it breaks."""
    where = f"{screen.key} ({screen.mode}, {screen.lang})"
    assert screen.heading.shown, where
    assert screen.mode == mode.key
    for block in screen.blocks:
        assert any(phrase.said for _, phrase in phrases_of(block)), f"{where}: nothing to say of {block}"
    keys = controls(screen)
    assert len(keys) == len(set(keys)), f"{where}: the same key twice in {keys}"
    assert keys or screen.guide.shown, f"{where}: no next step"
    assert not screen.focus or screen.focus in keys, f"{where}: focus on {screen.focus}, not one of {keys}"
    _hides_what_is_private(screen, where, tuple(secrets))
    _leaves_no_hole(screen, where)
    _has_its_icons(screen, where)
    if mode.content.columns == 1:
        _is_calm(screen, where)


def phrases_of(value: Any, name: str = "") -> Iterator[tuple[str, Phrase]]:
    """Every phrase with the name of the member that holds it."""
    if isinstance(value, Phrase):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from phrases_of(item, name)
    elif isinstance(value, msgspec.Struct):
        for member in value.__struct_fields__:
            yield from phrases_of(getattr(value, member), member)


def controls(screen: Screen) -> list[str]:
    """The keys of everything that can be chosen on the page itself."""
    found: list[str] = []
    for block in screen.blocks:
        for name in ("earlier", "later", "action", "accept"):
            action = getattr(block, name, None)
            found += [action.key] if action else []
        if isinstance(block, Keypad):
            found.append(f"keypad:{block.field}")
        found += [row.action for row in getattr(block, "rows", ()) if row.action]
        found += [each.key for each in (*getattr(block, "tiles", ()), *getattr(block, "options", ()))]
    return found


def text(screen: Screen) -> str:
    """Everything the page shows, for finding words in it."""
    return "\n".join(phrase.shown for _, phrase in phrases_of(screen) if phrase.shown)


def _hides_what_is_private(screen: Screen, where: str, secrets: tuple[str, ...]) -> None:
    for name, phrase in phrases_of(screen):
        for secret in secrets:
            if not phrase.private:
                told = (phrase.shown, phrase.said)
                assert not any(secret in words for words in told), f"{where}: {secret!r} is open in {name}: {phrase}"
            told = (phrase.masked, phrase.discreet)
            assert not any(secret in words for words in told), f"{where}: {secret!r} shows when covered: {phrase}"
        if phrase.private:
            digits = re.search(r"\d", phrase.masked + phrase.discreet)
            assert not digits or _only_a_date(phrase), f"{where}: figures show when covered: {phrase.masked!r}"
    covered = msgspec.json.encode(masked(screen)).decode()
    copy = copy_of(screen, Words(screen.lang), b"salt").masked
    assert copy, f"{where}: too long to be shown to staff"
    for secret in secrets:
        assert secret not in covered, f"{where}: {secret!r} shows while amounts are hidden"
        assert secret not in copy, f"{where}: {secret!r} is in the copy for staff"


HOLE = re.compile(r"[:：,，]\s*[.,。，]|[“「]\s*[”」]")
"""What is left where something between two marks was taken out."""


def _leaves_no_hole(screen: Screen, where: str) -> None:
    """On a loudspeaker a sentence stays a sentence, and a finding is not passed over in silence."""
    for name, phrase in phrases_of(screen):
        assert not HOLE.search(phrase.said_aloud), f"{where}: a hole in what is said of {name}: {phrase.said_aloud!r}"
        if name == "sentence" and phrase.said:
            assert phrase.said_aloud.strip(), f"{where}: nothing is said aloud of {phrase.shown!r}"


def _only_a_date(phrase: Phrase) -> bool:
    """Days may stay when amounts are covered: "22 November: Pension ••••"."""
    return all(len(run) <= 2 or run.startswith("20") for run in re.findall(r"\d+", phrase.masked + phrase.discreet))


def _has_its_icons(screen: Screen, where: str) -> None:
    wanted: set[str] = set()
    stack: list[Any] = [screen]
    while stack:
        value = stack.pop()
        if isinstance(value, tuple):
            stack += value
        elif isinstance(value, msgspec.Struct):
            wanted.add(getattr(value, "icon", ""))
            stack += [getattr(value, member) for member in value.__struct_fields__]
    for icon in wanted - {""}:
        files = [assets.ROOT / "icons" / kind / f"{icon}.svg" for kind in ("bold", "fill")]
        assert any(file.exists() for file in files), f"{where}: no icon {icon}"


def _is_calm(screen: Screen, where: str) -> None:
    tiles = sum(len(block.tiles) for block in screen.blocks if isinstance(block, Choices))
    assert tiles <= MOST_TILES, f"{where}: {tiles} tiles"
    assert sum(tile.filled for block in screen.blocks if isinstance(block, Choices) for tile in block.tiles) <= 1
    for block in screen.blocks:
        if isinstance(block, Keypad):
            assert len(block.digit_names) == 10, where
            assert block.clear.shown, where
            assert block.correct.shown, where
    if screen.lang == "en":
        for _, phrase in phrases_of(screen):
            if phrase.shown in VERBATIM:
                continue
            for sentence in re.split(r"[.!?:]\s", phrase.shown):
                words = [word for word in sentence.split() if any(letter.isalpha() for letter in word)]
                assert len(words) <= LONGEST_SENTENCE, f"{where}: {len(words)} words in {sentence!r}"
