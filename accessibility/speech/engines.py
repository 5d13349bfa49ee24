"""The engines there are, by key, the best first. Each runs in a speech child of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accessibility.speech.engine import Engine, EngineError

PACK = "pack"
"""Recorded speech; it says what was recorded and nothing else."""
NEURAL = "neural"
"""Kokoro, where the operator installed the extra; it says anything, in about half the time it takes to listen."""
PLATFORM = "platform"
"""What the system has: SAPI5, NSSpeech, eSpeak NG, through pyttsx3."""


def platform_engine(folder: Path | None) -> Engine:
    """The platform's own engine. Raises EngineError."""
    from accessibility.speech.own_lexicon import own_lexicon
    from accessibility.speech.pyttsx3_engine import Pyttsx3Engine
    from accessibility.speech.scratch import open_scratch

    return Pyttsx3Engine(open_scratch(folder), own_lexicon().respelled)


def pack_engine(folder: Path | None) -> Engine:
    """The voice pack that comes with the program. Raises EngineError."""
    from accessibility.speech.own_lexicon import own_lexicon
    from accessibility.speech.pack.pack_engine import PackEngine

    del folder
    return PackEngine(readings=own_lexicon().words)


def neural_engine(folder: Path | None) -> Engine:
    """Kokoro live. Raises EngineError, also where the extra is not installed."""
    from accessibility.speech.neural.neural_engine import NeuralEngine
    from accessibility.speech.own_lexicon import own_lexicon

    del folder
    return NeuralEngine(own_lexicon())


ENGINES: dict[str, Callable[[Path | None], Engine]] = {
    PACK: pack_engine,
    NEURAL: neural_engine,
    PLATFORM: platform_engine,
}
"""How a speech child opens each; imports wait until then, so that no child loads what it does not use."""


def open_engine(key: str, folder: Path | None) -> Engine:
    """The engine with this key; `folder` is for its scratch files, if it needs one. Raises EngineError."""
    if key not in ENGINES:
        raise EngineError(f"there is no speech engine {key!r}")
    return ENGINES[key](folder)
