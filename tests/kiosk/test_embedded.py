"""The bank's child process: alive while the kiosk is, and not a moment longer."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.client import errors
from kiosk.embedded import EmbeddedBank, EmbeddedState

KIOSK = """
import asyncio, pathlib, sys
from kiosk.embedded import EmbeddedBank
async def main():
    bank = EmbeddedBank(pathlib.Path(sys.argv[1]))
    await bank.start()
    await bank.address()
    print(bank.pid, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


def child(*lines: str) -> tuple[str, ...]:
    """A child that reads its secrets and then does as the lines say."""
    return (sys.executable, "-c", "\n".join(["import json, os, sys, time", "got = sys.stdin.readline()", *lines]))


def say(**line: object) -> str:
    return f"print({json.dumps(json.dumps(line))}, flush=True)"


WAIT_FOR_THE_END = "sys.stdin.read()"


async def until(bank: EmbeddedBank, wanted: str, starts: int = 0) -> EmbeddedState:
    """Wait for a phase, by the bank's own word."""
    while bank.state.phase != wanted or bank.state.starts < starts:
        await bank.next_state()
    return bank.state


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_it_serves_and_goes_without_a_trace(tmp_path: Path) -> None:
    seen: list[str] = []
    bank = EmbeddedBank(tmp_path, changed=lambda: seen.append(bank.state.phase))
    await bank.start()
    address = await bank.address()
    pid = bank.pid
    assert address.url.startswith("http://127.0.0.1:")
    assert pid is not None
    assert is_alive(pid)
    await bank.stop()
    assert not is_alive(pid), "no process and no zombie is left"
    assert seen == ["starting", "serving", "stopped"]
    with pytest.raises(errors.BankAway):
        await bank.address()
    await bank.stop()


async def test_a_killed_child_is_followed_by_another_with_the_same_secret(tmp_path: Path) -> None:
    bank = EmbeddedBank(tmp_path)
    await bank.start()
    before, first = await bank.address(), bank.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    await until(bank, "serving", starts=2)
    after = await bank.address()
    assert bank.pid != first
    assert not is_alive(first)
    assert after.device_token == before.device_token
    await bank.stop()


async def test_a_killed_kiosk_takes_the_bank_along(tmp_path: Path) -> None:
    kiosk = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KIOSK, str(tmp_path), stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert kiosk.stdout is not None
    pid = int(await kiosk.stdout.readline())
    assert is_alive(pid)
    kiosk.kill()
    await kiosk.wait()
    # The bank inherited nothing but its own pipe, so it is a grandchild now: poll for its end, with a limit.
    async with asyncio.timeout(10):
        while is_alive(pid) and not _is_zombie(pid):
            await asyncio.sleep(0.02)


def _is_zombie(pid: int) -> bool:
    """In a container without an init nobody reaps orphans."""
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


async def test_secrets_come_on_standard_input_only(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    lines = (f"open({str(told)!r}, 'w').write(json.dumps([got, sys.argv, dict(os.environ)]))", say(ready=True, port=1))
    bank = EmbeddedBank(tmp_path, place="Kiosk 7", kind="home", command=child(*lines, WAIT_FOR_THE_END))
    await bank.start()
    address = await bank.address()
    line, *elsewhere = json.loads(told.read_text())
    assert {"place": "Kiosk 7", "kind": "home", "device_token": address.device_token}.items() <= json.loads(
        line
    ).items()
    assert address.device_token not in json.dumps(elsewhere)
    assert address.device_token not in repr(bank) + repr(address)
    await bank.stop()


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        ("port-taken", errors.PortTaken),
        ("data-dir-not-writable", errors.StorageReadOnly),
        ("disk-full", errors.StorageFull),
        ("storage-broken", errors.BankFailed),
        ("something-new", errors.BankAway),
    ],
)
async def test_a_child_that_cannot_start_says_why(tmp_path: Path, problem: str, expected: type[Exception]) -> None:
    bank = EmbeddedBank(tmp_path, command=child(say(ready=False, problem=problem, detail="x")), pauses_s=(0, 60))
    await bank.start()
    await until(bank, "waiting")
    with pytest.raises(expected) as caught:
        await bank.address()
    assert type(caught.value) is expected
    assert bank.state.problem == problem
    await bank.stop()


async def test_stopping_while_a_child_is_being_made_ends_that_child_too(tmp_path: Path) -> None:
    bank = EmbeddedBank(tmp_path, command=child(WAIT_FOR_THE_END))
    for turns in range(6):
        await bank.start()
        for _ in range(turns):
            await asyncio.sleep(0)
        async with asyncio.timeout(20):
            await bank.stop()
        assert bank.pid is None


