"""The idle clock: nobody is left alone with somebody else's open page (STANDARDS.md 5, TO-06)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A running timer that can be called off."""

    def cancel(self) -> None:
        """Call it off."""


Later = Callable[[float, Callable[[], None]], Timer]
"""Starts a timer: `later(seconds, call)`, as `asyncio` loops do with `call_later`."""


class IdleClock:
    """Counts quiet seconds: first a warning, then the end. Any sign of life starts it anew, without limit.

    While `busy()` is true, as when the voice is speaking, time does not count (TO-06). While off it uses no timer.
    """

    def __init__(
        self,
        later: Later,
        *,
        on_warning: Callable[[int, float], None],
        on_end: Callable[[], None],
        busy: Callable[[], bool],
    ) -> None:
        self._later = later
        self._on_warning = on_warning
        self._on_end = on_end
        self._busy = busy
        self._timer: Timer | None = None
        self._idle_s = self._warn_s = self._left = 0
        self._warning = False

    @property
    def running(self) -> bool:
        """True while it counts, the warning included."""
        return self._timer is not None

    @property
    def warning(self) -> bool:
        """True while the warning stands."""
        return self._warning

    def start(self, idle_s: int, warn_s: int) -> None:
        """Count from now on: `idle_s` quiet seconds, then a warning of `warn_s` seconds."""
        self.stop()
        self._idle_s, self._warn_s = idle_s, warn_s
        self._timer = self._later(idle_s, self._quiet)

    def touch(self) -> None:
        """A sign of life. Does nothing while the clock is off."""
        if self._timer is not None:
            self.start(self._idle_s, self._warn_s)

    def stop(self) -> None:
        """Stop counting."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._warning = None, False

    def _quiet(self) -> None:
        if self._busy():
            self._timer = self._later(min(5, self._idle_s), self._quiet)
            return
        self._left, self._warning = self._warn_s, True
        self._count()

    def _count(self) -> None:
        if self._left <= 0:
            self.stop()
            self._on_end()
            return
        self._on_warning(self._left, self._left / self._warn_s)
        self._left -= 1
        self._timer = self._later(1, self._count)
