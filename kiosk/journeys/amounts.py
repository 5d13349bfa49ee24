"""An amount of the bank's facts as a phrase. Always private; what is not known is said so, never shown as zero."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.words import Words
from kiosk.model.money import Money


def money(words: Words, amount: Money | None, *, whole: bool = False) -> Phrase:
    """The amount in figures; `whole` leaves ".00" out, for use inside a sentence."""
    if amount is None:
        return phrases.not_known(words)
    return phrases.money(words, amount.amount, amount.currency, whole=whole)


def flow(words: Words, amount: Money | None) -> Phrase:
    """A movement, with "in" or "out" instead of a sign."""
    return phrases.not_known(words) if amount is None else phrases.flow(words, amount.amount, amount.currency)


def money_in_words(words: Words, amount: Money | None) -> Phrase:
    """The amount written out, for the line under a large figure; nothing when it is not known."""
    return NOTHING if amount is None else phrases.money_in_words(words, amount.amount, amount.currency)
