"""The loop that every window of the project runs on: asyncio on Qt's own."""

from __future__ import annotations

import asyncio
import logging
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


class _ReadAlready(logging.Filter):
    """WORKAROUND asyncio (Python 3.11): a child's pipe that closes as the child ends takes the exit code away from the
    watcher, which then says on the error output that it knows of no such child. Whoever waits for one is told anyway.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Leave that one sentence out."""
        return not str(record.msg).startswith("Unknown child process pid")


def qt_runner(app: QApplication) -> asyncio.Runner:
    """Runs coroutines on Qt's loop; to be used as a context."""
    logging.getLogger("asyncio").addFilter(_ReadAlready())
    return asyncio.Runner(loop_factory=lambda: QtLoop(app))
