"""The voice ends when it is told to, also in the rest between two sentences."""

from __future__ import annotations

import asyncio

from accessibility.speech.listener import Listener
from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Report, Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.conftest import QUICK


class _Ended(Listener):
    def __init__(self) -> None:
        self.one = asyncio.Event()

    def ended(self, report: Report) -> None:  # noqa: ARG002 - a listener is told of every report
        self.one.set()


async def test_it_ends_in_the_rest_between_two_sentences() -> None:
    voice, ended = Voice(Synthesiser(), Outlet(RecordingPlayer(QUICK))), _Ended()
    voice.add(ended)
    await voice.start()
    voice.say([Utterance("One.", "en", pause_after_ms=60_000), Utterance("Two.", "en")])
    await ended.one.wait()
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await voice.aclose()
