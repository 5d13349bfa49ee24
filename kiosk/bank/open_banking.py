"""The books in the official shape (UK Open Banking v4.0, API.md 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from kiosk.bank.amounts import indicator, unsigned
from kiosk.bank.ledger import BANK_ZONE
from kiosk.bank.tables import Account, Customer, Journal, Posting
from kiosk.model.categories import seen_from
from kiosk.wire.accounts import (
    OBAccount6,
    OBAccountIdentification,
    OBBalance,
    OBCreditLine,
    OBMerchant,
    OBParty2,
    OBTransaction6,
    OBTransactionBalance,
    OBTransactionCode,
)

TYPE_CODES: Final = {"current": "CACC", "savings": "SVGS", "fixed": "LLSV", "loan": "LOAN", "card": "CARD"}
ISSUER: Final = "Anxin"
LONGEST: Final = {"description": 35, "nickname": 70}


def moment(at: datetime) -> str:
    """A moment in UTC, as the official date-time."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(on: date | None) -> str:
    """A day of the bank as the moment it begins; nothing for none."""
    return moment(datetime(on.year, on.month, on.day, tzinfo=BANK_ZONE)) if on else ""


def named(names: Mapping[str, str], lang: str) -> str:
    """A name in a language, else in the bank's own, else in any."""
    return names.get(lang) or names.get("zh_CN") or next(iter(names.values()), "")


def account(row: Account, lang: str) -> OBAccount6:
    """An account, named in the customer's language. A card's number is masked, as the description asks of a PAN."""
    name = named(row.names, lang)
    card = row.kind == "card"
    number = "*" * max(0, len(row.number) - 4) + row.number[-4:] if card else row.number
    return OBAccount6(
        account_id=row.id,
        status="Enabled",
        currency=row.currency,
        account_category="Personal",
        account_type_code=TYPE_CODES.get(row.kind, "OTHR"),
        description=name[: LONGEST["description"]],
        nickname=name[: LONGEST["nickname"]],
        opening_date=day(row.opened_on),
        maturity_date=day(row.matures_on),
        account=[OBAccountIdentification("UK.OBIE.PAN" if card else "UK.OBIE.BBAN", number)],
    )


def balances(row: Account, at: datetime) -> list[OBBalance]:
    """Available and booked balance. Money the bank would lend is in neither: Included is always false here."""
    line = OBCreditLine(included=False, type="Pre-Agreed", amount=unsigned(row.credit_line_minor, row.currency))
    lines = [line] if row.credit_line_minor else []
    return [
        OBBalance(
            account_id=row.id,
            credit_debit_indicator=indicator(row.balance_minor),
            type=kind,
            date_time=moment(at),
            amount=unsigned(row.balance_minor, row.currency),
            credit_line=lines if kind == "ITAV" else [],
        )
        for kind in ("ITAV", "ITBD")
    ]


def transaction(posting: Posting, journal: Journal, currency: str) -> OBTransaction6:
    """One side of a journal entry, as the account's owner sees it."""
    return OBTransaction6(
        account_id=posting.account_id,
        transaction_id=f"p{posting.id}",
        credit_debit_indicator=indicator(posting.amount_minor),
        status="BOOK",
        transaction_mutability="Immutable",
        booking_date_time=moment(journal.booked_at),
        value_date_time=moment(journal.booked_at),
        transaction_information=journal.text,
        amount=unsigned(posting.amount_minor, currency),
        proprietary_bank_transaction_code=OBTransactionCode(seen_from(journal.category, posting.amount_minor), ISSUER),
        merchant_details=OBMerchant(merchant_name=journal.party) if journal.party else None,
        balance=OBTransactionBalance(
            credit_debit_indicator=indicator(posting.balance_after_minor),
            type="ITBD",
            amount=unsigned(posting.balance_after_minor, currency),
        ),
    )


def party(row: Customer, lang: str) -> OBParty2:
    """The customer herself."""
    return OBParty2(party_id=row.id, party_type="Sole", name=named(row.greeting, lang), full_legal_name=row.legal_name)
