"""The device that is asking: a kiosk in a branch, a PC at home or in the lobby."""

from __future__ import annotations

from typing import Literal

import msgspec

DeviceKind = Literal["branch", "home", "lobby"]


class KnownCustomer(msgspec.Struct, frozen=True):
    """A customer who may sign in on a home device by choosing herself."""

    customer: str
    """What to sign in with instead of a card."""
    names: dict[str, str]
    """Her name by language."""


class Device(msgspec.Struct, frozen=True):
    """This device as the bank knows it."""

    id: str
    kind: DeviceKind
    place: str
    """Where it stands, in the operator's words."""
    customers: tuple[KnownCustomer, ...] = ()
    """Only on a home device."""
