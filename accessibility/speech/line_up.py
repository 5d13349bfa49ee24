"""The line-up: which engines this kiosk's voice is made of, and in which order."""

from __future__ import annotations

from pathlib import Path

from accessibility.speech.chain import Chain
from accessibility.speech.engines import ENGINES, PLATFORM
from accessibility.speech.synthesiser import Synthesiser

AUTO = "auto"
BEST_FIRST = ("pack", "neural", PLATFORM)
CHOICES = (AUTO, *BEST_FIRST)
"""What an operator may ask for."""


def engine_keys(wanted: str = AUTO) -> tuple[str, ...]:
    """Keys of the engines to use, the best first: all that we have, or one and the platform's as its stand-in.

    Raises ValueError for another name.
    """
    if wanted not in CHOICES:
        raise ValueError(f"there is no speech engine {wanted!r}")
    chosen = BEST_FIRST if wanted == AUTO else tuple(dict.fromkeys((wanted, PLATFORM)))
    return tuple(key for key in chosen if key in ENGINES)


def line_up(wanted: str = AUTO, lexicon: Path | None = None) -> Chain:
    """The chain of these engines, reading by the bank's `lexicon`. For a running loop; start it and close it."""
    return Chain([Synthesiser(engine=key, lexicon=lexicon) for key in engine_keys(wanted)])
