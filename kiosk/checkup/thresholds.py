"""From where a check is good, worth watching, or to be acted on: the shape of assets/checkup/thresholds.toml."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta


class Checked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every number of a table is above zero."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            number = getattr(self, name)
            if isinstance(number, Decimal) and number <= 0:
                raise ValueError(f"{name} must be above zero")


class EmergencyMoneyRule(Checked, frozen=True):
    """W01, in months of essential spending."""

    good_months: Decimal
    watch_months: Decimal
    plenty_months: Decimal
    senior_months: Decimal
    senior_gap_months: Decimal
    senior_floor_months: Decimal


class DebtPaymentsRule(Checked, frozen=True):
    """W02, in shares of after-tax income."""

    good_share: Decimal
    watch_share: Decimal
    senior_good_share: Decimal


class SharesRule(Checked, frozen=True):
    """W03 of what is owned, W06 of after-tax income, W12 of financial assets."""

    good_share: Decimal
    watch_share: Decimal


class CostlyDebtRule(Checked, frozen=True):
    """W04: a debt above this share a year is costly."""

    yearly_rate: Decimal


class LastingRule(Checked, frozen=True):
    """W07: ages and years, and the real returns it is judged with."""

    from_age: Decimal
    last_age: Decimal
    fewest_years: Decimal
    good_return: Decimal
    watch_return: Decimal
    watch_factor: Decimal


class ProtectionRule(Checked, frozen=True):
    """W08, in years of work income and shares of it."""

    cover_years: Decimal
    good_share: Decimal
    watch_share: Decimal
    premium_share: Decimal
    savings_premium_share: Decimal


class AssessmentRule(Checked, frozen=True):
    """W09, in days."""

    valid_days: Decimal
    reminder_days: Decimal


class EquityRule(Checked, frozen=True):
    """W11 and W18, in shares of financial assets."""

    watch_points: Decimal
    stress_loss: Decimal


class ProviderRule(Checked, frozen=True):
    """W13: a share of financial assets."""

    good_share: Decimal


class LockedRule(Checked, frozen=True):
    """W14."""

    locked_months: Decimal
    goal_years: Decimal
    act_share: Decimal


class MaturitiesRule(Checked, frozen=True):
    """W15."""

    window_days: Decimal
    good_share: Decimal


class ForeignRule(Checked, frozen=True):
    """W16."""

    good_points: Decimal


class CostsRule(Checked, frozen=True):
    """W17, in shares a year."""

    good_fee: Decimal
    watch_fee: Decimal


class Thresholds(Checked, frozen=True):
    """One set of thresholds, in force from a day on."""

    version: Annotated[str, Meta(min_length=1)]
    valid_from: date
    senior_age: Annotated[int, Meta(ge=50, le=100)]
    emergency_money: EmergencyMoneyRule
    debt_payments: DebtPaymentsRule
    solvency: SharesRule
    costly_debt: CostlyDebtRule
    savings: SharesRule
    lasting: LastingRule
    protection: ProtectionRule
    assessment: AssessmentRule
    equity: EquityRule
    one_product: SharesRule
    one_provider: ProviderRule
    locked: LockedRule
    maturities: MaturitiesRule
    foreign: ForeignRule
    costs: CostsRule
