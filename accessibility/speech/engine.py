"""What a speech engine is, to the worker that runs it."""

from __future__ import annotations

from typing import Protocol

import msgspec

from accessibility.speech.sound import Sound


class EngineError(Exception):
    """The engine could not be started, or could not say this."""


class NotCovered(EngineError):
    """This engine has no sound for the text; it is well, and another engine should say it."""


class EngineGone(EngineError):
    """What the engine speaks from was replaced or taken away: this child cannot go on, a fresh one may."""


class Mark(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the text that was asked are said from `begins` (seconds into its sound) on."""

    start: int
    end: int
    begins: float


class Speech(msgspec.Struct, frozen=True):
    """What an engine made of a text."""

    sound: Sound
    marks: tuple[Mark, ...] = ()
    """When which words are said, rising; empty where the engine does not know."""
    levelled: bool = False
    """True when it has the common level and no silent edges already, so that only the volume is to be set."""


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

    def say(self, text: str, voice: str, rate: int) -> Speech:
        """The text as sound, at a pace meant in English words a minute. Raises NotCovered, EngineError.

        170 is what elders like; Mandarin keeps the same pace at 1.2 characters a word (STANDARDS.md RS-15, RS-17).
        """
