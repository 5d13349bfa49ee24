"""The speech child's own loop: what it answers when its engine cannot say something, or cannot even begin."""

from __future__ import annotations

import io

import pytest

from accessibility.speech.engine import EngineError, EngineVoice, Mark, NotCovered, Speech
from accessibility.speech.frames import LENGTHS, Reply, Request, frame, lengths, read_reply
from accessibility.speech.sound import Sound, silence
from accessibility.speech.worker import Worker
from tests.accessibility.speech.test_pieces import square


class OnlyGreetings:
    """An engine that knows one text, as a voice pack knows its own."""

    name = "only greetings"

    def __init__(self, broken: str = "") -> None:
        self.rates: list[int] = []
        self._broken = broken

    def voices(self) -> tuple[EngineVoice, ...]:
        return (EngineVoice("zh", ("zh-CN",)),)

    def say(self, text: str, voice: str, rate: int) -> Speech:
        if self._broken:
            raise EngineError(self._broken)
        self.rates.append(rate)
        assert voice == "zh"
        if text != "您好。":
            raise NotCovered(f"no clip for {len(text)} characters")
        padded = Sound(22050, silence(0.3).pcm + square(0.5, 9000).pcm)
        return Speech(padded, (Mark(0, 3, 0.3),))


def answers(*requests: Request, engine: OnlyGreetings) -> list[tuple[Reply, bytes]]:
    replies = io.BytesIO()
    worker = Worker(engine, io.BytesIO(b"".join(frame(request) for request in requests)), replies)
    worker.warm_up()
    worker.run()
    replies.seek(0)
    found = []
    while prefix := replies.read(LENGTHS.size):
        head, body = lengths(prefix)
        found.append((read_reply(replies.read(head)), replies.read(body)))
    return found


def test_what_the_engine_does_not_know_is_told_and_the_child_goes_on() -> None:
    engine = OnlyGreetings()
    greeting, unknown, known, silent = answers(
        Request(1, "再见。", "zh_CN", 170, 3),
        Request(2, "您好。", "zh_TW", 120, 3),
        Request(3, "Hello.", "en", 170, 3),
        engine=engine,
    )
    assert greeting[0].voices == {"zh_CN": "zh", "zh_TW": "zh", "en": ""}
    assert (unknown[0].number, unknown[0].error, unknown[1]) == (1, "no clip for 3 characters", b"")
    assert (known[0].number, known[0].error) == (2, "")
    assert "no voice for en" in silent[0].error
    assert engine.rates[-1] == 120, "the engine gets the pace that was meant; converting it is its own business"


def test_marks_and_sound_lose_the_same_silence() -> None:
    _, (reply, pcm) = answers(Request(1, "您好。", "zh_CN", 170, 5), engine=OnlyGreetings())
    assert Sound(reply.rate, pcm).seconds == pytest.approx(0.52, abs=0.03)
    assert reply.marks[0].begins == pytest.approx(0.01, abs=0.011)


def test_an_engine_that_fails_while_it_warms_up_cannot_be_used() -> None:
    with pytest.raises(EngineError, match="no data"):
        answers(engine=OnlyGreetings(broken="no data"))
