"""Keeps a child process from outliving its parent, where the system can (Linux)."""

from __future__ import annotations

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Ask the system to kill this process when its parent ends, even a parent that was killed itself.

    Elsewhere than on Linux the end of standard input does this, unless the engine hangs at that moment.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
