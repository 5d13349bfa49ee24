"""How the voice speaks at the moment."""

from __future__ import annotations

import msgspec

from accessibility.speech.frames import Request
from accessibility.speech.sentences import Piece
from accessibility.speech.utterance import Channel

SLOWEST, FASTEST = 80, 300
"""English words a minute (STANDARDS.md RS-15)."""


class Manner(msgspec.Struct, frozen=True):
    """Rate, volume and channel."""

    rate: int = 170
    """English words a minute; Mandarin follows in characters (STANDARDS.md RS-17)."""
    volume: int = 3
    """1 to 5."""
    muted: bool = False
    """Captions only."""
    channel: Channel = "speaker"

    def request(self, piece: Piece, lang: str) -> Request:
        """What to ask of the synthesiser for a piece."""
        return Request(0, piece.text, lang, self.rate, self.volume)
