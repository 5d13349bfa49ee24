"""A kiosk that has run leaves what the doctor and the collector read."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.recording_player import RecordingPlayer
from kiosk.early import Early
from kiosk.first_page import first_mode, open_window
from kiosk.modes import load_modes
from kiosk.qt_loop import qt_runner
from kiosk.runtime import Kiosk
from kiosk.settings import Settings, Size
from kiosk.speech_health import last_health
from tests.journeys.watch import Watch
from tests.kiosk.test_speech_metrics import parsed


def test_the_files_tell_what_was_said(qapp: QApplication, tmp_path: Path) -> None:
    hook = sys.excepthook
    qapp.setQuitOnLastWindowClosed(False)
    settings = Settings(data_dir=tmp_path, window=Size(1280, 800), voice_engine="platform")
    window = open_window(settings, first_mode(settings))
    player = RecordingPlayer(40.0)

    async def story() -> None:
        watch = Watch(window)
        kiosk = Kiosk(window, settings, load_modes(), player, FixedJack())
        living = asyncio.create_task(kiosk.live(Early(window)))
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
        await watch.until(lambda: len(player.heard) > 1, "the voice")
        window.close()
        await living
        watch.end()

    with qt_runner(qapp) as runner:
        runner.run(story())
    sys.excepthook = hook
    window.deleteLater()
    QApplication.sendPostedEvents()
    gc.collect()  # here and now: a Qt object that Python's collector finds in another thread ends the process
    noted = last_health(tmp_path)
    assert noted
    assert (noted.in_use, noted.sound) == ("platform", "ok")
    assert [engine.state for engine in noted.engines] == ["ok"]
    found = parsed((tmp_path / "metrics" / "speech.prom").read_text())
    assert found['anxin_speech_sentences_total{engine="platform"}'] >= 1
    assert found["anxin_speech_seconds_to_sound_count"] >= 1
