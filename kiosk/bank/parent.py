"""The child's watch over its parent: when standard input ends, the parent has died, on every system alike."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Final

GRACE_S: Final = 1.0
"""Seconds for closing the books; then the process ends in any case. The books stay whole either way."""


def end_with_parent(descriptor: int, end: Callable[[], object]) -> None:
    """Watch an open file in a thread; at its end call `end` there, and end the process after GRACE_S.

    It reads the descriptor itself: a thread waiting in Python's buffered standard input makes the interpreter abort
    when the process ends for another reason.
    """

    def watch() -> None:
        while os.read(descriptor, 4096):
            pass
        late = threading.Timer(GRACE_S, os._exit, (0,))
        late.daemon = True
        late.start()
        end()

    threading.Thread(target=watch, name="parent", daemon=True).start()
