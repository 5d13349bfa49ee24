"""Real parts: the speech child, its engine, and a player that keeps what it plays."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voice import Voice
from tests.accessibility.speech.witness import Witness
from tests.audio.rig import rig, running_recorder, sound_server  # noqa: F401 - fixtures

QUICK = 40
"""So many times faster than life."""


@pytest.fixture
async def synthesiser() -> AsyncIterator[Synthesiser]:
    made = Synthesiser()
    yield made
    await made.aclose()


@pytest.fixture
def player() -> RecordingPlayer:
    return RecordingPlayer(QUICK)


@pytest.fixture
async def voice(synthesiser: Synthesiser, player: RecordingPlayer) -> AsyncIterator[Voice]:
    made = Voice(synthesiser, Outlet(player))
    await made.start()
    yield made
    await made.aclose()


@pytest.fixture
def witness(voice: Voice) -> Witness:
    listener = Witness()
    voice.add(listener)
    return listener
