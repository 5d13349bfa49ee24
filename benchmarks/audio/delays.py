"""Part one: from a move of the focus to the first sample of its words, and from a key to silence."""

from __future__ import annotations

import random

from accessibility.screen import Screen
from accessibility.speech.manner import Manner
from accessibility.words import Words
from benchmarks.audio.figures import Figure, at_most
from benchmarks.audio.hall import hall
from benchmarks.report import p95, spread
from tests.audio.measures import Move, moves
from tests.audio.stage import PACK, engines_here, menu, speaking

TITLES = ("My balance", "Wealth check-up", "Ask a person", "Seeing and hearing")
"""The tiles of the home page, messages of the catalogue."""
SOUND_MS = {PACK: 60.0}
OTHER_SOUND_MS = 120.0
SILENCE_MS = 20.0


def page(lang: str) -> Screen:
    """A menu in a language."""
    words = Words(lang)
    return menu(lang, *(words.text(title) for title in TITLES))


async def delays(count: int) -> list[Figure]:
    """Figures of every engine, with tones and without; `count` moves each."""
    found = []
    for engine in engines_here():
        for tones in (False, True):
            found += _figures(engine, await _moves(engine, count, tones=tones), tones=tones)
    return found


async def _moves(engine: str, count: int, *, tones: bool) -> list[Move]:
    chance = random.Random(7)
    made: list[Move] = []
    async with hall() as here, speaking(engine, manner=Manner(earcons=tones)) as stage:
        for lang in ("zh_CN", "en"):
            made += await moves(stage, here.recorder, page(lang), -(-count // 2), chance)
            here.recorder.forget()
        said = {made_of.engine for _, made_of in stage.maker.made}
        assert said == {engine}, f"{engine} was to be measured, and {said} spoke"
    return made


def _figures(engine: str, made: list[Move], *, tones: bool) -> list[Figure]:
    how = f"{engine}, tones {'on' if tones else 'off'}"
    sounds = [move.to_sound_ms for move in made]
    silences = [max(0.0, move.to_silence_ms) for move in made if move.to_silence_ms is not None]
    most = SOUND_MS.get(engine, OTHER_SOUND_MS)
    return [
        at_most(f"focus → first sample of its words, p95 ({how})", p95(sounds), most, "ms", spread(sounds, "ms")),
        at_most(f"key → silence, p95 ({how})", p95(silences), SILENCE_MS, "ms", spread(silences, "ms")),
    ]
