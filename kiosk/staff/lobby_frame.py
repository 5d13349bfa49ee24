"""What stands around every page of the lobby: the news, the way back, the language and who is signed in."""

from __future__ import annotations

from typing import Literal

import msgspec

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Notice, Screen
from accessibility.words import Words
from kiosk.model.staff import StaffMember

NAMES_OF_FRAME = ("back", "home")
Told = Literal["", "taken", "unreached", "not_allowed", "not_saved", "understood", "doubted", "no_order", "no_pointing"]
"""What came of the last thing that was done."""


def framed(words: Words, page: Screen, me: StaffMember | None, told: Told, *, away: bool, inner: bool) -> Screen:
    """The page with its news on top and the frame around it. `away`: the bank cannot be reached at present."""
    news = _away(words) if away else _news(words, told)
    return msgspec.structs.replace(
        page,
        blocks=(*((news,) if news else ()), *page.blocks),
        actions=_frame(words, me, inner=inner),
    )


def _away(words: Words) -> Notice:
    text = words.phrase("The bank cannot be reached just now.")
    return Notice(text, "warning", words.phrase("The list may be old. We keep trying."))


def _news(words: Words, told: Told) -> Notice | None:
    match told:
        case "taken":
            return Notice(words.phrase("A colleague was first, or the customer no longer needs it."), "info")
        case "unreached":
            return Notice(words.phrase("That did not reach the bank."), "error", words.phrase("Try again."))
        case "not_allowed":
            return Notice(words.phrase("That is for a manager, or for whoever is with her."), "info")
        case "understood":
            return Notice(words.phrase("Noted. She can still cancel the order."), "good")
        case "doubted":
            return Notice(words.phrase("Noted. The order has ended, nothing was paid."), "good")
        case "no_order":
            return Notice(words.phrase("This order waits for no witness any more."), "info")
        case "no_pointing":
            return Notice(words.phrase("She does not let you point now."), "info")
        case "not_saved":
            return Notice(words.phrase("The file could not be written."), "error", words.phrase("Try again."))
    return None


def _frame(words: Words, me: StaffMember | None, *, inner: bool) -> tuple[Action, ...]:
    name = me.names.get(words.lang, "") if me else ""
    return (
        Action("back", words.phrase("Back"), "arrow-left", "back", enabled=inner),
        Action("home", words.phrase("All requests"), "list-bullets", "home", enabled=inner),
        Action("language", words.phrase("Change language"), "globe", "language"),
        *((Action("me", Phrase(name) if name else NOTHING, "user", "mode", enabled=False),) if name else ()),
    )
