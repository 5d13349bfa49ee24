"""The pages of her orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from accessibility.phrase import Phrase
from accessibility.screen import Action, Block, Choices, Notice, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.adopt_words import name_of, or_nothing, state_of, until
from kiosk.journeys.amounts import money
from kiosk.journeys.density import part
from kiosk.journeys.steps import page_of
from kiosk.model.order import Order
from kiosk.modes import Mode


def list_screen(words: Words, mode: Mode, orders: Sequence[Order], shelf: int, now: datetime) -> Screen:
    """All of them, the newest first."""
    shown = part(orders, shelf, mode.content.rows_per_page)
    rows = tuple(
        Row(
            name_of(words, each.names),
            detail=_until_when(words, each, now),
            value=money(words, each.amount, whole=True),
            action=f"order:{each.id}",
        )
        for each in shown.items
    )
    listed = Rows(
        rows=rows,
        empty=words.phrase("You have no orders."),
        earlier=Action("previous", words.phrase("The ones before"), "caret-up") if shown.number else None,
        later=Action("next", words.phrase("More orders"), "caret-down") if shown.number < shown.count - 1 else None,
        position=page_of(words, shown.number, shown.count),
    )
    return Screen(
        key="orders",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("My orders"),
        blocks=(listed, *(() if rows else (Choices((_way_back(words),)),))),
        guide=words.phrase("Choose one to hear more.") if rows else Phrase(""),
        focus=rows[0].action if rows else "",
    )


def _way_back(words: Words) -> Tile:
    return Tile("back", words.phrase("Back"), icon="arrow-left", filled=True)


def order_screen(words: Words, mode: Mode, order: Order, now: datetime, *, fresh: bool) -> Screen:
    """One of them."""
    notice: tuple[Block, ...] = (
        (Notice(words.phrase("The order is cancelled. Nothing was paid."), "good"),) if fresh else ()
    )
    rows = (
        Row(words.phrase("How it stands"), value=state_of(words, order)),
        Row(words.phrase("How much"), value=money(words, order.amount, whole=True)),
        Row(words.phrase("Costs a year"), value=or_nothing(words, order.fee)),
    )
    told: tuple[Block, ...] = ()
    if order.state == "cooling":
        told = (Paragraph(_until_when(words, order, now)),)
    tiles = _tiles(words, order)
    choices: tuple[Block, ...] = (Choices(tiles),) if tiles else ()
    return Screen(
        key="orders.one",
        lang=words.lang,
        mode=mode.key,
        heading=name_of(words, order.names),
        blocks=(*notice, Rows(rows), *told, *choices),
        guide=words.phrase("To go back, press “{button}”.", button=words.phrase("Back")),
        focus=tiles[0].key if tiles else "",
    )


def cancel_screen(words: Words, mode: Mode, order: Order) -> Screen:
    """Whether she wants to cancel it: both answers are alike."""
    return Screen(
        key="orders.cancel",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Cancel the order?"),
        quiet=name_of(words, order.names),
        blocks=(
            Paragraph(words.phrase("You need no reason, and it costs nothing."), "lead"),
            Choices(
                (
                    Tile("really", words.phrase("Yes, cancel it"), icon="x-circle"),
                    Tile("keep", words.phrase("No, keep it"), icon="arrow-left"),
                ),
                columns=2,
            ),
        ),
        focus="keep",
    )


def _until_when(words: Words, order: Order, now: datetime) -> Phrase:
    if order.state == "cooling" and order.cooling_until is not None:
        return words.phrase("You can cancel until {when}.", when=until(words, order.cooling_until, now))
    return state_of(words, order)


def _tiles(words: Words, order: Order) -> tuple[Tile, ...]:
    if not order.open:
        return ()
    cancel = Tile(f"cancel:{order.id}", words.phrase("Cancel the order"), icon="x-circle")
    if order.state == "witness":
        return (cancel, Tile(f"witness:{order.id}", words.phrase("Ask a colleague to come"), icon="hand-waving"))
    if order.state == "requested":
        return (cancel, Tile(f"goon:{order.suggestion}", words.phrase("Look at it once more"), icon="eye"))
    return (cancel,)
