"""The breaker."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.client.breaker import Breaker


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(clock: Clock, said: list[str] | None = None) -> Breaker:
    breaker: Breaker
    heard = said if said is not None else []
    breaker = Breaker(
        clock=clock,
        now=lambda: datetime.fromtimestamp(clock.now, UTC),
        changed=lambda: heard.append(breaker.status.state),
    )
    return breaker


def test_it_opens_after_three_failures_in_a_row(clock: Clock) -> None:
    breaker = make(clock)
    for _ in range(2):
        assert breaker.lets_through()
        breaker.failed()
    breaker.answered()
    for _ in range(3):
        assert breaker.lets_through()
        breaker.failed()
    assert not breaker.lets_through()
    assert breaker.status.state == "open"
    assert breaker.status.wait_s == 2


def test_after_the_pause_one_question_tries_and_its_answer_closes_it(clock: Clock) -> None:
    said: list[str] = []
    breaker = make(clock, said)
    for _ in range(3):
        breaker.failed()
    clock.now = 2.0
    assert breaker.lets_through()
    assert not breaker.lets_through()
    breaker.answered()
    assert breaker.lets_through()
    assert said == ["open", "half-open", "closed"]
    assert breaker.status.since == datetime.fromtimestamp(2, UTC)


def test_each_failed_trial_doubles_the_pause_up_to_a_limit(clock: Clock) -> None:
    breaker = make(clock)
    for _ in range(3):
        breaker.failed()
    pauses = []
    for _ in range(5):
        pauses.append(breaker.status.wait_s)
        clock.now += breaker.status.wait_s
        assert breaker.lets_through()
        breaker.failed()
    assert pauses == [2, 4, 8, 15, 15]


def test_a_trial_that_is_given_up_lets_the_next_one_try(clock: Clock) -> None:
    breaker = make(clock)
    for _ in range(3):
        breaker.failed()
    clock.now = 2.0
    assert breaker.lets_through()
    breaker.given_up()
    assert breaker.lets_through()
