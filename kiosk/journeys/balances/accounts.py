"""The list of accounts."""

from __future__ import annotations

from accessibility.phrase import NOTHING
from accessibility.screen import Action, Choices, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.amounts import amounts_on_screen, left_to_the_eye
from kiosk.journeys.balances import account_words
from kiosk.journeys.balances.freshness import freshness
from kiosk.journeys.density import one_thing_at_a_time, part
from kiosk.journeys.joining import joined
from kiosk.journeys.last_answers import Answer
from kiosk.journeys.steps import page_of, step_of
from kiosk.model.account import Account
from kiosk.modes import Mode

Accounts = Answer[tuple[Account, ...]]


def accounts_screen(words: Words, mode: Mode, accounts: Accounts, shelf: int) -> Screen:
    """All accounts, each to be chosen; `shelf` is the page of the list, from 0."""
    shown = part(accounts.value, shelf, mode.content.rows_per_page)
    first = shown.number * mode.content.rows_per_page
    rows = Rows(
        rows=tuple(_row(words, mode, first + at, account) for at, account in enumerate(shown.items)),
        empty=words.phrase("There is no account here yet."),
        earlier=Action("previous", words.phrase("Back up the list"), "caret-up") if shown.number else None,
        later=Action("next", words.phrase("More accounts"), "caret-down") if shown.number < shown.count - 1 else None,
        position=page_of(words, shown.number, shown.count),
    )
    ask = Choices((Tile("ask", words.phrase("Ask a person"), icon="hand-waving"),))
    return Screen(
        key="balances.accounts",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("My money") if words.wording == "friendly" else words.phrase("My accounts"),
        step=step_of(words, 1, 2) if len(accounts.value) > 1 else NOTHING,
        blocks=(*freshness(words, accounts), rows, *(() if accounts.value else (ask,))),
        guide=amounts_on_screen(words, words.phrase("Choose an account to see more.")) if accounts.value else NOTHING,
        focus=f"account:{first}" if accounts.value else "ask",
    )


def _row(words: Words, mode: Mode, at: int, account: Account) -> Row:
    name = NOTHING if one_thing_at_a_time(mode) else account_words.own_name(words, account)
    return Row(
        title=account_words.kind_words(words, account),
        detail=joined(words.lang, account_words.number(words, account), name),
        value=left_to_the_eye(account_words.value(words, account)),
        icon=account_words.account_icon(account),
        action=f"account:{at}",
    )
