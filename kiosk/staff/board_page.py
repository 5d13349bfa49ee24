"""The board: what staff say, written very large on the kiosk for a customer who does not hear well."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Fact, Field, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.model.help import HelpTicket

LONGEST = 60
"""Characters that still fit the board in the largest letters; what is longer is cut there."""

Say = Callable[[Words], Phrase]
PHRASES: Mapping[str, Say] = {
    "moment": lambda words: words.phrase("One moment, please."),
    "with_you": lambda words: words.phrase("I am here to help you."),
    "card": lambda words: words.phrase("Please show me your card."),
    "pin": lambda words: words.phrase("Please type the PIN yourself. I look away."),
    "follow": lambda words: words.phrase("Please come with me."),
    "right": lambda words: words.phrase("Is this what you wanted?"),
    "more": lambda words: words.phrase("Is there anything else?"),
    "ready": lambda words: words.phrase("It is done."),
}
"""Ready sentences by code."""


def board_screen(words: Words, ticket: HelpTicket) -> Screen:
    """Choose a sentence, or write one. What stands on her screen now is on top."""
    shown: tuple[Block, ...] = ()
    if ticket.board:
        shown = (
            Fact(words.phrase("On her screen now"), Phrase(ticket.board, lang=ticket.lang)),
            Choices((Tile("say:", words.phrase("Take it away"), icon="x", filled=True),)),
        )
    hers = Words(ticket.lang, "plain")
    return Screen(
        key="staff.board",
        lang=words.lang,
        mode="staff",
        heading=words.phrase("Write large for her"),
        blocks=(*shown, _field(words), Rows(tuple(_row(words, hers, code) for code in PHRASES))),
        live=True,
    )


def chosen(action: str, typed: str, lang: str) -> str | None:
    """What is to be written, in the customer's language; "" to take it away, None when nothing was meant."""
    verb, _, code = action.partition(":")
    if verb == "own":
        return typed.strip()[:LONGEST] or None
    if verb != "say":
        return None
    if not code:
        return ""
    say = PHRASES.get(code)
    return say(Words(lang, "plain")).shown if say else None


def _row(words: Words, hers: Words, code: str) -> Row:
    """In the language of staff, and under it in hers where that is another."""
    ours, theirs = PHRASES[code](words), PHRASES[code](hers).shown
    detail = Phrase(theirs, lang=hers.lang) if hers.lang != words.lang else NOTHING
    return Row(ours, detail, action=f"say:{code}")


def _field(words: Words) -> Field:
    accept = Action("own", words.phrase("Show it to her"), "arrow-right", kind="primary")
    return Field("own", words.phrase("Or in your own words"), accept=accept)
