"""Somebody who helps in the lobby."""

from __future__ import annotations

import msgspec


class StaffMember(msgspec.Struct, frozen=True):
    """A signed-in staff member."""

    names: dict[str, str]
    """The name customers are told, by language."""
