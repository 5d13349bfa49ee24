"""What a jack is: it knows whether a headset is in, and tells when that changes."""

from __future__ import annotations

from typing import Literal, Protocol

JackState = Literal["in", "out", "unknown"]
"""A headset is heard by the customer alone · there is none · this machine cannot tell."""


class JackWatcher(Protocol):
    """Told by the jack, in the loop's thread; to be quick."""

    def stirred(self) -> None:
        """The headset was in and perhaps no longer is: what is private must be silent now. `settled` follows."""

    def settled(self, state: JackState) -> None:
        """This is how it stands now; after `stirred` also when nothing has changed."""


class Jack(Protocol):
    """Senses the headset from `start` to `aclose`."""

    @property
    def state(self) -> JackState:
        """How it stands now."""

    def watch(self, watcher: JackWatcher) -> None:
        """Tell it of changes from now on."""

    async def start(self) -> None:
        """Begin to sense. Returns at once; the first state follows by itself."""

    async def aclose(self) -> None:
        """Sense no more; nothing is left running."""
