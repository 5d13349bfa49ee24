"""The wealth check-up: one sentence, then what needs something, then each finding with its next step."""

from __future__ import annotations

from typing import Literal

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import BankError
from kiosk.journeys import checkup_pages as pages
from kiosk.journeys.checkup_words import tellable
from kiosk.journeys.checkup_words.changes import before
from kiosk.journeys.density import one_thing_at_a_time
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.checkup import CheckupReport, PastCheckup
from kiosk.modes import Mode

Page = Literal["summary", "all", "finding", "why"]
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
        self._page: Page = "summary"
        self._from: Page = "summary"
        self._check = ""
        self._shelf = 0

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
        if not one_thing_at_a_time(mode):
            if self._page == "finding" and self._check in numbers:
                return pages.detail_screen(words, mode, report, numbers.index(self._check))
            return pages.whole_screen(words, mode, report, self._around.now().date(), self._past)
        if self._page in ("finding", "why") and self._check in numbers:
            at = numbers.index(self._check)
            make = pages.why_screen if self._page == "why" else pages.finding_screen
            return make(words, mode, report, at)
        if self._page == "all":
            return pages.list_screen(words, mode, report, self._shelf)
        return pages.summary_screen(words, mode, report, self._around.now().date(), self._past)

    async def act(self, action: str, typed: str = "") -> Step:
        """Go where the customer chose."""
        del typed
        match action.partition(":"):
            case ("back", _, _):
                return self._go_back()
            case ("run", _, _):
                await self._run()
            case ("questions", _, _):
                return Open("questionnaire")
            case ("talk", _, _):
                return Open("help", "checkup")
            case ("all", _, _):
                self._page, self._shelf = "all", 0
            case ("previous" | "next" as way, _, _):
                self._shelf = max(0, self._shelf + (1 if way == "next" else -1))
            case ("why", _, _):
                self._page = "why"
            case ("check", _, check):
                self._from = self._page if self._page in ("summary", "all") else self._from
                self._page, self._check = "finding", check
        return Stay()

    async def _run(self) -> None:
        self._report, self._page = await self._around.bank.run_checkup(), "summary"
        await self._look_back()
        self._around.sitting.checked_up_on = self._around.now().date()

    async def _look_back(self) -> None:
        """What was found before; the check-up itself is told without it where it cannot be had."""
        try:
            self._past = before(self._report, await self._around.bank.checkup_history()) if self._report else None
        except BankError:
            self._past = None

    async def aclose(self) -> None:
        """Forget the report."""
        self._report = self._past = None

    def _go_back(self) -> Step:
        one_at_a_time = one_thing_at_a_time(self._around.modes[self._around.sitting.mode])
        if self._page == "summary" or (not one_at_a_time and self._page != "finding"):
            return Back()
        if not one_at_a_time:
            self._page = "summary"
            return Stay()
        self._page = {"why": "finding", "finding": self._from, "all": "summary"}[self._page]
        return Stay()

    def _dated_here(self, report: CheckupReport) -> CheckupReport:
        """With this kiosk's day where the bank's, in its own zone, is already tomorrow or still yesterday."""
        today = self._around.now().date()
        just_now = report.as_of > today or self._around.sitting.checked_up_on == today
        return msgspec.structs.replace(report, as_of=today) if just_now else report

    def _told(self, report: CheckupReport, words: Words) -> CheckupReport:
        """The report as this customer is told it."""
        profile = self._around.sitting.profile
        young = words.wording == "friendly" or (profile is not None and profile.age_band == "child")
        checks = tuple(check for check in tellable(report) if not young or check.id in YOUNG)
        if not young:
            return msgspec.structs.replace(report, checks=checks)
        status = checks[0].status if checks else "unknown"
        overall = {"good": "all_good", "info": "all_good", "watch": "some_watch", "act": "some_act"}
        return msgspec.structs.replace(report, checks=checks, overall=overall.get(status, "too_little"))
