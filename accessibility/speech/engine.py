"""What a speech engine is, to the worker that runs it."""

from __future__ import annotations

from typing import Protocol

import msgspec

from accessibility.speech.sound import Sound


class EngineError(Exception):
    """The engine could not be started, or could not say this."""


class EngineVoice(msgspec.Struct, frozen=True):
    """A voice the engine has."""

    key: str
    languages: tuple[str, ...]
    """As the engine names them, such as "cmn", "zh-CN" or "en-gb"."""


class Engine(Protocol):
    """Turns text into sound. Used from one thread only: eSpeak is not thread-safe."""

    name: str
    """With its version, such as "pyttsx3 espeak 1.52.0"."""

    def voices(self) -> tuple[EngineVoice, ...]:
        """Every voice there is."""

    def say(self, text: str, voice: str, rate: int) -> Sound:
        """The text as sound, at so many English words a minute. Raises EngineError."""
