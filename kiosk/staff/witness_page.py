"""The witness of an order: what staff go through with her, and what they tell the bank afterwards."""

from __future__ import annotations

from accessibility.screen import Choices, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.model.help import HelpTicket
from kiosk.staff import ticket_words

UNDERSTOOD = "understood"
DOUBTED = "doubted"
ANSWERS = (UNDERSTOOD, DOUBTED)


def order_of(ticket: HelpTicket) -> str:
    """The order a request is about; "" for none."""
    kind, _, order = ticket.about.partition(":")
    return order if kind == "order" else ""


def awaits_witness(ticket: HelpTicket) -> bool:
    """Whether staff stand beside her because of an order."""
    return ticket.state == "arrived" and ticket.topic == "order" and bool(order_of(ticket))


def witness_screen(words: Words, ticket: HelpTicket) -> Screen:
    """What must be gone through, then both answers, alike. No amount: she shows it on her own screen."""
    through = (
        words.phrase("She says in her own words what she buys."),
        words.phrase("She knows what it costs, and what it may lose."),
        words.phrase("She knows that she can cancel, and nobody presses her."),
    )
    yes, no = words.phrase("She has understood it"), words.phrase("She has not understood it")
    answers = (
        Tile(UNDERSTOOD, yes, words.phrase("Her time to think it over begins"), "check"),
        Tile(DOUBTED, no, words.phrase("The order ends, nothing is paid"), "x-circle"),
    )
    return Screen(
        key="staff.witness",
        lang=words.lang,
        mode="staff",
        heading=words.phrase("Have you gone through this with her?"),
        quiet=ticket_words.where(words, ticket),
        blocks=(Rows(tuple(Row(line, icon="chat-circle-dots") for line in through)), Choices(answers, columns=2)),
        live=True,
    )
