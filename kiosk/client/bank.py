"""The bank as a customer's journeys see it: one method a question, facts as answers."""

from __future__ import annotations

import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, tzinfo

import httpx

from kiosk.client import checkup_facts, help_facts, kiosk_facts
from kiosk.client import orders as order_facts
from kiosk.client.accounts import read_accounts
from kiosk.client.address import Address, Where, at
from kiosk.client.breaker import BreakerStatus
from kiosk.client.bulk import accounts_and_balances
from kiosk.client.errors import BankError, NotFound, SessionEnded
from kiosk.client.events import HelpEvents, Link
from kiosk.client.line import Line
from kiosk.client.paging import all_rows
from kiosk.client.paths import segment
from kiosk.client.question import Question
from kiosk.client.resilience import Patience
from kiosk.client.transactions import month_bounds, month_filter, read_transactions
from kiosk.model.account import Account, Transaction
from kiosk.model.checkup import CheckupReport, PastCheckup
from kiosk.model.device import Device
from kiosk.model.goal import SavingsGoal
from kiosk.model.help import HelpRequest, HelpTicket
from kiosk.model.holding import Holding
from kiosk.model.money import Money
from kiosk.model.order import Order, OrderTerms, ShownPage
from kiosk.model.profile import Preferences, Profile
from kiosk.model.risk import RiskAssessment
from kiosk.wire.help import AssistWire, HelpTicketWire, RatingWire
from kiosk.wire.kiosk_api import RiskAnswersWire, SessionGrant, SessionRequest


