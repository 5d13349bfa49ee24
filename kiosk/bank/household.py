"""From the books to the facts that the check-up needs. What the books do not know stays `None`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import exact
from kiosk.bank.assessments import newest_assessment, read_assessment
from kiosk.bank.cash_flow import EVERYDAY, CashFlow, cash_flow
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.positions import own_name, positions, told_facts
from kiosk.bank.rates import Rates, exchange_rates
from kiosk.bank.tables import Account, Customer, Holding, Journal, Posting
from kiosk.bank.told import read_told
from kiosk.checkup.household import Debt, Deposit, Household, Income
from kiosk.checkup.position import Position
from kiosk.model.money import Money

CURRENCY: Final = "CNY"
DEPOSITS: Final = ("current", "savings", "fixed")
AT_HAND: Final = ("current", "savings")
INCOMES: Final = {"pension": True, "pay": False, "rent": False}
"""Categories of income, and whether each comes for life."""
ESSENTIAL: Final = (
    "rent", "utilities", "phone", "market", "shop", "hospital", "pharmacy", "care", "transport", "children", "school",
    "insurance", "loan_payment", "fee", "cash",
)  # fmt: skip
"""What cannot be put off. Cash counts in full: nobody sees what it is spent on."""
PLEASANT: Final = ("meal", "leisure", "gift", "other")
"""What could be put off. Money moved to others or into products is not spent."""
INTEREST_STARTS: Final = ("interest", "deposit_open", "deposit_matured")
"""Interest runs anew from these."""
PAID_LATELY: Final = timedelta(days=35)
"""A month and a few days: a loan with a payment in this time is not overdue."""


async def household(session: AsyncSession, customer: Customer, today: date) -> Household:
    """The facts about one customer: her own accounts and holdings only, for spouses have secrets too.

    Other currencies are taken at the newest rate; without a fresh one an amount stays in its own, and is not known.
    """
    rates = await exchange_rates(session, today)
    accounts = list(await session.scalars(select(Account).where(Account.customer_id == customer.id)))
    holdings = list(await session.scalars(select(Holding).where(Holding.customer_id == customer.id)))
    currencies = sorted({account.currency for account in accounts if account.kind in EVERYDAY})
    flows = [await cash_flow(session, customer.id, currency, today) for currency in currencies]
    deposits = [account for account in accounts if account.kind in DEPOSITS]
    debts = [await _debt(session, account, today) for account in accounts if account.balance_minor < 0]
    lying = [await _deposit(session, account, holdings, today) for account in deposits]
    return Household(
        currency=CURRENCY,
        birth_date=customer.birth_date,
        dependants=customer.dependants,
        stage=customer.stage or None,  # type: ignore[arg-type]  # the books hold S0 to S4
        deposits=tuple(_deposit_at_home(each, rates) for each in (*lying, *_elsewhere(holdings))),
        liquid=_liquid(accounts, holdings, rates),
        assets=_assets(accounts, holdings, rates),
        debts=tuple(_debt_at_home(each, rates) for each in debts),
        incomes=_incomes(flows, rates),
        essential_spending=_spending(flows, ESSENTIAL, rates),
        spending=_spending(flows, (*ESSENTIAL, *PLEASANT), rates),
        positions=tuple(_position_at_home(each, rates) for each in positions(accounts, holdings)),
        assessment=read_assessment(await newest_assessment(session, customer.id)),
        work_income=_work_income(flows, rates),
        stale_currencies=rates.stale,
        **told_facts(read_told(customer.told or {}), CURRENCY),
    )


async def names_in_facts(session: AsyncSession, customer: Customer) -> dict[str, dict[str, str]]:
    """What banks, providers and products are called in each language, by what her household's facts call them."""
    holdings = list(await session.scalars(select(Holding).where(Holding.customer_id == customer.id)))
    providers = {own_name(holding.issuer): dict(holding.issuer) for holding in holdings if holding.issuer}
    return providers | {holding.id: dict(holding.names) for holding in holdings if holding.names}


async def _deposit(session: AsyncSession, account: Account, holdings: Sequence[Holding], today: date) -> Deposit:
    issuer = next((holding.issuer for holding in holdings if holding.account_id == account.id), None)
    issuer = issuer or next((holding.issuer for holding in holdings if holding.account_id), {})
    balance = _money(account.balance_minor, account.currency)
    since = await _last_booked(session, account, INTEREST_STARTS) or account.opened_on
    rate = Decimal(account.yearly_rate or 0)
    accrued = max(Decimal(0), balance.amount) * rate * max(0, (today - since).days) / 365
    return Deposit(own_name(issuer), balance, Money(accrued.quantize(Decimal("0.01")), account.currency))


def _elsewhere(holdings: Iterable[Holding]) -> list[Deposit]:
    """Deposits at other banks, as the customer has told us; their interest so far nobody has told."""
    told = [holding for holding in holdings if holding.insured_deposit and holding.account_id is None]
    return [Deposit(own_name(each.issuer), _money(each.value_minor, each.currency), None) for each in told]


