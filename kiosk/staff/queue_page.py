"""The list of who needs help."""

from __future__ import annotations

from datetime import datetime

from accessibility.phrase import Phrase
from accessibility.screen import Block, Choices, Notice, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.model.help import HelpTicket
from kiosk.staff import ticket_words
from kiosk.staff.tickets import Tickets


def queue_screen(words: Words, tickets: Tickets, now: datetime, *, leads: bool) -> Screen:
    """Every open request. `leads`: whoever looks may see the day's figures."""
    count = len(tickets.waiting)
    quiet = words.plural("{number} person is waiting.", "{number} people are waiting.", count)
    return Screen(
        key="staff.queue",
        lang=words.lang,
        mode="staff",
        heading=words.phrase("Who needs help"),
        quiet=quiet if count else ticket_words.nothing_waits(words),
        blocks=(
            *_pressing(words, tickets.waiting),
            Rows(
                tuple(ticket_words.ticket_row(words, ticket, now) for ticket in tickets.open),
                empty=words.phrase("When a customer asks for help, it appears here by itself."),
            ),
            Choices(_ways(words, tickets, leads=leads)),
        ),
        live=True,
    )


def _pressing(words: Words, waiting: tuple[HelpTicket, ...]) -> tuple[Block, ...]:
    """Who is being cheated, or waits far too long, stands over the list; the bell has rung too."""
    late = next((one for one in waiting if one.level > 0 or one.urgent), None)
    if late is None:
        return ()
    who = words.phrase("{place}: please go there now.", place=ticket_words.where(words, late))
    return (Notice(who, "error" if late.urgent else "warning"),)


def _ways(words: Words, tickets: Tickets, *, leads: bool) -> tuple[Tile, ...]:
    sorting = words.phrase("Urgent first") if tickets.sorting == "urgency" else words.phrase("Longest wait first")
    tiles = [Tile("sorting", words.phrase("Order"), sorting, "sort-ascending")]
    if tickets.places:
        place = Phrase(tickets.place) if tickets.place else words.phrase("All floors")
        tiles.append(Tile("place", words.phrase("Where"), place, "map-pin"))
    if leads:
        tiles.append(Tile("day", words.phrase("How the day goes"), icon="chart-bar"))
    return tuple(tiles)
