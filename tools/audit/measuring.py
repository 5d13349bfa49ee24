"""Measuring: every check on every page of one combination."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from PySide6.QtGui import QImage

from accessibility.audit import on_the_glass
from accessibility.audit.clipping import unreached
from accessibility.audit.focus import focus, hidden_focus
from accessibility.audit.help_place import help_place
from accessibility.audit.spoken import spoken
from accessibility.audit.states import states
from accessibility.audit.text_spacing import text_spacing
from accessibility.audit.violation import Violation
from accessibility.screen import Block, Choices, Options, Screen
from tools.audit.combination import Combination
from tools.audit.recording import Recorded
from tools.audit.stage import Part, Stage

USUAL_PERCENT, USUAL_COLOURS = 100, "light"
"""In this look every page is also shown with its words spaced out."""


class Found(NamedTuple):
    """A violation, on which page and part, and what the glass looked like."""

    page: Recorded
    stop: int
    violation: Violation
    picture: QImage | None


class Measured(NamedTuple):
    """All of one combination."""

    found: list[Found]
    parts: int
    """How many pictures were measured."""
    first: list[tuple[str, QImage]]
    """The first part of each page, for the contact sheet."""


def measure(stage: Stage, combination: Combination, pages: Sequence[Recorded]) -> Measured:
    """Show every page in a combination and check it."""
    stage.dress(combination)
    found: list[Found] = []
    firsts: list[tuple[Recorded, Part]] = []
    known: set[object] = set()
    count = 0
    for page in pages:
        stage.show(page.screen)
        parts = stage.parts()
        count += len(parts)
        firsts.append((page, parts[0]))
        found += checked(stage, page, parts, known)
    wrong = help_place([part.seen for _, part in firsts])
    for seen, violation in wrong:
        page, part = next(each for each in firsts if each[1].seen is seen)
        found.append(Found(page, 0, violation, part.picture))
    if combination.percent == USUAL_PERCENT and combination.colours == USUAL_COLOURS:
        found += _spaced(stage, combination, pages)
    return Measured(found, count, [(page.name, part.picture) for page, part in firsts])


def _spaced(stage: Stage, combination: Combination, pages: Sequence[Recorded]) -> list[Found]:
    """Every page with its words spaced out. Colours do not matter for that; larger letters are tried by themselves."""
    stage.dress(combination, spaced=True)
    return [Found(page, 0, each, None) for page in pages for each in spaced(stage, page)]


def spaced(stage: Stage, page: Recorded) -> list[Violation]:
    """What is lost of a page where the stage is dressed with spaced-out words."""
    stage.show(page.screen)
    return text_spacing([part.seen for part in stage.parts(pictured=False)])


def checked(stage: Stage, page: Recorded, parts: list[Part], known: set[object]) -> list[Found]:
    """All violations of the page on show. `known` are the controls whose focus mark was measured already."""
    found: list[Found] = []
    for part in parts:
        found += [Found(page, part.seen.stop, each, part.picture) for each in on_the_glass(part.seen, part.pixels)]
    whole = [*unreached([part.seen for part in parts])]
    whole += spoken(page.screen, [part.seen for part in parts], stage.lines)
    found += [Found(page, 0, each, parts[0].picture) for each in whole]
    found += _focus(stage, page, known)
    return found + _states(stage, page, parts)


def _focus(stage: Stage, page: Recorded, known: set[object]) -> list[Found]:
    found: list[Found] = []
    for one in stage.focus_walk(known):
        wrong = hidden_focus(one.control, one.room)
        wrong = wrong or focus(one.control, one.without, one.with_focus)
        if wrong:
            picture = stage.look(0).picture
            found += [Found(page, 0, each, picture) for each in wrong]
    return found


def _states(stage: Stage, page: Recorded, parts: list[Part]) -> list[Found]:
    """The page again with every state turned round."""
    other = turned(page.screen)
    if other == page.screen:
        return []
    stage.show(other)
    found: list[Found] = []
    for one, two in zip(parts, stage.parts(), strict=False):
        places = {control.number: control.rect_px for control in two.seen.in_view}
        for control in one.seen.in_view:
            if control.checked is not None and places.get(control.number) == control.rect_px:
                wrong = states(control, one.pixels, two.pixels)
                found += [Found(page, one.seen.stop, each, one.picture) for each in wrong]
    return found


def turned(screen: Screen) -> Screen:
    """The screen with everything chosen that was not, and the other way round."""
    blocks = tuple(_turned_block(block) for block in screen.blocks)
    return msgspec.structs.replace(screen, blocks=blocks)


def _turned_block(block: Block) -> Block:
    if isinstance(block, Choices):
        tiles = tuple(
            tile if tile.selected is None else msgspec.structs.replace(tile, selected=not tile.selected)
            for tile in block.tiles
        )
        return msgspec.structs.replace(block, tiles=tiles)
    if isinstance(block, Options):
        options = tuple(msgspec.structs.replace(each, selected=not each.selected) for each in block.options)
        return msgspec.structs.replace(block, options=options)
    return block
