"""Nobody is hurried, and nobody's page stays open: the idle clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.journeys.idle import IdleClock


class HandTimer:
    """A timer that is called off by taking it out of its clockwork."""

    def __init__(self, work: Clockwork, at: float, call: Callable[[], None]) -> None:
        self.work, self.at, self.call = work, at, call

    def cancel(self) -> None:
        if self in self.work.timers:
            self.work.timers.remove(self)


class Clockwork:
    """Time that the test moves by hand."""

    def __init__(self) -> None:
        self.time = 0.0
        self.timers: list[HandTimer] = []

    def later(self, seconds: float, call: Callable[[], None]) -> HandTimer:
        timer = HandTimer(self, self.time + seconds, call)
        self.timers.append(timer)
        return timer

    def pass_time(self, seconds: float) -> None:
        end = self.time + seconds
        while due := [timer for timer in self.timers if timer.at <= end]:
            first = min(due, key=lambda timer: timer.at)
            self.timers.remove(first)
            self.time = first.at
            first.call()
        self.time = end


class Kiosk:
    """An idle clock with what it reported."""

    def __init__(self) -> None:
        self.work = Clockwork()
        self.warnings: list[tuple[int, float]] = []
        self.ended = 0
        self.speaking = False
        self.clock = IdleClock(
            self.work.later,
            on_warning=lambda seconds, share: self.warnings.append((seconds, share)),
            on_end=self._end,
            busy=lambda: self.speaking,
        )

    def _end(self) -> None:
        self.ended += 1


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk()


def test_it_warns_after_the_idle_time_and_ends_after_the_warning(kiosk: Kiosk) -> None:
    kiosk.clock.start(120, 30)
    kiosk.work.pass_time(119)
    assert kiosk.warnings == []
    kiosk.work.pass_time(1)
    assert kiosk.warnings == [(30, 1.0)]
    assert kiosk.clock.warning
    kiosk.work.pass_time(29.5)
    assert kiosk.warnings[-1][0] == 1
    assert kiosk.ended == 0
    kiosk.work.pass_time(0.5)
    assert kiosk.ended == 1
    assert not kiosk.clock.warning
    assert kiosk.work.timers == []


def test_more_time_can_be_had_again_and_again(kiosk: Kiosk) -> None:
    kiosk.clock.start(120, 30)
    for _ in range(25):  # WC-09 asks for ten
        kiosk.work.pass_time(149)
        assert kiosk.clock.warning
        kiosk.clock.touch()
        assert not kiosk.clock.warning
    assert kiosk.ended == 0


def test_time_does_not_count_while_the_voice_speaks(kiosk: Kiosk) -> None:
    kiosk.speaking = True
    kiosk.clock.start(120, 30)
    kiosk.work.pass_time(600)
    assert kiosk.warnings == []
    kiosk.speaking = False
    kiosk.work.pass_time(5)
    assert kiosk.warnings == [(30, 1.0)]


def test_a_touch_while_it_is_off_starts_nothing(kiosk: Kiosk) -> None:
    kiosk.clock.touch()
    kiosk.work.pass_time(1000)
    assert (kiosk.warnings, kiosk.ended, kiosk.work.timers) == ([], 0, [])


def test_stopping_forgets_the_warning(kiosk: Kiosk) -> None:
    kiosk.clock.start(120, 30)
    kiosk.work.pass_time(130)
    kiosk.clock.stop()
    kiosk.work.pass_time(1000)
    assert kiosk.ended == 0
