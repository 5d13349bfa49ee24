"""How it feels: the CFPB scale as a second view beside the check-up. Nothing of it is kept or sent."""

from __future__ import annotations

from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.checkup.well_being import ANSWERS, ITEMS, raw_total, scale_value, step_of
from kiosk.journeys import well_being_pages as pages
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.modes import Mode

Page = Literal["start", "age", "statement", "result"]


class WellBeing:
    """Keeps the answers only as long as it is open."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._page: Page = "start"
        self._answers: list[int] = []
        self._chosen: dict[int, int] = {}
        """What was answered before she went back, by the item's place."""
        self._heard = False
        profile = around.sitting.profile
        self._older: bool | None = True if profile is not None and profile.age_band == "senior" else None
        """62 or more; None while it has to be asked."""
        self._asks_age = self._older is None

    async def enter(self) -> None:
        """Nothing is asked of the bank."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        match self._page:
            case "age":
                return pages.age_screen(words, mode)
            case "statement":
                at = len(self._answers)
                return pages.statement_screen(words, mode, at, self._chosen.get(at))
            case "result":
                total = raw_total(self._answers)
                value = scale_value(total, older=self._older is not False, read_aloud=self._heard)
                return pages.result_screen(words, mode, step_of(value))
        return pages.start_screen(words, mode, read_aloud=self._around.sitting.preferences.speech)

    async def act(self, action: str, typed: str = "") -> Step:
        """Answer, or go back."""
        del typed
        match action.partition(":"):
            case ("back", _, _):
                return self._go_back()
            case ("begin", _, how):
                self._heard = how == "heard"
                self._page = "age" if self._asks_age else "statement"
            case ("age", _, band) if self._page == "age":
                self._older, self._page = band == "older", "statement"
            case ("answer", _, place) if self._page == "statement" and place in map(str, range(ANSWERS)):
                self._answer(int(place))
            case ("checkup", _, _):
                return Open("checkup")
            case ("talk", _, _):
                return Open("help", "checkup")
        return Stay()

    async def aclose(self) -> None:
        """Forget the answers."""
        self._answers.clear()
        self._chosen.clear()

    def _answer(self, place: int) -> None:
        # A voice that was on for one statement has read one: then the column for reading aloud holds.
        self._heard = self._heard or self._around.sitting.preferences.speech
        self._chosen[len(self._answers)] = place
        self._answers.append(place)
        if len(self._answers) == len(ITEMS):
            self._page = "result"

    def _go_back(self) -> Step:
        match self._page:
            case "statement" | "result" if self._answers:
                self._answers.pop()
                self._page = "statement"
            case "statement" if self._asks_age:
                self._page = "age"
            case "statement" | "age":
                self._page = "start"
            case _:
                return Back()
        return Stay()
