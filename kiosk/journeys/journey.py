"""What a journey is, and where its steps lead."""

from __future__ import annotations

from typing import Protocol

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.model.profile import Profile
from kiosk.modes import Mode


class Stay(msgspec.Struct, frozen=True):
    """Remain here; the screen may have changed."""


class Back(msgspec.Struct, frozen=True):
    """Leave this journey for the one before it."""


class Home(msgspec.Struct, frozen=True):
    """Go to the home page (the welcome page while nobody is signed in)."""


class Open(msgspec.Struct, frozen=True):
    """Start another journey on top of this one."""

    journey: str
    argument: str = ""


class SignedIn(msgspec.Struct, frozen=True):
    """The customer is known now; home follows."""

    profile: Profile


class Leave(msgspec.Struct, frozen=True):
    """The sitting ends and everything about the customer is forgotten."""


Step = Stay | Back | Home | Open | SignedIn | Leave


class Journey(Protocol):
    """One thing a customer came to do.

    The visit calls `enter` once (and again when the customer chooses to try again after trouble), `screen` whenever
    something may have changed, in whatever language and mode is then in use, and `act` for each of the
    customer's actions. `enter` and `act` may raise BankError: the visit shows the trouble screen and keeps the
    journey as it is, so that nothing the customer entered is lost.
    """

    async def enter(self) -> None:
        """Ask the bank for what the first screen needs."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The screen for the present state. Pure: asks nothing, changes nothing."""

    async def act(self, action: str, typed: str = "") -> Step:
        """Do what the customer chose. `action` is a key of the screen; `typed` is what a keypad or field holds.

        "back" reaches the journey first: one that has inner pages goes back among them and answers Stay.
        """

    async def aclose(self) -> None:
        """The journey ends: cancel what still runs, drop what is known."""
