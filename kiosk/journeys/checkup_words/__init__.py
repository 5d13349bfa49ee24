"""The check-up in words: for each check its title, its sentence, its next step and the numbers behind it.

The bank sends codes and figures (kiosk/model/checkup.py); there is never a score (CHECKUP.md 5). A later check is one
more module here and one line in `WORDS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words import (
    w01,
    w02,
    w03,
    w04,
    w05,
    w06,
    w07,
    w08,
    w09,
    w10,
    w11,
    w12,
    w13,
    w14,
    w15,
    w16,
    w17,
    w18,
)
from kiosk.journeys.checkup_words.figures import CheckWords, Judged
from kiosk.journeys.checkup_words.next_steps import next_step
from kiosk.journeys.checkup_words.unknowns import why_unknown
from kiosk.journeys.joining import for_her, wholly
from kiosk.model.checkup import CheckResult, CheckupReport

WORDS: Mapping[str, CheckWords] = {
    "W01": w01.WORDS,
    "W02": w02.WORDS,
    "W03": w03.WORDS,
    "W04": w04.WORDS,
    "W05": w05.WORDS,
    "W06": w06.WORDS,
    "W07": w07.WORDS,
    "W08": w08.WORDS,
    "W09": w09.WORDS,
    "W10": w10.WORDS,
    "W11": w11.WORDS,
    "W12": w12.WORDS,
    "W13": w13.WORDS,
    "W14": w14.WORDS,
    "W15": w15.WORDS,
    "W16": w16.WORDS,
    "W17": w17.WORDS,
    "W18": w18.WORDS,
}

__all__ = ["WORDS", "next_step", "numbers", "sentence", "tellable", "title"]


def tellable(report: CheckupReport) -> tuple[CheckResult, ...]:
    """The checks this kiosk has words for; a newer bank may send more."""
    return tuple(check for check in report.checks if check.id in WORDS)


def title(words: Words, check: CheckResult) -> Phrase:
    """What the check is about."""
    return WORDS[check.id].title(words)


def sentence(words: Words, report: CheckupReport, check: CheckResult) -> Phrase:
    """One or two short sentences with the money and the count in them."""
    if check.status == "unknown":
        return why_unknown(words, check.reason)
    told = WORDS[check.id].sentence(words, Judged(check, report.currency))
    instead = words.phrase("The numbers are shown on the screen.")
    # Without an amount in it, such as "your savings last 20 years", it still tells how she stands.
    return wholly(told, instead) if check.status == "good" else for_her(wholly(told, instead), instead.said)


def numbers(words: Words, report: CheckupReport, check: CheckResult) -> tuple[Row, ...]:
    """The numbers put into the formula, each with its name; none while it is not known."""
    if check.status == "unknown":
        return ()
    return WORDS[check.id].numbers(words, Judged(check, report.currency))
