"""A short audit in the suite: real walks, and looks in which any two values of size, colours and window meet.

The whole of it, all modes and languages with each other, is `make audit ARGS=--full`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from i18n.languages import LANGUAGES
from kiosk.modes import load_modes
from tools.audit.combination import COLOURS, PERCENTS, SHAPES, Combination, full, pairwise
from tools.audit.measuring import measure
from tools.audit.recording import Recorded, load
from tools.audit.stage import Stage

ROOT = Path(__file__).parents[2]
WALKS = (("elder", "zh_CN"), ("youth", "zh_TW"), ("standard", "en"))
TURNS = 10
"""Of a walk's pages each look shows every so manieth, in turn."""
MODES = [mode for mode in load_modes() if mode != "staff"]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of some walks, recorded in a process of their own."""
    folder = tmp_path_factory.mktemp("audit") / "screens"
    begin = "from pathlib import Path; from tools.audit.recording import record_all; "
    code = f"{begin}record_all(Path({str(folder)!r}), {WALKS!r})"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=100
    )
    assert ran.returncode == 0, ran.stderr
    return folder


def looks() -> Iterator[tuple[Combination, int]]:
    """Every pair of size, colours and window, shared out over the walks."""
    everything = pairwise(("-",), ("-",))
    for number, each in enumerate(everything):
        mode, lang = WALKS[number % len(WALKS)]
        yield Combination(mode, lang, each.percent, each.colours, each.shape), number


def shown_in(look: int, pages: list[Recorded]) -> list[Recorded]:
    """The pages whose turn it is."""
    return pages[look % TURNS :: TURNS]


@pytest.mark.slow
def test_no_page_breaks_a_standard_in_any_pair_of_looks(qtbot: QtBot, qapp: QApplication, recorded: Path) -> None:
    stage, told = Stage(qapp, load_modes()), []
    for look, number in looks():
        stage.dress(look)
        qtbot.addWidget(stage.window)
        pages = shown_in(number, load(recorded, look.mode, look.lang))
        for found in measure(stage, look, pages).found:
            what = found.violation
            told.append(
                f"{look.name} {found.page.name}: {what.check}: {what.where}: {what.measured}, wanted {what.wanted}"
            )
    assert told == [], "\n".join(told)


def test_a_walk_wanders_to_pages_that_no_route_names(recorded: Path) -> None:
    keys = {page.screen.key for page in load(recorded, "standard", "en")}
    assert {"seeing_hearing.reach", "checkup.finding", "balances.accounts", "help.done", "trouble", "farewell"} <= keys


def test_the_full_audit_is_every_combination_once() -> None:
    everything = full(MODES, LANGUAGES)
    expected = len(MODES) * len(LANGUAGES) * len(PERCENTS) * len(COLOURS) * len(SHAPES)
    assert len(everything) == len(set(everything)) == expected


def test_pairwise_leaves_no_pair_out() -> None:
    chosen = [(c.mode, c.lang, c.percent, c.colours, c.shape) for c in pairwise(MODES, LANGUAGES)]
    things = (MODES, LANGUAGES, PERCENTS, COLOURS, SHAPES)
    for (one, firsts), (other, seconds) in combinations(enumerate(things), 2):
        for pair in product(firsts, seconds):
            assert any((row[one], row[other]) == pair for row in chosen), pair
    assert len(chosen) <= 30
