"""The bank's tables. Money is whole minor units (fen); every journal entry's postings add up to zero.

Columns ending in `_minor` are integers of the currency's minor unit. Times are UTC. `names` columns are JSON objects
from language to text, such as {"zh_CN": "王阿姨", "zh_TW": "王阿姨", "en": "Mrs Wang"}.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back with its zone, which SQLite would drop. A time without zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC. Raises ValueError for a time without a zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """With the zone again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """Base of all tables; its metadata is what the migrations build."""

    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, dict[str, str]: JSON, list[str]: JSON}


class Device(Table):
    """A kiosk, a home PC or a lobby PC that may call."""

    __tablename__ = "devices"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    """branch, home or lobby"""
    place: Mapped[str] = mapped_column(String(64), default="")
    floor: Mapped[str] = mapped_column(String(32), default="")
    branch: Mapped[str] = mapped_column(String(64), default="")
    """Each branch has a queue of its own."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    revoked_at: Mapped[datetime | None]


class Customer(Table):
    """A customer with her sign-in and her wishes."""

    __tablename__ = "customers"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    household: Mapped[str] = mapped_column(String(32))
    legal_name: Mapped[str] = mapped_column(String(64))
    greeting: Mapped[dict[str, str]]
    birth_date: Mapped[date]
    stage: Mapped[str] = mapped_column(String(16), default="")
    """Life stage S0 to S4 of CHECKUP.md 2.3; empty while not asked."""
    dependants: Mapped[int] = mapped_column(default=0)
    guardian_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"))
    pin_hash: Mapped[str]
    failed_pins: Mapped[int] = mapped_column(default=0)
    lock_count: Mapped[int] = mapped_column(default=0)
    """How often the PIN was locked since the last good one: the lock grows with it."""
    locked_until: Mapped[datetime | None]
    entitlements: Mapped[list[str]]
    mode: Mapped[str] = mapped_column(String(32))
    lang: Mapped[str] = mapped_column(String(16))
    preferences: Mapped[dict[str, Any]]
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What she told us of herself and no book knows; see `kiosk.bank.told`. Empty while nothing was asked."""
    manager_id: Mapped[str] = mapped_column(String(64), default="")
    """Her relationship manager among the staff; empty for none."""


class Card(Table):
    """A card that names its customer."""

    __tablename__ = "cards"
    number: Mapped[str] = mapped_column(String(19), primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"))


class Staff(Table):
    """Somebody who helps in the lobby."""

    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    badge: Mapped[str] = mapped_column(String(32), unique=True)
    names: Mapped[dict[str, str]]
    look: Mapped[dict[str, str]] = mapped_column(default=dict)
    """How to recognise her, by language: "blue waistcoat, badge Zhou"."""
    role: Mapped[str] = mapped_column(String(16), default="lobby")
    """lobby, manager or operator"""
    pin_hash: Mapped[str]
    failed_pins: Mapped[int] = mapped_column(default=0)
    lock_count: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]


class UnknownSignIn(Table):
    """Tries with a card or badge the bank does not have: they lock like real ones, so that nobody can tell."""

    __tablename__ = "unknown_sign_ins"
    subject: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of what was presented."""
    failed_pins: Mapped[int] = mapped_column(default=0)
    lock_count: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    tried_at: Mapped[datetime] = mapped_column(index=True)


class Session(Table):
    """A token in use: only its SHA-256 is kept. Belongs to a customer or to staff."""

    __tablename__ = "sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]


class Account(Table):
    """An account of a customer, or (without customer) of the bank's own books, such as "world:salary"."""

    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    """current, savings, fixed, loan, card; world for the bank's own"""
    names: Mapped[dict[str, str]]
    number: Mapped[str] = mapped_column(String(34))
    currency: Mapped[str] = mapped_column(String(3))
    balance_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    """Always the sum of its postings."""
    credit_line_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    opened_on: Mapped[date]
    matures_on: Mapped[date | None]
    yearly_rate: Mapped[str] = mapped_column(String(16), default="")
    """Exact decimal share a year, as text: "0.0315"."""
    monthly_payment_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    """What a loan costs a month."""


