"""A loan paid back in equal monthly payments, to the fen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kiosk.bank.demo.days import add_months


def whole(amount: Decimal) -> int:
    """To whole minor units, half up."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True)
class Payment:
    """One monthly payment, in minor units."""

    due: date
    interest: int
    principal: int
    owed_after: int


@dataclass(frozen=True)
class Loan:
    """A loan: what was lent in minor units, the exact yearly rate, the number of months and the first due day."""

    lent: int
    yearly_rate: Decimal
    months: int
    first_due: date

    @property
    def monthly_payment(self) -> int:
        """The equal payment: P·i / (1 − (1+i)^−n), rounded to the minor unit."""
        rate = self.yearly_rate / 12
        return whole(self.lent * rate / (1 - (1 + rate) ** -self.months))

    def payments(self) -> Iterator[Payment]:
        """Every payment to the last, which takes what the rounding left."""
        owed = self.lent
        for number in range(self.months):
            interest = whole(owed * self.yearly_rate / 12)
            last = number == self.months - 1
            principal = owed if last else min(owed, self.monthly_payment - interest)
            owed -= principal
            yield Payment(add_months(self.first_due, number), interest, principal, owed)

    def owed_before(self, day: date) -> int:
        """What is still owed when a day begins."""
        owed = self.lent
        for payment in self.payments():
            if payment.due >= day:
                break
            owed = payment.owed_after
        return owed