async def test_a_trouble_that_passes_is_forgotten(tmp_path: Path) -> None:
    once = tmp_path / "once"
    lines = (
        f"if not os.path.exists({str(once)!r}):",
        f"    open({str(once)!r}, 'w').close()",
        f"    {say(ready=False, problem='disk-full')}",
        "    sys.exit(3)",
        say(ready=True, port=1),
        WAIT_FOR_THE_END,
    )
    bank = EmbeddedBank(tmp_path, command=child(*lines), pauses_s=(0,))
    await bank.start()
    state = await until(bank, "serving")
    assert (state.problem, state.starts) == ("", 2)
    assert (await bank.address()).url == "http://127.0.0.1:1"
    await bank.stop()


@pytest.mark.parametrize("line", ["", "print('hello')", "print('x' * 100000)", "print('[1]')", "sys.exit(1)"])
async def test_a_child_that_says_nothing_sensible_is_replaced(tmp_path: Path, line: str) -> None:
    bank = EmbeddedBank(tmp_path, command=child(line, "sys.stdout.flush()"), pauses_s=(0,))
    await bank.start()
    await until(bank, "starting", starts=4)
    assert bank.state.problem == "silent"
    with pytest.raises(errors.BankAway):
        await bank.address()
    await bank.stop()


async def test_a_silent_child_is_given_up(tmp_path: Path) -> None:
    bank = EmbeddedBank(tmp_path, command=child(WAIT_FOR_THE_END), pauses_s=(0,), ready_within_s=0.3)
    await bank.start()
    await until(bank, "starting", starts=2)
    await bank.stop()


async def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    bank = EmbeddedBank(tmp_path, command=[str(tmp_path / "no-such-program")], pauses_s=(0, 60))
    await bank.start()
    await until(bank, "waiting", starts=2)
    with pytest.raises(errors.BankAway):
        await bank.address()
    await bank.stop()


async def test_a_stubborn_child_is_killed(tmp_path: Path) -> None:
    stubborn = (
        "import signal",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
        say(ready=True, port=1),
        "while True: time.sleep(60)",
    )
    bank = EmbeddedBank(tmp_path, command=child(*stubborn), stop_within_s=0.2)
    await bank.start()
    await bank.address()
    pid = bank.pid
    assert pid is not None
    await bank.stop()
    assert not is_alive(pid)


async def test_a_chatty_child_never_waits_for_us(tmp_path: Path) -> None:
    done = tmp_path / "done"
    lines = (
        say(ready=True, port=1),
        "sys.stdout.write('x' * 1_000_000)",
        "sys.stdout.flush()",
        f"open({str(done)!r}, 'w').close()",
    )
    bank = EmbeddedBank(tmp_path, command=child(*lines), pauses_s=(60,))
    await bank.start()
    await until(bank, "waiting")
    assert done.exists()
    await bank.stop()


async def test_pauses_grow_until_a_child_was_steady(tmp_path: Path) -> None:
    short = EmbeddedBank(tmp_path, command=child(say(ready=True, port=1)), pauses_s=(0, 0, 60), steady_after_s=60)
    await short.start()
    await until(short, "waiting", starts=3)
    await short.stop()
    steady = EmbeddedBank(tmp_path, command=child(say(ready=True, port=1)), pauses_s=(0, 60), steady_after_s=0)
    await steady.start()
    await until(steady, "serving", starts=4)
    await steady.stop()


def test_it_works_on_the_loop_of_the_window(tmp_path: Path) -> None:
    """The same under qasync, in a process of its own so that this one keeps its loop."""
    script = """
import asyncio, os, pathlib, signal, sys
from PySide6.QtCore import QCoreApplication
import qasync
from kiosk.client.bank import Bank
from kiosk.embedded import EmbeddedBank
async def main():
    bank = EmbeddedBank(pathlib.Path(sys.argv[1]), place="Q")
    await bank.start()
    client = Bank(bank.address, lang=lambda: "en")
    print((await client.device()).place)
    os.kill(bank.pid, signal.SIGKILL)
    print((await client.device()).place, bank.state.starts)
    await client.aclose()
    await bank.stop()
    print(bank.state.phase)
app = QCoreApplication(sys.argv)
with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
    runner.run(main())
"""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ran.stdout.splitlines() == ["Q", "Q 2", "stopped"], ran.stderr
    assert "Error" not in ran.stderr
    assert "Exception" not in ran.stderr
