"""Accounts as the Open Banking half describes them (v4.0 and v3.1), as facts."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.client.balances import own_money
from kiosk.client.lenient import Fields, day, rows, text
from kiosk.model.account import Account, AccountKind

_KINDS: dict[str, AccountKind] = {
    # v4.0: AccountTypeCode, from ISO 20022 ExternalCashAccountType1Code
    "CACC": "current",
    "TRAN": "current",
    "SLRY": "current",
    "CASH": "current",
    "ODFT": "current",
    "WALT": "current",
    "SVGS": "savings",
    "ONDP": "savings",
    "MOMA": "savings",
    "LLSV": "fixed",
    "CARD": "card",
    "LOAN": "loan",
    "MORT": "loan",
    "MGLD": "loan",
    # v3.1: AccountSubType
    "CurrentAccount": "current",
    "EMoney": "current",
    "PrePaidCard": "current",
    "Savings": "savings",
    "CreditCard": "card",
    "ChargeCard": "card",
    "Loan": "loan",
    "Mortgage": "loan",
}
_GONE = ("Deleted", "ProForma")


def read_accounts(accounts: Iterable[Fields], balances: Iterable[Fields]) -> tuple[Account, ...]:
    """The accounts with their balances, in the bank's order. Accounts without an id cannot be asked about: left out."""
    by_account: dict[str, list[Fields]] = {}
    for balance in balances:
        by_account.setdefault(text(balance.get("AccountId")), []).append(balance)
    found = {text(row.get("AccountId")): row for row in accounts if text(row.get("Status")) not in _GONE}
    return tuple(read_account(row, by_account.get(id_, [])) for id_, row in found.items() if id_)


def read_account(row: Fields, balances: Iterable[Fields]) -> Account:
    """One account. What cannot be read is empty or None."""
    money = own_money(balances, text(row.get("Currency")), owed=_kind(row) == "loan")
    known = money.available or money.booked
    return Account(
        id=text(row.get("AccountId")),
        kind=_kind(row),
        name=text(row.get("Nickname")) or text(row.get("Description")),
        tail=_tail(row),
        currency=text(row.get("Currency")) or (known.currency if known else ""),
        available=money.available,
        booked=money.booked,
        credit_line=money.credit_line,
        matures_on=day(row.get("MaturityDate")),
        as_of=money.as_of,
    )


def _kind(row: Fields) -> AccountKind:
    code = text(row.get("AccountTypeCode")) or text(row.get("AccountSubType"))
    kind = _KINDS.get(code, "other")
    return "fixed" if kind in ("savings", "other") and day(row.get("MaturityDate")) else kind


def _tail(row: Fields) -> str:
    """The last four characters of its number: all that is kept of it."""
    number = next((text(one.get("Identification")) for one in rows(row.get("Account"))), "")
    return "".join(sign for sign in number if sign.isalnum())[-4:]
