"""Learning the keys of a pad by ear: each says its name and place, and types nothing (STANDARDS.md EN-22, WC 4.1.2).

So a customer who does not see finds the keys before she types her PIN, which is never said.
"""

from __future__ import annotations

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import Action, Keypad, Screen
from accessibility.words import Words

LEARN = "learn"
"""Turns it on, and off again."""


class Learning:
    """Whether the keys of the open page teach. It ends with the page."""

    def __init__(self) -> None:
        self._page = ""
        self._over = ""

    def turn(self, page: str) -> None:
        """On for this page; off when it was on."""
        if not self.end(page):
            self._page = page

    def end(self, page: str) -> bool:
        """Off. True when it was on for this page."""
        was_on = self._page == page
        self._over, self._page = (page if was_on else ""), ""
        return was_on

    def turned_to(self, page: str) -> None:
        """This page is shown now: any other one was left."""
        if page not in (self._page, self._over):
            self._page = self._over = ""

    def forget_news(self) -> None:
        """That it is over has been told."""
        self._over = ""

    def taught(self, words: Words, screen: Screen) -> Screen:
        """The screen with the way into learning on its keypad, or learning."""
        if not any(isinstance(block, Keypad) for block in screen.blocks):
            return screen
        on = self._page == screen.key
        blocks = tuple(_taught(words, block, on=on) if isinstance(block, Keypad) else block for block in screen.blocks)
        taught = msgspec.structs.replace(screen, blocks=blocks)
        if self._over == screen.key:
            return msgspec.structs.replace(taught, lead_in=words.phrase("The keys type again."))
        return taught


def _taught(words: Words, pad: Keypad, *, on: bool) -> Keypad:
    pad = msgspec.structs.replace(pad, learn=_action(words, on=on), places=_places(words))
    return msgspec.structs.replace(pad, lesson=_lesson(words)) if on else pad


def _action(words: Words, *, on: bool) -> Action:
    if on:
        # Translators: ends the mode in which keys say their names and type nothing
        return Action(LEARN, words.phrase("Stop learning"), "keyboard")
    # Translators: begins a mode in which the keys of the number pad say their names and type nothing
    return Action(LEARN, words.phrase("Learn the keys"), "ear")


def _lesson(words: Words) -> Phrase:
    """The eye sees how the keys stand; the ear is told, also for the number keys of a PC, which begin with seven."""
    shown = words.phrase("Nothing is typed now. Press a key to hear it.")
    told = (
        shown,
        # Translators: how the keys of the number pad stand, said to somebody who does not see them
        words.phrase("One is top left, zero is bottom middle."),
        words.phrase("On a computer's number keys, seven is top left."),
        words.phrase("To type, press “{button}”.", button=words.phrase("Stop learning")),
    )
    gap = " " if words.lang == "en" else ""
    return Phrase(shown.shown, gap.join(sentence.said for sentence in told))


def _places(words: Words) -> tuple[Phrase, ...]:
    """Where the keys 0 to 9, clear and correct stand."""
    # Translators: the place of a key on the number pad, said after its name, as in "5, in the middle"
    return (
        words.phrase("bottom row, in the middle"),
        words.phrase("top row, on the left"),
        words.phrase("top row, in the middle"),
        words.phrase("top row, on the right"),
        words.phrase("second row, on the left"),
        words.phrase("in the middle"),
        words.phrase("second row, on the right"),
        words.phrase("third row, on the left"),
        words.phrase("third row, in the middle"),
        words.phrase("third row, on the right"),
        words.phrase("bottom row, on the left"),
        words.phrase("bottom row, on the right"),
    )
