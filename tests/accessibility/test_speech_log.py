"""The speech log: one line of JSON an utterance."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from accessibility.speech.utterance import Priority, Report, Utterance
from accessibility.speech_log import SpeechLog, SpeechLogError

SAID = Utterance("您好。", "zh_CN", Priority.NOW, private=True)


def test_a_line_for_each_utterance_as_soon_as_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "speech.jsonl"
    log = SpeechLog.open(path)
    log.ended(Report(SAID, "finished", "speaker", 1_700_000_000.25, 1_700_000_001.5))
    log.ended(Report(SAID, "dropped", "none"))
    first, second = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert datetime.fromisoformat(first.pop("time")).timestamp() == 1_700_000_000.25
    assert first == {
        "text": "您好。",
        "language": "zh_CN",
        "priority": "now",
        "private": True,
        "channel": "speaker",
        "start": 1_700_000_000.25,
        "stop": 1_700_000_001.5,
        "ended": "finished",
    }
    assert (second["start"], second["stop"], second["channel"], second["ended"]) == (None, None, "none", "dropped")
    assert "您好" in path.read_text(encoding="utf-8")
    assert os.name != "posix" or path.stat().st_mode & 0o077 == 0
    log.close()


def test_a_file_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SpeechLogError, match=r"speech log .*missing.* cannot be written: No such file"):
        SpeechLog.open(tmp_path / "missing" / "speech.jsonl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_full_disk_ends_the_log_and_not_the_speech() -> None:
    log = SpeechLog.open(Path("/dev/full"))
    log.ended(Report(SAID, "dropped", "none"))
    log.ended(Report(SAID, "dropped", "none"))
    log.close()
