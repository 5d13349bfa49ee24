"""Tells the listeners of the voice, and remembers what they know."""

from __future__ import annotations

from accessibility.caption import QUIET, Caption
from accessibility.speech.listener import Listener
from accessibility.speech.player import SoundReason
from accessibility.speech.utterance import Report, Utterance


class Listeners:
    """All of them, told in the order they came."""

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
            for listener in tuple(self._listeners):
                listener.caption(caption)

    def began(self, utterance: Utterance) -> None:
        """Tell that it can be heard."""
        for listener in tuple(self._listeners):
            listener.began(utterance)

    def ended(self, report: Report) -> None:
        """Tell what became of it."""
        for listener in tuple(self._listeners):
            listener.ended(report)

    def sound(self, reason: SoundReason) -> None:
        """Tell whether there is sound, when that changed."""
        if reason != self._reason:
            self._reason = reason
            for listener in tuple(self._listeners):
                listener.sound(reason)
