"""What has changed since the check-up of an earlier day, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.words import Words
from kiosk.journeys.joining import for_her
from kiosk.model.checkup import CheckupReport, PastCheckup

GOODNESS = ("act", "watch", "good")
"""From worst to best; information is as good as good, and what is not known is not compared."""


def before(report: CheckupReport, history: Iterable[PastCheckup]) -> PastCheckup | None:
    """The newest of an earlier day that was judged by the same rules; None when there is none."""
    older = [past for past in history if past.as_of < report.as_of and past.rules_version == report.rules_version]
    return max(older, key=lambda past: past.as_of, default=None)


def change(words: Words, report: CheckupReport, past: PastCheckup | None, today: date) -> Phrase:
    """How many findings are better, and how many worse; nothing without an earlier check-up. Her own business."""
    if past is None:
        return NOTHING
    better, worse = counted(report, past)
    day = phrases.day(words, past.as_of, today=today)
    if not better and not worse:
        return for_her(words.phrase("Nothing has changed since {day}.", day=day))
    if not worse:
        return for_her(
            words.plural(
                "Since {day}, {number} thing is better.", "Since {day}, {number} things are better.", better, day=day
            )
        )
    if not better:
        return for_her(
            words.plural(
                "Since {day}, {number} thing is worse.", "Since {day}, {number} things are worse.", worse, day=day
            )
        )
    up, down = phrases.count(words, better), phrases.count(words, worse)
    return for_her(words.phrase("Since {day}: {better} better, {worse} worse.", day=day, better=up, worse=down))


def counted(report: CheckupReport, past: PastCheckup) -> tuple[int, int]:
    """How many checks are better, and how many worse."""
    better = worse = 0
    for check in report.checks:
        now, then = _rank(check.status), _rank(past.statuses.get(check.id, ""))
        if now is not None and then is not None:
            better, worse = better + (now > then), worse + (now < then)
    return better, worse


def _rank(status: str) -> int | None:
    status = "good" if status == "info" else status
    return GOODNESS.index(status) if status in GOODNESS else None
