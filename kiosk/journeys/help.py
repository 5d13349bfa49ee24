"""Asking for a person: what about, and then how far it is, live, until somebody has been there."""

from __future__ import annotations

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.journeys import help_pages as pages
from kiosk.journeys.help_line import FINAL, HelpLine
from kiosk.journeys.journey import Back, Home, Stay, Step
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.model.help import HELP_TOPICS, HelpRequest
from kiosk.model.profile import Preferences
from kiosk.modes import Mode


class Help:
    """Shows the sitting's help line. `argument` is the key of the screen she comes from, such as "balances.account"."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._around = around
        self._from = argument
        sitting = around.sitting
        if sitting.help_line is None:
            sitting.help_line = HelpLine(around.bank, around.outbox, around.changed)
        self._line = sitting.help_line
        if self._line.state in FINAL:
            self._line.forget()

    async def enter(self) -> None:
        """Nothing is asked of the bank before she says what it is about."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present state."""
        if self._line.state == "idle":
            topics = pages.topics(self._around.sitting.profile, self._from, mode)
            return pages.topics_screen(words, mode, topics)
        return pages.state_screen(words, mode, self._line, self._around)

    async def act(self, action: str, typed: str = "") -> Step:
        """Ask, take it back, ask again after all, or go on meanwhile."""
        del typed
        kind, _, topic = action.partition(":")
        if kind == "topic" and topic in HELP_TOPICS:
            await self._line.ask(self._request(topic))
        elif kind == "cancel":
            await self._line.cancel()
        elif kind == "again" and self._line.request is not None:
            await self._line.ask(self._line.request)
        elif kind == "other_topic":
            self._line.forget()
        elif kind == "home":
            return Home()
        elif kind in ("back", "carry_on"):
            return Back()
        return Stay()

    async def aclose(self) -> None:
        """The line belongs to the sitting and goes on."""

    def _request(self, topic: str) -> HelpRequest:
        sitting = self._around.sitting
        return HelpRequest(
            topic=topic,
            screen=self._from or "help",
            mode=sitting.mode,
            lang=sitting.lang,
            access=access_needs(sitting),
        )


def access_needs(sitting: Sitting) -> tuple[str, ...]:
    """What staff should know of how she sees and hears. Nothing private."""
    wanted: Preferences = sitting.preferences
    needs = {
        "speech": wanted.speech,
        "large_text": wanted.text_size > 100 or sitting.mode == "elder",
        "high_contrast": wanted.theme == "contrast",
    }
    return tuple(need for need, wants in needs.items() if wants)
