"""A phrase: one fact in its two forms, as it is shown and as it is said."""

from __future__ import annotations

import msgspec

MASK = "••••"
"""What stands in a private value's place while amounts are hidden and in the copy staff may see."""


SILENT = " "
"""Words for the ear where there is nothing to say: without them the voice would read the mask."""


class Phrase(msgspec.Struct, frozen=True):
    """Words for the eye and for the ear, made together so that they cannot disagree.

    `private` decides what is masked and what a loudspeaker may say (STANDARDS.md EN-06, EN-07).
    """

    shown: str
    """What the page shows."""
    spoken: str = ""
    """What the voice says; empty means the same as `shown`."""
    private: bool = False
    """True for amounts, names and account numbers."""
    masked: str = MASK
    """What a private phrase shows while amounts are hidden."""
    discreet: str = ""
    """What the loudspeaker says in a private phrase's place, such as "shown on the screen"."""
    lang: str = ""
    """The language of these words where it is not the screen's own, such as a language's own name."""
    code: str = ""
    """Letters and figures among these words that "spell" says one by one, such as the number of a help ticket."""
    essential: bool = False
    """True for a short warning that a touch does not cut off, such as "Are you still there?" (STANDARDS.md EN-05)."""

    @property
    def said(self) -> str:
        """The words for the ear."""
        return self.spoken or self.shown

    @property
    def said_aloud(self) -> str:
        """The words for a loudspeaker that others can hear."""
        return self.discreet if self.private else self.said


NOTHING = Phrase("")


def plain(text: str, spoken: str = "") -> Phrase:
    """A phrase that may be shown and said to anybody."""
    return Phrase(text, spoken)


def compose(template: str, **parts: Phrase | str) -> Phrase:
    """Fill the named places of `template`, in both forms, and keep what is private in them private.

    The masked form shows the sentence with only its private parts covered.
    Raises KeyError when a place of the template has no part.
    """
    whole = {name: part if isinstance(part, Phrase) else Phrase(part) for name, part in parts.items()}
    private = any(part.private for part in whole.values())
    codes = [part.code for part in whole.values() if part.code]
    return Phrase(
        shown=template.format(**{name: part.shown for name, part in whole.items()}),
        spoken=template.format(**{name: part.said for name, part in whole.items()}),
        private=private,
        masked=template.format(**{name: covered(part).shown for name, part in whole.items()}) if private else MASK,
        discreet=template.format(**{name: part.said_aloud for name, part in whole.items()}) if private else "",
        code=codes[0] if codes else "",
        essential=any(part.essential for part in whole.values()),
    )


def warning(phrase: Phrase) -> Phrase:
    """The same words as an essential warning: a touch does not cut it off (STANDARDS.md EN-05). Keep it short."""
    return msgspec.structs.replace(phrase, essential=True)


def with_code(phrase: Phrase, code: str) -> Phrase:
    """The same words, and what "spell" says of them character by character, such as "A017"."""
    return msgspec.structs.replace(phrase, code=code)


def covered(phrase: Phrase) -> Phrase:
    """The phrase as it is while amounts are hidden: neither shown nor said."""
    if not phrase.private:
        return phrase
    return Phrase(shown=phrase.masked, spoken=phrase.discreet or SILENT, lang=phrase.lang, essential=phrase.essential)
