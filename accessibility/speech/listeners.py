"""Tells the listeners of the voice, and remembers what they know."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from accessibility.caption import QUIET, Caption
from accessibility.earcons.kinds import Earcon
from accessibility.speech.listener import Listener
from accessibility.speech.player import SoundReason
from accessibility.speech.utterance import Report, Utterance


class Listeners:
    """All of them, told in the order they came. One that raises is reported to the loop; the others are told on."""

    def __init__(self, reason: SoundReason) -> None:
        self._listeners: list[Listener] = []
        self._caption = QUIET
        self._reason = reason

    def add(self, listener: Listener) -> None:
        """From now on it is told. It learns at once when there is no sound."""
        self._listeners.append(listener)
        if self._reason != "ok":
            listener.sound(self._reason)

    def remove(self, listener: Listener) -> None:
        """It is no longer told. Raises ValueError when it never was."""
        self._listeners.remove(listener)

    def caption(self, caption: Caption) -> None:
        """Tell of a caption, unless it is the one that stands already."""
        if caption != self._caption:
            self._caption = caption
            self._tell(lambda listener: listener.caption(caption))

    def began(self, utterance: Utterance) -> None:
        """Tell that it can be heard."""
        self._tell(lambda listener: listener.began(utterance))

    def ended(self, report: Report) -> None:
        """Tell what became of it."""
        self._tell(lambda listener: listener.ended(report))

    def sound(self, reason: SoundReason) -> None:
        """Tell whether there is sound, when that changed."""
        if reason != self._reason:
            self._reason = reason
            self._tell(lambda listener: listener.sound(reason))

    def tone(self, kind: Earcon) -> None:
        """Tell of a tone."""
        self._tell(lambda listener: listener.tone(kind))

    def _tell(self, news: Callable[[Listener], None]) -> None:
        for listener in tuple(self._listeners):
            try:
                news(listener)
            except Exception as problem:  # noqa: BLE001 - whatever goes wrong with a listener, the voice goes on
                asyncio.get_running_loop().call_exception_handler(
                    {"message": "a listener of the voice failed", "exception": problem}
                )
