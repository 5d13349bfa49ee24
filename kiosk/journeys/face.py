"""The face of a visit: the page that is open, what covers it, and what is told above it, as one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from accessibility.screen import Block, Notice, Screen
from accessibility.words import Words
from kiosk.journeys.composing import composed
from kiosk.journeys.cover import Cover
from kiosk.journeys.family_words import family_notice
from kiosk.journeys.help_pages import help_notice
from kiosk.journeys.learning import Learning
from kiosk.journeys.news import News
from kiosk.journeys.onlookers import BOARD, board_screen, looking_notice, pointed_at
from kiosk.journeys.pictured import pictured
from kiosk.journeys.stack import Stack
from kiosk.journeys.stall import StallStep
from kiosk.journeys.stall_help import stall_blocks
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.modes import Mode


class Face:
    """Knows what to show, and does nothing. The visit sets what passes: news, a stall, a headset, a held voice."""

    def __init__(
        self,
        stack: Stack,
        cover: Cover,
        learning: Learning,
        modes: Mapping[str, Mode],
        around: Callable[[], Surroundings],
    ) -> None:
        self._stack = stack
        self._cover = cover
        self._learning = learning
        self._modes = modes
        self._around = around
        self.news: News | None = None
        self.stuck: StallStep = ""
        self.plugged = False
        """A headset is in."""
        self.held = False
        """The voice is."""

    @property
    def mode(self) -> Mode:
        """The mode in use."""
        return self._modes[self._sitting.mode]

    @property
    def words(self) -> Words:
        """The words in use."""
        return Words(self._sitting.lang, self.mode.wording)

    @property
    def page_key(self) -> str:
        """Key of the page that is open, by which staff know where she is."""
        return self._bare(self.words).key

    def forget_passing(self) -> None:
        """She has done something: what was told above the page is told no longer."""
        self.news, self.stuck = None, ""

    def screen(self, *, pristine: bool) -> Screen:
        """The screen to show now, framed, and covered while amounts are hidden."""
        words = self.words
        bare = self._learning.taught(words, self._bare(words))
        whole = composed(
            bare,
            words,
            self.mode,
            self._sitting,
            self._told(words, bare),
            at_root=len(self._stack) <= 1 and not self._cover.bars_the_way,
            pristine=pristine,
            held=self.held,
        )
        return pictured(msgspec.structs.replace(whole, pointed=pointed_at(self._sitting, whole)))

    @property
    def _sitting(self) -> Sitting:
        return self._around().sitting

    def _bare(self, words: Words) -> Screen:
        over = self._cover.screen(words, self.mode, plugged=self.plugged)
        if not self._cover.ends:
            over = board_screen(words, self.mode, self._sitting.help_line) or over
        return over or self._stack.top.screen(words, self.mode)

    def _told(self, words: Words, bare: Screen) -> tuple[Block | None, ...]:
        """What is told above the page."""
        if bare.key == BOARD:
            return ()
        looking = None if self._cover.ends else looking_notice(words, self._sitting, bare)
        stuck = stall_blocks(words, self.stuck)
        family = None if self._cover.ends else family_notice(words, self._around().family)
        return (self.news and self.news(words), *stuck, looking or self._help_notice(words), family)

    def _help_notice(self, words: Words) -> Notice | None:
        """How the request for a person stands, on every page but the help page itself."""
        elsewhere = self._stack.name != "help" and not self._cover.ends
        return help_notice(words, self._sitting.help_line) if elsewhere else None
