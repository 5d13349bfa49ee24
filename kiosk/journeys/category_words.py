"""What a movement is for, in words: one or two a code of kiosk/model/categories.py, and an icon."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.words import Words
from i18n.messages import message

TITLES = {
    "pension": message("Pension"),
    "pay": message("Pay"),
    "rent": message("Rent"),
    "utilities": message("Water, power and gas"),
    "phone": message("Telephone"),
    "market": message("Food market"),
    "shop": message("Shopping"),
    "meal": message("Eating out"),
    "hospital": message("Hospital"),
    "pharmacy": message("Medicine"),
    "care": message("Help at home"),
    "transport": message("Getting around"),
    "children": message("Children"),
    "pocket_money": message("Pocket money"),
    "school": message("School"),
    "leisure": message("Leisure"),
    "gift": message("Gift"),
    "transfer_in": message("Transfer to you"),
    "transfer_out": message("Transfer from you"),
    "cash": message("Cash"),
    "interest": message("Interest"),
    "deposit_open": message("Fixed deposit begins"),
    "deposit_matured": message("Fixed deposit ends"),
    "wealth_buy": message("Wealth product bought"),
    "wealth_income": message("Wealth product pays out"),
    "fund_buy": message("Fund bought"),
    "loan_payment": message("Loan payment"),
    "fee": message("Bank fee"),
    "insurance": message("Insurance"),
    "refund": message("Money back"),
    "exchange": message("Currency exchange"),
    "opening": message("Brought forward"),
    "other": message("Other"),
}

ICONS = {
    "pension": "hand-coins",
    "pay": "briefcase",
    "rent": "house",
    "utilities": "lightning",
    "phone": "phone",
    "hospital": "heartbeat",
    "pharmacy": "heartbeat",
    "care": "hand-heart",
    "children": "student",
    "pocket_money": "piggy-bank",
    "school": "student",
    "cash": "coins",
    "interest": "plant",
    "deposit_open": "piggy-bank",
    "deposit_matured": "piggy-bank",
    "wealth_buy": "chart-line-up",
    "wealth_income": "chart-line-up",
    "fund_buy": "chart-line-up",
    "loan_payment": "bank",
    "fee": "bank",
    "insurance": "shield-check",
    "exchange": "swap",
    "transfer_in": "arrow-down-left",
    "transfer_out": "arrow-up-right",
}

INCOME = (
    "pension",
    "pay",
    "transfer_in",
    "interest",
    "deposit_matured",
    "wealth_income",
    "refund",
    "gift",
    "pocket_money",
)
"""Money in of these kinds is worth telling under the balance; an opening balance is not."""


def category_words(words: Words, code: str) -> Phrase:
    """The words for a category; a code this kiosk does not know is "something else"."""
    return words.phrase(TITLES.get(code, TITLES["other"]))


def category_icon(code: str, *, money_in: bool) -> str:
    """The icon for a category; otherwise an arrow for money in or out."""
    return ICONS.get(code) or ("arrow-down-left" if money_in else "arrow-up-right")
