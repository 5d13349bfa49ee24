"""UK Open Banking Account and Transaction API v4.0, the part a kiosk needs, in its exact shape.

Names follow the official description, so that a reader can find them there.
"""

from __future__ import annotations

import msgspec

BASE_PATH = "/open-banking/v4.0/aisp"
INTERACTION_HEADER = "x-fapi-interaction-id"


class OBStruct(msgspec.Struct, rename="pascal", omit_defaults=True):
    """Members are written in PascalCase and left out where they hold nothing."""


class OBAmount(OBStruct):
    """An unsigned amount: the sign stands in CreditDebitIndicator."""

    amount: str
    currency: str


class OBAccountIdentification(OBStruct):
    """How an account is identified to others."""

    scheme_name: str
    identification: str
    name: str = ""


class OBAccount6(OBStruct):
    """One account."""

    account_id: str
    status: str = ""
    status_update_date_time: str = ""
    currency: str = ""
    account_category: str = ""
    account_type_code: str = ""
    description: str = ""
    nickname: str = ""
    opening_date: str = ""
    maturity_date: str = ""
    account: list[OBAccountIdentification] = []


class OBCreditLine(OBStruct):
    """Money the bank would lend, and whether a balance contains it. `included` is always written."""

    included: bool | msgspec.UnsetType = msgspec.UNSET
    type: str = ""
    amount: OBAmount | None = None


class OBBalance(OBStruct):
    """One balance of one account."""

    account_id: str
    credit_debit_indicator: str
    type: str
    date_time: str
    amount: OBAmount
    credit_line: list[OBCreditLine] = []


class OBTransactionCode(OBStruct):
    """A bank's own code for what a movement is."""

    code: str
    issuer: str = ""


class OBTransactionBalance(OBStruct):
    """The balance after a movement."""

    credit_debit_indicator: str
    type: str
    amount: OBAmount


class OBMerchant(OBStruct):
    """The other side of a card payment."""

    merchant_name: str = ""
    merchant_category_code: str = ""


class OBTransaction6(OBStruct):
    """One movement."""

    account_id: str
    credit_debit_indicator: str
    status: str
    booking_date_time: str
    amount: OBAmount
    transaction_id: str = ""
    transaction_mutability: str = ""
    value_date_time: str = ""
    transaction_information: str = ""
    proprietary_bank_transaction_code: OBTransactionCode | None = None
    merchant_details: OBMerchant | None = None
    balance: OBTransactionBalance | None = None


class OBParty2(OBStruct):
    """The customer, or another person on an account."""

    party_id: str
    party_number: str = ""
    party_type: str = ""
    name: str = ""
    full_legal_name: str = ""


class OBAccountData(OBStruct):
    """Data of /accounts."""

    account: list[OBAccount6] | msgspec.UnsetType = msgspec.UNSET


class OBBalanceData(OBStruct):
    """Data of /balances."""

    balance: list[OBBalance] | msgspec.UnsetType = msgspec.UNSET


class OBTransactionData(OBStruct):
    """Data of /transactions."""

    transaction: list[OBTransaction6] | msgspec.UnsetType = msgspec.UNSET


class OBPartyData(OBStruct):
    """Data of /party."""

    party: OBParty2 | msgspec.UnsetType = msgspec.UNSET


class OBLinks(OBStruct):
    """Where this page, and its neighbours, are."""

    self_: str = msgspec.field(name="Self")
    first: str = ""
    prev: str = ""
    next: str = ""
    last: str = ""


class OBMeta(OBStruct):
    """How many pages there are, and which days the answer can reach."""

    total_pages: int | msgspec.UnsetType = msgspec.UNSET
    first_available_date_time: str = ""
    last_available_date_time: str = ""
