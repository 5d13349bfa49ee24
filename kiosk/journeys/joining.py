"""Several phrases in one line: a dot between them for the eye, a pause for the ear."""

from __future__ import annotations

import msgspec

from accessibility.narration import COMMAS
from accessibility.phrase import MASK, NOTHING, Phrase

DOT = " · "


def joined(lang: str, *phrases: Phrase) -> Phrase:
    """One phrase of all that are not empty, in the language `lang`; what is private in them stays private."""
    parts = [phrase for phrase in phrases if phrase.shown]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    private = any(part.private for part in parts)
    return Phrase(
        shown=DOT.join(part.shown for part in parts),
        spoken=COMMAS[lang].join(part.said for part in parts),
        private=private,
        masked=DOT.join(part.masked if part.private else part.shown for part in parts) if private else MASK,
        discreet=COMMAS[lang].join(part.said_aloud for part in parts if part.said_aloud) if private else "",
    )


def hushed(text: str) -> Phrase:
    """Text that is the customer's own business, such as whom she paid: covered and, aloud, left out."""
    return Phrase(text, private=True) if text else NOTHING


def wholly(phrase: Phrase, instead: Phrase) -> Phrase:
    """A private sentence covered as a whole, because what is left of it with gaps would tell too much or nothing.

    The loudspeaker says `instead`. A phrase that is not private stays as it is.
    """
    return msgspec.structs.replace(phrase, masked=MASK, discreet=instead.said) if phrase.private else phrase


def for_her(phrase: Phrase, instead: str = "") -> Phrase:
    """Words without an amount that are her own business all the same, such as how her money stands (EN-07).

    Covered while amounts are hidden; the loudspeaker says `instead`, or nothing.
    """
    if phrase.private or not phrase.shown:
        return phrase
    return msgspec.structs.replace(phrase, private=True, masked=MASK, discreet=instead)
