"""What staff who look on leave on her page: the sign that they do, the arrow they point with, the words they write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Choices, Notice, Paragraph, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.page_copy import control_of, copy_of
from kiosk.journeys.surroundings import Sitting
from kiosk.modes import Mode

STOP = "assist:stop"
READ = "board:read"
BOARD = "help.board"


def look_on(sitting: Sitting, action: str) -> bool:
    """End the looking, or put their words away, with one touch; False for an action that is neither."""
    line = sitting.help_line
    if line is None or action not in (STOP, READ):
        return False
    if action == STOP:
        line.assist.stop()
    else:
        line.assist.read()
    return True


def looking_notice(words: Words, sitting: Sitting, bare: Screen) -> Notice | None:
    """The sign on every page while somebody may look, with the one touch that ends it. None while nobody may."""
    line = sitting.help_line
    if line is None or not line.assist.on:
        return None
    stop = Action(STOP, words.phrase("Stop"), "eye-slash")
    pointed = _label(bare, pointed_at(sitting, bare))
    told = NOTHING
    if pointed.shown:
        # Translators: {button} is the words on the control that a member of staff points at, with a large arrow
        told = words.phrase("Our colleague points at “{button}”.", button=pointed)
    return Notice(words.phrase("Our colleague sees this page, without amounts."), "info", told, stop)


def pointed_at(sitting: Sitting, screen: Screen) -> str:
    """The control of this page that they point at; empty for none."""
    line = sitting.help_line
    if line is None or not line.assist.pointed:
        return ""
    return control_of(screen, line.assist.pointed, sitting.salt)


def tell_onlookers(sitting: Sitting, screen: Screen, words: Words) -> None:
    """The page has changed: those who may look see its covered copy."""
    line = sitting.help_line
    if line is not None and line.assist.on:
        line.assist.turned_to(copy_of(screen, words, sitting.salt).masked)


def board_screen(words: Words, mode: Mode, line: HelpLine | None) -> Screen | None:
    """What staff write for her, as large as can be, over the page; None when there is nothing she has not read."""
    if line is None or not line.assist.board:
        return None
    return Screen(
        key=BOARD,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Our colleague says"),
        blocks=(
            Paragraph(Phrase(line.assist.board), "board"),
            Choices((Tile(READ, words.phrase("I have read it"), icon="check", filled=True),)),
        ),
        focus=READ,
        live=True,
    )


def _label(screen: Screen, key: str) -> Phrase:
    """The words on a control; nothing for a key that this page does not have."""
    if not key:
        return NOTHING
    return next((label for known, label in _controls(screen) if known == key), NOTHING)


def _controls(value: Any) -> Iterator[tuple[str, Phrase]]:
    if isinstance(value, tuple):
        for item in value:
            yield from _controls(item)
    elif isinstance(value, msgspec.Struct):
        key = getattr(value, "key", "") or getattr(value, "action", "")
        label = getattr(value, "label", None) or getattr(value, "title", None)
        if isinstance(key, str) and isinstance(label, Phrase):
            yield key, label
        for name in value.__struct_fields__:
            yield from _controls(getattr(value, name))
