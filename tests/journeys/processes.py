"""Processes beside a test: finding the children of one, ending them as a crash would, and seeing them gone (Linux)."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest

needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc and stops processes")
BANK, SPEECH = "kiosk.bank.serving", "accessibility.speech.worker"


def children(parent: int, doing: str) -> list[int]:
    """Process ids of the children of `parent` whose command line holds `doing`."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and _parent(entry) == parent and doing in _command(entry):
            found.append(int(entry.name))
    return found


def kill(*pids: int) -> None:
    """kill -9."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def stop(*pids: int) -> None:
    """Let them stand still, as a machine that has lost its breath does; they can go on."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)


def go_on(*pids: int) -> None:
    """Let them run again; those that ended meanwhile are passed over."""
    for pid in pids:
        if _state(pid) == "T":
            os.kill(pid, signal.SIGCONT)


class Ends:
    """Waits for processes that are not ours to end; made while they live."""

    def __init__(self, pids: list[int]) -> None:
        self._watched = {os.pidfd_open(pid): pid for pid in pids}

    def all_within(self, seconds: float) -> list[int]:
        """Those that still live after so long."""
        left = dict(self._watched)
        poll = select.poll()
        for descriptor in left:
            poll.register(descriptor, select.POLLIN)
        while left and (ended := poll.poll(seconds * 1000)):
            for descriptor, _ in ended:
                poll.unregister(descriptor)
                left.pop(descriptor)
        for descriptor in self._watched:
            os.close(descriptor)
        return list(left.values())


def _parent(entry: Path) -> int:
    fields = _fields(entry)
    return int(fields[1]) if len(fields) > 1 else 0


def _state(pid: int) -> str:
    return (_fields(Path(f"/proc/{pid}")) or [""])[0]


def _fields(entry: Path) -> list[str]:
    try:
        return (entry / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []  # it ended meanwhile


def _command(entry: Path) -> str:
    try:
        return (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""
