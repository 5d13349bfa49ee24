"""The kiosk's own voice on the rig: narrator, voice, engine and player as in the program, with the times of all."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from accessibility.caption import Caption
from accessibility.earcons.earcons import Earcons
from accessibility.narrator import Narrator
from accessibility.phrase import Phrase
from accessibility.screen import Choices, Screen, Tile
from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.chain import Chain
from accessibility.speech.child_playback import ChildPlayback
from accessibility.speech.engines import ENGINES
from accessibility.speech.frames import Request
from accessibility.speech.listener import Listener
from accessibility.speech.maker import Made, Maker
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import SoundReason
from accessibility.speech.sound import Sound
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Report
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import HOME

PACK, PLATFORM = "pack", "platform"
PACK_FILES = Path("assets/voice")


def engines_here() -> tuple[str, ...]:
    """Keys of the engines that can be measured on this machine, the best first."""
    pack = PACK in ENGINES and (HOME / PACK_FILES / "zh.json").exists()
    return (PACK, PLATFORM) if pack else (PLATFORM,)


def maker_of(*engines: str) -> Chain:
    """The chain of these engines, each in its own children as in the kiosk."""
    return Chain([Synthesiser(engine=engine) for engine in engines])


class KeptPlayer:
    """The machine's player, which also keeps what it was given and when."""

    reason: SoundReason = "ok"

    def __init__(self, player: AplayPlayer) -> None:
        self._player = player
        self.played: list[tuple[Sound, float]] = []

    async def start(self, sound: Sound) -> ChildPlayback:
        """Begin to play."""
        self.played.append((sound, time.monotonic()))
        return await self._player.start(sound)


class KeptMaker:
    """A maker that also keeps what it made of which text."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self.made: list[tuple[Request, Made]] = []

    async def start(self) -> None:
        """Warm up."""
        await self._maker.start()

    async def make(self, request: Request) -> Made:
        """The text as sound."""
        made = await self._maker.make(request)
        self.made.append((request, made))
        return made

    async def aclose(self) -> None:
        """End it."""
        await self._maker.aclose()

    def of(self, sound: Sound) -> tuple[Request, Made]:
        """What a played sound was made from; it may have a rest at its end."""
        return next(pair for pair in reversed(self.made) if sound.pcm.startswith(pair[1].sound.pcm))


@dataclass
class Notes(Listener):
    """When the voice said what to its listeners, by `time.monotonic()`."""

    captions: list[tuple[float, Caption]] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def caption(self, caption: Caption) -> None:
        """Note it."""
        self.captions.append((time.monotonic(), caption))

    def ended(self, report: Report) -> None:
        """Note it."""
        self.reports.append(report)


@dataclass
class Stage:
    """All that speaks, and what it noted."""

    narrator: Narrator
    voice: Voice
    earcons: Earcons
    maker: KeptMaker
    player: KeptPlayer
    bell: KeptPlayer
    notes: Notes

    def focus(self, key: str) -> None:
        """The customer moves to a control: its tone, then its words, as the presenter has it."""
        self.earcons.play("focus")
        self.narrator.focus(key)


@asynccontextmanager
async def speaking(*engines: str, manner: Manner = Manner()) -> AsyncIterator[Stage]:  # noqa: B008 - a frozen value
    """A warm voice of these engines on the rig's sound server, whose environment must be set."""
    maker, notes = KeptMaker(maker_of(*engines)), Notes()
    player, bell = (KeptPlayer(AplayPlayer(setpriv="setpriv")) for _ in range(2))
    voice = Voice(maker, Outlet(player, bell_player=bell), manner)
    voice.add(notes)
    await voice.start()
    try:
        for lang in ("zh_CN", "en"):
            await maker.make(Request(0, "1", lang, manner.rate, manner.volume))
        yield Stage(Narrator(voice), voice, Earcons(voice), maker, player, bell, notes)
    finally:
        await voice.aclose()


def menu(lang: str, *titles: str) -> Screen:
    """A page with tiles "0", "1", … to move between."""
    tiles = tuple(Tile(str(number), Phrase(title)) for number, title in enumerate(titles))
    return Screen(key="menu", heading=Phrase(titles[0]), lang=lang, mode="elder", blocks=(Choices(tiles),))
