"""How the voice speaks at the moment."""

from __future__ import annotations

import msgspec

from accessibility.speech.frames import Request
from accessibility.speech.sentences import Piece
from accessibility.speech.utterance import Channel, Utterance

SLOWEST, FASTEST = 80, 300
"""English words a minute (STANDARDS.md RS-15)."""
SLOWEST_REPEATED = 100
"""Nothing is repeated slower than this: slower speech is understood worse (STANDARDS.md RS-15, RS-16)."""


class Manner(msgspec.Struct, frozen=True):
    """Rate, volume and channel."""

    rate: int = 170
    """English words a minute; Mandarin follows in characters (STANDARDS.md RS-17)."""
    volume: int = 3
    """1 to 5."""
    muted: bool = False
    """Captions only."""
    channel: Channel = "speaker"
    earcons: bool = True
    """Whether tones are heard; the voice has a switch of its own."""

    def rate_of(self, utterance: Utterance) -> int:
        """The rate of this utterance: its pace of the rate in force, kept within what is understood."""
        if utterance.pace >= 1:
            return min(FASTEST, round(self.rate * utterance.pace))
        return max(min(SLOWEST_REPEATED, self.rate), round(self.rate * utterance.pace))

    def request(self, piece: Piece, utterance: Utterance) -> Request:
        """What to ask of the synthesiser for a piece of this utterance."""
        return Request(0, piece.text, utterance.lang, self.rate_of(utterance), self.volume)
