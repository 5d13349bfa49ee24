"""pyttsx3 as our engine: eSpeak NG on Linux, SAPI5 on Windows, NSSpeech on macOS.

Only `save_to_file` is used. WORKAROUND pyttsx3 2.99, all reproduced (VOICE.md 1): `say` plays inside the engine's
callback and cannot be stopped; `runAndWait` returns before the sound is made; word events come before any sound.
"""

from __future__ import annotations

import sys
import threading
from typing import Any

from accessibility.speech import espeak_library
from accessibility.speech.engine import EngineError, EngineVoice, Speech
from accessibility.speech.scratch import Scratch
from accessibility.speech.sound_file import SoundFileError, read_sound

PATIENCE_S = 10.0
"""Longest wait for eSpeak's thread; the parent's watchdog is shorter."""
TRIES = 4
SHORTEST_S = 0.03
"""Anything with a letter or character in it lasts longer."""


class Pyttsx3Engine:
    """Says one text after the other into a scratch file. For one thread."""

    def __init__(self, scratch: Scratch) -> None:
        try:
            if sys.platform.startswith("linux"):
                espeak_library.preload()
            from pyttsx3.engine import Engine

            self._engine: Any = Engine()
        except (ImportError, OSError, RuntimeError) as problem:
            raise EngineError(f"the speech engine did not start: {problem}") from problem
        self._scratch = scratch
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", self._note_finished)
        self._espeak = _espeak_of(self._engine)
        if self._espeak is not None:
            self._engine.runAndWait()  # until its loop has run once, properties wait and are not set at once
        self.name = _name(self._engine, self._espeak)

    def voices(self) -> tuple[EngineVoice, ...]:
        """Every voice there is."""
        return tuple(
            EngineVoice(voice.id, tuple(str(language) for language in voice.languages or () if language))
            for voice in self._engine.getProperty("voices")
        )

    def say(self, text: str, voice: str, rate: int) -> Speech:
        """The text as sound. Raises EngineError. Should a file come out empty, the text is said again."""
        for _ in range(TRIES):
            content = self._write(text, voice, rate)
            try:
                sound = read_sound(content)
            except SoundFileError as problem:
                raise EngineError(f"{self.name} wrote no sound: {problem}") from problem
            if sound.seconds >= SHORTEST_S:
                return Speech(sound)
        raise EngineError(f"{self.name} stayed silent")

    def _write(self, text: str, voice: str, rate: int) -> bytes:
        self._finished.clear()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        if self._espeak is not None:
            # WORKAROUND pyttsx3 2.99: its loop begins by cancelling what eSpeak's thread has not done yet: without
            # this, two rates in five are lost and one text in 150 comes out empty.
            self._espeak.Synchronize()
        self._engine.save_to_file(text, self._scratch.path)
        self._engine.runAndWait()
        if self._espeak is not None:
            if not self._finished.wait(PATIENCE_S):
                raise EngineError(f"{self.name} did not answer")
            # The callback that told us still runs in eSpeak's thread; it must be over before the next text.
            self._espeak.Synchronize()
        return self._scratch.take()

    def _note_finished(self, **_: object) -> None:
        self._finished.set()


def _espeak_of(engine: Any) -> Any:
    """pyttsx3's own binding of eSpeak, where that is the driver; the others finish before `runAndWait` returns."""
    if engine.driver_name != "espeak":
        return None
    from pyttsx3.drivers import _espeak

    return _espeak


def _name(engine: Any, espeak: Any) -> str:
    return f"pyttsx3 {engine.driver_name}" + (f" {espeak.Info().decode()}" if espeak is not None else "")
