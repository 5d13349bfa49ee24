"""When she thinks that she is being cheated: amounts are hidden at once, orders pause, and she is told what to do."""

from __future__ import annotations

from functools import cache

import msgspec

import assets
from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Row, Rows
from accessibility.words import Words

TOPIC = "money_worry"


@cache
def police_numbers() -> dict[str, str]:
    """The number to call against fraud, by country."""
    return msgspec.toml.decode((assets.ROOT / "help" / "police.toml").read_bytes(), type=dict[str, str])


def what_to_do(words: Words, country: str) -> Rows:
    """Three short steps, calm and plain, and the police's number where the country has one."""
    steps = (
        Row(words.phrase("Do not pay, do not transfer."), icon="hand-palm"),
        Row(words.phrase("Give nobody a code or a password."), icon="lock"),
        Row(words.phrase("Wait for our colleague."), _police(words, country), icon="hand-waving"),
    )
    return Rows(steps)


def calm(words: Words) -> Phrase:
    """The one sentence over it."""
    # Translators: calms a customer who fears a fraud; amounts were hidden at once
    return words.phrase("You did right to ask. Amounts are hidden now.")


def _police(words: Words, country: str) -> Phrase:
    number = police_numbers().get(country, "")
    # Translators: {number} is the police's telephone number against fraud, such as 96110
    return words.phrase("Police against fraud: {number}", number=phrases.phone(words, number)) if number else NOTHING
