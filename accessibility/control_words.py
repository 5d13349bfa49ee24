"""What is said of one control when the focus reaches it."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.narration import Line, block_lines, row_phrases, together
from accessibility.phrase import NOTHING, Phrase
from accessibility.role_words import RoleWords
from accessibility.screen import (
    Action,
    Block,
    Choices,
    Field,
    Finding,
    Keypad,
    Notice,
    Option,
    Options,
    Row,
    Rows,
    Screen,
    Tile,
)

HEADING = "heading"
"""Where the focus stands when it is above the content: it, too, says where she is."""
PAD = "keypad:"
KEYS_OF_A_PAD = 12
"""The ten digits, clear and correct."""


def control_lines(screen: Screen, key: str, roles: RoleWords, *, headset: bool = False) -> tuple[Line, ...]:
    """Name, hint and state of the control with this key, in words; nothing for a key the screen does not have.

    `headset`: nobody but the customer hears it, so the digit of a pad's key may be said.

    Keys are those of actions, tiles, options, fields and rows; "keypad:5", "keypad:correct", "keypad:clear" for
    keys of a pad and "keypad:<field>" for its display; "block:2" for a block that only tells, "row:2:0" for its row.
    """
    for own, phrases in _controls(screen, roles, headset=headset):
        if own == key:
            return together(screen.lang, *phrases)
    return _display_lines(screen, key, roles)


def _controls(screen: Screen, roles: RoleWords, *, headset: bool) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    for number, block in enumerate(screen.blocks):
        if isinstance(block, Keypad):
            yield from _pad(block, roles, headset=headset)
        yield from _in_block(block, number, roles)
    for action in screen.actions:
        yield action.key, _action(action, roles)
    if screen.alert and screen.alert.action:
        yield screen.alert.action.key, (screen.alert.text, *_action(screen.alert.action, roles))


def _in_block(block: Block, number: int, roles: RoleWords) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    if isinstance(block, Rows):
        yield from ((_row_key(row, number, at), _row(row, roles)) for at, row in enumerate(block.rows))
    elif isinstance(block, Choices):
        yield from ((tile.key, _tile(tile, roles)) for tile in block.tiles)
    elif isinstance(block, Options):
        yield from ((option.key, _option(block, option, roles)) for option in block.options)
    elif isinstance(block, Field):
        yield block.key, (block.label, block.error, block.hint, Phrase(block.value), Phrase(roles.entry))
    yield from ((action.key, _action(action, roles)) for action in _actions(block))


def _actions(block: Block) -> tuple[Action, ...]:
    found: tuple[Action | None, ...] = ()
    if isinstance(block, Rows):
        found = (block.earlier, block.later)
    elif isinstance(block, Finding | Notice):
        found = (block.action,)
    elif isinstance(block, Keypad):
        found = (block.accept, block.learn)
    elif isinstance(block, Field):
        found = (block.accept,)
    return tuple(action for action in found if action)


def _action(action: Action, roles: RoleWords) -> tuple[Phrase, ...]:
    """Whether a switch is on is said in words (STANDARDS.md EN-23)."""
    state = "" if action.pressed is None else roles.on if action.pressed else roles.off
    able = "" if action.enabled else roles.unavailable
    return action.label, Phrase(roles.button), Phrase(state), Phrase(able)


def _tile(tile: Tile, roles: RoleWords) -> tuple[Phrase, ...]:
    return tile.title, tile.hint, _choice(tile.selected, roles), Phrase(roles.button)


def _option(block: Options, option: Option, roles: RoleWords) -> tuple[Phrase, ...]:
    return block.label, option.label, _choice(option.selected, roles)


def _choice(selected: bool | None, roles: RoleWords) -> Phrase:
    return NOTHING if selected is None else Phrase(roles.chosen if selected else roles.not_chosen)


def _row_key(row: Row, number: int, at: int) -> str:
    return row.action or f"row:{number}:{at}"


def _row(row: Row, roles: RoleWords) -> tuple[Phrase, ...]:
    return *row_phrases(row), Phrase(roles.button) if row.action else NOTHING


def _pad(pad: Keypad, roles: RoleWords, *, headset: bool) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    """What is said of a pad's keys.

    Who moves to a key and presses Enter types its digit: said on the loudspeaker, the digits passed on the way would
    tell the lobby the PIN, or the number of the card. So a digit is said in the headset only, whatever else she agreed
    to hear aloud; on the loudspeaker every digit key sounds the same (STANDARDS.md EN-06, EN-07). While learning
    nothing is typed, and each key says its name and place (EN-22).
    """
    names = pad.digit_names if len(pad.digit_names) == 10 else tuple(Phrase(str(digit)) for digit in range(10))
    places = pad.places if pad.learning and len(pad.places) == KEYS_OF_A_PAD else (NOTHING,) * KEYS_OF_A_PAD
    for digit, name in enumerate(names):
        yield f"{PAD}{digit}", (_digit_name(pad, name, roles, headset=headset), places[digit])
    role = NOTHING if pad.learning else Phrase(roles.button)
    yield f"{PAD}clear", (pad.clear, places[10], role)
    yield f"{PAD}correct", (pad.correct, places[11], role)
    yield f"{PAD}{pad.field}", (pad.label, pad.error, pad.lesson)


def _digit_name(pad: Keypad, name: Phrase, roles: RoleWords, *, headset: bool) -> Phrase:
    if pad.learning:
        return name
    if headset:
        return Phrase(name.shown, name.spoken, private=True, discreet=roles.digit_key, lang=name.lang)
    return Phrase(roles.digit_key)


def _display_lines(screen: Screen, key: str, roles: RoleWords) -> tuple[Line, ...]:
    if key == HEADING:
        return *together(screen.lang, screen.heading, screen.step), *together(screen.lang, screen.quiet)
    kind, _, number = key.partition(":")
    if kind == "block" and number.isdecimal() and int(number) < len(screen.blocks):
        return block_lines(screen.blocks[int(number)], screen.lang, roles)
    return ()
