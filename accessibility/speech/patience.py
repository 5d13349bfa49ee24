"""Patience: how long each speech engine is waited for, so that words come within five seconds whatever hangs."""

from __future__ import annotations

import msgspec

from accessibility.speech.engines import NEURAL, PACK, PLATFORM


class Patience(msgspec.Struct, frozen=True):
    """How long the synthesiser waits, in seconds, and how often it is let down before it rests."""

    answer_s: float = 2.0
    """For the samples of one piece; usually 15 to 50 ms. A child that takes longer hangs and is killed."""
    start_s: float = 10.0
    """For a child that was just started."""
    failures: int = 3
    """So many in a row, and it rests; so often one text is tried."""
    rest_s: float = 30.0
    """Then speech is unavailable for so long before a child is tried again."""
    absent_s: float = 600.0
    """So long an engine that is not installed is left alone."""
    spare: bool = True
    """Whether a second child waits to take over at once; not where it would hold much memory."""


PATIENCE = {
    PACK: Patience(answer_s=0.8, start_s=3.0),
    NEURAL: Patience(answer_s=3.8, start_s=15.0, failures=2, rest_s=120.0, spare=False),
    PLATFORM: Patience(answer_s=2.0, start_s=5.0),
}
"""The pack only reads and joins; the neural engine needs half the sentence's own length and 600 MB (VOICE.md 3)."""


def patience_with(engine: str) -> Patience:
    """The patience an engine deserves."""
    return PATIENCE.get(engine, Patience())
