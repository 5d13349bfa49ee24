"""What the doctor finds on this machine, for real."""

from __future__ import annotations

import sys

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.doctor import SoundCheck, examined
from accessibility.speech.patience import Patience
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.worker_process import WorkerProcess


async def test_a_machine_that_can_speak() -> None:
    found = await examined(Synthesiser(), SilentPlayer("ok"))
    assert all(check.ok for check in found)
    assert [(check.part, check.lang) for check in found] == [
        ("engine", ""),
        ("voice", "zh_CN"),
        ("voice", "zh_TW"),
        ("voice", "en"),
        ("player", ""),
        ("device", ""),
    ]


async def test_a_machine_without_engine_and_player() -> None:
    broken = Synthesiser(lambda: WorkerProcess.start((sys.executable, "-c", "pass")), Patience())
    found = await examined(broken, SilentPlayer("no_player"))
    assert [check.reason for check in found] == [
        "engine_failed", "not_tried", "not_tried", "not_tried", "no_player", "not_tried",
    ]  # fmt: skip


async def test_a_machine_without_a_device() -> None:
    *_, player, device = await examined(Synthesiser(), AplayPlayer(device="hw:77"))
    assert player == SoundCheck("player", "ok", "AplayPlayer")
    assert (device.ok, device.reason) == (False, "no_device")
