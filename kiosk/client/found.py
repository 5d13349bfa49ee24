"""The embedded bank of this machine, as the staff window finds it: by the private file it keeps in its data folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.client.address import Address
from kiosk.client.errors import BankAway

FILE = "bank.json"


class _Told(msgspec.Struct):
    """What the bank writes when it is ready."""

    url: str
    lobby_token: str
    staff_token: str


class FoundBank:
    """Reads the file anew at each question: a bank that was started again has another port.

    `Desk(found.where, token=found.staff_token, lang=…)`. Its repr shows no secret.
    """

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FILE

    def is_there(self) -> bool:
        """A bank has said where it is; it may have died since."""
        return self._read() is not None

    async def where(self) -> Address:
        """Where it is, with the lobby's device token. Raises BankAway when no bank has said so."""
        told = self._read()
        if told is None:
            raise BankAway("no bank on this machine has said where it is")
        try:
            return Address(told.url, told.lobby_token, customer_ip="127.0.0.1")
        except ValueError as error:
            raise BankAway(str(error)) from None

    def staff_token(self) -> str:
        """The staff token of this machine's own lobby; empty when there is none."""
        told = self._read()
        return told.staff_token if told else ""

    def _read(self) -> _Told | None:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=_Told)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
