"""Which tone belongs where. Each has its counterpart for the eye, so nothing is told by sound alone (EN-17).

| tone | when | what is seen |
|---|---|---|
| focus | the focus moved by key | the ring around the control |
| accept | an action was taken | the page it leads to, or the state it changes |
| key | a key of a pad did something | one dot more, or fewer |
| error | what was handed in was not taken, or the bank cannot be reached | the error beside its field, the notice |
| help | somebody has said that they come | the band over the page, and the notice |
"""

from __future__ import annotations

from typing import Protocol

from accessibility.earcons.kinds import Earcon
from accessibility.screen import Field, Keypad, Notice, Screen
from kiosk.journeys.trouble import RETRY

KEEPS_TO_ITSELF = ("repeat", "pause", "spell")
"""Actions that are heard at once without a tone."""


class Rings(Protocol):
    """What plays a tone."""

    def play(self, kind: Earcon) -> None:
        """Ring it."""


class Tones:
    """Hears of everything that has a tone, and rings it. Told before the voice is, so that speech comes after it."""

    def __init__(self, earcons: Rings) -> None:
        self._earcons = earcons
        self._wrong: frozenset[str] = frozenset()
        self._handed_in = False
        self._accepts: frozenset[str] = frozenset()
        self._alerted = False

    def focused(self, _key: str) -> None:
        """The focus moved, or a key that teaches was asked."""
        self._earcons.play("focus")

    def tapped(self) -> None:
        """A key of a pad did something."""
        self._earcons.play("key")

    def acted(self, action: str, typed: str) -> None:
        """An action was chosen."""
        self._handed_in = bool(typed) or action == RETRY or action in self._accepts
        if action not in KEEPS_TO_ITSELF:
            self._earcons.play("accept")

    def shown(self, screen: Screen) -> None:
        """A screen is on the page: something new may be wrong on it, or again after a second try."""
        wrong = _wrong(screen)
        if wrong - self._wrong or (wrong and self._handed_in):
            self._earcons.play("error")
            self._handed_in = False
        self._wrong = wrong
        pads = [block for block in screen.blocks if isinstance(block, Keypad | Field)]
        self._accepts = frozenset(pad.accept.key for pad in pads if pad.accept)
        alerted = screen.alert is not None
        if alerted and not self._alerted:
            self._earcons.play("help")
        self._alerted = alerted


def _wrong(screen: Screen) -> frozenset[str]:
    """What the page says is wrong, in words."""
    found: set[str] = set()
    for block in screen.blocks:
        if isinstance(block, Keypad | Field):
            found.add(block.error.shown)
        elif isinstance(block, Notice) and block.kind == "error":
            found.add(block.text.shown)
    return frozenset(found - {""})
