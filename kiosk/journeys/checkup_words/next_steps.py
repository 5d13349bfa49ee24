"""What to do about a finding: one sentence."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.words import Words
from kiosk.journeys.joining import for_her
from kiosk.model.checkup import CheckResult


def next_step(words: Words, check: CheckResult) -> Phrase:
    """The next step of a finding, by its code; without a code this kiosk knows, a person. It tells how she stands."""
    return for_her(_next_step(words, check))


def _next_step(words: Words, check: CheckResult) -> Phrase:
    if check.status == "unknown":
        return words.phrase("A person can help to add what is missing.")
    match check.action:
        case "none":
            return words.phrase("There is nothing to do.")
        case "review":
            return words.phrase("Talk it over with us when it suits you.")
    return words.phrase("Please talk to someone about it.")


def wants_talk(check: CheckResult) -> bool:
    """True when talking to a person is the next step."""
    return check.action != "none"
