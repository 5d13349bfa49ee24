"""One request in full, and what can be done about it."""

from __future__ import annotations

from datetime import datetime

from accessibility.phrase import Phrase
from accessibility.screen import Action, Block, Choices, Notice, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.model.help import HelpTicket
from kiosk.staff import ticket_words
from kiosk.staff.tickets import Tickets
from kiosk.staff.verbs import may
from kiosk.staff.witness_page import awaits_witness


def ticket_screen(words: Words, ticket: HelpTicket, tickets: Tickets, now: datetime) -> Screen:
    """Where, since when, what about, how she has the kiosk; then what staff can do."""
    tiles = _tiles(words, ticket)
    return Screen(
        key="staff.ticket",
        lang=words.lang,
        mode="staff",
        heading=ticket_words.topic(words, ticket.topic),
        quiet=ticket_words.where(words, ticket),
        blocks=(
            *_urgent(words, ticket),
            *_others(words, ticket, tickets),
            *ticket_words.duties(words, ticket),
            *((Choices(tiles),) if tiles else ()),
            Rows(_facts(words, ticket, now)),
        ),
        focus=tiles[0].key if tiles else "",
        live=True,
    )


def _urgent(words: Words, ticket: HelpTicket) -> tuple[Block, ...]:
    if not ticket.urgent:
        return ()
    return (Notice(words.phrase("Urgent: she may be being cheated. Please go at once."), "error"),)


def _others(words: Words, ticket: HelpTicket, tickets: Tickets) -> tuple[Block, ...]:
    """Nobody who waits is forgotten while one request is looked at."""
    count = sum(each.id != ticket.id for each in tickets.waiting)
    if not count:
        return ()
    more = Action("home", words.phrase("All requests"), "list-bullets")
    told = words.plural("{number} other person is waiting.", "{number} other people are waiting.", count)
    return (Notice(told, "warning", action=more),)


def _facts(words: Words, ticket: HelpTicket, now: datetime) -> tuple[Row, ...]:
    """Language and needs come first: they decide who should go, and how to speak."""
    rows = [
        Row(words.phrase("Customer's settings"), value=ticket_words.needs(words, ticket)),
        Row(words.phrase("Where"), value=ticket_words.where(words, ticket)),
        Row(words.phrase("Waiting"), value=ticket_words.since(words, ticket, now)),
        Row(words.phrase("Now"), value=ticket_words.state(words, ticket)),
    ]
    if ticket.manager:
        rows.append(Row(words.phrase("Her relationship manager"), value=ticket_words.named(words, ticket.manager)))
    if ticket.about:
        rows.append(Row(words.phrase("It is about"), value=ticket_words.about(words, ticket.about)))
    return tuple(rows)


def _tiles(words: Words, ticket: HelpTicket) -> tuple[Tile, ...]:
    """The next step first and filled; what is seldom needed last."""
    at = ticket.id
    going = words.phrase("The kiosk shows your name at once")
    named = {
        "accept": Tile(f"accept:{at}", words.phrase("I am going"), going, "person-simple-walk"),
        "resume": Tile(f"resume:{at}", words.phrase("I take it up again"), icon="play"),
        "arrive": Tile(f"arrive:{at}", words.phrase("I am with her"), icon="handshake"),
        "done": Tile(f"done:{at}", words.phrase("Mark as done"), words.phrase("The customer has been helped"), "check"),
        "reopen": Tile(f"reopen:{at}", words.phrase("Not done after all"), icon="arrow-counter-clockwise"),
        "hold": Tile(f"hold:{at}", words.phrase("Put aside"), words.phrase("With a reason she is told"), "pause"),
        "handover": Tile(f"handover:{at}", words.phrase("Hand over"), icon="users"),
    }
    tiles = [tile for verb, tile in named.items() if may(verb, ticket)]
    if awaits_witness(ticket):
        telling = words.phrase("Three things to go through with her first")
        tiles.insert(0, Tile(f"witness:{at}", words.phrase("Be the witness of her order"), telling, "handshake"))
    if may("done", ticket):
        tiles.append(Tile(f"outcome:{at}", words.phrase("Another outcome"), icon="dots-three"))
    if ticket.state in ("accepted", "arrived"):
        tiles.append(Tile(f"beside:{at}", words.phrase("See her page"), _seeing(words, ticket), "eye"))
        tiles.append(Tile(f"board:{at}", words.phrase("Write large for her"), icon="text-aa"))
    return tuple(_filled(tile) if number == 0 else tile for number, tile in enumerate(tiles))


def _seeing(words: Words, ticket: HelpTicket) -> Phrase:
    if ticket.assisting:
        return words.phrase("She lets you look and point")
    return words.phrase("As it was when she asked")


def _filled(tile: Tile) -> Tile:
    return Tile(tile.key, tile.title, tile.hint, tile.icon, filled=True)
