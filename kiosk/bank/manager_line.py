"""How the manager is reached when nobody goes to a customer: an address, which is a secret, and the words."""

from __future__ import annotations

import msgspec


class ManagerLine(msgspec.Struct, frozen=True):
    """Where to, and what is said. Its repr shows no address."""

    address: str = ""
    """As apprise writes it, such as ntfys://…; empty where the log is the only channel."""
    words: str = "{place}"
    """The operator's own sentence; {place} becomes the kiosk's."""

    def __repr__(self) -> str:
        return f"ManagerLine(set_up={bool(self.address)})"

    def told(self, place: str) -> str:
        """The sentence for a place."""
        return self.words.replace("{place}", place)
