"""What the check-up knows about a household. `None` always means "not known" and is never taken for zero."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from kiosk.checkup.assessment import Assessment
from kiosk.checkup.position import Goal, Position
from kiosk.model.money import Money

Stage = Literal["S0", "S1", "S2", "S3", "S4"]
"""Single, formation, growth, maturity, 65+ or retired (CHECKUP.md 2.3)."""


class Deposit(msgspec.Struct, frozen=True):
    """Money in one deposit account: current, savings or fixed; no fund, wealth product or insurance."""

    bank: str
    """What tells this bank from others; comes back as the figure `bank`."""
    balance: Money | None
    """Principal. An overdrawn account counts as nothing here."""
    accrued_interest: Money | None
    """Earned and not yet paid: it is insured together with the principal (CHECKUP.md 1.3). Zero where none runs up."""


class Debt(msgspec.Struct, frozen=True):
    """Something owed."""

    owed: Money | None
    """Positive; nothing or less is no debt."""
    yearly_rate: Decimal | None
    """A share a year: 0.0315 is 3.15 %."""
    monthly_payment: Money | None
    overdue: bool | None


class Income(msgspec.Struct, frozen=True):
    """Money that comes in every month, after tax."""

    kind: str
    """A stable code such as pension, pay, rent."""
    monthly: Money | None
    guaranteed: bool
    """A pension or an annuity: it comes as long as she lives."""


class Household(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one household on one day, all of it in its own currency.

    An amount in another currency counts as not known until the caller has converted it. Later checks add fields with
    `None` for a default, so that what is not asked yet is not known.
    """

    currency: str = "CNY"
    country: str = "CN"
    """Whose deposit insurance holds: ISO 3166, or EU."""
    birth_date: date | None = None
    dependants: int | None = None
    stage: Stage | None = None
    deposits: tuple[Deposit, ...] | None = None
    """Every deposit at every bank; empty when it is known that there is none."""
    liquid: Money | None = None
    """What can be spent within days without loss: current and savings accounts, money funds."""
    assets: Money | None = None
    """Everything owned, the home included. Not known while a part is not, such as the home behind a mortgage."""
    debts: tuple[Debt, ...] | None = None
    """Empty when it is known that there is none."""
    incomes: tuple[Income, ...] | None = None
    essential_spending: Money | None = None
    """A month's spending that cannot be put off, debt payments included (CHECKUP.md 1.1)."""

    spending: Money | None = None
    """A month's whole spending, debt payments included."""
    positions: tuple[Position, ...] | None = None
    """Everything she owns but the home; empty when it is known that there is nothing."""
    goals: tuple[Goal, ...] | None = None
    """Money she wants on a day; empty when she has named none."""
    assessment: Assessment | None = None
    """The newest risk assessment; None when there is none."""
    work_income: Money | None = None
    """A month's income from work, after tax."""
    life_cover: Money | None = None
    """What life insurance would pay those who depend on her."""
    protective_premiums: Money | None = None
    """A year's premiums of policies that protect."""
    savings_premiums: Money | None = None
    """A year's premiums of policies that save."""
    medical_cover: bool | None = None
    foreign_spending_share: Decimal | None = None
    """How much of her spending is in other currencies."""
    stale_currencies: frozenset[str] = frozenset()
    """Other currencies whose newest exchange rate is too old to go by."""

    def age(self, today: date) -> int | None:
        """Full years; None when the birth date is not known or lies ahead."""
        if self.birth_date is None or self.birth_date > today:
            return None
        return age_on(self.birth_date, today)

    def known(self, money: Money | None) -> Decimal | None:
        """The amount, when it is known in the household's currency."""
        return money.amount if money is not None and money.currency == self.currency else None

    def total(self, amounts: Iterable[Money | None]) -> Decimal | None:
        """The sum, when every part of it is known; zero for no parts."""
        known = [self.known(money) for money in amounts]
        return None if None in known else sum((part for part in known if part is not None), Decimal(0))

    def income(self) -> Decimal | None:
        """After-tax income of a month."""
        return None if self.incomes is None else self.total(income.monthly for income in self.incomes)

    def guaranteed_income(self) -> Decimal | None:
        """The part of a month's income that comes for life."""
        if self.incomes is None:
            return None
        return self.total(income.monthly for income in self.incomes if income.guaranteed)

    def in_other_currency(self, amounts: Iterable[Money | None]) -> bool:
        """True when some of it is known, but not in the household's currency."""
        return any(money is not None and money.currency != self.currency for money in amounts)

    def why_no_income(self, reason: str) -> str:
        """The reason for not knowing a month's income: it needs an exchange, or else the one given."""
        return self.why_unknown((income.monthly for income in self.incomes or ()), reason)

    def why_unknown(self, amounts: Iterable[Money | None], reason: str) -> str:
        """Why a sum is not known: an exchange rate is missing or too old, or else the reason given."""
        amounts = tuple(amounts)
        if not self.in_other_currency(amounts):
            return reason
        abroad = {money.currency for money in amounts if money is not None} - {self.currency}
        return "rate_old" if abroad <= self.stale_currencies else "other_currency"

    def why_no_assets(self) -> str:
        """Why the worth of what she owns is not known."""
        return self.why_unknown((position.value for position in self.positions or ()), "assets_unknown")

    def running_debts(self) -> tuple[Debt, ...] | None:
        """The debts on which something is owed, or may be."""
        if self.debts is None:
            return None
        return tuple(debt for debt in self.debts if debt.owed is None or debt.owed.amount > 0)


def age_on(birth_date: date, today: date) -> int:
    """Full years on a day; who is born on 29 February turns a year older on 1 March in other years."""
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
