"""Part: a hard day on the real sound server: interrupts, engines killed and hung, sinks and the server itself gone."""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections import Counter

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.chain import Chain
from accessibility.speech.child_playback import ChildPlayback
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import SoundReason
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voice import Voice
from benchmarks.audio.figures import Figure, at_most, none_of
from benchmarks.audio.hall import Hall, hall
from tests.accessibility.speech.soak import LooseDevice, Soak
from tests.accessibility.speech.test_chain import children
from tests.accessibility.speech.test_soak import left_files, memory_kb, open_files
from tests.accessibility.speech.test_speech_child import running
from tests.audio.stage import engines_here

SETTLED = 0.2
"""Memory is compared from this share of the utterances on: before it dictionaries and caches fill."""
FLAT_PERCENT = 5.0
EVERY = 20
TELL_EVERY = 100
"""How often to say how far it is: a thousand take some 27 minutes."""
SPEED = 4


class Hasty:
    """Plays everything some times too fast, as high as a mouse: the same processes and pipes in less time."""

    reason: SoundReason = "ok"

    def __init__(self, player: AplayPlayer, speed: int) -> None:
        self._player = player
        self._speed = speed

    async def start(self, sound: Sound) -> HastyPlayback:
        """Begin to play."""
        return HastyPlayback(await self._player.start(Sound(sound.rate * self._speed, sound.pcm)), self._speed)


class HastyPlayback:
    """One sound that hurries."""

    def __init__(self, playback: ChildPlayback, speed: int) -> None:
        self._playback = playback
        self._speed = speed

    @property
    def position_s(self) -> float:
        """Of the sound as it was made."""
        return self._playback.position_s * self._speed

    def stop(self) -> None:
        """Be silent."""
        self._playback.stop()

    async def wait(self) -> None:
        """Until it ended."""
        await self._playback.wait()


class LooseServer(LooseDevice):
    """The real device: pulled out, the sink is gone or the whole sound server; back in, it is there again."""

    def __init__(self, here: Hall, seed: int) -> None:
        self._here = here
        self._chance = random.Random(seed)
        self._in = True
        self.events: Counter[str] = Counter()
        super().__init__(Hasty(AplayPlayer(setpriv="setpriv"), SPEED))

    @property
    def plugged(self) -> bool:
        """Whether sound can be heard."""
        return self._in

    @plugged.setter
    def plugged(self, plugged: bool) -> None:
        if plugged != self._in:
            self._in = plugged
            (self._plug_in if plugged else self._pull_out)()

    def _pull_out(self) -> None:
        """Either the headset or the server."""
        if self._chance.random() < 0.5:
            self._here.server.crash()
            self.events["sound server killed"] += 1
        else:
            self._headset()

    def _plug_in(self) -> None:
        if self._here.server.ask("info") is None:
            self._here.server.start()
            self.events["sound server started"] += 1

    def _headset(self) -> None:
        """In and out again while something plays."""
        number = self._here.server.add_sink("ears", "device.form_factor=headset")
        self._here.server.prefer("ears")
        self._here.server.remove(number)
        self.events["headset in and out"] += 1


async def soaking(count: int) -> tuple[list[Figure], list[str]]:
    """So many utterances; figures, and the curve of memory in words."""
    files, folder, tasks = open_files(), left_files(), asyncio.all_tasks()
    began, memory = time.monotonic(), list[int]()
    async with hall() as here:
        links = [Synthesiser(engine=key) for key in engines_here()]
        device = LooseServer(here, 5)
        voice = Voice(Chain(links), Outlet(device, SilentPlayer("no_device", 10), retry_s=0))
        soak = Soak(links, voice, device, seed=20261123)

        def each(number: int) -> None:
            if number and number % TELL_EVERY == 0:
                print(f"  {number} of {count} after {time.monotonic() - began:.0f} s", flush=True)
            here.recorder.forget()  # what the measuring itself keeps must not be taken for a leak
            soak.witness.captions.clear()
            if number >= count * SETTLED and number % EVERY == 0:
                gc.collect()
                memory.append(memory_kb())

        await voice.start()
        await soak.run(count, each)
        await voice.aclose()
    took = time.monotonic() - began
    left = [pid for pid in soak.pids if running(pid)] + children()
    more = max(0, open_files() - files), len(left_files() - folder), len(asyncio.all_tasks() - tasks)
    return _figures(soak, left, more, memory), [_note(soak, device, took, memory)]


def _figures(soak: Soak, left: list[int], more: tuple[int, int, int], memory: list[int]) -> list[Figure]:
    grown = 100 * (max(memory) / memory[0] - 1) if memory else 0.0
    names = ("open files", "temporary files", "tasks")
    leaks = ", ".join(f"{number} {name}" for number, name in zip(more, names, strict=True))
    return [
        none_of("soak: utterances lost or told of twice", len(soak.lost()), len(soak.said)),
        none_of("soak: processes left behind", len(left), len(soak.pids), "speech children seen"),
        Figure("soak: files and tasks left behind", "none", leaks, not any(more)),
        at_most("soak: growth of memory once warm", grown, FLAT_PERCENT, "%", f"{len(memory)} looks"),
    ]


def _note(soak: Soak, device: LooseServer, took: float, memory: list[int]) -> str:
    endings = Counter(report.ending for report in soak.witness.reports)
    events = ", ".join(f"{name} {count}" for name, count in (soak.events + device.events).items() if name != "nothing")
    curve = " ".join(f"{kb / 1024:.1f}" for kb in memory[:: max(1, len(memory) // 20)])
    return (
        f"## The hard day\n\n{len(soak.said)} utterances in {took:.0f} s, "
        f"played {SPEED} times too fast. They ended so: "
        f"{', '.join(f'{name} {count}' for name, count in endings.items())}. What happened meanwhile: {events}. "
        f"Memory of the process in MiB, from {SETTLED:.0%} of the way on: {curve}."
    )
