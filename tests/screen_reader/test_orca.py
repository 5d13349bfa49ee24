"""Debian's Orca before the first page of every journey: what it says is what stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.screen_reader.conftest import Pages
from tests.screen_reader.kinds import BOARD, HOME, SETTING
from tests.screen_reader.orca import Orca, installed, listening
from tests.screen_reader.reader import Reader
from tests.screen_reader.room import Room
from tools.audit.recording import Recorded

JOURNEYS = ("welcome", "sign_in", "home", "balances", "checkup", "help", "seeing_hearing", "trouble", "adopt")


@pytest.fixture(scope="module")
def met(pages: Pages) -> list[Recorded]:
    """The pages of the journeys; recorded before Orca comes, for both at once are too much for two cores."""
    return pages.of(("elder", "zh_CN")) if installed() else []


@pytest.fixture(scope="module")
def orca(met: list[Recorded], place: Room) -> Iterator[Orca]:
    """Orca, where Debian's package is."""
    if not met:
        pytest.skip("Orca is not on this machine: install the packages orca and speech-dispatcher")
    with listening(place) as made:
        yield made


@pytest.mark.timeout(200)
def test_orca_says_every_journey(reader: Reader, orca: Orca, met: list[Recorded]) -> None:
    for journey in JOURNEYS:
        screen = next(each.screen for each in met if each.screen.key.split(".")[0] == journey)
        orca.forget()
        here = reader.show(screen)
        if not screen.alert:
            orca.says(screen.heading.said)
        focused = reader.bus.read(here).name
        orca.says(focused)
        orca.forget()
        reader.bus.forget()
        reader.bus.strike("Tab")
        orca.says(reader.bus.read(reader.bus.focused()).name)


def test_orca_says_a_notice_that_appears(reader: Reader, orca: Orca) -> None:
    reader.show(HOME)
    orca.forget()
    reader.show(BOARD)
    orca.says("小李正过来帮您")


def test_orca_says_which_of_several_is_in_force(reader: Reader, orca: Orca) -> None:
    orca.forget()
    reader.show(SETTING)
    assert "radio button" in orca.says("正常 selected radio button")
