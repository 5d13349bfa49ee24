"""The traffic light's words, and the one sentence above all findings. Never a score (CHECKUP.md 5)."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.phrase import Phrase
from accessibility.words import Words
from kiosk.journeys.joining import for_her, joined
from kiosk.model.checkup import CheckStatus, CheckupReport

ICONS = {"good": "check-circle", "watch": "warning", "act": "hand-palm", "unknown": "question-square", "info": "info"}
"""The shape that goes with each word, so that colour is never alone (CN-06)."""


def status_word(words: Words, status: CheckStatus) -> Phrase:
    """好 · 注意 · 要处理 · 不清楚 · 说明. For her alone: how her money stands is nobody else's business (EN-07)."""
    return for_her(_status_word(words, status))


def _status_word(words: Words, status: CheckStatus) -> Phrase:
    match status:
        case "good":
            return words.phrase("Good")
        case "watch":
            # Translators: 注意, the middle traffic light of the check-up.
            return words.phrase("Watch")
        case "act":
            # Translators: 要处理, the most urgent traffic light of the check-up.
            return words.phrase("To do")
        case "info":
            # Translators: 说明, neither good nor bad.
            return words.phrase("For information")
    return words.phrase("Not known")


def overall_sentence(words: Words, report: CheckupReport) -> Phrase:
    """What it comes to, in one sentence; a loudspeaker says where to read it."""
    return for_her(_overall_sentence(words, report), words.text("The result is on the screen."))


def _overall_sentence(words: Words, report: CheckupReport) -> Phrase:
    friendly = words.wording == "friendly"
    match report.overall:
        case "foundation":
            return words.phrase("Start with the basics first.")
        case "some_act":
            return words.plural("{number} thing needs doing.", "{number} things need doing.", report.count("act"))
        case "some_watch":
            return words.plural(
                "Steady on the whole. {number} thing could be better.",
                "Steady on the whole. {number} things could be better.",
                report.count("watch"),
            )
        case "all_good" if report.count("unknown"):
            return words.phrase("What we know of looks good.")
        case "all_good":
            return words.phrase("Well done, it all looks good!") if friendly else words.phrase("All is well.")
    return words.phrase("We do not know enough yet to tell.")


def counts(words: Words, report: CheckupReport) -> Phrase:
    """How many of each, such as "5 checks · 3 good · 1 watch"; what is none is left out."""
    return counts_of(words, {check.id: check.status for check in report.checks})


def counts_of(words: Words, statuses: Mapping[str, str]) -> Phrase:
    """The same of a check-up's statuses by check."""
    found = list(statuses.values())
    good, watch = found.count("good") + found.count("info"), found.count("watch")
    act, unknown = found.count("act"), found.count("unknown")
    whole = words.plural("{number} check", "{number} checks", len(found))
    parts = (
        words.plural("{number} good", "{number} good", good) if good else None,
        words.plural("{number} to watch", "{number} to watch", watch) if watch else None,
        words.plural("{number} to do", "{number} to do", act) if act else None,
        words.plural("{number} not known", "{number} not known", unknown) if unknown else None,
    )
    told = joined(words.lang, *(each for each in parts if each))
    return joined(words.lang, whole, for_her(told))
