"""Looks whether this machine can speak, and says in plain data what is missing: for `kiosk doctor`."""

from __future__ import annotations

import asyncio
from typing import Literal

import msgspec

from accessibility.speech.frames import Reply, Request
from accessibility.speech.maker import CannotSay, Unavailable
from accessibility.speech.player import NoSoundDevice, Player, choose_player
from accessibility.speech.sound import silence
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voices import WANTED

Part = Literal["engine", "voice", "player", "device"]
Reason = Literal["ok", "engine_failed", "no_voice", "no_player", "no_device", "not_tried"]

SAMPLES = {"zh_CN": "您好。", "zh_TW": "您好。", "en": "Good morning."}
TRIAL_S = 0.05


class SoundCheck(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    part: Part
    reason: Reason
    detail: str = ""
    """Which engine, voice or program; for technicians, not translated."""
    lang: str = ""
    """For a voice: its language."""

    @property
    def ok(self) -> bool:
        """True when nothing is missing."""
        return self.reason == "ok"


def examine() -> tuple[SoundCheck, ...]:
    """Try engine, the voices of all languages, player and device. Takes under a second; not for a running loop."""
    return asyncio.run(examined(Synthesiser(), choose_player()))


async def examined(synthesiser: Synthesiser, player: Player) -> tuple[SoundCheck, ...]:
    """The same with parts handed in; the synthesiser is closed."""
    try:
        return (*await _engine(synthesiser), *await _sound(player))
    finally:
        await synthesiser.aclose()


async def _engine(synthesiser: Synthesiser) -> list[SoundCheck]:
    try:
        greeting = await synthesiser.greeting()
    except Unavailable as problem:
        missing = [SoundCheck("voice", "not_tried", lang=lang) for lang in WANTED]
        return [SoundCheck("engine", "engine_failed", str(problem)), *missing]
    return [
        SoundCheck("engine", "ok", greeting.engine),
        *[await _voice(synthesiser, greeting, lang) for lang in WANTED],
    ]


async def _voice(synthesiser: Synthesiser, greeting: Reply, lang: str) -> SoundCheck:
    key = greeting.voices.get(lang, "")
    if not key:
        return SoundCheck("voice", "no_voice", lang=lang)
    try:
        await synthesiser.make(Request(0, SAMPLES[lang], lang, 170, 3))
    except (Unavailable, CannotSay) as problem:
        return SoundCheck("voice", "engine_failed", str(problem), lang)
    return SoundCheck("voice", "ok", key, lang)


async def _sound(player: Player) -> list[SoundCheck]:
    if player.reason != "ok":
        return [SoundCheck("player", "no_player"), SoundCheck("device", "not_tried")]
    name = type(player).__name__
    try:
        await (await player.start(silence(TRIAL_S))).wait()
    except NoSoundDevice as problem:
        return [SoundCheck("player", "ok", name), SoundCheck("device", "no_device", str(problem))]
    return [SoundCheck("player", "ok", name), SoundCheck("device", "ok")]
