"""Writing the demo books into an empty bank, all in one transaction."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.assessments import assessment_row
from kiosk.bank.demo.books import Books, demo_books
from kiosk.bank.demo.people import PEOPLE, STAFF
from kiosk.bank.demo.plan import THIS_BANK, AccountPlan
from kiosk.bank.ledger import BANK_ZONE, Entry
from kiosk.bank.store import Store
from kiosk.bank.tables import Account, Card, Customer, Holding, Journal, Posting, RiskAssessment, Staff

SEED = 2026
PIN_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""argon2id, 19 MiB, two passes, one lane (the OWASP minimum): some 35 ms a PIN. The hash names its parameters."""
Row = dict[str, Any]


async def ensure_demo_books(store: Store, today: date, seed: int = SEED) -> bool:
    """Write the demo books when the bank has no customer yet. True when they were written.

    `today` is the bank's day (BANK_ZONE); the books end the evening before. Raises StoreError.
    """
    async with store.reading() as session:
        if await _in_use(session):
            return False
    books, hashes = await asyncio.gather(asyncio.to_thread(demo_books, today, seed), _hash_pins())
    async with store.writing() as session:
        if await _in_use(session):
            return False
        await _write(session, books, hashes)
    return True


async def _in_use(session: AsyncSession) -> bool:
    """Whether these books are in use: a bank with any entry or customer is left alone."""
    for table in (Customer, Journal):
        if await session.scalar(select(func.count()).select_from(table)):
            return True
    return False


async def _hash_pins() -> dict[str, str]:
    """Each person's PIN hash by id. One thread: the generator has the other core."""
    people = [(person.id, person.pin) for person in (*PEOPLE, *STAFF)]
    return await asyncio.to_thread(lambda: {key: PIN_HASHER.hash(pin) for key, pin in people})


async def _write(session: AsyncSession, books: Books, hashes: dict[str, str]) -> None:
    postings, balances = _posting_rows(books.entries)
    last = books.period.last
    await session.execute(insert(Customer), _customer_rows(books.period.today, hashes))
    await session.execute(insert(Card), [{"number": person.card, "customer_id": person.id} for person in PEOPLE])
    await session.execute(insert(Staff), _staff_rows(hashes))
    await session.execute(insert(Account), _account_rows(books, balances))
    await session.execute(insert(RiskAssessment), _assessment_rows(books.period.today))
    await session.execute(insert(Holding), _holding_rows(books, balances, last))
    # Asking for each new number (RETURNING) takes ten times as long; rows are numbered in the order they are written.
    await session.execute(insert(Journal), _journal_rows(books.entries))
    ids = list(await session.scalars(select(Journal.id).order_by(Journal.id)))
    for posting in postings:
        posting["journal_id"] = ids[posting["journal_id"]]
    await session.execute(insert(Posting), postings)


def _customer_rows(today: date, hashes: dict[str, str]) -> list[Row]:
    return [
        {
            "id": person.id,
            "household": person.household,
            "legal_name": person.legal_name,
            "greeting": person.greeting,
            "birth_date": person.birth_date(today),
            "stage": person.stage,
            "dependants": person.dependants,
            "guardian_id": person.guardian_id,
            "manager_id": person.manager_id,
            "pin_hash": hashes[person.id],
            "entitlements": list(person.entitlements),
            "mode": person.mode,
            "lang": person.lang,
            "preferences": person.preferences,
            "told": person.told,
        }
        for person in PEOPLE
    ]


def _assessment_rows(today: date) -> list[Row]:
    """The questionnaires of those who answered one, scored as the bank scores them."""
    rows = []
    for person in PEOPLE:
        if person.answers:
            done_on = today - timedelta(days=person.answered_days_ago)
            rows.append(assessment_row(person.id, person.answers, datetime.combine(done_on, time(10), BANK_ZONE)))
    return rows


