"""The words of one language at one wording level: where every sentence a customer meets comes from."""

from __future__ import annotations

from typing import Literal

from accessibility.phrase import Phrase, compose
from accessibility.spoken.counting import counted
from i18n.languages import catalogue

Wording = Literal["plain", "friendly", "staff"]
"""plain for elder and standard, friendly for youth, staff for the lobby."""


class Words:
    """Looks up messages. Made anew whenever language or mode changes, so no text is ever stored.

    The message in the code is English; `make catalogues` collects the first argument of `text`, `phrase`
    and the first two of `plural`. A "Translators:" comment stands over a message that needs one.
    """

    def __init__(self, lang: str, wording: Wording = "plain") -> None:
        self.lang = lang
        self.wording: Wording = wording
        self._catalogue = catalogue(lang)

    def text(self, message: str) -> str:
        """The message in this language, its named places unfilled."""
        return self._catalogue.gettext(message)

    def phrase(self, message: str, **parts: Phrase | str) -> Phrase:
        """The message with its named places filled, for eye and ear."""
        return compose(self.text(message), **parts)

    def plural(self, one: str, many: str, number: int, /, **parts: Phrase | str) -> Phrase:
        """The message in the number's grammatical form; `{number}` is filled from `parts` or with the count.

        The count is from 0 on: shown as a figure, said in words.
        """
        template = self._catalogue.ngettext(one, many, number)
        return compose(template, **{"number": Phrase(str(number), counted(self.lang, number)), **parts})
