"""What a household has: its accounts and holdings, before the books are settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Names = dict[str, str]


def names(zh_cn: str, zh_tw: str, en: str) -> Names:
    """A name in each language."""
    return {"zh_CN": zh_cn, "zh_TW": zh_tw, "en": en}


THIS_BANK = names("安心银行", "安心銀行", "Anxin Bank")
CURRENT = names("活期账户", "活期帳戶", "Current account")


@dataclass(frozen=True)
class AccountPlan:
    """An account. Money is in minor units."""

    id: str
    customer_id: str
    kind: str
    names: Names
    number: str
    opened_on: date
    opening: int = 0
    """Brought forward on the first day; raised where the account would otherwise run dry."""
    ends_with: int | None = None
    """What must be left at the end: then the opening follows from it."""
    cushion: int = 50_000
    """What always stays on a current account."""
    currency: str = "CNY"
    yearly_rate: str = ""
    pays_interest: bool = False
    """Credited each quarter on the 20th; otherwise the rate is paid when the deposit matures, or owed on a loan."""
    matures_on: date | None = None
    monthly_payment: int = 0
    insured: bool = True


@dataclass(frozen=True)
class HoldingPlan:
    """Something owned that is not an account of this bank."""

    id: str
    customer_id: str
    names: Names
    kind: str
    issuer: Names
    value: int = 0
    """In minor units; taken from quantity and unit value where those are given."""
    quantity: str = ""
    unit_value: str = ""
    matures_on: date | None = None
    risk_level: int | None = None
    yearly_fee: str = ""
    insured_deposit: bool = False
    treasury: bool = False
    equity_share: str = "0"

    def worth(self) -> int:
        """Its value in minor units."""
        if not self.quantity:
            return self.value
        return int((Decimal(self.quantity) * Decimal(self.unit_value) * 100).quantize(Decimal(1)))


@dataclass(frozen=True)
class Household:
    """All that one household has."""

    accounts: tuple[AccountPlan, ...]
    holdings: tuple[HoldingPlan, ...] = ()
