"""The gate: looked at over the whole matrix of age, level, limits and validity."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from kiosk.checkup.assessment import Assessment, Level
from kiosk.checkup.rules import load_rules
from kiosk.checkup.suitability import Person, gate
from tests.kiosk.checkup.households import TODAY

RULES = load_rules(TODAY)
LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
AGES = range(121)


def assessed(level: Level, days: int = 10, *, no_loss: bool = False, most_risky: int = 5) -> Assessment:
    return Assessment(TODAY - timedelta(days=days), level, no_loss=no_loss, most_risky=most_risky)


def test_the_matrix() -> None:
    """A client of level Cn may be shown up to Rn, from C1 to C5 (CHECKUP.md 3.2)."""
    for level, risk in product(LEVELS, range(1, 6)):
        open_to = gate(Person(40, assessed(level)), RULES, TODAY)
        assert open_to.lets_through(risk) == (risk <= level)


def test_no_path_leads_past_the_knock_outs() -> None:
    """Every age to 120 x 5 levels x validity x no loss x knowledge x capacity x guardian x 5 risks."""
    for age, level, days, no_loss, known, capacity, guardian in product(
        AGES, LEVELS, (0, 365, 366), (False, True), (2, 5), (False, True), (False, True)
    ):
        assessment = assessed(level, days, no_loss=no_loss, most_risky=known)
        open_to = gate(Person(age, assessment, capacity, guardian), RULES, TODAY)
        for risk in range(1, 6):
            if open_to.lets_through(risk):
                assert days <= 365
                assert age >= 8
                assert risk <= min(level, known)
                assert risk <= 3 or age < 65
                assert risk == 1 or (age >= 18 and capacity and not no_loss)
                assert guardian or (age >= 18 and capacity)


@pytest.mark.parametrize(
    ("person", "closed"),
    [
        (Person(None, assessed(3)), "age_unknown"),
        (Person(7, assessed(3), guardian_consents=True), "child"),
        (Person(12, assessed(3)), "no_guardian"),
        (Person(80, assessed(3), capacity=False), "no_capacity"),
        (Person(40, None), "not_assessed"),
        (Person(40, assessed(3, 366)), "expired"),
        (Person(40, assessed(3, -1)), "expired"),
    ],
)
def test_why_it_is_closed(person: Person, closed: str) -> None:
    open_to = gate(person, RULES, TODAY)
    assert open_to.closed == closed
    assert not any(open_to.lets_through(risk) for risk in range(1, 6))


def test_what_has_no_level_or_an_impossible_one_stays_outside() -> None:
    open_to = gate(Person(40, assessed(5)), RULES, TODAY)
    assert not any(open_to.lets_through(risk) for risk in (None, 0, 6, -1))


def test_the_gate_says_what_keeps_it_low() -> None:
    assert gate(Person(70, assessed(5)), RULES, TODAY).limits == ("senior",)
    assert gate(Person(12, assessed(5), guardian_consents=True), RULES, TODAY).limits == ("minor",)
    assert gate(Person(40, assessed(5, most_risky=2)), RULES, TODAY).limits == ("knowledge",)
    assert gate(Person(40, assessed(2)), RULES, TODAY).limits == ()
