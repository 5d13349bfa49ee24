"""Why a request is put aside, what came of it, or who takes it over."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row, Rows, Screen
from accessibility.words import Words
from kiosk.model.help import HelpTicket
from kiosk.staff import ticket_words
from kiosk.staff.verbs import HELD_BECAUSE, OUTCOMES
from kiosk.staff.view import Choosing


def choosing_screen(words: Words, ticket: HelpTicket, view: Choosing) -> Screen:
    """The question and its answers. Nothing is chosen before staff choose."""
    return Screen(
        key=f"staff.{view.what}",
        lang=words.lang,
        mode="staff",
        heading=_question(words, view.what),
        quiet=ticket_words.where(words, ticket),
        blocks=(Rows(_answers(words, view)),),
    )


def _question(words: Words, what: str) -> Phrase:
    match what:
        case "hold":
            return words.phrase("Why is it put aside?")
        case "done":
            return words.phrase("What came of it?")
    return words.phrase("Who takes it over?")


def _answers(words: Words, view: Choosing) -> tuple[Row, ...]:
    if view.what == "hold":
        return tuple(Row(ticket_words.held(words, code), action=f"hold:{code}") for code in HELD_BECAUSE)
    if view.what == "done":
        return tuple(Row(ticket_words.outcome(words, code), action=f"done:{code}") for code in OUTCOMES)
    place = words.phrase("Back to its place in the queue")
    anybody = Row(words.phrase("Anybody"), place, icon="users", action="handover:")
    named = (
        Row(ticket_words.named(words, one.names), icon="user", action=f"handover:{one.id}") for one in view.colleagues
    )
    return (anybody, *named)
