"""What a screen reader has to be told of a page, worked out from its `Screen` alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import (
    Action,
    Block,
    Chart,
    Choices,
    Fact,
    Field,
    Finding,
    Keypad,
    Notice,
    Options,
    Paragraph,
    Progress,
    Rows,
    Screen,
)  # fmt: skip
from tests.screen_reader.bus import Read

BETWEEN = re.compile(r"[\s,，.。、;；:：]+")
"""How facts are joined is not promised."""
BUTTON, CHECK, RADIO, LABEL, PANEL = "push button", "check box", "radio button", "label", "panel"
HEADING, NOTIFICATION, ITEM, CHART, ENTRY = "heading", "notification", "list item", "chart", "text"
PROGRESS = "progress bar"
AROUND = ("aloud", "pause", "back", "home", "repeat", "hide", "help", "leave", "quieter", "louder", "language", "mode")
"""Places of the frame in reading order: beside the caption, the foot, the top."""
TOP = ("leave", "quieter", "louder", "language", "mode")


class Told(msgspec.Struct, frozen=True):
    """Something a reader is told; words without what stands between them."""

    role: str
    words: str
    more: str = ""
    """Its description."""
    checked: bool | None = None
    """None for what is neither on nor off."""
    reached: bool = True
    """The keyboard comes there."""


def as_told(read: Read) -> Told:
    """What was read, ready to be compared."""
    return Told(
        role=read.role, words=plain(read.name), more=plain(read.description),
        checked="checked" in read.states if "checkable" in read.states else None,
        reached="focusable" in read.states and "enabled" in read.states,
    )  # fmt: skip


def expected(screen: Screen) -> tuple[Told, ...]:
    """All of a page in reading order, what the keyboard reaches and what it does not."""
    return (*_news(screen), *_head(screen), *content(screen), *_frame(screen))


def content(screen: Screen) -> tuple[Told, ...]:
    """What stands between head and frame."""
    return tuple(told for block in screen.blocks for told in _block(block))


def _news(screen: Screen) -> Iterator[Told]:
    if screen.alert and screen.alert.action:
        yield _told(NOTIFICATION, screen.alert.text, more=(screen.alert.action.label,))


def _head(screen: Screen) -> Iterator[Told]:
    yield _told(HEADING, screen.heading, reached=not screen.alert)  # news stand over it
    yield from (_told(LABEL, line, reached=False) for line in (screen.step, screen.quiet) if plain(line.said))


def _frame(screen: Screen) -> Iterator[Told]:
    places = {action.place: action for action in screen.actions}
    for place in AROUND:
        if place in places and not (screen.alert and place in TOP):
            yield _button(places[place])


def _block(block: Block) -> Iterator[Told]:
    match block:
        case Choices() | Rows():
            yield from _list(block)
        case Keypad():
            yield from _keypad(block)
        case Paragraph() | Fact() | Chart() | Progress():
            yield _card(block)
        case _:
            yield from _with_controls(block)


def _card(block: Paragraph | Fact | Chart | Progress) -> Told:
    match block:
        case Fact():
            parts = (block.label, block.value, block.words, block.note)
            return _told(LABEL, *{part.said: part for part in parts}.values())
        case Chart():
            table = (phrase for row in block.table for phrase in row)
            return _told(CHART, block.title, block.sentence, *block.series, *table)
        case Progress():
            return _told(PROGRESS, block.text, reached=False)
        case Paragraph():
            return _told(LABEL, block.text, reached=False)


def _with_controls(block: Notice | Finding | Options | Field) -> Iterator[Told]:
    match block:
        case Notice():
            yield _told(NOTIFICATION, block.text, block.next_step, reached=False)
            yield from _buttons(block.action)
        case Finding():
            yield _told(LABEL, block.word, block.title, block.sentence, block.next_step, *block.reasons)
            yield from _buttons(block.action)
        case Options():
            yield _told(PANEL, block.label, reached=False)
            yield from (_told(RADIO, each.label, checked=each.selected) for each in block.options)
        case Field():
            yield _told(PANEL, block.label, reached=False)
            yield _told(ENTRY, block.label, more=(block.error, block.hint))
            yield from _buttons(block.accept)


def _list(block: Choices | Rows) -> Iterator[Told]:
    if block.heading.said:
        yield _told(LABEL, block.heading, reached=False)
    if isinstance(block, Choices):
        stateful = RADIO if sum(tile.selected is not None for tile in block.tiles) > 1 else CHECK
        for tile in block.tiles:
            yield _told(BUTTON if tile.selected is None else stateful, tile.title, tile.hint, checked=tile.selected)
        return
    for row in block.rows:
        yield _told(BUTTON if row.action else ITEM, row.title, row.detail, row.value)
    if not block.rows and block.empty.said:
        yield _told(LABEL, block.empty, reached=False)
    if block.earlier or block.later:
        yield _told(LABEL, block.position, reached=False)
        yield from _buttons(block.earlier, block.later)


def _keypad(pad: Keypad) -> Iterator[Told]:
    counted = Phrase(pad.typed.said.replace("{count}", "0"))
    yield _told(PANEL, pad.label, counted, more=(pad.lesson if pad.learning else pad.error,))
    yield from _buttons(pad.learn)
    names = pad.digit_names or tuple(Phrase(str(digit)) for digit in range(10))
    places = pad.places or (Phrase(""),) * 12
    yield from (_told(BUTTON, names[digit], more=(places[digit],)) for digit in range(1, 10))
    usable = pad.accept.enabled and (pad.learning or pad.tells_short)
    yield _told(BUTTON, pad.accept.label, reached=usable)
    yield _told(BUTTON, pad.clear, more=(places[10],))
    yield _told(BUTTON, names[0], more=(places[0],))
    yield _told(BUTTON, pad.correct, more=(places[11],))


def _buttons(*actions: Action | None) -> Iterator[Told]:
    return (_button(action) for action in actions if action)


def _button(action: Action) -> Told:
    role = BUTTON if action.pressed is None else CHECK
    return _told(role, action.label, checked=action.pressed, reached=action.enabled)


def _told(
    role: str, *phrases: Phrase, more: Iterable[Phrase] = (), checked: bool | None = None, reached: bool = True
) -> Told:
    words, description = (plain("".join(each.said for each in group)) for group in (phrases, more))
    return Told(role=role, words=words, more=description, checked=checked, reached=reached)


def plain(text: str) -> str:
    """Words without what stands between them."""
    return BETWEEN.sub("", text)
