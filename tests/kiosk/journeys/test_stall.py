"""The stall ladder: pure, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Action, Choices, Keypad, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.stall import SOON_S, STEPS, Ladder, StallStep
from kiosk.journeys.stall_help import LEAVE_ME_BE, simply, stall_blocks
from kiosk.modes import Stall

LIMITS = Stall(quiet_s=30, step_s=20, returns=3, errors=2)


class Clock:
    """Timers that go off when the test lets time pass."""

    def __init__(self) -> None:
        self.now = 0.0
        self._timers: list[tuple[float, Callable[[], None], Running]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> Running:
        """Start a timer."""
        running = Running()
        self._timers.append((self.now + seconds, call, running))
        return running

    def passes(self, seconds: float) -> None:
        """So many seconds pass."""
        until = self.now + seconds
        while due := sorted((t for t in self._timers if t[0] <= until and not t[2].off), key=lambda t: t[0]):
            self._timers.remove(due[0])
            self.now = due[0][0]
            due[0][1]()
        self.now = until


class Running:
    """A timer that can be called off."""

    off = False

    def cancel(self) -> None:
        """Call it off."""
        self.off = True


class Her:
    """A customer before a ladder."""

    def __init__(self) -> None:
        self.clock, self.told, self.whose = Clock(), list[StallStep](), object()
        self.free, self.speaking = True, False
        self.ladder = Ladder(
            self.clock.later,
            limits=lambda: LIMITS,
            on_step=self.told.append,
            free=lambda: self.free,
            busy=lambda: self.speaking,
        )

    def goes_to(self, key: str, *, error: str = "") -> None:
        """She presses something, and this page follows."""
        self.ladder.acted()
        self.ladder.page(self.whose, page(key, error=error))


def page(key: str, *, error: str = "") -> Screen:
    """A page; with an error, of what was typed."""
    pad = Keypad("pin", Phrase("PIN"), Action("ok", Phrase("OK")), error=Phrase(error))
    return Screen(key, "en", "elder", Phrase("Page"), blocks=(pad,))


@pytest.fixture
def her() -> Her:
    """She has come to a page."""
    her = Her()
    her.goes_to("home")
    return her


def test_without_getting_on_it_climbs_to_the_top_and_no_further(her: Her) -> None:
    her.clock.passes(29.9)
    assert her.told == []
    for number in range(1, 5):
        her.clock.passes(0.1 if number == 1 else LIMITS.step_s)
        assert tuple(her.told) == STEPS[:number]
    her.clock.passes(1000)
    assert tuple(her.told) == STEPS


def test_a_new_page_begins_anew(her: Her) -> None:
    her.clock.passes(50)
    assert her.told == ["prompt", "slower"]
    her.goes_to("balances")
    her.clock.passes(30)
    assert her.told == ["prompt", "slower", "prompt"]


def test_typing_and_moving_about_count_as_getting_on(her: Her) -> None:
    for _ in range(10):
        her.clock.passes(20)
        her.ladder.stirred()
    assert her.told == []


def test_a_page_that_changes_by_itself_is_no_move(her: Her) -> None:
    for _ in range(5):
        her.clock.passes(7)
        her.ladder.page(her.whose, page("home"))
    assert her.told == ["prompt"]


def test_back_and_forth_with_nothing_new_is_hesitation(her: Her) -> None:
    her.goes_to("balances")
    for key in ("home", "balances"):
        her.goes_to(key)
        her.clock.passes(SOON_S)
    assert her.told == []
    her.goes_to("home")
    her.clock.passes(SOON_S)
    assert her.told == ["prompt"]


def test_mistakes_one_after_the_other_climb_step_by_step(her: Her) -> None:
    for mistakes in (1, 2, 3, 4):
        her.goes_to("pin", error="That was not right")
        her.clock.passes(SOON_S)
        assert len(her.told) == mistakes // LIMITS.errors
    her.goes_to("fresh")
    her.goes_to("pin", error="That was not right")
    her.clock.passes(SOON_S)
    assert len(her.told) == 2, "what led on forgets the mistakes before"


def test_nobody_is_prompted_while_being_told_something(her: Her) -> None:
    her.speaking = True
    her.clock.passes(100)
    assert her.told == []
    her.speaking = False
    her.clock.passes(SOON_S)
    assert her.told == ["prompt"]


def test_nobody_is_prompted_while_it_is_not_free(her: Her) -> None:
    her.free = False
    her.clock.passes(100)
    assert her.told == []
    her.free = True
    her.goes_to("next")
    her.clock.passes(30)
    assert her.told == ["prompt"]


def test_the_next_customer_begins_at_the_foot(her: Her) -> None:
    her.clock.passes(70)
    her.whose = object()
    her.ladder.page(her.whose, page("home"))
    her.clock.passes(30)
    assert her.told[-1] == "prompt"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_every_step_can_be_refused(step: StallStep, lang: str) -> None:
    notice = stall_blocks(Words(lang), step)[0]
    assert isinstance(notice, Notice)
    assert notice.action is not None
    assert notice.action.key == LEAVE_ME_BE


def test_what_is_said_more_simply_is_the_likely_way_on() -> None:
    tiles = (Tile("a", Phrase("Accounts")), Tile("b", Phrase("Run the check-up"), filled=True))
    screen = Screen("home", "en", "elder", Phrase("Home"), blocks=(Choices(tiles),), guide=Phrase("Long words."))
    assert simply(Words("en"), screen).shown == "To go on, press “Run the check-up”."
    assert simply(Words("en"), page("x")).shown == "To ask a person, press the red button."
