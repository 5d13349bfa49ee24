"""Several engines as one: the best that can speaks, and words come within five seconds whatever hangs."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from accessibility.speech.chain import Chain
from accessibility.speech.engines import PLATFORM
from accessibility.speech.frames import Request
from accessibility.speech.line_up import engine_keys, line_up
from accessibility.speech.maker import CannotSay, Unavailable
from accessibility.speech.outlet import Outlet
from accessibility.speech.patience import PATIENCE, Patience
from accessibility.speech.recorded_maker import RecordedMaker
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from tests.accessibility.speech.witness import Witness

HELLO = Request(0, "Good morning, Mrs Wang.", "en", 170, 3)
MISSING = partial(WorkerProcess.start, engine="no such engine")

posix = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")


def hung_again_and_again(engine: str = "pack") -> Synthesiser:
    """An engine whose children all hang as soon as they greeted."""
    program = (
        "import sys, time\n"
        "from accessibility.speech.frames import Reply, frame\n"
        "sys.stdout.buffer.write(frame(Reply(0, engine='hung', voices={})))\n"
        "sys.stdout.buffer.flush()\n"
        "time.sleep(600)\n"
    )
    return Synthesiser(partial(WorkerProcess.start, (sys.executable, "-c", program)), engine=engine)


async def test_the_first_speaks_and_the_second_gets_what_it_cannot_say() -> None:
    best, other = RecordedMaker(covers="abc", engine="best"), RecordedMaker(engine="other")
    chain = Chain([best, other])
    assert (await chain.make(Request(1, "abc", "en", 170, 3))).engine == "best"
    assert (await chain.make(Request(2, "abcd", "en", 170, 3))).engine == "other"
    assert [request.text for request in best.asked] == ["abc", "abcd"]
    assert [request.text for request in other.asked] == ["abcd"]
    await chain.aclose()


async def test_what_nobody_can_say_is_told() -> None:
    chain = Chain([RecordedMaker(covers="a"), RecordedMaker(covers="b")])
    with pytest.raises(CannotSay):
        await chain.make(Request(1, "c", "en", 170, 3))
    await chain.aclose()
    empty = Chain([])
    with pytest.raises(Unavailable):
        await empty.make(HELLO)
    await empty.aclose()


async def test_an_engine_that_is_not_installed_is_known_at_once_and_not_tried_at_each_sentence() -> None:
    started = 0

    async def start() -> WorkerProcess:
        nonlocal started
        started += 1
        return await MISSING()

    absent = Synthesiser(start, PATIENCE["pack"], "pack")
    chain = Chain([absent, Synthesiser()])
    for _ in range(3):
        assert (await chain.make(HELLO)).engine == PLATFORM
    assert started == 1
    assert [health.state for health in chain.health] == ["absent", "ok"]
    assert "no such engine" in chain.health[0].problem
    await chain.aclose()


async def test_a_missing_engine_is_tried_again_much_later() -> None:
    absent = Synthesiser(MISSING, Patience(absent_s=0), "pack")
    for _ in range(2):
        with pytest.raises(Unavailable, match="no such engine"):
            await absent.make(HELLO)
    assert absent.health.failures == 2
    await absent.aclose()


async def test_the_second_engine_costs_nothing_until_the_first_was_heard() -> None:
    second = Synthesiser()
    chain = Chain([RecordedMaker(), second], settle_s=0)
    await chain.start()
    assert second.pids == ()
    await chain.make(HELLO)
    assert second.pids == ()
    await until(lambda: second.health.state == "ok")
    assert len(second.pids) == 1
    await chain.aclose()


async def test_a_first_engine_that_does_not_start_wakes_the_second_before_a_word_is_said() -> None:
    second = Synthesiser()
    chain = Chain([Synthesiser(MISSING, PATIENCE["pack"], "pack"), second], settle_s=3600)
    await chain.start()
    await until(lambda: second.health.state == "ok")
    await chain.aclose()


@posix
async def test_after_three_failures_the_next_takes_over_and_the_first_is_tried_again_after_its_rest() -> None:
    pack = Synthesiser(patience=Patience(answer_s=0.3, start_s=1.0, failures=3, rest_s=0.5), engine=PLATFORM)
    await pack.make(HELLO)
    chain = Chain([pack, RecordedMaker(engine="next")])
    await chain.make(HELLO)
    assert chain.in_use == PLATFORM
    stopper = asyncio.create_task(stop_all(pack))
    assert (await chain.make(HELLO)).engine == "next"
    stopper.cancel()
    resting = chain.health[0]
    assert (resting.state, resting.failures, chain.in_use) == ("resting", 3, "next")
    assert "its child did not" in resting.problem
    while (await chain.make(HELLO)).engine == "next":
        await asyncio.sleep(0)
    assert chain.health[0].state == "ok"
    assert chain.in_use == PLATFORM
    await chain.aclose()


async def test_whoever_watches_is_told_of_each_change() -> None:
    told = []
    chain = Chain([Synthesiser(MISSING, PATIENCE["pack"], "pack"), RecordedMaker(engine="next")])
    chain.watch(lambda: told.append((chain.in_use, chain.health[0].state)))
    await chain.make(HELLO)
    assert told == [("next", "not_started")]
    await chain.start()
    await until(lambda: told[-1] == ("next", "absent"))
    await chain.aclose()


@posix
async def test_both_engines_hung_and_the_words_are_shown_within_five_seconds() -> None:
    chain = Chain([hung_again_and_again("pack"), hung_again_and_again(PLATFORM)])
    voice, witness = Voice(chain, Outlet(RecordingPlayer(), SilentPlayer("no_device", 40))), Witness()
    voice.add(witness)
    await voice.start()
    began = time.monotonic()
    voice.say([Utterance("Your balance is shown on the screen.", "en")])
    await witness.until(lambda: any(caption.text for caption in witness.captions))
    assert time.monotonic() - began < 5
    await voice.until_quiet()
    await voice.aclose()
    assert witness.fates == [("Your balance is shown on the screen.", "silent")]
    assert voice.sound == "engine_failed"
    assert chain.health[0].state == "resting"


@posix
async def test_engines_that_hang_while_they_start_are_given_up_too() -> None:
    program = (sys.executable, "-c", "import time; time.sleep(600)")
    start = partial(WorkerProcess.start, program)
    chain = Chain([Synthesiser(start, engine=key) for key in ("pack", PLATFORM)])
    await chain.start()
    began = time.monotonic()
    with pytest.raises(Unavailable):
        await chain.make(HELLO)
    assert time.monotonic() - began < 5
    await chain.aclose()


async def test_a_heavy_engine_keeps_no_spare_child() -> None:
    light, heavy = Synthesiser(), Synthesiser(patience=Patience(spare=False))
    for synthesiser in (light, heavy):
        await synthesiser.make(HELLO)
    await until(lambda: len(light.pids) == 2)
    assert len(heavy.pids) == 1
    assert not PATIENCE["neural"].spare
    await light.aclose()
    await heavy.aclose()


@posix
async def test_a_hung_pack_leaves_the_words_to_the_platform_within_three_seconds() -> None:
    chain = Chain([hung_again_and_again(), Synthesiser()])
    began = time.monotonic()
    assert (await chain.make(HELLO)).engine == PLATFORM
    assert time.monotonic() - began < 4
    again = time.monotonic()
    assert (await chain.make(HELLO)).engine == PLATFORM
    assert time.monotonic() - again < 0.5
    await chain.aclose()


async def test_what_nobody_waits_for_any_more_is_not_asked_of_the_child() -> None:
    synthesiser = Synthesiser()
    await synthesiser.make(HELLO)
    long = Request(0, "Please look at the screen. " * 5, "en", 80, 3)
    asked = [asyncio.create_task(synthesiser.make(long)) for _ in range(30)]
    await asyncio.sleep(0)
    for task in asked:
        task.cancel()
    began = time.monotonic()
    await synthesiser.make(HELLO)
    assert time.monotonic() - began < 1
    assert synthesiser.health.said == 2
    await synthesiser.aclose()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes in /proc")
@pytest.mark.parametrize("turns", [0, 1, 2, 5, 50])
async def test_closing_while_everything_starts_leaves_nothing(turns: int) -> None:
    before, tasks = children(), asyncio.all_tasks()
    chain = Chain([Synthesiser(engine="pack"), Synthesiser()], settle_s=0)
    starting = asyncio.create_task(chain.start())
    making = asyncio.create_task(chain.make(HELLO))
    for _ in range(turns):
        await asyncio.sleep(0)
    making.cancel()
    await asyncio.wait({starting, making})
    await chain.aclose()
    assert children() == before
    assert asyncio.all_tasks() == tasks


def test_the_line_up_follows_the_setting() -> None:
    assert engine_keys("auto", installed=lambda _: None) == ("pack", PLATFORM)
    assert engine_keys("auto", installed=lambda runtime: runtime) == ("pack", "neural", PLATFORM)
    assert engine_keys("neural", installed=lambda _: None) == ("neural", PLATFORM)
    assert engine_keys("pack") == ("pack", PLATFORM)
    assert engine_keys(PLATFORM) == (PLATFORM,)
    with pytest.raises(ValueError, match="festival"):
        engine_keys("festival")


async def test_the_line_up_speaks() -> None:
    chain = line_up()
    await chain.start()
    assert (await chain.make(HELLO)).sound.seconds > 1
    await chain.aclose()


def children() -> list[int]:
    """Processes this one has started and that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == os.getpid() and state != "Z":
            found.append(int(stat.parent.name))
    return found


async def stop_all(synthesiser: Synthesiser) -> None:
    """Hang every child there is, again and again."""
    while True:
        for pid in synthesiser.pids:
            os.kill(pid, signal.SIGSTOP)
        await asyncio.sleep(0.005)


async def until(true: object) -> None:
    assert callable(true)
    while not true():
        await asyncio.sleep(0)
