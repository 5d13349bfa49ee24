"""The start of the kiosk: the first page before all that is slow, nothing lost meanwhile, and words for mistakes."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import assets
from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.recording_player import RecordingPlayer
from kiosk.early import Early
from kiosk.first_page import first_mode, open_window
from kiosk.modes import load_modes
from kiosk.qt_loop import qt_runner
from kiosk.runtime import Kiosk
from kiosk.settings import Settings, Size
from tests.journeys.watch import Watch

ROOT = Path(__file__).parents[2]
SLOW = ("asyncio", "qasync", "httpx", "ssl", "babel", "sqlalchemy", "kiosk.runtime")


def start(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """`python -m kiosk run` with a platform of its own."""
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kiosk", "run", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def imported(ran: subprocess.CompletedProcess[str]) -> set[str]:
    """The modules that a start has loaded."""
    lines = [line for line in ran.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines}


def told(ran: subprocess.CompletedProcess[str]) -> list[str]:
    """What the operator reads."""
    return [line for line in ran.stderr.splitlines() if not line.startswith("import time:")]


def test_the_first_page_is_painted_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    ran = start("--data-dir", str(tmp_path), ANXIN_EXIT_AFTER="first-paint")
    assert ran.returncode == 0, told(ran)
    assert told(ran) == []
    loaded = imported(ran)
    assert "ui.window" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in SLOW or name in SLOW}
    assert list(tmp_path.iterdir()) == [], "no bank was started"


def test_an_unknown_mode_is_one_sentence(tmp_path: Path) -> None:
    ran = start("--mode", "granny", "--data-dir", str(tmp_path))
    assert ran.returncode == 2
    (line,) = told(ran)
    for word in ("'granny'", "elder", "standard", "youth"):
        assert word in line


@pytest.mark.parametrize(
    ("content", "problem"),
    [("columns = many", "line 1"), ('key = "elder"\nwording = "plain"', "`theme`")],
)
def test_a_broken_mode_file_is_one_sentence_that_names_it(tmp_path: Path, content: str, problem: str) -> None:
    for path in (assets.ROOT / "modes").glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "elder.toml").write_text(content)
    ran = start("--data-dir", str(tmp_path / "data"), ANXIN_MODES_DIR=str(tmp_path))
    assert ran.returncode == 2
    (line,) = told(ran)
    assert line.startswith("This mode cannot be used")
    assert "elder.toml" in line
    assert problem in line


@pytest.mark.parametrize("while_", ["the rest is imported", "the parts are built"])
def test_a_touch_before_the_program_is_ready_is_not_lost(qapp: QApplication, tmp_path: Path, while_: str) -> None:
    """She presses Begin on the first page, once before the loop runs and once while bank and voice are started."""
    hook = sys.excepthook
    qapp.setQuitOnLastWindowClosed(False)
    settings = Settings(data_dir=tmp_path, window=Size(1280, 800))
    window = open_window(settings, first_mode(settings))
    early = Early(window)

    def begins() -> None:
        assert window.screen_shown
        assert window.screen_shown.key == "welcome"
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)

    async def story() -> None:
        watch = Watch(window)
        kiosk = Kiosk(window, settings, load_modes(), RecordingPlayer(40.0), FixedJack())
        living = asyncio.create_task(kiosk.live(early))
        if while_ == "the parts are built":
            await asyncio.sleep(0)
            begins()
        await watch.until(lambda: window.screen_shown is not None and window.screen_shown.key == "sign_in.card", "card")
        window.close()
        await living
        watch.end()

    if while_ == "the rest is imported":
        begins()
    with qt_runner(qapp) as runner:
        runner.run(story())
    sys.excepthook = hook
    window.deleteLater()
    QApplication.sendPostedEvents()
    gc.collect()  # here and now: a Qt object that Python's collector finds in another thread ends the process


def test_a_window_closed_before_the_program_is_ready_ends_it(qapp: QApplication, tmp_path: Path) -> None:
    hook = sys.excepthook
    qapp.setQuitOnLastWindowClosed(False)
    settings = Settings(data_dir=tmp_path, window=Size(1280, 800))
    window = open_window(settings, first_mode(settings))
    early = Early(window)
    window.close()

    async def story() -> None:
        async with asyncio.timeout(20):
            await Kiosk(window, settings, load_modes(), RecordingPlayer(40.0), FixedJack()).live(early)

    with qt_runner(qapp) as runner:
        runner.run(story())
    assert not list(tmp_path.iterdir()), "no bank was started"
    sys.excepthook = hook
    window.deleteLater()
    QApplication.sendPostedEvents()
    gc.collect()  # here and now: a Qt object that Python's collector finds in another thread ends the process
