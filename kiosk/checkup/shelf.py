"""What the bank sells: a checked table of products, and what each may lose in a bad year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.dated import read_table
from kiosk.checkup.rules import Rules
from kiosk.checkup.suggestions import Product
from kiosk.model.money import Money


class Offer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One product on the shelf. Shares are of one; `least` is in the shelf's own currency."""

    id: Annotated[str, Meta(min_length=1, max_length=64)]
    names: dict[str, str]
    provider: str
    """What tells this provider from others: as the household's facts call it."""
    issuer: dict[str, str]
    risk_level: Annotated[int, Meta(ge=1, le=5)]
    least: Decimal
    yearly_fee: Decimal
    equity_share: Decimal
    worst_year: Decimal
    """Lost in a bad year."""
    term_months: int | None = None
    insured: bool = False
    currency: str = "CNY"
    valid_from: date = date(2015, 5, 1)
    until: date | None = None

    def product(self) -> Product:
        """As the filter knows it."""
        return Product(
            id=self.id,
            provider=self.provider,
            risk_level=self.risk_level,
            least=Money(self.least, self.currency),
            yearly_fee=self.yearly_fee,
            equity_share=self.equity_share,
            term_months=self.term_months,
            insured=self.insured,
        )

    def loss(self, amount: Money, rules: Rules) -> Money:
        """What `amount` might lose in a bad year: never less than half of its shares (CHECKUP.md 2.2) [D]."""
        share = max(self.worst_year, self.equity_share * rules.thresholds.equity.stress_loss)
        return Money((amount.amount * share).quantize(Decimal("0.01")), amount.currency)

    def fee(self, amount: Money) -> Money:
        """What `amount` costs a year."""
        return Money((amount.amount * self.yearly_fee).quantize(Decimal("0.01")), amount.currency)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    products: tuple[Offer, ...]


def load_shelf(today: date, folder: Path | None = None) -> tuple[Offer, ...]:
    """What may be suggested on `today`. Raises RulesError."""
    every = read_table((folder or assets.ROOT / "checkup") / "shelf.toml", _File).products
    return tuple(each for each in every if each.valid_from <= today and (each.until is None or today <= each.until))
