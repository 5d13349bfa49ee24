"""Asking for a person: what about, and then how far it is, live, until somebody has been there.

At home the same request reaches the family too, those she has agreed to (`kiosk.family`).
"""

from __future__ import annotations

import logging

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import BankError
from kiosk.journeys import help_pages as pages
from kiosk.journeys.family_words import asking_about_family
from kiosk.journeys.help_cheated import TOPIC as CHEATED
from kiosk.journeys.help_line import FINAL, line_of
from kiosk.journeys.help_topics import topic_of, topics, topics_screen
from kiosk.journeys.journey import Back, Home, Open, Stay, Step
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.model.help import HELP_TOPICS, HelpRequest
from kiosk.model.profile import Preferences
from kiosk.modes import Mode

_LOG = logging.getLogger(__name__)


class Help:
    """Shows the sitting's help line.

    `argument` is the key of the screen she comes from, such as "balances.account", or what she asks about:
    "finding:W05", "order:o-17".
    """

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._around = around
        self._from = argument
        self._line = line_of(around)
        if self._line.state in FINAL:
            self._line.forget()

    async def enter(self) -> None:
        """Nothing is asked of the bank before she says what it is about."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present state."""
        if self._line.state == "idle":
            screen = topics_screen(words, mode, topics(self._around.sitting.profile, self._from, mode))
            return asking_about_family(words, screen, self._around.family)
        return pages.state_screen(words, mode, self._line, self._around)

    async def act(self, action: str, typed: str = "") -> Step:
        """Ask, take it back, ask again after all, let them look, say how it was, or go on meanwhile."""
        del typed
        kind, _, what = action.partition(":")
        if kind == "topic" and what in HELP_TOPICS:
            await self._ask(what)
        elif kind == "cancel":
            await self._line.cancel()
        elif kind == "again" and self._line.request is not None:
            await self._line.ask(self._line.request)
        elif kind == "other_topic":
            self._line.forget()
        elif kind == "assist" and what == "begin":
            self._line.assist.begin(self._line.ticket)
        elif kind == "rate" and what in ("1", "2", "3"):
            self._line.rate(int(what))
        elif kind == "home":
            return Home()
        elif kind == "family":
            return Open("family")
        elif kind in ("back", "carry_on"):
            return Back()
        return Stay()

    async def aclose(self) -> None:
        """The line belongs to the sitting and goes on."""

    async def _ask(self, topic: str) -> None:
        if topic == CHEATED:
            self._around.sitting.hidden = True
        await self._line.ask(self._request(topic))
        if topic == CHEATED:
            await self._pause_orders()
        self._tell_family(urgent=topic == CHEATED)

    def _tell_family(self, *, urgent: bool) -> None:
        """What is urgent is told after a countdown that she can stop: a touch by mistake frightens nobody."""
        family = self._around.family
        if family is None:
            return
        if urgent:
            family.tell_soon()
        else:
            family.tell(urgent=False)

    async def _pause_orders(self) -> None:
        """Nothing she agreed to may go through while she fears a fraud; a person has been asked for already."""
        for pause in self._around.pauses:
            try:
                await pause(self._around.bank)
            except BankError as problem:
                _LOG.warning("an order could not be paused: %s", problem)

    def _request(self, topic: str) -> HelpRequest:
        about = self._from if topic_of(self._from) else ""
        plain = request_for(self._around.sitting, topic, came_from="" if about else self._from)
        return msgspec.structs.replace(plain, about=about, urgent=topic == CHEATED)


def request_for(sitting: Sitting, topic: str, *, came_from: str = "", step: str = "") -> HelpRequest:
    """What the bank is asked: the page she was on with everything private covered, and what staff should know."""
    page = sitting.page_before
    return HelpRequest(
        topic=topic,
        screen=came_from or page.key or "help",
        mode=sitting.mode,
        lang=sitting.lang,
        step=step or page.step,
        access=access_needs(sitting),
        masked=page.masked,
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
