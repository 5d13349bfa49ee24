"""The official account information paths (API.md 1). Errors are in the official shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from kiosk.bank import open_banking, statement
from kiosk.bank.entitled import entitled
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Account, Customer
from kiosk.wire.accounts import (
    BASE_PATH,
    OBAccountData,
    OBBalanceData,
    OBLinks,
    OBMeta,
    OBPartyData,
    OBTransactionData,
)


async def get_accounts(call: Call) -> Response:
    """Every account of the customer."""
    async with call.parts.store.reading() as session:
        customer = await _customer(call, session)
        rows = await _accounts(call, session)
    lang = language(call, customer)
    return enveloped(call, OBAccountData([open_banking.account(row, lang) for row in rows]))


async def get_account(call: Call) -> Response:
    """One account."""
    async with call.parts.store.reading() as session:
        customer = await _customer(call, session)
        row = await _account(call, session)
    return enveloped(call, OBAccountData([open_banking.account(row, language(call, customer))]))


async def get_balances(call: Call) -> Response:
    """The balances of one account, or of all."""
    async with call.parts.store.reading() as session:
        await _customer(call, session)
        rows = await _chosen(call, session)
    now = call.parts.clock()
    return enveloped(call, OBBalanceData([found for row in rows for found in open_banking.balances(row, now)]))


async def get_transactions(call: Call) -> Response:
    """A page of the transactions of one account, or of all."""
    query = call.request.query_params
    since, until = (statement.booking_time(query.get(name)) for name in ("fromBookingDateTime", "toBookingDateTime"))
    page, upto = statement.whole_number(query.get("page")), statement.whole_number(query.get("upto"))
    async with call.parts.store.reading() as session:
        await _customer(call, session)
        ids = tuple(row.id for row in await _chosen(call, session))
        found = await statement.read_page(session, statement.Wanted(ids, since, until, page or 1, upto))
    data = OBTransactionData([open_banking.transaction(*row) for row in found.rows])
    meta = OBMeta(
        total_pages=found.pages,
        first_available_date_time=open_banking.moment(found.first_at) if found.first_at else "",
        last_available_date_time=open_banking.moment(found.last_at) if found.last_at else "",
    )
    return enveloped(call, data, page_links(call, found), meta)


async def get_party(call: Call) -> Response:
    """The customer, also as the party of one of her accounts."""
    async with call.parts.store.reading() as session:
        customer = await _customer(call, session)
        if "account_id" in call.request.path_params:
            await _account(call, session)
    return enveloped(call, OBPartyData(open_banking.party(customer, language(call, customer))))


def enveloped(call: Call, data: msgspec.Struct, links: OBLinks | None = None, meta: OBMeta | None = None) -> Response:
    """The official envelope."""
    links = links or OBLinks(str(call.request.url))
    return reply({"Data": data, "Links": links, "Meta": meta or OBMeta(total_pages=1)})


def page_links(call: Call, page: statement.Page) -> OBLinks:
    """Where the neighbours are; the same filter, and the same state of the books."""
    asked = {key: value for key, value in call.request.query_params.items() if key not in ("page", "upto")}

    def at(number: int) -> str:
        held = {"page": str(number)} | ({"upto": str(page.upto)} if page.upto else {})
        return str(call.request.url.replace(query=urlencode(asked | held)))

    return OBLinks(
        self_=str(call.request.url),
        first=at(1),
        prev=at(page.number - 1) if page.number > 1 else "",
        next=at(page.number + 1) if page.number < page.pages else "",
        last=at(page.pages),
    )


def language(call: Call, customer: Customer) -> str:
    """The language on the screen, when the call names one; else the customer's own."""
    wanted = call.request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return SPOKEN.get(wanted.lower().replace("_", "-"), customer.lang)


SPOKEN: Final[Mapping[str, str]] = {"zh-cn": "zh_CN", "zh-tw": "zh_TW", "en": "en"}


async def _customer(call: Call, session: AsyncSession) -> Customer:
    """The customer, when she may see balances. Raises Refusal not-allowed."""
    return await entitled(session, call.customer_id, "balances")


async def _accounts(call: Call, session: AsyncSession) -> list[Account]:
    """Her own, the everyday ones first; within a kind the oldest first."""
    query = select(Account).where(Account.customer_id == call.customer_id).order_by(Account.opened_on, Account.id)
    kinds = list(open_banking.TYPE_CODES)
    return sorted(await session.scalars(query), key=lambda row: kinds.index(row.kind) if row.kind in kinds else 99)


async def _account(call: Call, session: AsyncSession) -> Account:
    """One's own account; another's looks as if it were not there. Raises Refusal not-found."""
    row = await session.get(Account, call.request.path_params["account_id"])
    if row is None or row.customer_id != call.customer_id:
        raise Refusal("not-found")
    return row


async def _chosen(call: Call, session: AsyncSession) -> list[Account]:
    single = "account_id" in call.request.path_params
    return [await _account(call, session)] if single else await _accounts(call, session)


ONE: Final = BASE_PATH + "/accounts/{account_id}"
OPERATIONS: Final = (
    Operation("GET", BASE_PATH + "/accounts", "Accounts", get_accounts),
    Operation("GET", ONE, "One account", get_account),
    Operation("GET", ONE + "/balances", "Balances of one account", get_balances),
    Operation("GET", ONE + "/transactions", "Transactions of one account", get_transactions),
    Operation("GET", ONE + "/party", "The customer", get_party),
    Operation("GET", BASE_PATH + "/balances", "Balances", get_balances),
    Operation("GET", BASE_PATH + "/transactions", "Transactions", get_transactions),
    Operation("GET", BASE_PATH + "/party", "The customer", get_party),
)
