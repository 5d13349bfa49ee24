"""One thing she owns that can be turned into money: a deposit, a fund, a wealth product, a policy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from kiosk.model.money import Money


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Facts of one position on one day. `None` always means "not known".

    The home is no position: it is in `Household.assets` only (CHECKUP.md 1.1, housing is most of what families own).
    """

    id: str
    provider: str
    """Who owes it or runs it; tells banks and fund houses apart."""
    value: Money | None
    """Converted into the household's currency by the caller."""
    insured: bool = False
    """A deposit under the deposit insurance, or a treasury bond: what W12 and W13 leave out (CHECKUP.md 4)."""
    foreign: bool | None = False
    """Held in another currency."""
    risk_level: int | None = None
    """1 to 5 for R1 to R5; None for what carries no level, such as a deposit."""
    equity_share: Decimal | None = Decimal(0)
    """How much of it is shares: 0 for deposits and bonds, 1 for an equity fund."""
    matures_on: date | None = None
    """When it can be had without loss; None where that is any day."""
    yearly_fee: Decimal | None = Decimal(0)
    """A share a year: 0.0015 is 0.15 %."""
    invested: bool = False
    """A fund, a wealth product, a share, gold: what fees are weighed over. Not a deposit."""


class Goal(msgspec.Struct, frozen=True):
    """Money wanted on a day."""

    amount: Money
    due: date
