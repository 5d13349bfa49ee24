"""A jack that never changes: a fixed handset, or a machine that cannot tell."""

from __future__ import annotations

from accessibility.speech.jack.jack import JackState, JackWatcher


class FixedJack:
    """Always "in" for a handset that cannot be pulled out; "unknown" where nothing can be sensed or trusted."""

    def __init__(self, state: JackState = "unknown") -> None:
        self._state = state

    @property
    def state(self) -> JackState:
        """What it was made with."""
        return self._state

    def watch(self, watcher: JackWatcher) -> None:
        """There will be nothing to tell."""

    async def start(self) -> None:
        """Nothing to do."""

    async def aclose(self) -> None:
        """Holds nothing."""
