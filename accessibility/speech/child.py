"""Ends a child process, at once or kindly."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable


def end_child(process: asyncio.subprocess.Process) -> None:
    """Kill it, if it still runs.

    WORKAROUND asyncio (Python 3.11): `Process.kill` and `Process.terminate` look whether the child has ended and may
    take its exit code away from the watcher, which then complains of an unknown child. Asking the system does not.
    """
    if sys.platform == "win32":
        _quietly(process, process.kill)
    else:
        _quietly(process, lambda: os.kill(process.pid, signal.SIGKILL))


def ask_child_to_end(process: asyncio.subprocess.Process) -> None:
    """Tell it to end by itself, if it still runs."""
    if sys.platform == "win32":
        _quietly(process, process.terminate)
    else:
        _quietly(process, lambda: os.kill(process.pid, signal.SIGTERM))


def _quietly(process: asyncio.subprocess.Process, order: Callable[[], None]) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            order()
