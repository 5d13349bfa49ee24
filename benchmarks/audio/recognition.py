"""How well the voice is understood: texts said by an engine, heard by the recogniser, compared."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from accessibility.speech.maker import CannotSay, Maker, Unavailable
from accessibility.speech.manner import Manner
from accessibility.speech.sentences import pieces
from accessibility.speech.sound import Sound, silence
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.teller import SENTENCE_PAUSE_S
from accessibility.speech.utterance import Utterance
from benchmarks.audio.listener import Listener
from benchmarks.audio.scoring import Score, compared, en_words, zh_plain
from benchmarks.audio.trials import Kind, Trial

MANNER = Manner()


@dataclass(frozen=True)
class Result:
    """What was heard of one text."""

    trial: Trial
    sound: Sound | None
    """None when the engine has no sound for it."""
    heard: str
    score: Score


@dataclass(frozen=True)
class Sum:
    """What was heard of many."""

    errors: int
    length: int
    exact: int
    texts: int

    @property
    def percent(self) -> float:
        """Errors of all that was said."""
        return 100 * self.errors / max(1, self.length)


def total(results: Sequence[Result], kind: Kind | None = None) -> Sum:
    """All results, or those of one kind, together."""
    own = [result.score for result in results if kind in (None, result.trial.kind)]
    exact = sum(not score.errors for score in own)
    return Sum(sum(score.errors for score in own), sum(score.length for score in own), exact, len(own))


def worst(results: Sequence[Result]) -> list[Result]:
    """Those with errors, the most errors first."""
    wrong = [result for result in results if result.score.errors]
    return sorted(wrong, key=lambda result: (-result.score.errors, result.trial.text))


def listen(engine: str, texts: Sequence[Trial], listener: Listener) -> list[Result]:
    """Have an engine say the texts, and the recogniser write them down."""
    sounds = asyncio.run(said(engine, texts))
    return [_compared(trial, sound, listener) for trial, sound in zip(texts, sounds, strict=True)]


async def said(engine: str, texts: Sequence[Trial]) -> list[Sound | None]:
    """Each text as the voice would play it; None where the engine has no sound for a part of it."""
    maker = Synthesiser(engine=engine)
    try:
        return [await _whole(maker, trial) for trial in texts]
    finally:
        await maker.aclose()


async def _whole(maker: Maker, trial: Trial) -> Sound | None:
    pcm, rate = b"", 0
    for piece in pieces(trial.text):
        try:
            made = await maker.make(MANNER.request(piece, Utterance(trial.text, trial.lang)))
        except (CannotSay, Unavailable):
            return None
        rate = made.sound.rate
        pcm += (silence(SENTENCE_PAUSE_S, rate).pcm if pcm else b"") + made.sound.pcm
    return Sound(rate, pcm) if pcm else None


def _compared(trial: Trial, sound: Sound | None, listener: Listener) -> Result:
    heard = listener.heard(sound, trial.lang[:2]) if sound else ""
    if trial.lang == "en":
        return Result(trial, sound, heard, compared(en_words(trial.text), en_words(heard)))
    wanted, got = listener.syllables([zh_plain(trial.text), zh_plain(heard)])
    return Result(trial, sound, heard, compared(wanted, got))
