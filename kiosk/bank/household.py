"""From the books to the facts that the check-up needs. What the books do not know stays `None`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.amounts import exact
from kiosk.bank.assessments import newest_assessment, read_assessment
from kiosk.bank.cash_flow import EVERYDAY, CashFlow, cash_flow
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.positions import own_name, positions, told_facts
from kiosk.bank.tables import Account, Customer, Holding, Journal, Posting
from kiosk.bank.told import read_told
from kiosk.checkup.household import Debt, Deposit, Household, Income
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
    """The facts about one customer: her own accounts and holdings only, for spouses have secrets too."""
    accounts = list(await session.scalars(select(Account).where(Account.customer_id == customer.id)))
    holdings = list(await session.scalars(select(Holding).where(Holding.customer_id == customer.id)))
    currencies = sorted({account.currency for account in accounts if account.kind in EVERYDAY})
    flows = [await cash_flow(session, customer.id, currency, today) for currency in currencies]
    deposits = [account for account in accounts if account.kind in DEPOSITS]
    debts = [await _debt(session, account, today) for account in accounts if account.balance_minor < 0]
    return Household(
        currency=CURRENCY,
        birth_date=customer.birth_date,
        dependants=customer.dependants,
        stage=customer.stage or None,  # type: ignore[arg-type]  # the books hold S0 to S4
        deposits=(
            *[await _deposit(session, account, holdings, today) for account in deposits],
            *_elsewhere(holdings),
        ),
        liquid=_liquid(accounts, holdings),
        assets=_assets(accounts, holdings),
        debts=tuple(debts),
        incomes=_incomes(flows),
        essential_spending=_spending(flows, ESSENTIAL),
        spending=_spending(flows, (*ESSENTIAL, *PLEASANT)),
        positions=positions(accounts, holdings),
        assessment=read_assessment(await newest_assessment(session, customer.id)),
        work_income=_work_income(flows),
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


def _liquid(accounts: Iterable[Account], holdings: Iterable[Holding]) -> Money:
    """Current and savings accounts and money funds, as far as they need no exchange."""
    minor = sum(max(0, each.balance_minor) for each in accounts if each.kind in AT_HAND and each.currency == CURRENCY)
    funds = [each for each in holdings if each.kind == "fund" and each.risk_level == 1 and each.currency == CURRENCY]
    return _money(minor + sum(each.value_minor for each in funds), CURRENCY)


def _assets(accounts: Sequence[Account], holdings: Sequence[Holding]) -> Money | None:
    """Everything owned, when it is all known: a mortgage means a home whose worth the books do not know."""
    owned = [each for each in holdings if each.account_id is None]
    currencies = {account.currency for account in accounts} | {holding.currency for holding in owned}
    if any(account.kind == "loan" for account in accounts) or currencies - {CURRENCY}:
        return None
    minor = sum(max(0, account.balance_minor) for account in accounts) + sum(each.value_minor for each in owned)
    return _money(minor, CURRENCY)


def _incomes(flows: Sequence[CashFlow]) -> tuple[Income, ...] | None:
    """What comes in each month, each currency for itself; not known before there is a full month."""
    if not flows or not all(flow.months for flow in flows):
        return None
    found = [Income(kind, flow.monthly_income(kind), each) for flow in flows for kind, each in INCOMES.items()]
    return tuple(income for income in found if income.monthly is not None and income.monthly.amount > 0)


def _work_income(flows: Sequence[CashFlow]) -> Money | None:
    """What comes in from work each month; not known when it needs an exchange."""
    earned = [flow.monthly_income("pay") for flow in flows]
    if any(each is not None and each.currency != CURRENCY and each.amount for each in earned):
        return None
    return next((each for each in earned if each is not None and each.currency == CURRENCY), None)


def _spending(flows: Sequence[CashFlow], categories: Sequence[str]) -> Money | None:
    """What goes out each month for these, less refunds; not known when some of it needs an exchange."""
    spent = {flow.currency: flow.monthly_spending(*categories) for flow in flows}
    if any(each is None or (currency != CURRENCY and each.amount) for currency, each in spent.items()):
        return None
    home = next((flow for flow in flows if flow.currency == CURRENCY), None)
    gross, refunds = spent.get(CURRENCY), home.monthly_income("refund") if home else None
    return None if gross is None or refunds is None else Money(max(Decimal(0), gross.amount - refunds.amount), CURRENCY)


def _money(minor: int, currency: str) -> Money:
    return Money(exact(minor, currency), currency)
