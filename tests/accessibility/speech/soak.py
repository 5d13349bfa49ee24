"""A hard life for the voice: random interrupts, engines killed and hung, devices that come and go. Seeded."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Sequence

from accessibility.speech.outlet import Outlet
from accessibility.speech.player import NoSoundDevice, Playback, Player, SoundReason
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.witness import Witness

WORDS = {
    "zh_CN": ("您的活期账户余额显示在屏幕上", "请按左边的大按钮", "一万二千三百四十五元六角", "要帮忙请按红色按钮"),
    "zh_TW": ("您的活期帳戶餘額顯示在螢幕上", "請按左邊的大按鈕", "要幫忙請按紅色按鈕"),
    "en": ("Your balance is shown on the screen", "Please press the large button", "Shop Number Nine, Nanjing Road"),
}
SCREENS = ("home", "balances", "help")
HANG, OUTAGE, KILL = 0.01, 0.004, 0.03
"""How often, an utterance, an engine's child is hung, an engine is out of order for OUTAGE_S, or a child is killed."""
OUTAGE_S = 4.0
DEVICE = 0.04
"""How often the device is pulled out or comes back."""


class LooseDevice:
    """A player whose plug is loose: while it is out, nothing starts, and what sounds fails."""

    reason: SoundReason = "ok"

    def __init__(self, player: Player) -> None:
        self.plugged = True
        self._player = player

    async def start(self, sound: Sound) -> Playback:
        """Begin to play. Raises NoSoundDevice."""
        if not self.plugged:
            raise NoSoundDevice("unplugged")
        return _Loose(self, await self._player.start(sound))


class _Loose:
    def __init__(self, device: LooseDevice, playback: Playback) -> None:
        self._device = device
        self._playback = playback

    @property
    def position_s(self) -> float:
        return self._playback.position_s

    def stop(self) -> None:
        self._playback.stop()

    async def wait(self) -> None:
        await self._playback.wait()
        if not self._device.plugged:
            raise NoSoundDevice("pulled out")


class Soak:
    """Says many utterances while all that goes wrong in branches goes wrong."""

    def __init__(self, engines: Sequence[Synthesiser], voice: Voice, device: LooseDevice, seed: int) -> None:
        self.witness = Witness()
        self.said: list[str] = []
        self.events: Counter[str] = Counter()
        self.pids: set[int] = set()
        """Of every child there ever was, as far as it was seen."""
        self._may_repeat: set[str] = set()
        self._outages: list[asyncio.Task[None]] = []
        self._engines = engines
        self._voice = voice
        self._device = device
        self._chance = random.Random(seed)
        voice.add(self.witness)

    async def run(self, count: int, each: Callable[[int], None] = lambda _: None) -> None:
        """Say so many utterances; `each` is called with the number of each."""
        for number in range(count):
            self._say(number)
            await self._listen_a_while()
            self._interrupt()
            self._hurt()
            if self._chance.random() < 0.5:
                await self._quiet()
            each(number)
            if self._outages and self._outages[0].done():
                self._outages.pop().result()
        for outage in self._outages:
            await outage
        self._device.plugged = True
        await self._quiet()

    def lost(self) -> list[str]:
        """What was not reported, or twice though no pause had cut or brought it back."""
        reports = Counter(report.utterance.text for report in self.witness.reports)
        return [
            text for text in self.said if reports[text] == 0 or (reports[text] > 1 and text not in self._may_repeat)
        ]

    async def _listen_a_while(self) -> None:
        """Some turns of the loop, from the beginning of the next words or from now on."""
        if self._chance.random() < 0.6 and self._voice.speaking:
            before = len(self.witness.begun)
            begun = asyncio.create_task(self.witness.until(lambda: len(self.witness.begun) > before))
            quiet = asyncio.create_task(self._voice.until_quiet())
            await asyncio.wait((begun, quiet), return_when=asyncio.FIRST_COMPLETED)
            begun.cancel()
            quiet.cancel()
        for _ in range(self._chance.randrange(30)):
            await asyncio.sleep(0)

    async def _quiet(self) -> None:
        if self._voice.paused:
            self._voice.resume()
        await self._voice.until_quiet()

    def _say(self, number: int) -> None:
        lang = self._chance.choice(list(WORDS))
        words = "，".join(self._chance.sample(WORDS[lang], self._chance.randint(1, 2)))
        text = f"{words}。{number}." if lang != "en" else f"{words}. Number {number}."
        self.said.append(text)
        priority = self._chance.choices(list(Priority), weights=(6, 2, 3))[0]
        utterance = Utterance(
            text,
            lang,
            source_key=self._chance.choice(SCREENS),
            private=self._chance.random() < 0.2,
            essential=self._chance.random() < 0.1,
            pause_after_ms=self._chance.choice((0, 0, 5)),
        )
        self._voice.say([utterance], priority)

    def _interrupt(self) -> None:
        action = self._chance.choice(
            ("stop", "hush", "leave", "private", "drop", "pause", "rate", "volume", "channel", "", "", "", "", "")
        )
        self.events[action or "nothing"] += 1
        match action:
            case "stop":
                self._voice.stop()
            case "hush":
                self._voice.hush()
            case "leave":
                self._voice.leave(self._chance.choice(SCREENS))
            case "private":
                self._voice.stop_private()
            case "drop":
                self._voice.drop(lambda utterance: utterance.lang == "en")
            case "pause":
                done = {report.utterance.text for report in self.witness.reports[-100:]}
                self._may_repeat |= {text for text in self.said[-100:] if text not in done}
                self._may_repeat |= {utterance.text for utterance in self._voice.hushed}
                self._voice.pause()
            case "rate":
                self._voice.set_rate(self._chance.choice((120, 170, 240)))
            case "volume":
                self._voice.set_volume(self._chance.randint(1, 5))
            case "channel":
                self._voice.set_channel(self._chance.choice(("speaker", "headset")))

    def _hurt(self) -> None:
        living = [pid for engine in self._engines for pid in engine.pids]
        self.pids.update(living)
        luck = self._chance.random()
        if living and luck < HANG:
            self._signal(self._chance.choice(living), signal.SIGSTOP, "hung")
        elif living and luck < HANG + KILL:
            self._signal(self._chance.choice(living), signal.SIGKILL, "killed")
        elif luck < HANG + KILL + OUTAGE and not self._outages:
            self._outages.append(asyncio.create_task(self._outage(self._engines[0])))
        elif luck > 1 - DEVICE:
            self._device.plugged = not self._device.plugged
            self.events["device in" if self._device.plugged else "device out"] += 1

    async def _outage(self, engine: Synthesiser) -> None:
        """Hang each child of an engine as soon as it is seen, until the next engine has long taken over."""
        self.events["outage"] += 1
        end, hung = asyncio.get_running_loop().time() + OUTAGE_S, set[int]()
        while asyncio.get_running_loop().time() < end:
            for pid in set(engine.pids) - hung:
                self._signal(pid, signal.SIGSTOP, "hung in an outage")
                hung.add(pid)
            await asyncio.sleep(0.02)

    def _signal(self, pid: int, number: int, name: str) -> None:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        self.events[name] += 1


def quick_outlet(device: LooseDevice, speed: float) -> Outlet:
    """An outlet that tries a device that failed again at once, and shows captions quickly meanwhile."""
    return Outlet(device, SilentPlayer("no_device", speed), retry_s=0)