class Bank:
    """One bank and at most one signed-in customer. Every question raises BankError when it cannot be answered.

    Close it with `aclose`.
    """

    def __init__(
        self,
        where: Address | Where,
        *,
        lang: Callable[[], str],
        transport: httpx.AsyncBaseTransport | None = None,
        tls: ssl.SSLContext | None = None,
        token: str = "",
        zone: tzinfo | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        line_changed: Callable[[], None] = lambda: None,
        help_linked: Callable[[Link], None] = lambda _: None,
    ) -> None:
        """`lang` is asked whenever the bank gives a name in several languages.

        `token` signs a customer in who agreed elsewhere (Open Banking consent); it is not for us to end. `zone` is
        where a month begins and ends (this machine's own if None). `line_changed` is called when `line` changes,
        `help_linked` when the help stream stands or breaks.
        """
        known = at(where) if isinstance(where, Address) else where
        self._lang, self._zone = lang, zone
        self._token = self._given = token
        self._sittings = 0
        self._help_linked = help_linked
        self._line = Line(
            known,
            lang=lang,
            transport=transport,
            tls=tls,
            patience=patience,
            clock=clock,
            now=now,
            changed=line_changed,
        )

    @property
    def line(self) -> BreakerStatus:
        """Whether questions get through at present, and since when."""
        return self._line.breaker.status

    @property
    def signed_in(self) -> bool:
        """A customer is signed in, as far as is known here."""
        return bool(self._token)

    async def device(self) -> Device:
        """This device: where it stands, and who may sign in on it by choosing herself."""
        async with self._line.question(light=True) as question:
            return kiosk_facts.device(await question.get("kiosk", "/devices/self"))

    async def sign_in(self, *, pin: str, card: str = "", customer: str = "") -> Profile:
        """Sign in with a card number, or a customer's id on a home device. Raises SignInRefused, SignInLocked."""
        await self.sign_out()
        self._sittings += 1
        sitting = self._sittings
        async with self._line.question() as question:
            answer = await question.send("POST", "/session", SessionRequest(pin=pin, card=card, customer=customer))
            token = answer.typed(SessionGrant).token
        if sitting != self._sittings:
            await self._end(token)
            raise SessionEnded("signed out meanwhile")
        self._token = token
        try:
            return await self._profile()
        except BankError:
            await self.sign_out()
            raise

    async def _profile(self) -> Profile:
        async with self._about_her(light=True) as question:
            return kiosk_facts.profile(await question.get("kiosk", "/profile"))

    async def sign_out(self) -> None:
        """Forget the customer at once; the bank is told, and does not need to be there. Never raises BankError."""
        token, self._token = self._token, ""
        self._sittings += 1
        if token and token != self._given:
            await self._end(token)

    async def _end(self, token: str) -> None:
        try:
            async with self._line.question(token=token, light=True) as question:
                await question.send("DELETE", "/session")
        except BankError:
            return  # it ends by itself after five idle minutes

    async def save_profile(self, mode: str, lang: str, preferences: Preferences) -> None:
        """Keep her wishes, so that they follow her to any kiosk."""
        async with self._about_her(light=True) as question:
            await question.send("PUT", "/profile", kiosk_facts.profile_update(mode, lang, preferences))

    async def accounts(self) -> tuple[Account, ...]:
        """Her accounts with their balances; what could not be read is None."""
        async with self._about_her() as question:
            return read_accounts(*await accounts_and_balances(question))

    async def transactions(self, account_id: str, month: date) -> tuple[Transaction, ...]:
        """The movements of an account in the month that holds the day `month`, newest first, in the zone's time."""
        bounds = month_bounds(month, self._zone)
        path = f"/accounts/{segment(account_id)}/transactions"
        async with self._about_her() as question:
            rows = await all_rows(question, path, "Transaction", month_filter(bounds))
        return read_transactions(account_id, rows, bounds, self._zone)

    async def holdings(self) -> tuple[Holding, ...]:
        """What she owns beside money in payment accounts, deposits included."""
        async with self._about_her() as question:
            return kiosk_facts.holdings(await question.get("kiosk", "/holdings"), self._lang())

    async def checkup(self) -> CheckupReport | None:
        """Her newest check-up; None when none was ever made."""
        try:
            async with self._about_her() as question:
                answer = await question.get("kiosk", "/checkup")
                return checkup_facts.checkup(answer) if answer.body else None
        except NotFound:
            return None

    async def checkup_history(self) -> tuple[PastCheckup, ...]:
        """Her check-ups in short, the last of each day, newest first. A bank that keeps none has none."""
        try:
            async with self._about_her() as question:
                return checkup_facts.checkup_history(await question.get("kiosk", "/checkup/history"))
        except NotFound:
            return ()

    async def run_checkup(self) -> CheckupReport:
        """Make a check-up now."""
        async with self._about_her() as question:
            return checkup_facts.checkup(await question.send("POST", "/checkup"))

    async def risk_assessment(self) -> RiskAssessment:
        """Her risk assessment, and the questions it would ask now."""
        async with self._about_her() as question:
            return kiosk_facts.risk_assessment(await question.get("kiosk", "/risk-assessment"))

    async def assess_risk(self, version: str, answers: Mapping[str, int], *, read_aloud: bool) -> RiskAssessment:
        """Answer the risk questions of that version. Raises Conflict when other questions hold meanwhile."""
        body = RiskAnswersWire(version, dict(answers), read_aloud)
        async with self._about_her() as question:
            return kiosk_facts.risk_assessment(await question.send("POST", "/risk-assessment", body))

    async def goals(self) -> tuple[SavingsGoal, ...]:
        """What she saves for. A bank that keeps no goals has none."""
        try:
            async with self._about_her() as question:
                return kiosk_facts.goals(await question.get("kiosk", "/goals"))
        except NotFound:
            return ()

    async def keep_goals(self, kept: Sequence[SavingsGoal]) -> tuple[SavingsGoal, ...]:
        """Keep exactly these."""
        body = kiosk_facts.goals_wire(kept)
        async with self._about_her() as question:
            return kiosk_facts.goals(await question.send("PUT", "/goals", body))

    async def order_terms(self, suggestion: str) -> OrderTerms:
        """On what terms she could order a suggestion. Raises NotAllowed, NotFound when she cannot."""
        async with self._about_her() as question:
            return order_facts.order_terms(await question.get("kiosk", f"/orders/terms/{segment(suggestion)}"))

    async def order(self, suggestion: str, amount: Money, pages: Sequence[ShownPage], intent: str) -> Order:
        """Ask for an order, nothing is paid. One `intent` never makes two. Raises Conflict when one is open already."""
        body = order_facts.request_wire(suggestion, amount, pages)
        async with self._about_her() as question:
            return order_facts.order(await question.send("POST", "/orders", body, key=intent))

    async def orders(self) -> tuple[Order, ...]:
        """Her orders, the newest first."""
        async with self._about_her() as question:
            return order_facts.orders(await question.get("kiosk", "/orders"))

    async def confirm_order(self, order_id: str, pages: Sequence[ShownPage]) -> Order:
        """The second confirmation. Raises TooMany while she has to wait, Conflict when it has ended."""
        async with self._about_her() as question:
            body = order_facts.confirm_wire(pages)
            return order_facts.order(await question.send("POST", f"/orders/{segment(order_id)}/confirm", body))

    async def cancel_order(self, order_id: str) -> Order:
        """She does not want it any more; twice is once. Raises Conflict when it was placed already."""
        async with self._about_her() as question:
            return order_facts.order(await question.send("DELETE", f"/orders/{segment(order_id)}"))

    async def pause_order(self, order_id: str) -> Order:
        """Nothing more happens with it; twice is once. Raises Conflict when it has ended."""
        async with self._about_her() as question:
            return order_facts.order(await question.send("POST", f"/orders/{segment(order_id)}/pause"))

    async def pause_orders(self) -> tuple[Order, ...]:
        """She fears a fraud: every order on its way stops. Gives those that were stopped now."""
        async with self._about_her() as question:
            return order_facts.orders(await question.send("POST", "/orders/pause"))

    async def ask_for_help(self, request: HelpRequest, intent: str) -> HelpTicket:
        """Ask for a person. One `intent` (1 to 64 characters) never makes two tickets, however often it is sent."""
        async with self._line.question() as question:
            answer = await question.send("POST", "/help-tickets", help_facts.help_request(request), key=intent)
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    async def help_ticket(self, ticket_id: str) -> HelpTicket:
        """A help ticket of this device as it is now."""
        async with self._line.question(light=True) as question:
            answer = await question.get("kiosk", f"/help-tickets/{segment(ticket_id)}")
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    async def cancel_help(self, ticket_id: str) -> HelpTicket:
        """Nobody needs to come. Raises Conflict when it is done already."""
        async with self._line.question(light=True) as question:
            answer = await question.send("DELETE", f"/help-tickets/{segment(ticket_id)}")
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    async def rate_help(self, ticket_id: str, rating: int) -> HelpTicket:
        """How it was: 1 sad, 2 so-so, 3 glad. Raises Conflict while nobody has come yet."""
        async with self._line.question(light=True) as question:
            path = f"/help-tickets/{segment(ticket_id)}/rating"
            answer = await question.send("PUT", path, RatingWire(rating))
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    async def assist(self, ticket_id: str, on: bool, masked: str = "") -> HelpTicket:
        """Let staff see the masked page that she is on, or no longer. Send it anew when the page changes.

        `masked` is a masked copy as JSON text of at most 65,536 characters. Raises Conflict once it is over.
        """
        async with self._line.question(light=True) as question:
            path = f"/help-tickets/{segment(ticket_id)}/assist"
            answer = await question.send("PUT", path, AssistWire(on=on, masked=masked))
            return help_facts.help_ticket(answer.typed(HelpTicketWire))

    def help_events(self) -> AsyncGenerator[HelpTicket, None]:
        """Each change of this device's help tickets, until `aclose` (of the bank, or of what this gives).

        Connects again by itself. Raises DeviceRefused, which waiting does not heal.
        """
        return HelpEvents(self._line, linked=self._help_linked).tickets()

    async def aclose(self) -> None:
        """Forget the customer and close every connection."""
        await self.sign_out()
        await self._line.aclose()

    @asynccontextmanager
    async def _about_her(self, *, light: bool = False) -> AsyncIterator[Question]:
        """A question about the signed-in customer. Raises SessionEnded without one, and forgets a token that ended."""
        token = self._token
        if not token:
            raise SessionEnded("nobody is signed in")
        try:
            async with self._line.question(token=token, light=light) as question:
                yield question
        except SessionEnded:
            if self._token == token:
                self._token = ""
            raise
