"""The loop that every window of the project runs on: asyncio on Qt's own."""

from __future__ import annotations

import asyncio
import sys

import qasync
from PySide6.QtWidgets import QApplication


class QtLoop(qasync.QEventLoop):  # type: ignore[misc]
    """asyncio on Qt's loop.

    WORKAROUND qasync 0.28: it does not ask for abandoned asynchronous generators, as asyncio's own loops do; the
    streams inside httpx would then be torn down by the garbage collector, with a traceback on the error output.
    """

    def run_forever(self) -> None:
        """Run until stopped, and finish what generators leave open."""
        before = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        try:
            super().run_forever()
        finally:
            sys.set_asyncgen_hooks(*before)


def qt_runner(app: QApplication) -> asyncio.Runner:
    """Runs coroutines on Qt's loop; to be used as a context."""
    return asyncio.Runner(loop_factory=lambda: QtLoop(app))
