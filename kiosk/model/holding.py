"""Something a customer owns: a deposit, a fund, a wealth product."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from kiosk.model.money import Money


class Holding(msgspec.Struct, frozen=True):
    """One holding as the bank reports it."""

    id: str
    name: str
    kind: str
    """deposit, time_deposit, wealth_product, fund, bond, gold, insurance, other."""
    issuer: str
    value: Money
    as_of: date
    quantity: Decimal | None = None
    unit_value: Money | None = None
    matures_on: date | None = None
    risk_level: int | None = None
    """1 to 5 for R1 to R5; None for what has no level."""
    yearly_fee: Decimal | None = None
    """A share a year: 0.0015 is 0.15 %."""
    insured_deposit: bool = False
