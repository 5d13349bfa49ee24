"""Balances: the accounts, one account, and what moved on it month by month."""

from __future__ import annotations

from datetime import date
from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import BankError, DeviceRefused, SessionEnded
from kiosk.journeys.balances.account import AccountView, account_screen
from kiosk.journeys.balances.accounts import Accounts, accounts_screen
from kiosk.journeys.balances.freshness import REFRESH
from kiosk.journeys.balances.months import first_of, months_from, newest_first
from kiosk.journeys.balances.movements import MONTHS_BACK, MonthView, list_screen, month_screen
from kiosk.journeys.category_words import INCOME
from kiosk.journeys.density import one_thing_at_a_time
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.last_answers import Answer
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.account import Transaction
from kiosk.modes import Mode

Movements = Answer[tuple[Transaction, ...]]
Page = Literal["accounts", "account", "month", "list"]
SPENDING_KINDS = ("current", "savings")
"""Accounts on which income is worth a note."""


class Balances:
    """Walks from the accounts to one account to its months. With one account it starts at that account."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        del argument
        self._around = around
        self._page: Page = "accounts"
        self._accounts: Accounts | None = None
        self._at = 0
        self._latest: Transaction | None = None
        self._movements: Movements | None = None
        self._month = first_of(around.now().date())
        self._shelf = 0
        self._sought = ""

    async def enter(self) -> None:
        """Ask for the accounts. A customer who has one account meets that one."""
        await self._ask_accounts()
        if self._accounts and len(self._accounts.value) == 1 and self._page == "accounts":
            await self._open_account(0)

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place; before the first answer an empty list."""
        now = self._around.now()
        accounts = self._accounts or Answer((), now)
        if self._page == "accounts" or not accounts.value:
            return accounts_screen(words, mode, accounts, self._shelf)
        if self._page == "account" or self._movements is None:
            return account_screen(words, mode, AccountView(accounts, self._at, now, self._latest))
        account = accounts.value[self._at]
        view = MonthView(account, self._month, self._movements, now, self._shelf, self._sought)
        if self._page == "list" and one_thing_at_a_time(mode):
            return list_screen(words, mode, view)
        return month_screen(words, mode, view)

    async def act(self, action: str, typed: str = "") -> Step:
        """Go where the customer chose. A failing question leaves her where she is."""
        match action.partition(":"):
            case ("back", _, _):
                return self._go_back()
            case ("account", _, number):
                await self._open_account(int(number))
            case ("accounts", _, _):
                self._page, self._shelf = "accounts", 0
            case ("month", _, steps):
                await self._open_month(int(steps or 0))
            case ("list", _, _):
                self._page, self._shelf = "list", 0
            case ("previous" | "next" as way, _, _):
                self._shelf = max(0, self._shelf + (1 if way == "next" else -1))
            case ("search" | "everything" as what, _, _):
                self._sought, self._shelf = typed.strip() if what == "search" else "", 0
            case (name, _, _) if name == REFRESH:
                await self._refresh()
            case ("ask", _, _):
                return Open("help", "balances")
        return Stay()

    async def aclose(self) -> None:
        """Holds nothing that runs; what was answered stays with the sitting."""

    # Moving about

    def _go_back(self) -> Step:
        self._shelf = 0
        if self._page == "list" and one_thing_at_a_time(self._around.modes[self._around.sitting.mode]):
            self._page = "month"
        elif self._page in ("month", "list"):
            self._page, self._sought = "account", ""
        elif self._page == "account" and self._accounts and len(self._accounts.value) > 1:
            self._page = "accounts"
        else:
            return Back()
        return Stay()

    async def _open_account(self, at: int) -> None:
        latest = await self._latest_income(at)
        self._at, self._latest, self._page, self._shelf = at, latest, "account", 0

    async def _open_month(self, steps: int) -> None:
        """The present month when coming from the account, otherwise so many months later."""
        this_month = first_of(self._around.now().date())
        month = this_month if self._page == "account" else months_from(self._month, steps)
        month = min(this_month, max(months_from(this_month, -MONTHS_BACK), month))
        movements = await self._ask_movements(self._at, month)
        self._movements, self._month, self._page, self._shelf = movements, month, "month", 0

    # Asking the bank

    async def _refresh(self) -> None:
        await self._ask_accounts()
        if self._page in ("month", "list"):
            self._movements = await self._ask_movements(self._at, self._month)
        elif self._page == "account":
            self._latest = await self._latest_income(self._at)

    async def _ask_accounts(self) -> None:
        bank, answers = self._around.bank, self._around.sitting.last_answers
        before = self._accounts.value[self._at].id if self._accounts and self._accounts.value else ""
        self._accounts = await answers.ask(f"{self._whose()}accounts", bank.accounts, self._around.now())
        ids = [account.id for account in self._accounts.value]
        if before not in ids:
            self._page, self._at, self._shelf = "accounts", 0, 0
        else:
            self._at = ids.index(before)

    async def _ask_movements(self, at: int, month: date) -> Movements:
        assert self._accounts is not None
        account, answers = self._accounts.value[at].id, self._around.sitting.last_answers

        async def question() -> tuple[Transaction, ...]:
            return tuple(await self._around.bank.transactions(account, month))

        return await answers.ask(f"{self._whose()}{account} {month.isoformat()}", question, self._around.now())

    async def _latest_income(self, at: int) -> Transaction | None:
        """The newest money in of this month or the last. A note only: without an answer there is none."""
        assert self._accounts is not None
        if self._accounts.value[at].kind not in SPENDING_KINDS:
            return None
        this_month = first_of(self._around.now().date())
        try:
            for month in (this_month, months_from(this_month, -1)):
                for movement in newest_first((await self._ask_movements(at, month)).value):
                    if movement.category in INCOME and movement.amount and movement.amount.amount > 0:
                        return movement
        except (SessionEnded, DeviceRefused):
            raise
        except BankError:
            return None
        return None

    def _whose(self) -> str:
        profile = self._around.sitting.profile
        return f"{profile.customer_id if profile else ''} "
