"""W13, one bank or fund house: whether much hangs on it."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("One provider alone")


def _sentence(words: Words, judged: Judged) -> Phrase:
    amount = judged.rounded(words, "money")
    if judged.check.status == "good" and not judged.number("money"):
        return words.phrase("Your {assets} is spread well.", assets=judged.rounded(words, "assets"))
    if judged.check.status == "good":
        return words.phrase("At most {amount} lies with one provider. That is fine.", amount=amount)
    provider = judged.name(words, "largest")
    # Translators: so much of her unprotected money lies with one bank or fund house alone
    return words.phrase("{amount} lies with {provider} alone.", amount=amount, provider=provider)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("With this provider"), judged.money(words, "money")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share with one provider"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
