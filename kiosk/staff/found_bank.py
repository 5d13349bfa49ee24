"""Finding the embedded bank of the same machine: it leaves its address where only this user can read it."""

from __future__ import annotations

from pathlib import Path

import msgspec

FILE = "bank.json"


class FoundBank(msgspec.Struct, frozen=True):
    """Where the bank on this machine is, and what the lobby shows it."""

    url: str
    lobby_token: str
    staff_token: str

    def __repr__(self) -> str:
        return f"FoundBank({self.url!r})"


def find_bank(data_dir: Path) -> FoundBank | None:
    """The bank that a kiosk runs on this machine with this data folder; None while there is none."""
    try:
        return msgspec.json.decode((data_dir / FILE).read_bytes(), type=FoundBank)
    except (OSError, msgspec.DecodeError):
        return None
