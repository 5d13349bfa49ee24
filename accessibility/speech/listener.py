"""Whoever wants to know what the voice does."""

from __future__ import annotations

from accessibility.caption import Caption
from accessibility.earcons.kinds import Earcon
from accessibility.speech.player import SoundReason
from accessibility.speech.utterance import Report, Utterance


class Listener:
    """Told by the voice, in its own thread. Override what is of interest; be quick."""

    def caption(self, caption: Caption) -> None:
        """These words are being said now, or shown where there is no sound."""

    def began(self, utterance: Utterance) -> None:
        """It can be heard from now on."""

    def ended(self, report: Report) -> None:
        """What became of an utterance; called once for each."""

    def sound(self, reason: SoundReason) -> None:
        """There is sound now, or there is none any more, and why."""

    def tone(self, kind: Earcon) -> None:
        """A tone is rung, or would be were tones switched on: the moment for what the eye sees in its place (EN-17)."""
