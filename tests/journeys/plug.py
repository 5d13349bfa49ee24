"""A headset that a test plugs in and pulls out by hand, where the real jack's own tests are elsewhere."""

from __future__ import annotations

from accessibility.speech.jack.jack import JackState, JackWatcher


class Plug:
    """A jack that tells what the test does, in the order the real one does: it stirs, then it is known."""

    def __init__(self, state: JackState = "out") -> None:
        self.state: JackState = state
        self._watchers: list[JackWatcher] = []
        self.sensing = False

    def watch(self, watcher: JackWatcher) -> None:
        """Tell it."""
        self._watchers.append(watcher)

    async def start(self) -> None:
        """From now on it tells."""
        self.sensing = True

    async def aclose(self) -> None:
        """It tells no more."""
        self.sensing = False

    def push_in(self) -> None:
        """The headset is in."""
        self._settle("in")

    def pull_out(self, state: JackState = "out") -> None:
        """The headset is out, or the sound server is gone ("unknown")."""
        self.wobble()
        self._settle(state)

    def wobble(self) -> None:
        """Something happened that might have been the headset."""
        for watcher in self._watchers:
            watcher.stirred()

    def wobbled(self) -> None:
        """It was something else."""
        self._settle(self.state)

    def _settle(self, state: JackState) -> None:
        self.state = state
        for watcher in self._watchers:
            watcher.settled(state)
