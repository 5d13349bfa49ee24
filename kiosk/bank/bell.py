"""The help desk's bell: tells every open event stream of this process that something has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Bell:
    """Wakes its listeners. What has changed they read from the books, so that none can miss or doubt it."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self.closed = False
        """True once the server ends: streams then end too."""

    def ring(self) -> None:
        """Wake everybody."""
        for listener in self._listeners:
            listener.set()

    @contextmanager
    def listen(self) -> Iterator[asyncio.Event]:
        """An event that is set at each ring, until the block ends. Clear it before reading the books."""
        listener = asyncio.Event()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def close(self) -> None:
        """Let every stream end."""
        self.closed = True
        self.ring()
