"""Ends a child process at once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys


def end_child(process: asyncio.subprocess.Process) -> None:
    """Kill it, if it still runs.

    WORKAROUND asyncio (Python 3.11): `Process.kill` looks whether the child has ended and may take its exit code away
    from the watcher, which then complains of an unknown child. Asking the system itself does not.
    """
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.kill(process.pid, signal.SIGKILL)
