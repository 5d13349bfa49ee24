"""Her orders: how they stand, until when each can be cancelled, and cancelling."""

from __future__ import annotations

from typing import Literal

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.errors import Conflict
from kiosk.journeys import my_orders_pages as pages
from kiosk.journeys.journey import Back, Open, Stay, Step
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.order import Order
from kiosk.modes import Mode

Page = Literal["list", "one", "cancel", "cancelled"]


class MyOrders:
    """`argument` "cancel:<id>" opens the question whether to cancel that order."""

    def __init__(self, around: Surroundings, argument: str = "") -> None:
        self._around = around
        self._orders: tuple[Order, ...] = ()
        kind, _, self._id = argument.partition(":")
        self._first: Page = "cancel" if kind == "cancel" else "list"
        self._page: Page = self._first
        self._shelf = 0

    async def enter(self) -> None:
        """Ask how they stand."""
        self._orders = await self._around.bank.orders()
        self._around.sitting.has_orders = bool(self._orders)

    def screen(self, words: Words, mode: Mode) -> Screen:
        """The page of the present place."""
        order, now = self._order, self._around.now()
        if order is None or self._page == "list":
            return pages.list_screen(words, mode, self._orders, self._shelf, now)
        if self._page == "cancel" and order.open:
            return pages.cancel_screen(words, mode, order)
        return pages.order_screen(words, mode, order, now, fresh=self._page == "cancelled")

    async def act(self, action: str, typed: str = "") -> Step:
        """Look at one, cancel it, or have a colleague come for it."""
        del typed
        match action.partition(":"):
            case ("back" | "keep", _, _):
                return self._go_back()
            case ("order", _, order_id):
                self._page, self._id = "one", order_id
            case ("cancel", _, order_id):
                self._page, self._id = "cancel", order_id
            case ("really", _, _) if self._order is not None and self._page == "cancel":
                await self._cancel(self._order)
            case ("witness", _, order_id):
                return Open("help", f"order:{order_id}")
            case ("goon", _, suggestion):
                return Open("adopt", suggestion)
            case ("previous" | "next" as way, _, _):
                self._shelf = max(0, self._shelf + (1 if way == "next" else -1))
        return Stay()

    async def aclose(self) -> None:
        """Forget them."""
        self._orders = ()

    @property
    def _order(self) -> Order | None:
        return next((each for each in self._orders if each.id == self._id), None)

    async def _cancel(self, order: Order) -> None:
        """Where it is too late, she sees how it stands."""
        try:
            await self._around.bank.cancel_order(order.id)
        except Conflict:
            self._page = "one"
        else:
            self._page = "cancelled"
        self._orders = await self._around.bank.orders()

    def _go_back(self) -> Step:
        if self._page == "list" or (self._page == self._first == "cancel"):
            return Back()
        self._page = "one" if self._page == "cancel" else "list"
        return Stay()
