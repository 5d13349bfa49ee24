"""The wealth check-up: one sentence, then what needs something, then each finding with its next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import BankError
from kiosk.journeys import checkup_pages as pages
from kiosk.journeys import checkup_why_pages as why_pages
from kiosk.journeys.checkup_history import history_screen
from kiosk.journeys.checkup_suggestions import suggestion_screen
from kiosk.journeys.checkup_words import tellable
from kiosk.journeys.checkup_words.changes import before, change
from kiosk.journeys.density import one_thing_at_a_time
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.checkup import CheckupReport, PastCheckup
from kiosk.modes import Mode

Page = Literal["summary", "all", "finding", "why", "rule", "picture", "pictures", "suggest", "history"]
OF_ONE: Mapping[str, Callable[[Words, Mode, CheckupReport, int], Screen]] = {
    "finding": pages.finding_screen,
    "why": why_pages.why_screen,
    "rule": why_pages.rule_screen,
    "picture": why_pages.picture_screen,
}
"""Pages of one finding, for modes that show one thing at a time."""
LEADS = {"questions": "questionnaire", "feels": "well_being", "adopt": "adopt", "take_home": "take_home"}
"""Actions that lead to another journey."""
YOUNG = ("W01",)
"""What a customer under 18 is told: money habits only, nothing about investing (CHECKUP.md 8)."""


class Checkup:
    """Shows the latest check-up, or makes one when there is none."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._around = around
        self._again = argument == "again"
        """Make a new one at once: something has just changed, such as the risk questionnaire."""
        self._report: CheckupReport | None = None
        self._past: PastCheckup | None = None
        self._earlier: tuple[PastCheckup, ...] = ()
        self._page: Page = "summary"
        self._from: Page = "summary"
        self._check = ""
        self._shelf = 0
        self._offer = 0
        """Which suggestion is on show."""

    async def enter(self) -> None:
        """Ask for the newest check-up, or make one where it was asked for."""
        if self._again:
            await self._run()
        else:
            self._report = await self._around.bank.checkup()
            await self._look_back()

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        if self._report is None or not tellable(self._report):
            return pages.start_screen(words, mode)
        report = self._dated_here(self._told(self._report, words))
        numbers = [check.id for check in report.checks]
        at = numbers.index(self._check) if self._check in numbers else -1
        if not self._young(words) and (page := self._of_money(words, mode, report)):
            return page
        if one_thing_at_a_time(mode):
            return self._one_at_a_time(words, mode, report, at)
        if self._page in OF_ONE and at >= 0:
            return pages.detail_screen(words, mode, report, at)
        grown = not self._young(words)
        return pages.whole_screen(words, mode, report, self._around.now().date(), self._past, grown=grown)

    def _one_at_a_time(self, words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
        if self._page in OF_ONE and at >= 0:
            return OF_ONE[self._page](words, mode, report, at)
        if self._page == "all":
            told = change(words, report, self._past, self._around.now().date())
            return pages.list_screen(words, mode, report, self._shelf, told, grown=not self._young(words))
        grown = not self._young(words)
        return pages.summary_screen(words, mode, report, self._around.now().date(), self._past, grown=grown)

    def _of_money(self, words: Words, mode: Mode, report: CheckupReport) -> Screen | None:
        """Pages that speak of products and the whole of her money: not for who is told of habits only."""
        match self._page:
            case "pictures":
                return why_pages.pictures_screen(words, mode, report)
            case "suggest":
                return suggestion_screen(words, mode, report, self._offer)
            case "history":
                return history_screen(words, mode, report, self._past, self._earlier, self._around.now().date())
        return None

    async def act(self, action: str, typed: str = "") -> Step:
        """Go where the customer chose."""
        del typed
        kind, _, what = action.partition(":")
        match kind:
            case "back":
                return self._go_back()
            case "run":
                await self._run()
                return Stay()
            case "talk":
                about = what or (self._check if self._page in OF_ONE else "")
                return Open("help", f"finding:{about}" if about else "checkup")
        if kind in LEADS:
            return Open(LEADS[kind], what)
        self._turn(kind, what)
        return Stay()

    def _turn(self, kind: str, what: str) -> None:
        """To another of its own pages."""
        match kind:
            case "pictures" | "history" | "summary" | "why" | "rule" | "picture":
                self._page = kind
            case "leave":
                self._page = "summary"
            case "suggest":
                self._page, self._offer = "suggest", 0
            case "another":
                self._offer += 1
            case "all":
                self._page, self._shelf = "all", 0
            case "previous" | "next":
                self._shelf = max(0, self._shelf + (1 if kind == "next" else -1))
            case "check":
                self._from = self._page if self._page in ("summary", "all") else self._from
                self._page, self._check = "finding", what

    async def _run(self) -> None:
        self._report, self._page = await self._around.bank.run_checkup(), "summary"
        await self._look_back()
        self._around.sitting.checked_up_on = self._around.now().date()

    async def _look_back(self) -> None:
        """What was found before; the check-up itself is told without it where it cannot be had."""
        try:
            found = await self._around.bank.checkup_history() if self._report else ()
        except BankError:
            found = ()
        report = self._report
        self._past = before(report, found) if report else None
        self._earlier = tuple(past for past in found if report and past.as_of < report.as_of)

    async def aclose(self) -> None:
        """Forget the report."""
        self._report = self._past = None
        self._earlier = ()

    def _go_back(self) -> Step:
        one_at_a_time = one_thing_at_a_time(self._around.modes[self._around.sitting.mode])
        if self._page == "summary" or (not one_at_a_time and self._page == "all"):
            return Back()
        if self._page == "suggest" and self._offer:
            self._offer -= 1
        elif not one_at_a_time:
            self._page = "summary"
        else:
            inner: dict[Page, Page] = {"rule": "why", "picture": "why", "why": "finding", "finding": self._from}
            self._page = inner.get(self._page, "summary")
        return Stay()

    def _dated_here(self, report: CheckupReport) -> CheckupReport:
        """With this kiosk's day where the bank's, in its own zone, is already tomorrow or still yesterday."""
        today = self._around.now().date()
        just_now = report.as_of > today or self._around.sitting.checked_up_on == today
        return msgspec.structs.replace(report, as_of=today) if just_now else report

    def _told(self, report: CheckupReport, words: Words) -> CheckupReport:
        """The report as this customer is told it."""
        young = self._young(words)
        checks = tuple(check for check in tellable(report) if not young or check.id in YOUNG)
        if not young:
            return msgspec.structs.replace(report, checks=checks)
        status = checks[0].status if checks else "unknown"
        overall = {"good": "all_good", "info": "all_good", "watch": "some_watch", "act": "some_act"}
        return msgspec.structs.replace(report, checks=checks, overall=overall.get(status, "too_little"))

    def _young(self, words: Words) -> bool:
        """Whether she is told of money habits only."""
        profile = self._around.sitting.profile
        return words.wording == "friendly" or (profile is not None and profile.age_band == "child")
