"""W11, shares: whether more is in them than level and age bear."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Money in shares")


def _sentence(words: Words, judged: Judged) -> Phrase:
    share, most = judged.share(words, "share"), judged.share(words, "ceiling")
    if not judged.number("equity"):
        return words.phrase("Nothing is in shares. That is fine.")
    if judged.check.status == "watch":
        return words.phrase("{share} is in shares, a little over {most}.", share=share, most=most)
    if judged.check.status == "act":
        return words.phrase("{share} is in shares. At most {most} would suit you.", share=share, most=most)
    return words.phrase("{share} is in shares. That suits you.", share=share)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Money in shares"), judged.money(words, "equity")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share in shares"), judged.share(words, "share")),
        row(words.phrase("At most for you"), judged.share(words, "ceiling")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
