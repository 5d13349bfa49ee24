"""Every pair of state and verb, written out."""

from __future__ import annotations

import pytest

from kiosk.bank.orders_machine import STATES, VERBS, IllegalMove, after

#            confirm      witness    doubt        cancel       pause     settle    lapse
EXPECTED = {
    "requested": ("cooling", None, None, "cancelled", "paused", None, "lapsed"),
    "witness": ("witness", "cooling", "cancelled", "cancelled", "paused", None, "lapsed"),
    "cooling": ("cooling", None, None, "cancelled", "paused", "placed", "lapsed"),
    "paused": (None, None, None, "cancelled", "paused", None, "lapsed"),
    "placed": (None, None, None, None, None, None, None),
    "cancelled": (None, None, None, "cancelled", None, None, None),
    "lapsed": (None, None, None, None, None, None, None),
}
WITH_WITNESS = {("requested", "confirm"): "witness", ("cooling", "witness"): "cooling"}


@pytest.mark.parametrize("needs_witness", [False, True])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_what_follows(state: str, verb: str, needs_witness: bool) -> None:
    expected = EXPECTED[state][VERBS.index(verb)]
    if needs_witness:
        expected = WITH_WITNESS.get((state, verb), expected)
    if expected is None:
        with pytest.raises(IllegalMove):
            after(state, verb, needs_witness=needs_witness)  # type: ignore[arg-type]
    else:
        assert after(state, verb, needs_witness=needs_witness) == expected  # type: ignore[arg-type]


def test_money_moves_only_from_the_cooling_off() -> None:
    for state in STATES:
        for verb in VERBS:
            try:
                reached = after(state, verb, needs_witness=False)
            except IllegalMove:
                continue
            if reached == "placed":
                assert (state, verb) == ("cooling", "settle")