class Journal(Table):
    """One event in the books; its postings add up to zero."""

    __tablename__ = "journal"
    id: Mapped[int] = mapped_column(primary_key=True)
    booked_at: Mapped[datetime] = mapped_column(index=True)
    category: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(String(140))
    party: Mapped[str] = mapped_column(String(70), default="")


class Posting(Table):
    """One side of a journal entry."""

    __tablename__ = "postings"
    __table_args__ = (Index("postings_by_account", "account_id", "journal_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    journal_id: Mapped[int] = mapped_column(ForeignKey("journal.id"))
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    """Positive is money into the account."""
    balance_after_minor: Mapped[int] = mapped_column(BigInteger)


class Holding(Table):
    """Something a customer owns that is not a payment account, or the holding's view of a deposit."""

    __tablename__ = "holdings"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), index=True)
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    """For a deposit: the account whose balance is its value."""
    names: Mapped[dict[str, str]]
    kind: Mapped[str] = mapped_column(String(24))
    issuer: Mapped[dict[str, str]]
    currency: Mapped[str] = mapped_column(String(3))
    quantity: Mapped[str] = mapped_column(String(32), default="")
    unit_value: Mapped[str] = mapped_column(String(32), default="")
    value_minor: Mapped[int] = mapped_column(BigInteger)
    as_of: Mapped[date]
    matures_on: Mapped[date | None]
    risk_level: Mapped[int | None]
    yearly_fee: Mapped[str] = mapped_column(String(16), default="")
    insured_deposit: Mapped[bool] = mapped_column(default=False)
    treasury: Mapped[bool] = mapped_column(default=False)
    """Owed by the state itself."""
    equity_share: Mapped[str] = mapped_column(String(16), default="")
    """How much of it is shares, an exact decimal as text; empty while the bank does not know."""


class Checkup(Table):
    """A check-up that was made; the report is codes and figures as JSON."""

    __tablename__ = "checkups"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), index=True)
    made_at: Mapped[datetime]
    report: Mapped[dict[str, Any]]


class RiskAssessment(Table):
    """A questionnaire that a customer answered, and what it gave. Never changed; a newer one is a new row."""

    __tablename__ = "risk_assessments"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), index=True)
    device_id: Mapped[str | None] = mapped_column(ForeignKey("devices.id"))
    made_at: Mapped[datetime]
    done_on: Mapped[date]
    version: Mapped[str] = mapped_column(String(32))
    """Of the questionnaire."""
    answers: Mapped[dict[str, Any]]
    assessment: Mapped[dict[str, Any]]
    portrait: Mapped[dict[str, Any]]
    read_aloud: Mapped[bool] = mapped_column(default=False)
    """The voice or a helper read the questions to her."""


class SavingsGoal(Table):
    """Something a customer saves for."""

    __tablename__ = "savings_goals"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    """A code: the kiosk has the words."""
    currency: Mapped[str] = mapped_column(String(3))
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    saved_minor: Mapped[int] = mapped_column(BigInteger)
    weekly_minor: Mapped[int] = mapped_column(BigInteger)
    due: Mapped[date]


