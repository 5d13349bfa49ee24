"""The bank's answer, read whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from kiosk.client.errors import BankUnclear

LARGEST = 8 * 1024 * 1024
"""Bytes; a longer answer is not read."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Answer:
    """One answer. Its repr shows nothing of the body."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    reference: str
    url: str = field(default="", repr=False)
    """Where it came from, for its links."""

    @property
    def good(self) -> bool:
        """The bank did what was asked."""
        return 200 <= self.status < 300

    def typed(self, shape: type[_T]) -> _T:
        """The body in a shape of the contract. Raises BankUnclear."""
        try:
            return msgspec.json.decode(self.body, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BankUnclear(f"not a {shape.__name__}: {_where(error)}", reference=self.reference) from None

    def plain(self) -> dict[str, Any]:
        """The body as plain values, for lenient reading; numbers are exact. Raises BankUnclear."""
        try:
            value = msgspec.json.Decoder(float_hook=Decimal).decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ArithmeticError):
            raise BankUnclear("not JSON", reference=self.reference) from None
        if not isinstance(value, dict):
            raise BankUnclear("not a JSON object", reference=self.reference)
        return value


def _where(error: Exception) -> str:
    """The place in the body, without any of its values."""
    _, at, path = str(error).rpartition(" - at ")
    return path if at else "malformed"
