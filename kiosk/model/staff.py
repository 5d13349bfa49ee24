"""Somebody who helps in the lobby."""

from __future__ import annotations

import msgspec


class StaffMember(msgspec.Struct, frozen=True):
    """A signed-in staff member, or a colleague of hers."""

    names: dict[str, str]
    """The name customers are told, by language."""
    id: str = ""
    role: str = "lobby"
    """lobby, manager or operator."""
    me: bool = False
    """In a list of colleagues: the one who asks."""
