"""The private file that tells the staff window of the same machine where the bank is and how to come in."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from kiosk.bank.start_line import write_private


class Address(msgspec.Struct, forbid_unknown_fields=False):
    """bank.json."""

    url: str
    lobby_token: str
    staff_token: str
    pid: int

    def __repr__(self) -> str:
        return f"Address(url={self.url!r}, pid={self.pid})"


class AddressFile:
    """Written when the bank is ready, removed when it ends well."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def write(self, url: str, lobby_token: str, staff_token: str) -> None:
        """Write it, readable by this user only. Raises OSError."""
        address = Address(url, lobby_token, staff_token, os.getpid())
        write_private(self._place, msgspec.json.encode(address).decode())

    def remove(self) -> None:
        """Remove it, unless a later bank has written its own."""
        try:
            found = msgspec.json.decode(self._place.read_bytes(), type=Address)
            if found.pid == os.getpid():
                self._place.unlink()
        except (OSError, msgspec.DecodeError):
            return
