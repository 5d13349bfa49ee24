"""Ordering what the check-up suggested: seven pages, a wait, two confirmations, and no on every one of them."""

from __future__ import annotations

from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import Conflict, NotAllowed, NotFound, TooMany
from kiosk.journeys import adopt_pages as pages
from kiosk.journeys.adopt_record import record_of
from kiosk.journeys.adopt_wait import Wait
from kiosk.journeys.adopt_words import amounts_to_choose
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.money import Money
from kiosk.model.order import Order, OrderTerms, ShownPage
from kiosk.modes import Mode

Page = Literal["what", "amount", "cost", "worst", "cooling", "wait", "confirm", "witness", "done", "declined", "closed"]
NEXT: dict[Page, Page] = {"what": "amount", "cost": "worst", "worst": "cooling", "wait": "confirm"}
BEFORE: dict[Page, Page] = {"amount": "what", "cost": "amount", "worst": "cost", "cooling": "worst", "confirm": "wait"}
READING: tuple[Page, ...] = ("what", "amount", "cost", "worst", "cooling")
"""Before these are agreed to, the bank knows of nothing."""


class Adopt:
    """`argument` is the id of the suggestion. An order of it that is open already is gone on with."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._around = around
        self._suggestion = argument
        self._terms: OrderTerms | None = None
        self._amount: Money | None = None
        self._order: Order | None = None
        self._wait: Wait | None = None
        self._told: list[ShownPage] = []
        self._page: Page = "what"

    async def enter(self) -> None:
        """Ask whether she has ordered it already; else on what terms she could."""
        bank = self._around.bank
        profile = self._around.sitting.profile
        if profile is not None and profile.age_band == "child":
            self._page = "closed"
            return
        begun = await self._begun()
        if begun is not None:
            await self._take(begun)
            return
        try:
            self._terms = await bank.order_terms(self._suggestion)
        except (NotAllowed, NotFound):
            self._page = "closed"

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        hidden, terms, order = self._around.sitting.hidden, self._terms, self._order
        if self._page == "declined":
            return pages.declined_screen(words, mode)
        if order is not None:
            return self._order_screen(words, mode, order, hidden=hidden)
        if terms is None or self._page not in READING:
            return pages.too_little_screen(words, mode)
        if self._page == "amount":
            return pages.amount_screen(words, mode, terms)
        if self._page == "what" or self._amount is None:
            return pages.what_screen(words, mode, terms, hidden=hidden)
        if self._page == "cooling":
            return pages.cooling_screen(words, mode, terms, hidden=hidden)
        make = pages.cost_screen if self._page == "cost" else pages.worst_screen
        return make(words, mode, terms, self._amount, hidden=hidden)

    def _order_screen(self, words: Words, mode: Mode, order: Order, *, hidden: bool) -> Screen:
        if self._page == "confirm":
            return pages.confirm_screen(words, mode, order, hidden=hidden)
        if self._page == "wait" and self._wait is not None:
            wait = self._wait
            return pages.wait_screen(words, mode, order, wait.left_s, wait.whole_s, ready=wait.over, hidden=hidden)
        if self._page == "witness":
            return pages.witness_screen(words, mode, order)
        return pages.done_screen(words, mode, order, self._around.now())

    async def act(self, action: str, typed: str = "") -> Step:
        """Go on, choose, say no, confirm. Nothing goes on while amounts are hidden."""
        del typed
        hidden = self._around.sitting.hidden
        match action.partition(":"):
            case ("back", _, _):
                return self._go_back()
            case (pages.DECLINE, _, _):
                await self._decline()
            case ("amount", _, text) if self._page == "amount" and not hidden:
                self._choose(text)
            case ("on", _, _) if not hidden:
                await self._go_on()
            case ("confirm", _, _) if self._page == "confirm" and not hidden and self._wait and self._wait.over:
                await self._confirm()
            case ("witness", _, _) if self._order is not None:
                return Open("help", f"order:{self._order.id}")
            case ("cancel", _, _) if self._order is not None:
                return Open("orders", f"cancel:{self._order.id}")
            case ("orders", _, _):
                return Open("orders")
            case ("finish", _, _):
                return Back()
        return Stay()

    async def aclose(self) -> None:
        """Forget it; what the bank has noted stays and ends by itself."""
        await self._stop_waiting()
        self._terms = self._amount = self._order = None
        self._told.clear()

    # Going on

    async def _go_on(self) -> None:
        if self._page == "cooling":
            await self._request()
        elif self._page in NEXT and (self._page != "wait" or (self._wait and self._wait.over)):
            self._remember()
            self._page = NEXT[self._page]

    def _choose(self, text: str) -> None:
        """Only what was offered."""
        offered = {f"{each.amount:f}": each for each in amounts_to_choose(self._terms)} if self._terms else {}
        if text in offered:
            self._remember()
            self._amount, self._page = offered[text], "cost"

    async def _request(self) -> None:
        """The first confirmation: the bank notes the order, and pays nothing."""
        if self._amount is None:
            return
        around, her = self._around, self._her
        told = [*self._told, self._record()]
        key = around.intents.key_for(her, self._suggestion, self._amount)
        try:
            order = await around.bank.order(self._suggestion, self._amount, told, key)
        except Conflict:
            around.intents.answered(her, self._suggestion, self._amount)
            begun = await self._begun()
            if begun is None:
                raise
            order = begun
        except (NotAllowed, NotFound):
            around.intents.answered(her, self._suggestion, self._amount)
            self._page, self._terms = "closed", None
            return
        around.intents.answered(her, self._suggestion, self._amount)
        self._told.clear()
        await self._take(order)

    async def _confirm(self) -> None:
        """The second one. Where the bank wants a longer wait, she waits on."""
        if self._order is None:
            return
        try:
            order = await self._around.bank.confirm_order(self._order.id, [*self._told, self._record()])
        except TooMany as problem:
            await self._begin_waiting(problem.wait_s or 1)
            return
        except NotAllowed:
            self._page, self._order, self._terms = "closed", None, None
            return
        self._told.clear()
        await self._take(order)

    async def _decline(self) -> None:
        """No is one touch on every page, and leaves nothing behind."""
        if self._order is not None and self._order.open:
            await self._around.bank.cancel_order(self._order.id)
        await self._stop_waiting()
        self._order, self._page = None, "declined"

    async def _take(self, order: Order) -> None:
        """Stand where the order stands."""
        self._order = order
        self._around.sitting.has_orders = True
        if order.state == "requested":
            await self._begin_waiting(order.wait_s)
        else:
            await self._stop_waiting()
            self._page = "witness" if order.state == "witness" else "done"

    async def _begun(self) -> Order | None:
        """Her order of this suggestion that is on its way."""
        hers = await self._around.bank.orders()
        return next((each for each in hers if each.suggestion == self._suggestion and each.open), None)

    # Waiting

    async def _begin_waiting(self, seconds: float) -> None:
        await self._stop_waiting()
        around = self._around
        self._page, self._wait = "wait", Wait(seconds, around.now, self._is_read, around.changed)

    def _is_read(self) -> bool:
        """Whether the voice is still reading, where it is on."""
        return self._around.sitting.preferences.speech and self._around.speaking()

    async def _stop_waiting(self) -> None:
        wait, self._wait = self._wait, None
        if wait is not None:
            await wait.aclose()

    # What was shown

    def _remember(self) -> None:
        self._told.append(self._record())

    def _record(self) -> ShownPage:
        sitting = self._around.sitting
        mode = self._around.modes[sitting.mode]
        words = Words(sitting.lang, mode.wording)
        return record_of(self.screen(words, mode), words, sitting)

    @property
    def _her(self) -> str:
        profile = self._around.sitting.profile
        return profile.customer_id if profile else ""

    def _go_back(self) -> Step:
        """One page back; an order that the bank has noted stays noted, and can be cancelled under My orders."""
        if self._page not in BEFORE or (self._page in READING and self._terms is None):
            return Back()
        self._page = BEFORE[self._page]
        self._told = [each for each in self._told if each.page != f"adopt.{self._page}"]
        return Stay()
