"""An order for a product: its terms, what was shown before it, and how it stands."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final, Literal

import msgspec

from kiosk.model.money import Money

OrderState = Literal["requested", "witness", "cooling", "paused", "placed", "cancelled", "lapsed"]
"""To be confirmed · waiting for the witness · cooling off · stopped by her · paid · taken back · ended by the bank."""
OPEN: Final = ("requested", "witness", "cooling", "paused")
CENT: Final = Decimal("0.01")


class OrderTerms(msgspec.Struct, frozen=True):
    """What she would order, and on what terms."""

    suggestion: str
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: int
    """1 to 5 for R1 to R5."""
    level: int
    """Hers, 1 to 5 for C1 to C5."""
    least: Money
    most: Money
    yearly_fee: Decimal
    """A share a year."""
    worst_year: Decimal
    """A share that a bad year may take."""
    account: str
    """The last figures of the account that would pay."""
    cooling_off_hours: int
    wait_s: int
    """Seconds between the two confirmations."""
    needs_witness: bool
    spending: Money | None = None
    """What she needs a month."""
    term_months: int | None = None
    insured: bool = False

    def fee(self, amount: Money) -> Money:
        """What that much costs a year."""
        return Money((amount.amount * self.yearly_fee).quantize(CENT), amount.currency)

    def loss(self, amount: Money) -> Money:
        """What a bad year might take of that much."""
        return Money((amount.amount * self.worst_year).quantize(CENT), amount.currency)


class ShownPage(msgspec.Struct, frozen=True):
    """A page she went on from, with every word of it."""

    page: str
    lang: str
    mode: str
    shown: tuple[str, ...]
    said: tuple[str, ...]
    """Empty where the voice was off."""


class Order(msgspec.Struct, frozen=True):
    """How an order stands."""

    id: str
    state: OrderState
    suggestion: str
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: int
    amount: Money
    fee: Money
    """Costs of a year."""
    worst_year_loss: Money
    requested_at: datetime
    needs_witness: bool
    wait_s: int = 0
    """Seconds until she can confirm."""
    confirmed_at: datetime | None = None
    cooling_until: datetime | None = None
    ended_at: datetime | None = None
    why: str = ""

    @property
    def open(self) -> bool:
        """True while she can still cancel it."""
        return self.state in OPEN
