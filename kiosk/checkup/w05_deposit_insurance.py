"""W05: whether all deposits at each bank are insured (CHECKUP.md 1.3 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import found, unknown, up_to
from kiosk.checkup.household import Deposit, Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult

ID = "W05"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - the rules are dated already
    """Add up what lies above the insured limit, bank by bank: principal and accrued interest of all accounts there.

    Good when nothing does, otherwise watch; never act. What is known to lie above the limit is said even while another
    deposit is not known. Value and touched: uninsured money at all banks. Figures: limit, total_uninsured, banks (how
    many are over), and of the bank with the most uninsured (else the most) money: bank, deposits, uninsured.
    """
    limit = rules.deposit_limit(household.country, household.currency)
    if household.deposits is None:
        return unknown(ID, "deposits_unknown")
    if limit is None:
        return unknown(ID, "limit_unknown")
    by_bank = _by_bank(household)
    over = {bank: max(Decimal(0), amount - limit) for bank, amount in by_bank.items()}
    total = sum(over.values(), Decimal(0))
    if total == 0 and not all(_is_known(household, deposit) for deposit in household.deposits):
        return unknown(
            ID, household.why_unknown((deposit.balance for deposit in household.deposits), "deposits_unknown")
        )
    figures: dict[str, Decimal | str] = {"limit": limit, "total_uninsured": total}
    figures["banks"] = Decimal(sum(1 for amount in over.values() if amount > 0))
    if by_bank:
        bank = min(by_bank, key=lambda each: (-by_bank[each], each))
        figures |= {"bank": bank, "deposits": by_bank[bank], "uninsured": over[bank]}
    status = up_to(total, Decimal(0))
    return found(
        ID,
        status,
        household.currency,
        value=total,
        touched=total,
        figures=figures,
    )


def _by_bank(household: Household) -> dict[str, Decimal]:
    """What is known to lie at each bank."""
    sums: dict[str, Decimal] = {}
    for deposit in household.deposits or ():
        parts = (household.known(deposit.balance), household.known(deposit.accrued_interest))
        known = sum((max(Decimal(0), part) for part in parts if part is not None), Decimal(0))
        sums[deposit.bank] = sums.get(deposit.bank, Decimal(0)) + known
    return sums


def _is_known(household: Household, deposit: Deposit) -> bool:
    return household.known(deposit.balance) is not None and household.known(deposit.accrued_interest) is not None
