"""Accounts and all their balances in two questions; one for each account at banks that have no bulk answer."""

from __future__ import annotations

import asyncio

from kiosk.client.errors import BankError, BankRefused, BankUnclear, DeviceRefused, SessionEnded, TooMany
from kiosk.client.lenient import Fields, text
from kiosk.client.paging import all_rows
from kiosk.client.paths import segment
from kiosk.client.question import Question

Rows = list[Fields]


async def accounts_and_balances(question: Question) -> tuple[Rows, Rows]:
    """The rows of /accounts and of /balances. Balances that cannot be read are missing; the accounts still come."""
    try:
        async with asyncio.TaskGroup() as both:
            accounts = both.create_task(all_rows(question, "/accounts", "Account"))
            balances = both.create_task(_bulk_balances(question))
    except BaseExceptionGroup as group:
        raise first_of(group) from None
    found = balances.result()
    if found is None:
        found = await _one_by_one(question, accounts.result())
    return accounts.result(), found


async def _bulk_balances(question: Question) -> Rows | None:
    """None where the bank has no bulk answer: it is optional in the standard."""
    try:
        return await all_rows(question, "/balances", "Balance")
    except (SessionEnded, DeviceRefused, TooMany):
        raise
    except (BankRefused, BankUnclear):
        return None


async def _one_by_one(question: Question, accounts: Rows) -> Rows:
    found: Rows = []
    for account in accounts:
        identifier = text(account.get("AccountId"))
        if identifier:
            found += await _balances_of(question, identifier)
    return found


async def _balances_of(question: Question, identifier: str) -> Rows:
    """The balances of one account; none where the bank refuses or cannot be understood."""
    try:
        rows = await all_rows(question, f"/accounts/{segment(identifier)}/balances", "Balance")
    except (SessionEnded, DeviceRefused, TooMany):
        raise
    except (BankRefused, BankUnclear):
        return []
    return [{**row, "AccountId": identifier} for row in rows]


def first_of(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The failure that ended a group of tasks: the bank's, where there is one."""
    inner = [first_of(one) if isinstance(one, BaseExceptionGroup) else one for one in group.exceptions]
    return next((one for one in inner if isinstance(one, BankError)), inner[0])
