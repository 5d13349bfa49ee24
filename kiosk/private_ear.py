"""Keeps the voice, the page and the sitting in step with the headset: first silent, then covered, then explained."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from accessibility.narration import block_lines
from accessibility.narrator import Narrator
from accessibility.role_words import RoleWords
from accessibility.speech.jack.jack import JackState
from accessibility.speech.voice import Voice
from accessibility.words import Words
from kiosk.journeys.news import headset_out
from kiosk.journeys.visit import Visit

ROLES = RoleWords()
"""A notice says no role of any control."""


class PrivateEar:
    """Watches the jack for a visit (STANDARDS.md EN-03, EN-07, EN-20)."""

    def __init__(self, visit: Visit, voice: Voice, narrator: Narrator, alive: Callable[[], None]) -> None:
        """`alive` is called when somebody moved the plug: a sign of life."""
        self._visit = visit
        self._voice = voice
        self._narrator = narrator
        self._alive = alive
        self._cut = False

    def stirred(self) -> None:
        """Perhaps the headset is out: nothing private may sound from now on."""
        self._cut = self._voice.speaking
        self._visit.sitting.unsure = True
        self._voice.stop_private()
        self._narrator.set_private(False)

    def settled(self, state: JackState) -> None:
        """It is known how it stands."""
        sitting, cut, self._cut = self._visit.sitting, self._cut, False
        sitting.unsure = False
        if state == sitting.sensed:
            self._narrator.set_private(sitting.private_listening)
            if cut:
                self._narrator.begin_again()
            return
        if self._visit.sense_headset(state):
            self._alive()
            self._voice.stop()
            # The narrator learns of the changed page in a moment; what is left out is decided after that.
            told = self._narrator.begin_again if state == "in" else partial(self._only_the_warning, state)
            asyncio.get_running_loop().call_soon(told)

    def _only_the_warning(self, state: JackState) -> None:
        """The page itself, now covered, is not read out again after it."""
        words = Words(self._visit.sitting.lang, self._visit.mode.wording)
        warning = {line.aloud for line in block_lines(headset_out(sensed=state == "out")(words), words.lang, ROLES)}
        self._voice.drop(lambda waiting: waiting.text not in warning)