def _staff_rows(hashes: dict[str, str]) -> list[Row]:
    return [
        {
            "id": one.id,
            "badge": one.badge,
            "names": one.names,
            "look": one.look,
            "role": one.role,
            "pin_hash": hashes[one.id],
        }
        for one in STAFF
    ]


def _account_rows(books: Books, balances: dict[str, int]) -> list[Row]:
    own = [_account_row(plan, balances[plan.id]) for plan in books.accounts]
    known = {row["id"] for row in own}
    world = [_world_row(key, balances[key], books.period.first) for key in sorted(balances.keys() - known)]
    return own + world


def _account_row(plan: AccountPlan, balance: int) -> Row:
    return {
        "id": plan.id,
        "customer_id": plan.customer_id,
        "kind": plan.kind,
        "names": plan.names,
        "number": plan.number,
        "currency": plan.currency,
        "balance_minor": balance,
        "opened_on": plan.opened_on,
        "matures_on": plan.matures_on,
        "yearly_rate": plan.yearly_rate,
        "monthly_payment_minor": plan.monthly_payment,
    }


def _world_row(key: str, balance: int, opened_on: date) -> Row:
    """An account of the bank's own books: the other side of everything that enters or leaves."""
    parts = key.split(":")
    return {
        "id": key,
        "customer_id": None,
        "kind": "world",
        "names": {"en": key},
        "number": "",
        "currency": parts[2] if len(parts) > 2 else "CNY",
        "balance_minor": balance,
        "opened_on": opened_on,
        "matures_on": None,
        "yearly_rate": "",
        "monthly_payment_minor": 0,
    }


def _holding_rows(books: Books, balances: dict[str, int], as_of: date) -> list[Row]:
    currencies = {plan.id: plan.currency for plan in books.accounts}
    deposits = [_deposit_row(plan, balances[plan.id], as_of) for plan in books.accounts if plan.insured]
    others = [
        {
            "id": plan.id,
            "customer_id": plan.customer_id,
            "account_id": None,
            "names": plan.names,
            "kind": plan.kind,
            "issuer": plan.issuer,
            "currency": currencies.get(plan.id, "CNY"),
            "quantity": plan.quantity,
            "unit_value": plan.unit_value,
            "value_minor": plan.worth(),
            "as_of": as_of,
            "matures_on": plan.matures_on,
            "risk_level": plan.risk_level,
            "yearly_fee": plan.yearly_fee,
            "insured_deposit": plan.insured_deposit,
            "treasury": plan.treasury,
            "equity_share": plan.equity_share,
        }
        for plan in books.holdings
    ]
    return deposits + others


def _deposit_row(plan: AccountPlan, balance: int, as_of: date) -> Row:
    return {
        "id": f"{plan.id}-deposit",
        "customer_id": plan.customer_id,
        "account_id": plan.id,
        "names": plan.names,
        "kind": "time_deposit" if plan.kind == "fixed" else "deposit",
        "issuer": THIS_BANK,
        "currency": plan.currency,
        "quantity": "",
        "unit_value": "",
        "value_minor": balance,
        "as_of": as_of,
        "matures_on": plan.matures_on,
        "risk_level": None,
        "yearly_fee": "",
        "insured_deposit": True,
        "treasury": False,
        "equity_share": "0",
    }


def _journal_rows(entries: Iterable[Entry]) -> list[Row]:
    return [
        {"booked_at": entry.booked_at, "category": entry.category, "text": entry.text, "party": entry.party}
        for entry in entries
    ]


def _posting_rows(entries: Iterable[Entry]) -> tuple[list[Row], dict[str, int]]:
    """The postings, with the entry's place in the order as journal_id for now, and every account's balance."""
    balances: defaultdict[str, int] = defaultdict(int)
    rows = []
    for place, entry in enumerate(entries):
        for side in entry.sides:
            balances[side.account_id] += side.amount_minor
            rows.append(
                {
                    "journal_id": place,
                    "account_id": side.account_id,
                    "amount_minor": side.amount_minor,
                    "balance_after_minor": balances[side.account_id],
                }
            )
    return rows, balances
