"""Words that the pages of an order share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.words import Words
from i18n.messages import message
from kiosk.journeys.amounts import money
from kiosk.journeys.checkup_words.figures import own
from kiosk.journeys.joining import for_her
from kiosk.model.money import Money
from kiosk.model.order import Order, OrderTerms

RISKS: Final[Mapping[int, str]] = {
    1: message("very small"),
    2: message("small"),
    3: message("middling"),
    4: message("large"),
    5: message("very large"),
}
"""R1 to R5 in words."""
STATES: Final[Mapping[str, str]] = {
    "requested": message("Not confirmed yet"),
    "witness": message("Waiting for a colleague"),
    "cooling": message("Waiting, you can still cancel"),
    "paused": message("Stopped by you"),
    "placed": message("Done"),
    "cancelled": message("Cancelled"),
    "lapsed": message("Ended, nothing was bought"),
}
STEPS_S: Final = (10, 20, 30, 60, 120, 300, 600)
"""How long is still to be waited is told in these steps, so that the voice does not count every second."""
SHARES: Final = (Decimal("0.25"), Decimal("0.5"), Decimal(1))
"""Of the most that can be ordered: what is offered to choose from [D]."""


def name_of(words: Words, names: Mapping[str, str]) -> Phrase:
    """The name in her language, else in Chinese, else any."""
    return Phrase(names.get(words.lang) or names.get("zh_CN") or next(iter(names.values()), ""))


def amounts_to_choose(terms: OrderTerms) -> tuple[Money, ...]:
    """Up to three amounts in round figures, the smallest first; never more than the most."""
    step = Decimal(1000) if terms.most.amount >= 4000 else Decimal(100)
    found = {
        max(terms.least.amount, (terms.most.amount * share / step).to_integral_value(ROUND_FLOOR) * step)
        for share in SHARES
    }
    return tuple(Money(amount, terms.most.currency) for amount in sorted(found) if amount <= terms.most.amount)


def or_nothing(words: Words, amount: Money) -> Phrase:
    """An amount; zero in a word."""
    return money(words, amount, whole=True) if amount.amount else words.phrase("nothing")


def months_of(words: Words, loss: Money, spending: Money | None) -> Phrase:
    """A loss in months of her spending; nothing without a loss, or while her spending is not known."""
    if not loss.amount or spending is None or spending.currency != loss.currency or spending.amount <= 0:
        return Phrase("")
    months = int(loss.amount / spending.amount)
    if not months:
        return for_her(words.phrase("less than a month’s spending"))
    return own(words, words.plural("{number} month of spending", "{number} months of spending", months))


def state_of(words: Words, order: Order) -> Phrase:
    """How an order stands."""
    return words.phrase(STATES[order.state])


def until(words: Words, when: datetime, now: datetime) -> Phrase:
    """A day and a time of this kiosk's zone, such as "24 November, 3:05 pm"."""
    here = when.astimezone(now.tzinfo)
    # Translators: until when something holds, such as "24 November, 3:05 pm"
    return words.phrase(
        "{day}, {time}", day=phrases.day(words, here.date(), today=now.date()), time=phrases.time_of_day(words, here)
    )


def still_s(left: float) -> int:
    """How many seconds are told while so many are left."""
    return next((step for step in STEPS_S if left <= step), STEPS_S[-1])
