"""Looks whether this machine can speak, and says in plain data what is missing: for `kiosk doctor`."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Literal

import msgspec

from accessibility.speech.engines import PLATFORM
from accessibility.speech.frames import Reply, Request
from accessibility.speech.jack.choice import choose_jack
from accessibility.speech.jack.jack import Jack
from accessibility.speech.jack.looking import jack_now
from accessibility.speech.line_up import AUTO, engine_keys
from accessibility.speech.maker import CannotSay, Unavailable
from accessibility.speech.player import NoSoundDevice, Player, choose_player
from accessibility.speech.sound import silence
from accessibility.speech.sound_device import TRIAL_S, Device, SoundDevice
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voices import WANTED

Part = Literal["engine", "voice", "player", "device", "jack"]
Reason = Literal[
    "ok",
    "engine_failed",
    "engine_absent",
    "no_voice",
    "no_player",
    "no_device",
    "device_busy",
    "server_dead",
    "sink_muted",
    "volume_zero",
    "not_tried",
]

SAMPLES = {"zh_CN": "您好。", "zh_TW": "您好。", "en": "Good morning."}


class SoundCheck(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    part: Part
    reason: Reason
    detail: str = ""
    """Which engine, voice, program, device or state of the jack; for technicians, not translated."""
    lang: str = ""
    """For a voice: its language."""
    engine: str = ""
    """For an engine and its voices: its key."""

    @property
    def ok(self) -> bool:
        """True when nothing is missing."""
        return self.reason == "ok"


def examine(wanted: str = AUTO, headset: str = "auto") -> tuple[SoundCheck, ...]:
    """Try the engines, their voices of all languages, player, device and the headset's jack.

    Some seconds; not for a running loop.
    """
    return asyncio.run(_examine(wanted, headset))


async def _examine(wanted: str, headset: str) -> tuple[SoundCheck, ...]:
    engines = [Synthesiser(engine=key) for key in engine_keys(wanted)]
    return await examined(engines, choose_player(), SoundDevice(), choose_jack(headset))


async def examined(
    engines: Sequence[Synthesiser], player: Player, device: SoundDevice, jack: Jack | None = None
) -> tuple[SoundCheck, ...]:
    """The same with parts handed in; the engines are closed, one after the other. Without a jack none is told of."""
    found: list[SoundCheck] = []
    for engine in engines:
        try:
            found += await _engine(engine)
        finally:
            await engine.aclose()
    jacks = [SoundCheck("jack", "ok", await jack_now(jack))] if jack else []
    return (*found, *await _sound(player, device), *jacks)


async def _engine(synthesiser: Synthesiser) -> list[SoundCheck]:
    key = synthesiser.health.engine
    try:
        greeting = await synthesiser.greeting()
    except Unavailable as problem:
        reason: Reason = "engine_absent" if synthesiser.health.state == "absent" else "engine_failed"
        missing = [SoundCheck("voice", "not_tried", lang=lang, engine=key) for lang in WANTED]
        return [SoundCheck("engine", reason, str(problem), engine=key), *missing]
    return [
        SoundCheck("engine", "ok", greeting.engine, engine=key),
        *[await _voice(synthesiser, greeting, lang) for lang in WANTED],
    ]


async def _voice(synthesiser: Synthesiser, greeting: Reply, lang: str) -> SoundCheck:
    engine, key = synthesiser.health.engine, greeting.voices.get(lang, "")
    if not key:
        return SoundCheck("voice", "no_voice", lang=lang, engine=engine)
    try:
        await synthesiser.make(Request(0, SAMPLES[lang], lang, 170, 3))
    except Unavailable as problem:
        return SoundCheck("voice", "engine_failed", str(problem), lang, engine)
    except CannotSay as problem:
        if engine == PLATFORM:  # the others need not know this greeting
            return SoundCheck("voice", "engine_failed", str(problem), lang, engine)
    return SoundCheck("voice", "ok", key, lang, engine)


async def _sound(player: Player, device: SoundDevice) -> list[SoundCheck]:
    if player.reason != "ok":
        return [SoundCheck("player", "no_player"), SoundCheck("device", "not_tried")]
    found = [SoundCheck("player", "ok", type(player).__name__)]
    try:
        await (await player.start(silence(TRIAL_S))).wait()
    except NoSoundDevice as problem:
        reason, words = await device.why_silent()
        return [*found, SoundCheck("device", reason, words or str(problem))]
    return [*found, _loud_enough(await device.look())]


def _loud_enough(device: Device | None) -> SoundCheck:
    """A device that plays may still be switched off."""
    if device is None:
        return SoundCheck("device", "ok")
    if device.muted:
        return SoundCheck("device", "sink_muted", device.name)
    if device.percent == 0:
        return SoundCheck("device", "volume_zero", device.name)
    level = "" if device.percent is None else f" at {device.percent} %"
    return SoundCheck("device", "ok", f"{device.name}{level}")
