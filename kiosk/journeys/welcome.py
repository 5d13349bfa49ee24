"""The first page: touch or press any key to begin; language and mode can be chosen before anything else.

Kept free of slow imports: it is painted before the rest of the program is loaded (DESIGN.md 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Screen, Tile
from accessibility.words import Words
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.journeys.journey import Open, Stay, Step
from kiosk.modes import Mode

if TYPE_CHECKING:
    from kiosk.journeys.surroundings import Surroundings

KEY = "welcome"
ANY_KEY = "begin"
"""What a touch beside every control, or any key, does here."""


def welcome_screen(words: Words, mode: Mode, lead_in: Phrase | None = None) -> Screen:
    """The welcome page in the language and mode in use."""
    return Screen(
        key=KEY,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Welcome"),
        quiet=words.phrase("Take your time. Nothing here can go wrong."),
        blocks=(
            Choices(
                (
                    Tile(
                        ANY_KEY,
                        words.phrase("Begin"),
                        words.phrase("Touch here, or press any key"),
                        "hand-tap",
                        filled=True,
                    ),
                )
            ),
            Choices(tuple(_language_tile(lang, words) for lang in LANGUAGES), columns=len(LANGUAGES)),
        ),
        lead_in=lead_in or Phrase(""),
        guide=words.phrase("To begin, touch the screen or press any key."),
        focus=ANY_KEY,
    )


def _language_tile(lang: str, words: Words) -> Tile:
    name = Phrase(OWN_NAMES[lang], lang=lang)
    return Tile(f"language:{lang}", name, icon="globe", selected=lang == words.lang)


class Welcome:
    """Waits for somebody; knows nobody."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._sitting = around.sitting
        self._news = argument

    async def enter(self) -> None:
        """Nothing is asked of the bank here."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The welcome page; after an idle end it says first why the last page is gone."""
        lead_in = words.phrase("Your page was closed to keep it private.") if self._news == "closed" else None
        return welcome_screen(words, mode, lead_in)

    async def act(self, action: str, typed: str = "") -> Step:
        """Begin, or speak another language."""
        del typed
        if action.startswith("language:"):
            self._sitting.choose_lang(action.partition(":")[2])
            return Stay()
        return Open("sign_in") if action == ANY_KEY else Stay()

    async def aclose(self) -> None:
        """Holds nothing."""
