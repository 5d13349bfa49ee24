"""The line-up: which engines this kiosk's voice is made of, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from accessibility.speech.chain import Chain
from accessibility.speech.engines import NEURAL, PACK, PLATFORM
from accessibility.speech.synthesiser import Synthesiser

AUTO = "auto"
NEURAL_RUNTIME = "onnxruntime"
BEST_FIRST = (PACK, NEURAL, PLATFORM)
CHOICES = (AUTO, *BEST_FIRST)
"""What an operator may ask for."""


def engine_keys(wanted: str = AUTO, installed: Callable[[str], object] = find_spec) -> tuple[str, ...]:
    """Keys of the engines to use, the best first: all that we have, or one and the platform's as its stand-in.

    The neural extra is left out where its runtime is not `installed`, unless it is what was asked for. Raises
    ValueError for another name.
    """
    if wanted not in CHOICES:
        raise ValueError(f"there is no speech engine {wanted!r}")
    if wanted != AUTO:
        return tuple(dict.fromkeys((wanted, PLATFORM)))
    return tuple(key for key in BEST_FIRST if key != NEURAL or installed(NEURAL_RUNTIME))


def line_up(wanted: str = AUTO, lexicon: Path | None = None) -> Chain:
    """The chain of these engines, reading by the bank's `lexicon`. For a running loop; start it and close it."""
    return Chain([Synthesiser(engine=key, lexicon=lexicon) for key in engine_keys(wanted)])
