"""The bank's last answers of this sitting, shown with their time when the bank is away (API.md 3).

Dropped with the sitting: nothing is kept past it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec

from kiosk.client.errors import BankAway, BankFailed, BankSlow, BankUnclear

Fact = TypeVar("Fact")


class Answer(msgspec.Struct, Generic[Fact], frozen=True):
    """What the bank said, and when."""

    value: Fact
    at: datetime
    fresh: bool = True
    """False when the bank could not be asked again just now."""


class LastAnswers:
    """Asks the bank, and remembers what it said."""

    def __init__(self) -> None:
        self._kept: dict[str, Answer[Any]] = {}

    async def ask(self, name: str, question: Callable[[], Awaitable[Fact]], now: datetime) -> Answer[Fact]:
        """A fresh answer, or the last one to the same `name`, marked as not fresh.

        Raises BankError when there is no earlier answer, and always when the bank refuses.
        """
        try:
            answer = Answer(await question(), now)
        except (BankAway, BankSlow, BankFailed, BankUnclear):
            kept: Answer[Fact] | None = self._kept.get(name)
            if kept is None:
                raise
            return msgspec.structs.replace(kept, fresh=False)
        self._kept[name] = answer
        return answer
