"""Earlier check-ups, and what has changed since the last one, check by check."""

from __future__ import annotations

from datetime import date

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Block, Choices, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.checkup_words import title
from kiosk.journeys.checkup_words.changes import change
from kiosk.journeys.checkup_words.statuses import ICONS, counts_of, status_word
from kiosk.journeys.density import part
from kiosk.model.checkup import CheckResult, CheckStatus, CheckupReport, PastCheckup
from kiosk.modes import Mode

STATUSES: tuple[CheckStatus, ...] = ("good", "watch", "act", "unknown", "info")


def history_screen(
    words: Words,
    mode: Mode,
    report: CheckupReport,
    past: PastCheckup | None,
    earlier: tuple[PastCheckup, ...],
    today: date,
) -> Screen:
    """The change in one sentence, each check that changed, and the earlier days in short."""
    changed = tuple(_changed(words, check, past) for check in report.checks if past and _differs(check, past))
    days = tuple(_day(words, each, today) for each in part(earlier, 0, mode.content.rows_per_page).items)
    told = change(words, report, past, today)
    blocks: list[Block] = [Paragraph(told if told.shown else words.phrase("This is your first check-up."), "lead")]
    if changed:
        blocks.append(Rows(changed, heading=words.phrase("What has changed")))
    if days:
        blocks.append(Rows(days, heading=words.phrase("Earlier check-ups")))
    back = Tile("summary", words.phrase("Back to the result"), icon="arrow-left")
    return Screen(
        key="checkup.history",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Then and now"),
        blocks=(*blocks, Choices((back,))),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
    )


def _differs(check: CheckResult, past: PastCheckup) -> bool:
    return past.statuses.get(check.id, check.status) != check.status


def _changed(words: Words, check: CheckResult, past: PastCheckup) -> Row:
    before = past.statuses[check.id]
    then = status_word(words, before if before in STATUSES else "unknown")
    detail: Phrase = words.phrase("before: {status}", status=then)
    return Row(title(words, check), detail, status_word(words, check.status), icon=ICONS[check.status])


def _day(words: Words, past: PastCheckup, today: date) -> Row:
    return Row(phrases.day(words, past.as_of, today=today), counts_of(words, past.statuses))
