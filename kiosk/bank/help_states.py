"""The states of a help ticket and what may be done in each: one table, and nothing else decides.

    waiting ──claim──▶ accepted ──arrive──▶ arrived ──resolve──▶ done ──reopen──▶ waiting
                        │  ▲  └──────────resolve──────────────────▲
                       hold │                                      │
                        ▼  resume                                  │
                       held ───────────────resolve─────────────────┘

An arrived ticket can be put aside too. Whoever holds a ticket may put it back (hand_over) or give it to a colleague
(hand_to). The customer may cancel whatever is not over; cancelling twice is cancelling once.
"""

from __future__ import annotations

from typing import Final

STATES: Final = ("waiting", "accepted", "arrived", "held", "done", "cancelled")
VERBS: Final = ("claim", "arrive", "hold", "resume", "hand_over", "hand_to", "resolve", "reopen", "cancel")
OPEN: Final = ("waiting", "accepted", "arrived", "held")
"""Not over yet."""
CLAIMED: Final = ("accepted", "arrived", "held")

_TAKEN_UP: Final = {(state, "hand_over"): "waiting" for state in CLAIMED}
_GIVEN: Final = {(state, "hand_to"): "accepted" for state in CLAIMED}
_ENDED: Final = {(state, "resolve"): "done" for state in CLAIMED}
_TAKEN_BACK: Final = {(state, "cancel"): "cancelled" for state in (*OPEN, "cancelled")}
TRANSITIONS: Final[dict[tuple[str, str], str]] = {
    ("waiting", "claim"): "accepted",
    ("accepted", "arrive"): "arrived",
    ("accepted", "hold"): "held",
    ("arrived", "hold"): "held",
    ("held", "resume"): "accepted",
    ("done", "reopen"): "waiting",
    **_TAKEN_UP,
    **_GIVEN,
    **_ENDED,
    **_TAKEN_BACK,
}
"""The state after a verb, by the state before it. What is not here is refused."""


def after(state: str, verb: str) -> str | None:
    """The state that follows; None where the verb is not allowed."""
    return TRANSITIONS.get((state, verb))
