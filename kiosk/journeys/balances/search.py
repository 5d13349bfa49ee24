"""Finding movements by what stands on the page: the kind, the other side, the bank's words, the amount."""

from __future__ import annotations

from collections.abc import Iterable

from accessibility.words import Words
from kiosk.journeys.category_words import category_words
from kiosk.model.account import Transaction


def found(words: Words, movements: Iterable[Transaction], sought: str) -> tuple[Transaction, ...]:
    """The movements in which every word of `sought` occurs, in any case; all of them when nothing is sought."""
    parts = sought.casefold().split()
    return tuple(movement for movement in movements if _has_all(_text_of(words, movement), _amounts(movement), parts))


def _has_all(text: str, amounts: str, parts: list[str]) -> bool:
    return all(part in text or part.replace(",", "") in amounts for part in parts)


def _text_of(words: Words, movement: Transaction) -> str:
    kind = category_words(words, movement.category).shown
    return " ".join((kind, movement.party, movement.text)).casefold()


def _amounts(movement: Transaction) -> str:
    """The amount as she may type it: 3860 and 3860.00."""
    return "" if movement.amount is None else f"{abs(movement.amount.amount):f} {abs(movement.amount.amount):.2f}"
