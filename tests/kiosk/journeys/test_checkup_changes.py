"""What has changed since last time: compared fairly, told in one sentence, her own business."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accessibility.screen import Paragraph
from accessibility.words import Words
from kiosk.bank.demo.people import WANG
from kiosk.client.errors import BankAway
from kiosk.journeys.checkup_words.changes import before, change, counted
from kiosk.model.checkup import CheckResult, CheckStatus, CheckupReport, PastCheckup
from tests.kiosk.journeys.conftest import Walking

TODAY = date(2026, 11, 23)
WORDS = Words("en")


def report(*statuses: CheckStatus) -> CheckupReport:
    checks = tuple(CheckResult(f"W{at:02}", status) for at, status in enumerate(statuses, 1))
    return CheckupReport(TODAY, "1", "all_good", checks)


def past(*statuses: CheckStatus, days: int = 30, version: str = "1") -> PastCheckup:
    told = {f"W{at:02}": str(status) for at, status in enumerate(statuses, 1)}
    return PastCheckup(TODAY - timedelta(days=days), version, "all_good", told)


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (("good", "watch"), ("act", "good"), (1, 1)),
        (("info", "good"), ("good", "info"), (0, 0)),
        (("unknown", "good"), ("good", "unknown"), (0, 0)),
        (("good", "good", "good"), ("act", "watch"), (2, 0)),
        (("act",), ("watch",), (0, 1)),
    ],
)
def test_better_and_worse(
    now: tuple[CheckStatus, ...], then: tuple[CheckStatus, ...], expected: tuple[int, int]
) -> None:
    assert counted(report(*now), past(*then)) == expected


def test_only_an_earlier_day_by_the_same_rules_is_compared() -> None:
    found = (past("good", days=0), past("good", days=9, version="0"), past("good", days=40), past("good", days=20))
    assert before(report("good"), found) == found[3]
    assert before(report("good"), found[:2]) is None


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("good", "Nothing has changed since 24 October."),
        ("act", "Since 24 October, 1 thing is better."),
    ],
)
def test_it_is_told_in_one_sentence_and_kept_to_herself(then: CheckStatus, told: str) -> None:
    phrase = change(WORDS, report("good"), past(then), TODAY)
    assert phrase.shown == told
    assert phrase.private
    assert phrase.said_aloud == ""
    assert change(WORDS, report("good"), None, TODAY).shown == ""


async def test_the_bank_tells_the_last_of_each_day(walk: Walking) -> None:
    her = (await walk(WANG, lang="en")).customer
    for _ in range(2):
        await her.around.bank.run_checkup()
    (today,) = await her.around.bank.checkup_history()
    made = await her.around.bank.checkup()
    assert made is not None
    assert today.statuses == {check.id: check.status for check in made.checks}


async def test_without_the_history_the_check_up_is_told_all_the_same(walk: Walking) -> None:
    walking = await walk(WANG, lang="en")
    await walking.customer.go("checkup", "again")

    def refused(request: object) -> None:
        if str(getattr(request, "url", "")).endswith("/history"):
            raise BankAway

    walking.line.odd = refused  # type: ignore[assignment]
    page = await walking.customer.go("checkup")
    assert page.key == "checkup.summary"
    assert not any("changed" in block.text.shown for block in page.blocks if isinstance(block, Paragraph))
