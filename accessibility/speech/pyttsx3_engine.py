"""pyttsx3 as our engine: eSpeak NG on Linux, SAPI5 on Windows, NSSpeech on macOS.

Only `save_to_file` is used. WORKAROUND pyttsx3 2.99, all reproduced (VOICE.md 1): `say` plays inside the engine's
callback and cannot be stopped; `runAndWait` returns before the sound is made; word events come without their time.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from accessibility.speech import espeak_library
from accessibility.speech.engine import EngineError, EngineVoice, Speech
from accessibility.speech.scratch import Scratch
from accessibility.speech.sound_file import SoundFileError, read_sound
from accessibility.speech.word_marks import WordEvent, word_marks

PATIENCE_S = 10.0
"""Longest wait for eSpeak's thread; the parent's watchdog is shorter."""
TRIES = 4
SHORTEST_S = 0.03
"""Anything with a letter or character in it lasts longer."""
ESPEAK_MANDARIN_PACE = 0.87
"""eSpeak says 1.35 characters for a word; 170 words a minute become 200 characters (STANDARDS.md RS-17). SAPI5 and
NSSpeech have their own scales, not measured by us: their rate is what was asked, and they know polyphones."""
MANDARIN = ("cmn", "zh")


class Pyttsx3Engine:
    """Says one text after the other into a scratch file. For one thread."""

    def __init__(self, scratch: Scratch, respelled: Callable[[str], str] = str) -> None:
        """`respelled`: a Mandarin text with homophones that eSpeak reads right, as many characters as before."""
        try:
            if sys.platform.startswith("linux"):
                espeak_library.preload()
            from pyttsx3.engine import Engine

            self._engine: Any = Engine()
        except (ImportError, OSError, RuntimeError) as problem:
            raise EngineError(f"the speech engine did not start: {problem}") from problem
        self._scratch = scratch
        self._respelled = respelled
        self._finished = threading.Event()
        self._words: list[WordEvent] = []
        self._engine.connect("finished-utterance", self._note_finished)
        self._espeak = _espeak_of(self._engine)
        if self._espeak is not None:
            self._engine.runAndWait()  # until its loop has run once, properties wait and are not set at once
            self._espeak.SetSynthCallback(_listening(self._espeak, self._engine.proxy._driver, self._words.append))
        self.name = _name(self._engine, self._espeak)
        self._voices = tuple(
            EngineVoice(voice.id, tuple(str(language) for language in voice.languages or () if language))
            for voice in self._engine.getProperty("voices")
        )

    def voices(self) -> tuple[EngineVoice, ...]:
        """Every voice there is."""
        return self._voices

    def say(self, text: str, voice: str, rate: int) -> Speech:
        """The text as sound. Raises EngineError. Should a file come out empty, the text is said again."""
        pace, spelled = rate, text
        if self._espeak is not None and self._is_mandarin(voice):
            pace, spelled = round(rate * ESPEAK_MANDARIN_PACE), self._respelled(text)
        for _ in range(TRIES):
            content = self._write(spelled, voice, pace)
            try:
                sound = read_sound(content)
            except SoundFileError as problem:
                raise EngineError(f"{self.name} wrote no sound: {problem}") from problem
            if sound.seconds >= SHORTEST_S:
                return Speech(sound, word_marks(text, self._words, sound.seconds))
        raise EngineError(f"{self.name} stayed silent")

    def _is_mandarin(self, voice: str) -> bool:
        languages = (language for known in self._voices if known.key == voice for language in known.languages)
        return any(language.lower().startswith(MANDARIN) for language in languages)

    def _write(self, text: str, voice: str, rate: int) -> bytes:
        self._finished.clear()
        self._words.clear()
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


def _listening(espeak: Any, driver: Any, note: Callable[[WordEvent], None]) -> Callable[[Any, int, Any], int]:
    """eSpeak's callback: notes the words, then does what pyttsx3 does.

    WORKAROUND pyttsx3 2.99: its own callback drops `audio_position`, the moment at which a word is said.
    """

    def heard(wav: Any, samples: int, events: Any) -> int:
        at = 0
        while events[at].type != espeak.EVENT_LIST_TERMINATED:
            if events[at].type == espeak.EVENT_WORD:
                note(WordEvent(events[at].text_position - 1, events[at].audio_position / 1000))
            at += 1
        done: int = driver._onSynth(wav, samples, events)
        return done

    return heard


def _espeak_of(engine: Any) -> Any:
    """pyttsx3's own binding of eSpeak, where that is the driver; the others finish before `runAndWait` returns."""
    if engine.driver_name != "espeak":
        return None
    from pyttsx3.drivers import _espeak

    return _espeak


def _name(engine: Any, espeak: Any) -> str:
    return f"pyttsx3 {engine.driver_name}" + (f" {espeak.Info().decode()}" if espeak is not None else "")
