"""The voice pack as a speech engine: recorded speech, no model, nothing but the pack's own texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import assets
from accessibility.speech.engine import EngineError, EngineVoice, Speech
from accessibility.speech.pack.manifest import PackError
from accessibility.speech.pack.speaker import Speaker

FOLDER = assets.ROOT / "voice"
LANGUAGES = {"zh": ("zh-CN", "zh-TW"), "en": ("en-US", "en")}
"""What each voice of the pack speaks."""


class PackEngine:
    """Says what the clips cover. For one thread."""

    def __init__(self, folder: Path = FOLDER, readings: Mapping[str, str] | None = None) -> None:
        """`readings`: the pinyin of words that the bank added. Raises EngineError when no voice is in the folder."""
        problems: list[str] = []
        self._speakers: dict[str, Speaker] = {}
        for voice in LANGUAGES:
            try:
                self._speakers[voice] = Speaker.open(folder, voice, readings)
            except PackError as problem:
                problems.append(str(problem))
        if not self._speakers:
            raise EngineError(problems[0])
        told = ", ".join(speaker.name for speaker in self._speakers.values())
        self.name = f"voice pack {told}" + (f"; {problems[0]}" if problems else "")

    def voices(self) -> tuple[EngineVoice, ...]:
        """One for Mandarin, one for English, as far as they are there."""
        return tuple(EngineVoice(voice, LANGUAGES[voice]) for voice in self._speakers)

    def say(self, text: str, voice: str, rate: int) -> Speech:
        """The text as sound, at a pace meant in English words a minute. Raises NotCovered, EngineError."""
        if voice not in self._speakers:
            raise EngineError(f"the voice pack has no voice {voice!r}")
        return self._speakers[voice].say(text, rate)
