"""What the recogniser listens to: amounts as the kiosk says them, and sentences of the catalogue. Seeded."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from accessibility import phrases
from accessibility.narration import together
from accessibility.phrase import Phrase
from accessibility.speech.timing import IS_HAN
from accessibility.words import Words
from i18n.catalogues import po_path, read

Kind = Literal["amount", "prompt"]
SEED = 20261123
COUNT = 100
SHORTEST = {"zh_CN": 6, "en": 18}
"""A recogniser guesses at shorter texts, whoever says them."""
LONGEST = {"zh_CN": 40, "en": 110}
UNFIT = re.compile(r"[{}<>…“”\n\d]|Shift|Enter|Esc|F1|PIN|Tab|MB|--")


@dataclass(frozen=True)
class Trial:
    """One text to say and to recognise."""

    kind: Kind
    lang: str
    text: str


def trials(lang: str, count: int = COUNT) -> tuple[Trial, ...]:
    """So many amounts and as many prompts in a language: the same ones every time."""
    return (
        *(Trial("amount", lang, text) for text in _amounts(lang, count)),
        *(Trial("prompt", lang, text) for text in _prompts(lang, count)),
    )


def amounts(count: int) -> tuple[Decimal, ...]:
    """Amounts of every size a customer may own, many with zeros inside, which are said in their own way."""
    chance = random.Random(SEED)
    return tuple(_amount(chance) for _ in range(count))


def _amount(chance: random.Random) -> Decimal:
    figures = [str(chance.randint(1, 9))]
    for _ in range(chance.randint(0, 7)):
        figures.append("0" if chance.random() < 0.35 else str(chance.randint(0, 9)))
    cents = chance.choice(
        ("00", "00", f"{chance.randint(1, 9)}0", f"0{chance.randint(1, 9)}", f"{chance.randint(11, 99)}")
    )
    return Decimal(f"{''.join(figures)}.{cents}")


def _amounts(lang: str, count: int) -> Iterator[str]:
    """Each in one of the sentences the kiosk says amounts in."""
    words = Words(lang)
    ways: tuple[Callable[[Phrase], tuple[Phrase, ...]], ...] = (
        lambda amount: (amount,),
        lambda amount: (words.phrase("My balance"), amount),
        lambda amount: (words.phrase("Paid back"), amount),
        lambda amount: (words.phrase("{amount} in", amount=amount),),
        lambda amount: (words.phrase("{amount} out", amount=amount),),
        lambda amount: (words.phrase("You owe {amount}", amount=amount),),
    )
    for number, amount in enumerate(amounts(count)):
        said = ways[number % len(ways)](phrases.money(words, amount, "CNY"))
        yield together(lang, *said)[0].said


def _prompts(lang: str, count: int) -> list[str]:
    """Whole sentences with nothing to fill in; every language gets the same ones, and new ones change few of them."""
    fitting = {text for text in _messages() if all(_fits(own, _in(own, text)) for own in SHORTEST)}
    return [_in(lang, text) for text in sorted(fitting, key=_lot)[:count]]


def _lot(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _messages() -> Iterator[str]:
    """English sources of the messages that have a Chinese translation."""
    for entry in read(po_path("zh_CN"), "zh_CN"):
        if isinstance(entry.id, str) and entry.id and isinstance(entry.string, str) and IS_HAN.search(entry.string):
            yield entry.id


def _in(lang: str, text: str) -> str:
    return Words(lang).text(text)


def _fits(lang: str, text: str) -> bool:
    return SHORTEST[lang] <= len(text) <= LONGEST[lang] and not UNFIT.search(text)
