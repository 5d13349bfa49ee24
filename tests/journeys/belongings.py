"""What is a customer's own, asked of the bank by itself, so that a test knows what to look for where it must not be."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessibility import phrases
from accessibility.words import Words
from kiosk.bank.demo.people import DemoPerson
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from tests.journeys.conftest import BankChild

LARGE = 1000
"""Smaller amounts may stand somewhere by chance."""
UNHELD = (types.ModuleType, type, types.CodeType, types.FrameType)


@dataclass(frozen=True)
class Belongings:
    """Her own words in one language."""

    secret: frozenset[str]
    """Card, PIN, legal name and amounts: shown nowhere after she left, and not said before she agreed."""
    name: frozenset[str]
    """How she is greeted: gone when she left."""
    aloud: frozenset[str]
    """Her amounts as they are said."""

    def found_in(self, text: str) -> set[str]:
        """Which of them stand in a text."""
        return {own for own in self.secret | self.name if own in text}


async def belongings(person: DemoPerson, lang: str, child: BankChild) -> Belongings:
    """Ask the bank."""
    words, secret, aloud = Words(lang), {person.legal_name, person.card, person.pin}, set[str]()
    async with aclosing(Bank(Address(child.url, child.device_token), lang=lambda: lang)) as bank:
        await bank.sign_in(card=person.card, pin=person.pin)
        for account in await bank.accounts():
            for money in (account.available, account.booked):
                if money is not None and abs(money.amount) >= LARGE:
                    phrase = phrases.money(words, abs(money.amount), money.currency)
                    secret |= {phrase.shown, f"{abs(money.amount):,.2f}", f"{abs(money.amount):.2f}", phrase.said}
                    aloud.add(phrase.said)
    assert aloud, "a test with nothing to hide proves nothing"
    return Belongings(frozenset(secret), frozenset(person.greeting.values()), frozenset(aloud))


def held(*roots: object) -> Iterator[str]:
    """Every text that can be reached from these objects; not through modules, classes and functions' globals."""
    seen: set[int] = set()
    waiting: list[Any] = list(roots)
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, UNHELD):
            continue
        seen.add(id(value))
        if isinstance(value, str):
            yield value
        elif isinstance(value, bytes | bytearray):
            yield value.decode("utf-8", "replace")
        elif isinstance(value, types.FunctionType):
            waiting += [value.__closure__, value.__defaults__, value.__kwdefaults__]
        elif not (isinstance(value, dict) and "__spec__" in value):
            waiting += gc.get_referents(value)


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, with what stands in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "replace")
