"""The jack on a real sound server: plugged in, pulled out, the server killed, no speech after unplug."""

from __future__ import annotations

import array
import asyncio
import shutil
import time
from pathlib import Path

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.jack.jack import JackState
from accessibility.speech.jack.pactl import Pactl
from accessibility.speech.jack.pulse_jack import PulseJack
from accessibility.speech.player import Playback
from accessibility.speech.sound import Sound
from tests.accessibility.speech.jack.conftest import Watcher
from tests.accessibility.speech.jack.lobby import NEEDS_A_SERVER, Lobby

pytestmark = NEEDS_A_SERVER
SOON_S = 0.1
"""From the event to silence, and to knowing."""


def jack() -> PulseJack:
    return PulseJack(setpriv=shutil.which("setpriv") or "")


def tone(seconds: float) -> Sound:
    wave = array.array("h", [8000 if at // 25 % 2 else -8000 for at in range(round(22050 * seconds))])
    return Sound(22050, wave.tobytes())


async def test_plugged_in_and_pulled_out_within_a_tenth_of_a_second(lobby: Lobby, watcher: Watcher) -> None:
    ears = jack()
    ears.watch(watcher)
    await ears.start()
    try:
        for _ in range(3):
            number = await lobby.plug_in()
            plugged = time.monotonic()
            assert await watcher.until("in") - plugged < SOON_S
            assert ears.state == "in"
            pulled = await lobby.pull_out(number)
            assert await watcher.until("out") - pulled < SOON_S
        assert watcher.words() == ["in", "stirred", "out"] * 3
    finally:
        await ears.aclose()


async def test_what_happens_before_anybody_listens_is_not_missed(
    lobby: Lobby, watcher: Watcher, tmp_path: Path
) -> None:
    """The child that reports events may be slow to begin: by then the first question was answered long ago."""
    slow = tmp_path / "pactl"
    slow.write_text('#!/bin/sh\n[ "$1" = subscribe ] && sleep 1.5\nexec pactl "$@"\n')
    slow.chmod(0o700)
    ears = PulseJack(Pactl(str(slow)))
    ears.watch(watcher)
    await ears.start()
    try:
        await asyncio.sleep(0.7)  # the first question is answered, nobody listens yet
        number = await lobby.plug_in()
        await watcher.until("in")
        await asyncio.sleep(2)  # it listens by now
        pulled = await lobby.pull_out(number)
        assert await watcher.until("out") - pulled < SOON_S
    finally:
        await ears.aclose()


async def test_sound_that_begins_and_ends_is_no_reason_to_hush(lobby: Lobby, watcher: Watcher) -> None:
    ears = jack()
    ears.watch(watcher)
    await ears.start()
    await lobby.plug_in()
    await watcher.until("in")
    for _ in range(3):
        await (await AplayPlayer().start(tone(0.2))).wait()
    await lobby.pactl("set-sink-volume", "ears", "50%")
    assert watcher.words() == ["in"]
    await ears.aclose()


async def heard_after_unplugging(lobby: Lobby, watcher: Watcher, hushed: list[Playback]) -> list[float]:
    """What the loudspeaker gave after the headset was pulled out in mid-sentence: seconds after it, one each 10 ms."""
    number = await lobby.plug_in()
    await watcher.until("in")
    playback = await AplayPlayer(setpriv=shutil.which("setpriv") or "").start(tone(1.5))
    hushed.append(playback)
    while playback.position_s < 0.5:
        await asyncio.sleep(0.01)
    assert lobby.loud_at == [], "the loudspeaker is silent while the headset is in"
    pulled = await lobby.pull_out(number)
    await playback.wait()
    await lobby.quiet()
    heard = [at - pulled for at in lobby.loud_at]
    lobby.loud_at.clear()
    await watcher.until("out")
    return heard


async def test_nothing_is_heard_from_the_loudspeaker_after_the_headset_is_pulled_out(lobby: Lobby) -> None:
    class Hush(Watcher):
        def stirred(self) -> None:
            super().stirred()
            while hushed:
                hushed.pop().stop()

    hushed: list[Playback] = []
    watcher, ears = Hush(), jack()
    ears.watch(watcher)
    await ears.start()
    for _ in range(3):
        heard = await heard_after_unplugging(lobby, watcher, hushed)
        assert [at for at in heard if at > SOON_S] == []
    # Without anybody to hush it, the server lets the loudspeaker say the rest: what is proved above is worth proving.
    assert [at for at in await heard_after_unplugging(lobby, watcher, []) if at > SOON_S]
    await ears.aclose()


async def test_a_server_that_dies_is_waited_for(lobby: Lobby, watcher: Watcher) -> None:
    ears = jack()
    ears.watch(watcher)
    await ears.start()
    await lobby.plug_in()
    await watcher.until("in")
    await lobby.end_server()
    await watcher.until("unknown")
    await lobby.start_server()
    await watcher.until("out")
    await lobby.plug_in()
    await watcher.until("in")
    assert watcher.words() == ["in", "stirred", "unknown", "out", "in"]
    await ears.aclose()


async def test_its_children_end_with_it(lobby: Lobby, watcher: Watcher) -> None:
    ears = jack()
    ears.watch(watcher)
    await ears.start()
    await lobby.plug_in()
    await watcher.until("in")
    await ears.aclose()
    _, clients = await lobby.pactl("list", "short", "clients")
    assert clients.count("pactl") <= 1, "only the one that asks"


async def test_without_pactl_nothing_is_known_and_nothing_breaks(watcher: Watcher) -> None:
    ears = PulseJack(Pactl("/nowhere/pactl"))
    ears.watch(watcher)
    await ears.start()
    await asyncio.sleep(0)
    state: JackState = ears.state
    assert state == "unknown"
    await ears.aclose()
    assert watcher.words() == []
