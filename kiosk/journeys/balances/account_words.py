"""What an account is called, and what it holds or still owes."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import tail
from accessibility.words import Words
from kiosk.journeys.amounts import left_to_the_eye, money
from kiosk.journeys.joining import hushed, joined
from kiosk.model.account import Account
from kiosk.model.money import Money

ICONS = {"current": "wallet", "savings": "piggy-bank", "fixed": "lock", "loan": "house", "card": "credit-card"}


def kind_words(words: Words, account: Account) -> Phrase:
    """What kind of account it is, in plain words."""
    match account.kind:
        case "current":
            return words.phrase("Current account")
        case "savings":
            return words.phrase("Savings account")
        case "fixed":
            return words.phrase("Fixed deposit")
        case "loan":
            return words.phrase("Loan")
        case "card":
            return words.phrase("Credit card")
    return words.phrase("Account")


def account_icon(account: Account) -> str:
    """The icon of its kind."""
    return ICONS.get(account.kind, "bank")


def title(words: Words, account: Account) -> Phrase:
    """Kind and last four digits, as on a card."""
    return joined(words.lang, kind_words(words, account), number(words, account))


def number(words: Words, account: Account) -> Phrase:
    """The last four digits, for the eye only; nothing when the bank gave no number."""
    return left_to_the_eye(ending(words, account.tail)) if account.tail else NOTHING


def ending(words: Words, digits: str) -> Phrase:
    """How a number ends, as people say it of a card."""
    # Translators: {digits} are the last four digits of an account or card. 尾号 6222
    return words.phrase("ending {digits}", digits=tail(words, digits))


def own_name(words: Words, account: Account) -> Phrase:
    """The bank's or the customer's own name for it, where it tells more than its kind.

    It may name a person, so it is private.
    """
    return NOTHING if account.name == kind_words(words, account).shown else hushed(account.name)


def owed(account: Account) -> Money | None:
    """What is owed on it, as a positive amount; None when nothing is, or when it is not known."""
    if account.available is None or account.available.amount >= 0:
        return None
    return -account.available


def what_it_is(words: Words, account: Account) -> Phrase:
    """Says what the amount of this account means."""
    if owed(account):
        return words.phrase("You still owe")
    if account.kind == "loan":
        return words.phrase("Left to pay")
    return words.phrase("You have")


def amount(account: Account) -> Money | None:
    """The amount to show: what she has, or what she owes, without a minus sign; None when not known."""
    return owed(account) or account.available


def value(words: Words, account: Account) -> Phrase:
    """The amount for a list: with words when it is owed."""
    debt = owed(account)
    return words.phrase("You owe {amount}", amount=money(words, debt)) if debt else money(words, account.available)
