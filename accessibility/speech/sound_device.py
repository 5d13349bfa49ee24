"""The sound device as the system knows it: its name, whether it is muted, and why it does not play.

For `kiosk doctor`, on Linux; elsewhere nothing is known.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from accessibility.speech.child import end_child
from accessibility.speech.jack.pactl import NoAnswer, Pactl
from accessibility.speech.sound import silence

SilentReason = Literal["no_device", "device_busy", "server_dead"]
"""No device at all · another program keeps it for itself · the sound server does not answer."""

TRIAL_S = 0.05
TRIAL_RATE = 22050
PATIENCE_S = 3.0
BUSY = "Device or resource busy"
DEAD = ("Connection refused", "Host is down", "Unable to connect")
CARD = re.compile(r"^card \d+: .*?\[(?P<card>[^]]*)\], device \d+: .*?\[(?P<device>[^]]*)\]", re.MULTILINE)
MIXER = re.compile(r"\[(?P<percent>\d+)%\].*\[(?P<state>on|off)\]")


class Device(msgspec.Struct, frozen=True):
    """Where sound goes now."""

    name: str = ""
    muted: bool = False
    percent: int | None = None
    """Its volume, 100 is full; None when it is not known."""
    served: bool = False
    """True behind an audio server (PulseAudio, PipeWire), false for ALSA alone."""


class _Level(msgspec.Struct, frozen=True):
    value_percent: str


class _Sink(msgspec.Struct, frozen=True):
    name: str
    description: str = ""
    mute: bool = False
    volume: dict[str, _Level] = {}


class SoundDevice:
    """Asks the audio server, else ALSA. Each question ends within three seconds and leaves no child."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        """`environment`: the variables its children get; this process's own when None."""
        self._environment = {**(environment or os.environ), "LC_ALL": "C", "PULSE_BINARY": "false"}

    async def look(self) -> Device | None:
        """The device that sounds would be played on; None when there is none or this system does not say."""
        return await self._served() or await self._bare()

    async def why_silent(self) -> tuple[SilentReason, str]:
        """Why nothing can be played, and the system's own words for it."""
        words = await self._try_to_play()
        if BUSY in words:
            return "device_busy", _last_line(words)
        if words == "too late" or any(sign in words for sign in DEAD):
            return "server_dead", _last_line(words)
        return "no_device", _last_line(words)

    async def _served(self) -> Device | None:
        pactl = Pactl(environment=self._environment)
        try:
            default = (await pactl.ask("get-default-sink")).decode(errors="replace").strip()
            sinks = msgspec.json.decode(await pactl.ask("-f", "json", "list", "sinks"), type=tuple[_Sink, ...])
        except (NoAnswer, msgspec.DecodeError):
            return None
        for sink in sinks:
            if sink.name == default:
                return Device(sink.description or sink.name, sink.mute, _percent(sink), served=True)
        return None

    async def _bare(self) -> Device | None:
        card = CARD.search((await self._ask("aplay", "-l"))[0])
        if card is None:
            return None
        mixer = MIXER.search((await self._ask("amixer", "-M", "sget", "Master"))[0])
        name = f"{card['card']}, {card['device']}"
        if mixer is None:
            return Device(name)
        return Device(name, mixer["state"] == "off", int(mixer["percent"]))

    async def _try_to_play(self) -> str:
        """What aplay says on its error output when it plays a moment of silence."""
        play = ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(TRIAL_RATE))
        return (await self._ask(*play, given=silence(TRIAL_S, TRIAL_RATE).pcm))[1]

    async def _ask(self, *command: str, given: bytes = b"") -> tuple[str, str]:
        """What a program says on its two outputs; when it hangs, ("", "too late"); nothing where it is not there."""
        if not shutil.which(command[0]):
            return "", ""
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._environment,
        )
        try:
            async with asyncio.timeout(PATIENCE_S):
                out, err = await process.communicate(given)
        except TimeoutError:
            return "", "too late"
        finally:
            end_child(process)
            await process.wait()
        return out.decode(errors="replace"), err.decode(errors="replace")


def _percent(sink: _Sink) -> int | None:
    levels = [int(level.value_percent.rstrip("% ")) for level in sink.volume.values()]
    return max(levels, default=None)


def _last_line(words: str) -> str:
    lines: list[Any] = words.strip().splitlines()
    return lines[-1] if lines else ""