async def _debt(session: AsyncSession, account: Account, today: date) -> Debt:
    paid = await _last_booked(session, account, ("loan_payment",))
    monthly = account.monthly_payment_minor
    return Debt(
        owed=_money(-account.balance_minor, account.currency),
        yearly_rate=Decimal(account.yearly_rate) if account.yearly_rate else None,
        monthly_payment=_money(monthly, account.currency) if monthly else None,
        overdue=False if paid is not None and today - paid <= PAID_LATELY else None,
    )


async def _last_booked(session: AsyncSession, account: Account, categories: Sequence[str]) -> date | None:
    """The newest day on which one of these was booked on the account."""
    query = select(func.max(Journal.booked_at)).join(Posting).where(Posting.account_id == account.id)
    moment: Any = await session.scalar(query.where(Journal.category.in_(categories)))
    return None if moment is None else moment.astimezone(BANK_ZONE).date()


def _liquid(accounts: Iterable[Account], holdings: Iterable[Holding], rates: Rates) -> Money:
    """Current and savings accounts and money funds, as far as there is a rate for them."""
    at_hand = [_money(max(0, each.balance_minor), each.currency) for each in accounts if each.kind in AT_HAND]
    funds = [each for each in holdings if each.kind == "fund" and each.risk_level == 1]
    every = [rates.at_home(each) for each in (*at_hand, *(_money(one.value_minor, one.currency) for one in funds))]
    return Money(sum((each.amount for each in every if each.currency == CURRENCY), Decimal(0)), CURRENCY)


def _assets(accounts: Sequence[Account], holdings: Sequence[Holding], rates: Rates) -> Money | None:
    """Everything owned, when it is all known: a mortgage means a home whose worth the books do not know."""
    if any(account.kind == "loan" for account in accounts):
        return None
    owned = [_money(max(0, account.balance_minor), account.currency) for account in accounts]
    owned += [_money(each.value_minor, each.currency) for each in holdings if each.account_id is None]
    return _sum(rates.at_home(each) for each in owned)


def _sum(amounts: Iterable[Money]) -> Money | None:
    """The sum in the bank's own currency; None when a part is in another."""
    every = tuple(amounts)
    if any(each.currency != CURRENCY for each in every):
        return None
    return Money(sum((each.amount for each in every), Decimal(0)), CURRENCY)


def _deposit_at_home(deposit: Deposit, rates: Rates) -> Deposit:
    return msgspec.structs.replace(
        deposit,
        balance=rates.at_home(deposit.balance) if deposit.balance else None,
        accrued_interest=rates.at_home(deposit.accrued_interest) if deposit.accrued_interest else None,
    )


def _debt_at_home(debt: Debt, rates: Rates) -> Debt:
    return msgspec.structs.replace(
        debt,
        owed=rates.at_home(debt.owed) if debt.owed else None,
        monthly_payment=rates.at_home(debt.monthly_payment) if debt.monthly_payment else None,
    )


def _position_at_home(position: Position, rates: Rates) -> Position:
    return msgspec.structs.replace(position, value=rates.at_home(position.value) if position.value else None)


def _incomes(flows: Sequence[CashFlow], rates: Rates) -> tuple[Income, ...] | None:
    """What comes in each month, each currency for itself; not known before there is a full month."""
    if not flows or not all(flow.months for flow in flows):
        return None
    found = [(kind, flow.monthly_income(kind), each) for flow in flows for kind, each in INCOMES.items()]
    return tuple(
        Income(kind, rates.at_home(monthly), each) for kind, monthly, each in found if monthly and monthly.amount > 0
    )


def _work_income(flows: Sequence[CashFlow], rates: Rates) -> Money | None:
    """What comes in from work each month; not known when it needs an exchange there is no rate for."""
    earned = [flow.monthly_income("pay") for flow in flows]
    known = [rates.at_home(each) for each in earned if each is not None and (each.amount or each.currency == CURRENCY)]
    return _sum(known) if known else None


def _spending(flows: Sequence[CashFlow], categories: Sequence[str], rates: Rates) -> Money | None:
    """What goes out each month for these, less refunds; not known when some of it needs a rate there is none for."""
    spent = [flow.monthly_spending(*categories) for flow in flows]
    home = next((flow for flow in flows if flow.currency == CURRENCY), None)
    refunds = home.monthly_income("refund") if home else None
    if refunds is None or any(each is None for each in spent):
        return None
    gross = _sum(
        rates.at_home(each) for each in spent if each is not None and (each.amount or each.currency == CURRENCY)
    )
    return None if gross is None else Money(max(Decimal(0), gross.amount - refunds.amount), CURRENCY)


def _money(minor: int, currency: str) -> Money:
    return Money(exact(minor, currency), currency)
