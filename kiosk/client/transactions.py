"""Movements as the Open Banking half describes them (v4.0 and v3.1), as facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo

from kiosk.client.lenient import Fields, fields, moment, signed, text
from kiosk.model.account import Transaction

_DID_NOT_HAPPEN = ("RJCT", "Rejected", "INFO")
_NOT_YET = ("PDNG", "Pending", "FUTR")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")


def month_bounds(month: date, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """A month's first moment and the next one's, by the calendar of a zone (this machine's own if None)."""
    first = month.replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return _midnight(first, zone), _midnight(following, zone)


def month_filter(bounds: tuple[datetime, datetime]) -> dict[str, str]:
    """The query of a month, in UTC as the standard has it. The last moment is taken to be included."""
    start, end = (moment_.astimezone(UTC) for moment_ in bounds)
    return {"fromBookingDateTime": f"{start:%Y-%m-%dT%H:%M:%SZ}", "toBookingDateTime": f"{end:%Y-%m-%dT%H:%M:%SZ}"}


def read_transactions(
    account_id: str, lines: Iterable[Fields], bounds: tuple[datetime, datetime], zone: tzinfo | None
) -> tuple[Transaction, ...]:
    """The movements of a month, newest first. Banks that ignore the filter do not make a month longer.

    A movement without a readable day stays, at the month's first moment with `day_known` False.
    """
    start, end = bounds
    found = [_read(account_id, line, start, zone) for line in lines if text(line.get("Status")) not in _DID_NOT_HAPPEN]
    if found and found[0].at < found[-1].at:
        found.reverse()
    return tuple(sorted((one for one in found if start <= one.at < end), key=lambda one: one.at, reverse=True))


def _read(account_id: str, line: Fields, otherwise: datetime, zone: tzinfo | None) -> Transaction:
    at = moment(line.get("BookingDateTime")) or moment(line.get("ValueDateTime"))
    code = text(fields(line.get("ProprietaryBankTransactionCode")).get("Code")).lower()
    balance = line.get("Balance")
    return Transaction(
        account_id=text(line.get("AccountId")) or account_id,
        at=at.astimezone(zone) if at else otherwise,
        amount=signed(line),
        text=text(line.get("TransactionInformation")) or text(line.get("TransactionReference")),
        category=code if _CODE.fullmatch(code) else "other",
        party=_party(line),
        pending=text(line.get("Status")) in _NOT_YET,
        balance_after=signed(fields(balance)) if balance else None,
        id=text(line.get("TransactionId")),
        day_known=at is not None,
    )


def _party(line: Fields) -> str:
    merchant = text(fields(line.get("MerchantDetails")).get("MerchantName"))
    debit = text(line.get("CreditDebitIndicator")).lower() in ("debit", "dbit")
    other_side = fields(line.get("CreditorAccount" if debit else "DebtorAccount"))
    return merchant or text(other_side.get("Name"))


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    start = datetime.combine(day, time(), zone)
    return start if zone else start.astimezone()
