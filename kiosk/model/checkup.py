"""The result of a wealth check-up: codes and figures, never sentences (CHECKUP.md 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from kiosk.model.money import Money

CheckStatus = Literal["good", "watch", "act", "unknown", "info"]


class Bound(msgspec.Struct, frozen=True):
    """From where a check is good, or only worth watching; its own number belongs to the better side."""

    status: Literal["good", "watch"]
    side: Literal["at_least", "at_most"]
    value: Decimal
    unit: Literal["months", "share", "days", "level", "money"]


class Basis(msgspec.Struct, frozen=True):
    """What a check is judged by, where that comes from, and since when."""

    bounds: tuple[Bound, ...]
    mark: Literal["F", "M", "D"]
    """F: published; M: from memory, not verified; D: our own rule, and told as such."""
    source: dict[str, str]
    """In words, by language."""
    valid_from: date


class CheckResult(msgspec.Struct, frozen=True):
    """One check, W01 to W18."""

    id: str
    status: CheckStatus
    foundation: bool = True
    """One of the checks that count first (F in CHECKUP.md 6)."""
    value: Decimal | None = None
    """The number judged, in the check's own unit (months, a share, money)."""
    touched: Money | None = None
    """How much money the finding is about."""
    figures: dict[str, Decimal | str] = {}
    """The numbers put into the formula, by name, each money in `currency` or a share; and names such as a bank's."""
    names: dict[str, dict[str, str]] = {}
    """What those names are in each language, such as of `bank`; empty when they are the same in all."""
    action: str = ""
    """Code of the next step: none, talk, review."""
    reason: str = ""
    """Why the status is unknown: a code such as no_spending."""
    basis: Basis | None = None
    """None where the bank does not tell."""


class PastCheckup(msgspec.Struct, frozen=True):
    """A check-up of an earlier day, in short."""

    as_of: date
    rules_version: str
    overall: str
    statuses: dict[str, str]
    """Of each check, by its id."""


class SuggestedProduct(msgspec.Struct, frozen=True):
    """A product that passed the bank's suitability gate."""

    id: str
    names: dict[str, str]
    issuer: dict[str, str]
    risk_level: int
    """1 to 5 for R1 to R5."""
    yearly_fee: Decimal
    """A share a year."""
    amount: Money
    """How much at most."""
    least: Money
    worst_year_loss: Money
    """What that amount might lose in a bad year."""
    fee: Money
    """What that amount costs a year."""
    term_months: int | None = None
    """None for what can be sold any day."""
    insured: bool = False


class MixInMoney(msgspec.Struct, frozen=True):
    """Her money in equity, bonds and cash: as it is, and as it might be."""

    now: dict[str, Money]
    target: dict[str, Money] = {}
    """Empty while it is not known."""
    ceiling: Decimal | None = None
    """Most in shares, as a share of one."""


class BankDeposits(msgspec.Struct, frozen=True):
    """What lies at one bank, and how much of it is insured there."""

    names: dict[str, str]
    amount: Money
    limit: Money


class MonthFlow(msgspec.Struct, frozen=True):
    """Money in and out in the month that begins on a day."""

    month: date
    came: Money
    went: Money


class RiskPortrait(msgspec.Struct, frozen=True):
    """What her answers say of her; it explains the level and decides nothing."""

    level: int
    axes: dict[str, int]
    """Each 0 to 100."""
    limits: tuple[str, ...] = ()


class PastYears(msgspec.Struct, frozen=True):
    """How many of a hundred past years a mix with as much in shares lost money, in one country."""

    lost: int
    country: str


class ExchangeRate(msgspec.Struct, frozen=True):
    """What one unit of a currency was worth in the report's, and on which day."""

    currency: str
    rate: Decimal
    as_of: date
    used: bool = True
    """False when it is too old to go by."""


class CheckupReport(msgspec.Struct, frozen=True):
    """All checks of one day."""

    as_of: date
    rules_version: str
    overall: Literal["foundation", "some_act", "some_watch", "all_good", "too_little"]
    checks: tuple[CheckResult, ...]
    currency: str = "CNY"
    suggestions: tuple[SuggestedProduct, ...] = ()
    nothing: str = ""
    """Why nothing is suggested: foundation, too_little, gate, no_money, nothing_fits."""
    spare: Money | None = None
    """What she has at hand beside the reserve and her plans."""
    mix: MixInMoney | None = None
    deposits: tuple[BankDeposits, ...] = ()
    flows: tuple[MonthFlow, ...] = ()
    """Newest last."""
    portrait: RiskPortrait | None = None
    past_years: PastYears | None = None
    rates: tuple[ExchangeRate, ...] = ()

    def count(self, status: CheckStatus) -> int:
        """How many checks have that status."""
        return sum(1 for check in self.checks if check.status == status)