class HelpTicket(Table):
    """A request for a person. Holds nothing about money."""

    __tablename__ = "help_tickets"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"), index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    topic: Mapped[str] = mapped_column(String(32))
    about: Mapped[str] = mapped_column(String(64), default="")
    urgent: Mapped[bool] = mapped_column(default=False)
    screen: Mapped[str] = mapped_column(String(64))
    step: Mapped[str] = mapped_column(String(64), default="")
    mode: Mapped[str] = mapped_column(String(32))
    lang: Mapped[str] = mapped_column(String(16))
    access: Mapped[list[str]]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    """Who holds it."""
    manager_id: Mapped[str] = mapped_column(String(64), default="")
    """Her relationship manager, where the topic is the check-up; never who she is."""
    version: Mapped[int] = mapped_column(default=1)
    """Counts changes of state: what `If-Match` names."""
    level: Mapped[int] = mapped_column(default=0)
    called_from: Mapped[datetime | None]
    """From when the escalation clock counts: asked, put back in the queue, taken or put aside."""
    held: Mapped[str] = mapped_column(String(64), default="")
    outcome: Mapped[str] = mapped_column(String(64), default="")
    rating: Mapped[int] = mapped_column(default=0)
    assisting: Mapped[bool] = mapped_column(default=False)
    pointed: Mapped[str] = mapped_column(String(64), default="")
    board: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]
    """Rises with every change, also when the clock is set back."""
    claimed_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    """When somebody first came."""
    ended_at: Mapped[datetime | None]


class HelpCall(Table):
    """A call of the second channel that is owed for a ticket."""

    __tablename__ = "help_calls"
    ticket_id: Mapped[str] = mapped_column(ForeignKey("help_tickets.id"), primary_key=True)
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)


class HelpScreen(Table):
    """The masked copies of a customer's page: apart from the ticket, and gone when the ticket ends."""

    __tablename__ = "help_screens"
    ticket_id: Mapped[str] = mapped_column(ForeignKey("help_tickets.id"), primary_key=True)
    asked: Mapped[str] = mapped_column(Text, default="")
    """The page from which she asked."""
    live: Mapped[str] = mapped_column(Text, default="")
    """The page she is on, while she lets staff look."""


class TicketEvent(Table):
    """Every change of a ticket, numbered: the source of the event stream and of `Last-Event-ID`."""

    __tablename__ = "ticket_events"
    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("help_tickets.id"), index=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    at: Mapped[datetime]


class IdempotencyKey(Table):
    """An intent the bank has already acted on, with the answer it gave."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (UniqueConstraint("device_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    key: Mapped[str] = mapped_column(String(64))
    body_hash: Mapped[str] = mapped_column(String(64))
    ticket_id: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime]


class AuditRecord(Table):
    """One link of the audit chain (kiosk.bank.chain). Never changed, never removed."""

    __tablename__ = "audit"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """From 1 on, without gaps."""
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(48))
    who: Mapped[str] = mapped_column(String(80))
    about: Mapped[str] = mapped_column(String(80), index=True)
    facts: Mapped[dict[str, str]]
    before: Mapped[str] = mapped_column(String(64))
    """Hash of the record before."""
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class Order(Table):
    """A customer's order for a product: nothing is paid before its cooling-off has passed (kiosk.bank.orders)."""

    __tablename__ = "orders"
    __table_args__ = (UniqueConstraint("customer_id", "key"),)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), index=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    key: Mapped[str] = mapped_column(String(64))
    """Her intent: the same one never makes two orders."""
    body_hash: Mapped[str] = mapped_column(String(64))
    shown_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what was shown and said to her; the text itself is in the audit chain."""
    offer: Mapped[dict[str, Any]]
    """The product as it was on that day (kiosk.checkup.shelf.Offer)."""
    product_id: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    """Which pays."""
    currency: Mapped[str] = mapped_column(String(3))
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    fee_minor: Mapped[int] = mapped_column(BigInteger)
    """Costs of a year."""
    loss_minor: Mapped[int] = mapped_column(BigInteger)
    """What a bad year might take."""
    state: Mapped[str] = mapped_column(String(16), index=True)
    why: Mapped[str] = mapped_column(String(32), default="")
    """A code, for an order that ended otherwise than placed."""
    needs_witness: Mapped[bool] = mapped_column(default=False)
    requested_at: Mapped[datetime]
    confirm_from: Mapped[datetime]
    """Not before this can she confirm."""
    confirmed_at: Mapped[datetime | None]
    cooling_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    """Who witnessed."""
    ticket_id: Mapped[str | None] = mapped_column(ForeignKey("help_tickets.id"))
