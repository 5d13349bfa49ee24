"""Every page as a screen reader meets it: walked by Tab over the real bus and held against its `Screen`."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Block
from i18n.languages import LANGUAGES
from kiosk.modes import load_modes, offered
from tests.screen_reader.conftest import FULL, Pages
from tests.screen_reader.expected import CHART, ENTRY, HEADING, PROGRESS, RADIO, expected
from tests.screen_reader.kinds import OF_EACH_KIND
from tests.screen_reader.reader import Reader
from tools.audit.recording import Recorded

MODES = [mode.key for mode in offered(load_modes())]
WHOLE = [("elder", "zh_CN")]
SAMPLED = [("standard", "en"), ("youth", "zh_TW")]
"""Together with the whole one each mode and each language once."""
EVERY_OTHER = 2
WALKS = [(mode, lang) for mode in MODES for lang in LANGUAGES] if FULL else [*WHOLE, *SAMPLED]


def test_every_mode_and_language_is_walked() -> None:
    assert {mode for mode, _ in WALKS} == set(MODES)
    assert {lang for _, lang in WALKS} == set(LANGUAGES)


@pytest.mark.timeout(900 if FULL else 120)
@pytest.mark.parametrize(("mode", "lang"), WALKS)
def test_what_is_read_is_the_page(reader: Reader, pages: Pages, mode: str, lang: str) -> None:
    met = pages.of((mode, lang))
    if not FULL and (mode, lang) in SAMPLED:
        met = met[::EVERY_OTHER]
    assert len(met) > 8
    assert not _faults(reader, met)


def test_pages_of_every_kind(reader: Reader) -> None:
    found = {screen.key: faults for screen in OF_EACH_KIND if (faults := reader.faults(screen))}
    assert not found


def test_a_page_read_wrongly_is_noticed(reader: Reader) -> None:
    screen = OF_EACH_KIND[0]
    reader.show(screen)
    other = msgspec.structs.replace(screen, heading=Phrase("另一页"))
    walked = reader.walk(reader.show(screen))
    assert set(walked) - set(expected(other)) == {told for told in walked if told.role == HEADING}


def test_every_kind_of_block_is_met() -> None:
    met = {type(block) for screen in OF_EACH_KIND for block in screen.blocks}
    assert met == set(get_args(Block))
    assert {told.role for screen in OF_EACH_KIND for told in expected(screen)} >= {CHART, RADIO, ENTRY, PROGRESS}


def _faults(reader: Reader, pages: list[Recorded]) -> dict[str, list[str]]:
    """What is read otherwise, and on which pages."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for fault in reader.faults(page.screen):
            found.setdefault(fault, []).append(page.name)
    return found
