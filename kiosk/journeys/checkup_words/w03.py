"""W03, solvency: how much of what she owns is free of debt."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("What you own and owe")


def _sentence(words: Words, judged: Judged) -> Phrase:
    assets, debts = judged.rounded(words, "assets"), judged.rounded(words, "debts")
    if not judged.number("debts"):
        return words.phrase("You own {assets} and owe nothing.", assets=assets)
    if (judged.number("net") or 0) < 0:
        return words.phrase("You owe more than you own: {debts}.", debts=debts)
    match judged.check.status:
        case "watch":
            return words.phrase("You own {assets}. A large part is owed: {debts}.", assets=assets, debts=debts)
        case "act":
            return words.phrase("You own {assets}. Most of it is owed: {debts}.", assets=assets, debts=debts)
    return words.phrase("You own {assets} and owe {debts}.", assets=assets, debts=debts)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("You own"), judged.money(words, "assets")),
        row(words.phrase("You owe"), judged.money(words, "debts")),
        row(words.phrase("Share that is yours"), judged.share(words, "share")),
        row(words.phrase("Good is at least"), judged.rate(words, "needed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
