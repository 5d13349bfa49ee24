"""The speech child may die or hang at any moment: its words are said all the same, and nothing of it is left."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accessibility.speech.frames import Request
from accessibility.speech.maker import Unavailable
from accessibility.speech.patience import Patience
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.worker_process import COMMAND, HOME, WorkerDied, WorkerProcess

HELLO = Request(0, "Good morning, Mrs Wang.", "en", 170, 3)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")


def running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def both_warm(synthesiser: Synthesiser) -> tuple[int, int]:
    await synthesiser.make(HELLO)
    while len(synthesiser.pids) < 2:
        await asyncio.sleep(0)
    first, spare = synthesiser.pids
    return first, spare


async def test_a_killed_child_s_place_is_taken_by_the_spare(synthesiser: Synthesiser) -> None:
    first, spare = await both_warm(synthesiser)
    os.kill(first, signal.SIGKILL)
    assert (await synthesiser.make(HELLO)).sound.seconds > 1
    assert synthesiser.pids[0] == spare


async def test_a_child_killed_with_a_sentence_in_hand_loses_nothing(synthesiser: Synthesiser) -> None:
    first, spare = await both_warm(synthesiser)
    os.kill(first, signal.SIGSTOP)  # so that it surely has not answered when it dies
    asked = asyncio.create_task(synthesiser.make(HELLO))
    await asyncio.sleep(0)
    os.kill(first, signal.SIGKILL)
    assert (await asked).sound.seconds > 1
    assert synthesiser.pids[0] == spare


async def test_a_hung_child_is_killed_and_replaced() -> None:
    synthesiser = Synthesiser(patience=Patience(answer_s=0.3))
    first, spare = await both_warm(synthesiser)
    os.kill(first, signal.SIGSTOP)
    assert (await synthesiser.make(HELLO)).sound.seconds > 1
    assert synthesiser.pids[0] == spare
    await synthesiser.aclose()
    assert not running(first)


async def test_two_deaths_are_two_failures_however_many_texts_were_in_hand() -> None:
    """The sentence being said and the one made in advance: the voice does not rest because of two children."""
    synthesiser = Synthesiser(patience=Patience(failures=3, rest_s=3600))
    pids = await both_warm(synthesiser)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    asked = [asyncio.create_task(synthesiser.make(HELLO)) for _ in range(4)]
    await asyncio.sleep(0)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    try:
        assert all(made.sound.seconds > 1 for made in await asyncio.gather(*asked))
    finally:
        await synthesiser.aclose()


async def test_both_children_killed(synthesiser: Synthesiser) -> None:
    for pid in await both_warm(synthesiser):
        os.kill(pid, signal.SIGKILL)
    assert (await synthesiser.make(HELLO)).sound.seconds > 1


async def test_a_child_that_never_works_is_tried_three_times_and_then_left_in_peace() -> None:
    started = 0

    async def start() -> WorkerProcess:
        nonlocal started
        started += 1
        return await WorkerProcess.start((sys.executable, "-c", "pass"))

    synthesiser = Synthesiser(start, Patience(failures=3, rest_s=3600))
    with pytest.raises(Unavailable):
        await synthesiser.make(HELLO)
    before = started
    with pytest.raises(Unavailable):
        await synthesiser.make(HELLO)
    assert started == before
    await synthesiser.aclose()


async def test_no_such_program() -> None:
    synthesiser = Synthesiser(lambda: WorkerProcess.start(("/nowhere/speech",)))
    with pytest.raises(Unavailable):
        await synthesiser.make(HELLO)
    await synthesiser.aclose()


async def test_rubbish_on_the_pipe_ends_the_child() -> None:
    worker = await WorkerProcess.start((sys.executable, "-c", "print('x' * 100, flush=True); input()"))
    with pytest.raises(WorkerDied):
        await worker.make(HELLO)
    await worker.aclose()
    assert not running(worker.pid)


async def test_closing_ends_all_children() -> None:
    synthesiser = Synthesiser()
    pids = await both_warm(synthesiser)
    await synthesiser.aclose()
    assert not [pid for pid in pids if running(pid)]


def test_the_child_ends_with_its_input() -> None:
    ended = subprocess.run(COMMAND, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=HOME, timeout=60)
    assert ended.returncode == 0
    assert b"sit/cmn" in ended.stdout or not sys.platform.startswith("linux")


def test_the_child_does_not_outlive_a_killed_kiosk() -> None:
    program = (
        "import asyncio\n"
        "from accessibility.speech.frames import Request\n"
        "from accessibility.speech.synthesiser import Synthesiser\n"
        "async def main():\n"
        "    speech = Synthesiser()\n"
        "    await speech.make(Request(0, 'Good morning', 'en', 170, 3))\n"
        "    while len(speech.pids) < 2: await asyncio.sleep(0.01)\n"
        "    print(*speech.pids, flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=HOME, stdout=subprocess.PIPE) as kiosk:
        assert kiosk.stdout
        try:
            pids = [int(pid) for pid in kiosk.stdout.readline().split()]
        finally:
            kiosk.kill()
    assert len(pids) == 2
    while any(running(pid) for pid in pids):
        time.sleep(0)
