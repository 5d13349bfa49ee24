"""Every way in which the bank can fail has its own words, one next step and a person to ask, in three languages."""

from __future__ import annotations

import inspect

import pytest

from accessibility.screen import Choices, Notice
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.client import errors
from kiosk.journeys.trouble import trouble_screen
from kiosk.modes import load_modes

MODE = load_modes()["elder"]
KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.BankError) and kind not in (errors.SignInRefused, errors.SignInLocked)
]
"""All but those that the sign-in page itself tells."""
TOLD_APART = [
    errors.BankAway,
    errors.PortTaken,
    errors.BankSlow,
    errors.BankUnclear,
    errors.StorageFull,
    errors.StorageReadOnly,
    errors.SessionEnded,
    errors.DeviceRefused,
    errors.NotAllowed,
    errors.TooMany,
    errors.Conflict,
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_trouble_says_what_happened_and_one_thing_to_do(kind: type[errors.BankError], lang: str) -> None:
    screen = trouble_screen(Words(lang), MODE, kind("a technical detail", reference="9f3a77c1-aa", wait_s=90))
    notice = next(block for block in screen.blocks if isinstance(block, Notice))
    assert notice.text.shown
    assert notice.next_step.shown
    assert "a technical detail" not in str(screen)
    assert "9f3a77c1" in screen.quiet.shown
    tiles = next(block for block in screen.blocks if isinstance(block, Choices)).tiles
    assert [tile.key for tile in tiles] == ["try_again", "help"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_different_trouble_has_different_words(lang: str) -> None:
    words = Words(lang)
    said = {trouble_screen(words, MODE, kind(wait_s=90)).blocks[0].text.shown for kind in TOLD_APART}
    assert len(said) == len(TOLD_APART)


def test_a_failure_nobody_foresaw_is_not_the_customers_fault() -> None:
    screen = trouble_screen(Words("en"), MODE, ZeroDivisionError("boom"), "AB12CD")
    assert "not your fault" in screen.blocks[0].text.shown
    assert "AB12CD" in screen.quiet.shown
    assert "boom" not in str(screen)
