"""What happens to one household: events are told in any order and written into the books in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from kiosk.bank.demo.days import Period, festival_mood
from kiosk.bank.ledger import BANK_ZONE, Entry, Side

YUAN = 100
"""Minor units (fen) in a yuan."""
Hours = tuple[int, int]


@dataclass(frozen=True)
class Shop:
    """Where money goes: what the statement prints, and who gets it."""

    text: str
    party: str = ""


def shops(how: str, *parties: str) -> tuple[Shop, ...]:
    """Several places that are paid in the same way."""
    return tuple(Shop(f"{how} {party}", party) for party in parties)


@dataclass(frozen=True)
class Habit:
    """Something done on some days: how likely on each weekday (Monday first), when, where, and for how much."""

    category: str
    chances: tuple[float, ...]
    hours: Hours
    cost: tuple[float, float, float]
    """Least, usual and most, in yuan."""
    shops: tuple[Shop, ...]
    step: int = 1
    """Prices are multiples of this, in fen."""
    festive: bool = False
    """More before Spring Festival, little during its first days."""
    rests: tuple[int, ...] = ()
    """Months without it."""


@dataclass(frozen=True)
class Bill:
    """Something paid on a day of the month: every month, or every second, third, … one."""

    category: str
    day: int
    cost: tuple[float, float]
    """Least and most, in yuan."""
    shop: Shop
    every: int = 1
    phase: int = 0
    seasons: dict[int, float] | None = None
    """By month, how much more than usual."""
    hours: Hours = (6, 9)
    step: int = 1
    """The amount is a multiple of this, in fen."""


POWER_SEASONS = {6: 1.3, 7: 1.9, 8: 2.0, 9: 1.2, 12: 1.5, 1: 1.7, 2: 1.3}
"""Air conditioning in summer, electric heaters in winter."""
GAS_SEASONS = {11: 1.3, 12: 1.7, 1: 1.9, 2: 1.5, 7: 0.7, 8: 0.7}
ALL_DAYS = (1.0,) * 7


def weekdays(chance: float, weekend: float) -> tuple[float, ...]:
    """Chances that differ between working days and the weekend."""
    return (chance,) * 5 + (weekend,) * 2


class Chronicle:
    """Collects the entries of one household, whose chances come from a seed of its own."""

    def __init__(self, period: Period, seed: str) -> None:
        self.period = period
        self.random = Random(seed)
        self.entries: list[Entry] = []

    def at(self, day: date, hours: Hours) -> datetime:
        """A moment of that day between two hours of the bank's clock; the second hour is not reached."""
        second = self.random.randrange(hours[0] * 3600, hours[1] * 3600)
        return datetime(day.year, day.month, day.day, tzinfo=BANK_ZONE) + timedelta(seconds=second)

    def between(self, least: float, most: float, step: int = 1) -> int:
        """An amount in fen between two amounts in yuan."""
        return max(step, round(self.random.uniform(least, most) * YUAN / step) * step)

    def write(self, when: datetime, category: str, shop: Shop, sides: dict[str, int]) -> None:
        """Any entry, as account and amount in minor units; kept only when it falls into the period."""
        if when.date() in self.period:
            self.entries.append(
                Entry(when, category, shop.text, tuple(Side(*side) for side in sides.items()), shop.party)
            )

    def pay(self, when: datetime, account: str, amount: int, category: str, shop: Shop) -> None:
        """Money leaves the household."""
        self.write(when, category, shop, {account: -amount, f"world:{category}": amount})

    def receive(self, when: datetime, account: str, amount: int, category: str, shop: Shop) -> None:
        """Money comes to the household."""
        self.write(when, category, shop, {account: amount, f"world:{category}": -amount})

    def move(self, when: datetime, source: str, target: str, amount: int, category: str, shop: Shop) -> None:
        """Money goes from one account of the bank's customers to another."""
        self.write(when, category, shop, {source: -amount, target: amount})

    def live(self, account: str, habits: Iterable[Habit]) -> None:
        """Follow habits through the whole period."""
        for habit in habits:
            for day in self.period.days():
                if day.month in habit.rests:
                    continue
                mood = festival_mood(day) if habit.festive else 1.0
                if self.random.random() < habit.chances[day.weekday()] * mood:
                    self._buy(account, habit, day, max(1.0, mood))

    def _buy(self, account: str, habit: Habit, day: date, mood: float) -> None:
        least, usual, most = habit.cost
        yuan = self.random.triangular(least, most, usual) * mood
        amount = max(habit.step, round(yuan * YUAN / habit.step) * habit.step)
        self.pay(self.at(day, habit.hours), account, amount, habit.category, self.random.choice(habit.shops))

    def settle(self, account: str, bills: Iterable[Bill]) -> None:
        """Pay bills through the whole period."""
        for bill in bills:
            for day in self.period.monthly(bill.day, bill.every, bill.phase):
                season = (bill.seasons or {}).get(day.month, 1.0)
                amount = round(self.between(*bill.cost, bill.step) * season)
                self.pay(self.at(day, bill.hours), account, amount, bill.category, bill.shop)

    def changes(self, account_id: str) -> list[tuple[date, int]]:
        """What moved on an account so far, in the order of time."""
        found: defaultdict[datetime, int] = defaultdict(int)
        for entry in self.entries:
            for side in entry.sides:
                if side.account_id == account_id:
                    found[entry.booked_at] += side.amount_minor
        return [(when.date(), amount) for when, amount in sorted(found.items())]

    def spend_one_fen_more(self, account: str, category: str) -> None:
        """Make the newest purchase of a category one fen dearer."""
        found = max(
            (entry for entry in self.entries if entry.category == category and entry.sides[0].account_id == account),
            key=lambda entry: entry.booked_at,
        )
        source, target = found.sides
        dearer = (Side(source.account_id, source.amount_minor - 1), Side(target.account_id, target.amount_minor + 1))
        self.entries[self.entries.index(found)] = Entry(
            found.booked_at, found.category, found.text, dearer, found.party
        )
