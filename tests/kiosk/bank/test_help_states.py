"""All states and all verbs: what is allowed leads on, what is not is refused."""

from __future__ import annotations

import pytest

from kiosk.bank.help_states import OPEN, STATES, TRANSITIONS, VERBS, after

#            claim       arrive     hold    resume      hand_over  hand_to     resolve reopen     cancel
TABLE = {
    "waiting": ("accepted", None, None, None, None, None, None, None, "cancelled"),
    "accepted": (None, "arrived", "held", None, "waiting", "accepted", "done", None, "cancelled"),
    "arrived": (None, None, "held", None, "waiting", "accepted", "done", None, "cancelled"),
    "held": (None, None, None, "accepted", "waiting", "accepted", "done", None, "cancelled"),
    "done": (None, None, None, None, None, None, None, "waiting", None),
    "cancelled": (None, None, None, None, None, None, None, None, "cancelled"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_every_pair(state: str, verb: str) -> None:
    assert after(state, verb) == TABLE[state][VERBS.index(verb)]


def test_nothing_else_is_known() -> None:
    assert {state for state, _ in TRANSITIONS} | set(TRANSITIONS.values()) == set(STATES)
    assert {verb for _, verb in TRANSITIONS} == set(VERBS)
    assert after("lost", "claim") is None


def test_whatever_is_open_can_be_cancelled_and_ends_somehow() -> None:
    for state in OPEN:
        assert after(state, "cancel") == "cancelled"
        assert after(after(state, "claim") or state, "resolve") == "done"
