"""Minor units of the books as exact decimals of the wire."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kiosk.wire.accounts import OBAmount
from kiosk.wire.kiosk_api import Amount

DIGITS: Final = {"JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3}
"""Decimal places of ISO 4217 where they are not two."""


def exact(minor: int, currency: str) -> Decimal:
    """1234567 fen is 12345.67 yuan."""
    return Decimal(minor).scaleb(-DIGITS.get(currency, 2))


def signed(minor: int, currency: str) -> Amount:
    """For our own paths: the sign stands before the amount."""
    return Amount(f"{exact(minor, currency):f}", currency)


def unsigned(minor: int, currency: str) -> OBAmount:
    """For the official paths: the sign stands in CreditDebitIndicator."""
    return OBAmount(f"{exact(abs(minor), currency):f}", currency)


def indicator(minor: int) -> str:
    """The official word for the sign; nothing is in credit."""
    return "Debit" if minor < 0 else "Credit"
