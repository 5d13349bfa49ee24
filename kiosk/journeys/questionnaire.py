"""The risk questionnaire: one question a page, back at any time, and nothing counts before she has looked it over."""

from __future__ import annotations

from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import Conflict, TooMany
from kiosk.journeys import questionnaire_pages as pages
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.questionnaire_words import tellable
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.risk import RiskAssessment
from kiosk.modes import Mode

Page = Literal["start", "question", "review", "change", "result"]


class Questionnaire:
    """Keeps the answers only as long as it is open: leaving forgets them, the bank gets them at the end."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._state: RiskAssessment | None = None
        self._answers: dict[str, int] = {}
        self._page: Page = "start"
        self._at = 0
        self._shelf = 0
        self._fresh = False

    async def enter(self) -> None:
        """Ask what would be asked, and how she answered last. Answers already given stay."""
        self._state = await self._around.bank.risk_assessment()

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        state = self._state
        if state is None or not tellable(state.questions):
            return pages.unknown_screen(words, mode)
        match self._page:
            case "question" | "change":
                asked = state.questions[self._at]
                back = self._page == "change"
                return pages.question_screen(
                    words, mode, state, self._at, self._answers.get(asked.id), looking_back=back
                )
            case "review":
                return pages.review_screen(words, mode, state, self._answers, self._shelf)
            case "result":
                return pages.result_screen(words, mode, state, fresh=self._fresh)
        return pages.start_screen(words, mode, state, self._around.now().date())

    async def act(self, action: str, typed: str = "") -> Step:
        """Answer, go back, look over, send."""
        del typed
        state = self._state
        if action == "back":
            return self._go_back()
        if state is None:
            return Stay()
        match action.partition(":"):
            case ("begin", _, _) if state.may_answer:
                self._page, self._at = "question", 0
            case ("answer", _, number):
                self._answer(state, number)
            case ("change", _, code):
                self._change(state, code)
            case ("previous" | "next" as way, _, _):
                self._shelf = max(0, self._shelf + (1 if way == "next" else -1))
            case ("send", _, _) if len(self._answers) == len(state.questions):
                await self._send(state)
            case ("result", _, _) if state.level is not None:
                self._page, self._fresh = "result", False
            case ("checkup", _, _):
                return Open("checkup", "again")
        return Stay()

    async def aclose(self) -> None:
        """Forget the answers."""
        self._answers.clear()
        self._state = None

    def _answer(self, state: RiskAssessment, number: str) -> None:
        asked = state.questions[self._at]
        offered = {str(each): each for each in (*range(asked.options), *([-1] if asked.may_not_know else []))}
        if self._page not in ("question", "change") or number not in offered:
            return
        self._answers[asked.id] = offered[number]
        if self._page == "question" and self._at + 1 < len(state.questions):
            self._at += 1
        else:
            self._shelf = 0 if self._page == "question" else self._shelf
            self._page = "review"

    def _change(self, state: RiskAssessment, code: str) -> None:
        codes = [each.id for each in state.questions]
        if code in codes and self._page == "review":
            self._page, self._at = "change", codes.index(code)

    async def _send(self, state: RiskAssessment) -> None:
        """Let the answers count. When the bank now asks other questions she begins again; her answers fit no more."""
        read_aloud = self._around.sitting.preferences.speech
        try:
            self._state = await self._around.bank.assess_risk(state.version, self._answers, read_aloud=read_aloud)
        except (Conflict, TooMany):
            self._state = await self._around.bank.risk_assessment()
            self._page, self._at = "start", 0
            self._answers.clear()
            return
        self._page, self._fresh = "result", True
        self._answers.clear()

    def _go_back(self) -> Step:
        match self._page:
            case "question" if self._at > 0:
                self._at -= 1
            case "question":
                self._page = "start"
            case "change":
                self._page = "review"
            case "review":
                self._page, self._at = "question", len(self._state.questions) - 1 if self._state else 0
            case "result" if not self._fresh:
                self._page = "start"
            case _:
                return Back()
        return Stay()
