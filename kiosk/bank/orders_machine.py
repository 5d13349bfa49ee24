"""The states of an order and what leads from one to another. Pure.

    requested ──confirm──▶ cooling ──settle──▶ placed
        └──confirm, from 65 on──▶ witness ──witness──▶ cooling

Until it is placed she may cancel it, or pause it when she is worried; a paused one can only end. `lapse` is time that
has run out, or a bank that may not or cannot carry it out any more.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

State = Literal["requested", "witness", "cooling", "paused", "placed", "cancelled", "lapsed"]
Verb = Literal["confirm", "witness", "doubt", "cancel", "pause", "settle", "lapse"]
STATES: Final[tuple[State, ...]] = get_args(State)
VERBS: Final[tuple[Verb, ...]] = get_args(Verb)
OPEN: Final[tuple[State, ...]] = ("requested", "witness", "cooling", "paused")
RUNNING: Final[tuple[State, ...]] = ("requested", "witness", "cooling")
"""What a worry pauses."""

_NEXT: Final[dict[tuple[State, Verb], State]] = {
    ("requested", "confirm"): "cooling",
    ("witness", "confirm"): "witness",
    ("cooling", "confirm"): "cooling",
    ("witness", "witness"): "cooling",
    ("cooling", "witness"): "cooling",
    ("witness", "doubt"): "cancelled",
    **{(state, "cancel"): "cancelled" for state in OPEN},
    ("cancelled", "cancel"): "cancelled",
    **{(state, "pause"): "paused" for state in OPEN},
    ("cooling", "settle"): "placed",
    **{(state, "lapse"): "lapsed" for state in OPEN},
}
"""What is not here is refused. What leads to the same state is the same thing said twice, and changes nothing."""


class IllegalMove(Exception):
    """That cannot be done with an order in that state."""


def after(state: State, verb: Verb, *, needs_witness: bool) -> State:
    """The state that follows. Raises IllegalMove."""
    found = _NEXT.get((state, verb))
    if found is None:
        raise IllegalMove(f"{verb} in state {state}")
    if (state, verb) == ("requested", "confirm") and needs_witness:
        return "witness"
    if (state, verb) == ("cooling", "witness") and not needs_witness:
        raise IllegalMove("nobody was to be witness")
    return found
