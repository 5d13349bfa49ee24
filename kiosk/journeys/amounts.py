"""An amount of the bank's facts as a phrase. Always private; what is not known is said so, never shown as zero."""

from __future__ import annotations

import msgspec

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


def repayment(words: Words, amount: Money | None) -> Phrase:
    """A movement of a loan: what comes in there is no income, it was paid back."""
    if amount is None:
        return phrases.not_known(words)
    if amount.amount < 0:
        # Translators: a loan grew by {amount}, such as by interest
        return words.phrase("{amount} added", amount=money(words, -amount))
    # Translators: {amount} of a loan was paid back, such as 还款 4,321.00 元
    return words.phrase("{amount} paid back", amount=money(words, amount)) if amount.amount else money(words, amount)


def left_to_the_eye(phrase: Phrase, instead: str = "") -> Phrase:
    """One amount of many in a list: the loudspeaker says `instead`, or nothing, and not each time where to look."""
    return msgspec.structs.replace(phrase, discreet=instead) if phrase.private else phrase


def amounts_on_screen(words: Words, guide: Phrase) -> Phrase:
    """The guide of such a list, itself not private: the loudspeaker says once that the amounts are on the screen."""
    aloud = words.phrase("The amounts are on the screen. {guide}", guide=guide)
    return Phrase(guide.shown, guide.spoken, private=True, masked=guide.shown, discreet=aloud.said)


def while_hidden(words: Words) -> dict[str, str]:
    """What the voice says while amounts are hidden, in place of where they stand."""
    listed, hidden = words.text("The amounts are on the screen. {guide}"), words.text("The amounts are hidden. {guide}")
    return {
        listed.partition("{guide}")[0]: hidden.partition("{guide}")[0],
        words.text("the amount on the screen"): words.text("a hidden amount"),
    }


def money_in_words(words: Words, amount: Money | None) -> Phrase:
    """The amount written out, for the line under a large figure; nothing when it is not known."""
    return NOTHING if amount is None else phrases.money_in_words(words, amount.amount, amount.currency)
