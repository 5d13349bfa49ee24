"""Beside the customer: her own page as she sees it, masked, drawn by her own renderer.

Staff can look and point. They cannot confirm, type or see an amount: what they touch only moves the arrow, and pads and
fields are not there at all.
"""

from __future__ import annotations

import msgspec

from accessibility.phrase import NOTHING
from accessibility.screen import Block, Field, Keypad, Notice, Screen
from accessibility.words import Words
from kiosk.model.help import HelpTicket

KEY = "staff.beside"


def read_copy(text: str) -> Screen | None:
    """The masked copy, or None when there is none or a newer kiosk wrote what is not known here."""
    try:
        return msgspec.json.decode(text, type=Screen) if text else None
    except msgspec.DecodeError:
        return None


def beside_screen(words: Words, ticket: HelpTicket, page: Screen | None) -> Screen:
    """Her page with a line that says what staff can do on it."""
    if page is None:
        none = Notice(words.phrase("There is no picture of her page."), "info")
        heading = words.phrase("Her page")
        return Screen(key=KEY, lang=words.lang, mode="staff", heading=heading, blocks=(none,), live=True)
    return msgspec.structs.replace(
        page,
        key=KEY,
        blocks=(_rule(words, ticket), *(_harmless(words, block) for block in page.blocks)),
        lead_in=NOTHING,
        guide=NOTHING,
        alert=None,
        pointed=ticket.pointed,
        live=True,
    )


def _rule(words: Words, ticket: HelpTicket) -> Notice:
    if ticket.assisting:
        return Notice(words.phrase("Touch what the arrow shall point at. Amounts stay hidden."), "info")
    asleep = words.phrase("She can let you look along, on her help page.")
    return Notice(words.phrase("Her page when she asked. Amounts are hidden."), "info", asleep)


def _harmless(words: Words, block: Block) -> Block:
    """What could take something typed is only told of."""
    if isinstance(block, Keypad):
        return Notice(words.phrase("She types a number here. Please look away."), "info")
    if isinstance(block, Field):
        return Notice(block.label, "info")
    return block
