"""Choosing the language or the mode, from any page; afterwards the customer is back where she was."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Screen, Tile
from accessibility.words import Words
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.journeys.journey import Back, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.modes import Mode, offered


class ChooseLanguage:
    """One tile a language, each in its own name and said in its own voice."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._sitting = around.sitting

    async def enter(self) -> None:
        """Nothing is asked of the bank."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The languages; the one in use is marked."""
        tiles = tuple(
            Tile(lang, Phrase(OWN_NAMES[lang], lang=lang), icon="globe", selected=lang == words.lang)
            for lang in LANGUAGES
        )
        return Screen(
            key="language",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Language"),
            quiet=words.phrase("Choose the language you like best."),
            blocks=(Choices(tiles),),
            focus=words.lang,
        )

    async def act(self, action: str, typed: str = "") -> Step:
        """Take the language and go back."""
        del typed
        if action in LANGUAGES:
            self._sitting.choose_lang(action)
            return Back()
        return Back() if action == "back" else Stay()

    async def aclose(self) -> None:
        """Holds nothing."""


class ChooseMode:
    """One tile a mode, with one line on whom it is for."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._sitting = around.sitting
        self._offered = offered(around.modes)

    async def enter(self) -> None:
        """Nothing is asked of the bank."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The modes that are offered here; the one in use is marked."""
        tiles = tuple(
            Tile(
                each.key,
                each.name.told(words.lang),
                each.hint.told(words.lang),
                each.icon,
                selected=each.key == mode.key,
            )
            for each in self._offered
        )
        return Screen(
            key="mode",
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("How shall it look?"),
            quiet=words.phrase("You can change this at any time."),
            blocks=(Choices(tiles),),
            focus=mode.key,
        )

    async def act(self, action: str, typed: str = "") -> Step:
        """Take the mode and go back."""
        del typed
        if action in [each.key for each in self._offered]:
            self._sitting.choose_mode(action)
            return Back()
        return Back() if action == "back" else Stay()

    async def aclose(self) -> None:
        """Holds nothing."""
