"""One account: the large amount, and what can be seen of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Block, Choices, Fact, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.amounts import left_to_the_eye, money, money_in_words
from kiosk.journeys.balances import account_words
from kiosk.journeys.balances.accounts import Accounts
from kiosk.journeys.balances.freshness import freshness
from kiosk.journeys.balances.months import local_day
from kiosk.journeys.category_words import category_words
from kiosk.journeys.density import one_thing_at_a_time
from kiosk.journeys.steps import step_of
from kiosk.model.account import Account, Transaction
from kiosk.modes import Mode


class AccountView(msgspec.Struct, frozen=True):
    """What the page of one account is made from."""

    accounts: Accounts
    at: int
    """Which of them."""
    now: datetime
    latest: Transaction | None = None
    """The newest money in, when it is known."""

    @property
    def account(self) -> Account:
        """The account shown."""
        return self.accounts.value[self.at]


def account_screen(words: Words, mode: Mode, view: AccountView) -> Screen:
    """The account's page."""
    account, several = view.account, len(view.accounts.value) > 1
    shown = account_words.amount(account)
    fact = Fact(
        label=account_words.title(words, account),
        value=money(words, shown),
        words=money_in_words(words, shown),
        note=_note(words, view),
        large=True,
    )
    return Screen(
        key="balances.account",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words, account),
        quiet=NOTHING if one_thing_at_a_time(mode) else account_words.own_name(words, account),
        step=step_of(words, 2, 2) if several else NOTHING,
        blocks=(*freshness(words, view.accounts), fact, *_term(words, view), _choices(words, view, several=several)),
        guide=words.phrase("To see more, press “{button}”.", button=_see_month(words, account)),
        focus="month",
    )


def _heading(words: Words, account: Account) -> Phrase:
    if account_words.owed(account) or account.kind == "loan":
        return account_words.what_it_is(words, account)
    return words.phrase("My money") if words.wording == "friendly" else words.phrase("My balance")


def _term(words: Words, view: AccountView) -> tuple[Block, ...]:
    account = view.account
    if account.matures_on is None or account.kind == "loan":
        return ()
    # Translators: the day on which a fixed deposit may be taken out.
    label = words.phrase("You can take it out on")
    return (Fact(label, phrases.day(words, account.matures_on, today=view.now.date())),)


def _choices(words: Words, view: AccountView, *, several: bool) -> Choices:
    month = phrases.month(words, view.now.date(), today=view.now.date())
    # Translators: {month} is a month's name with its year.
    hint = words.phrase("In and out, {month}", month=month)
    if view.account.kind == "loan":
        hint = words.phrase("Payments, {month}", month=month)
    tiles = [Tile("month", _see_month(words, view.account), hint, "list-bullets", filled=True)]
    if several:
        others = len(view.accounts.value) - 1
        hint = words.plural("{number} more", "{number} more", others)
        tiles.append(Tile("accounts", words.phrase("Other accounts"), hint, "bank"))
    return Choices(tuple(tiles))


def _see_month(words: Words, account: Account) -> Phrase:
    match account.kind:
        case "loan":
            return words.phrase("See what was paid back")
        case "fixed":
            return words.phrase("See what moved")
    return words.phrase("See where it went")


def _note(words: Words, view: AccountView) -> Phrase:
    """The newest income, such as yesterday's pension."""
    latest = view.latest
    if latest is None or latest.amount is None:
        return NOTHING
    # Translators: {day} is today, yesterday or a date; {what} is such as Pension. 昨天收到养老金 3,860 元
    return words.phrase(
        "{day}: {what} {amount}",
        day=day_name(words, local_day(latest.at, view.now), view.now.date()),
        what=category_words(words, latest.category),
        amount=left_to_the_eye(money(words, latest.amount, whole=True)),
    )


def day_name(words: Words, day: date, today: date) -> Phrase:
    """Today, yesterday, or the date."""
    if day == today:
        return words.phrase("Today")
    if day == today - timedelta(days=1):
        return words.phrase("Yesterday")
    return phrases.day(words, day, today=today)
