"""Saving for something: one goal, small steps, and nothing about investing (CHECKUP.md 8)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Literal

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.checkup.split import USUAL
from kiosk.journeys import goals_pages as pages
from kiosk.journeys.goals_words import KINDS, LESSONS
from kiosk.journeys.journey import Back, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.goal import SavingsGoal
from kiosk.model.money import Money
from kiosk.modes import Mode

Page = Literal["kind", "amount", "due", "goal", "split", "lesson", "told"]
CURRENCY = "CNY"
OTHER_PARTS = (USUAL, (60, 30, 10), (1, 1, 1))
"""Places to begin, none better than another [D]."""


class Goals:
    """Makes a goal in three steps and shows how far it is. The bank keeps it."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._goal: SavingsGoal | None = None
        self._page: Page = "kind"
        self._kind = ""
        self._amount = Decimal(0)
        self._pocket = pages.POCKET_MONEY[0]
        self._parts = 0
        self._lesson = 0
        self._said = -1

    async def enter(self) -> None:
        """Ask what she saves for."""
        kept = await self._around.bank.goals()
        self._goal = kept[0] if kept else None
        self._page = "goal" if self._goal else "kind"

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        match self._page:
            case "amount":
                return pages.amount_screen(words, mode)
            case "due":
                return pages.due_screen(words, mode, self._amount)
            case "split":
                return pages.split_screen(words, mode, self._pocket, OTHER_PARTS[self._parts])
            case "lesson":
                return pages.lesson_screen(words, mode, self._lesson)
            case "told":
                return pages.told_screen(words, mode, self._lesson, self._said)
            case "goal" if self._goal is not None:
                return pages.goal_screen(words, mode, self._goal, self._around.now().date())
        return pages.kind_screen(words, mode)

    async def act(self, action: str, typed: str = "") -> Step:
        """Choose, put aside, divide, learn."""
        del typed
        kind, _, what = action.partition(":")
        match kind:
            case "back":
                return self._go_back()
            case "kind" if what in KINDS:
                self._kind, self._page = what, "amount"
            case "amount" if what in map(str, pages.AMOUNTS):
                self._amount, self._page = Decimal(what), "due"
            case "weeks" if what in map(str, pages.WEEKS):
                await self._make(int(what))
            case "add" if self._goal is not None:
                await self._put_aside(self._goal)
            case "of" if what in map(str, pages.POCKET_MONEY):
                self._pocket = int(what)
            case "parts":
                self._parts = (self._parts + 1) % len(OTHER_PARTS)
            case "say" if self._page == "lesson":
                self._said, self._page = int(what), "told"
            case _:
                self._turn(kind)
        return Stay()

    async def aclose(self) -> None:
        """Forget the goal; the bank keeps it."""
        self._goal = None

    def _turn(self, to: str) -> None:
        match to:
            case "new":
                self._page = "kind"
            case "split" | "goal":
                self._page = to
            case "lesson":
                self._lesson = (self._lesson + 1) % len(LESSONS) if self._page == "told" else self._lesson
                self._page = "lesson"

    async def _make(self, weeks: int) -> None:
        weekly = Money(pages.weekly_for(self._amount, weeks), CURRENCY)
        due = self._around.now().date() + timedelta(weeks=weeks)
        made = SavingsGoal(self._kind, Money(self._amount, CURRENCY), Money(Decimal(0), CURRENCY), due, weekly)
        await self._keep(made)
        self._page = "goal"

    async def _put_aside(self, goal: SavingsGoal) -> None:
        saved = Money(goal.saved.amount + pages.next_amount(goal).amount, goal.saved.currency)
        await self._keep(msgspec.structs.replace(goal, saved=saved))

    async def _keep(self, goal: SavingsGoal) -> None:
        kept = await self._around.bank.keep_goals((goal,))
        self._goal = kept[0] if kept else None

    def _go_back(self) -> Step:
        before: dict[Page, Page] = {"amount": "kind", "due": "amount", "told": "lesson"}
        if self._page in before:
            self._page = before[self._page]
        elif self._page == "goal" or self._goal is None:
            return Back()
        else:
            self._page = "goal"
        return Stay()
