"""Sharing: which sentence each clip is cut from, so that as few as possible need be rendered.

A clip may come from any sentence of the order in which its words sound the same and stand alike: at the beginning,
between others, or at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from accessibility.speech.neural.units import Unit
from tools.voice_pack.item import Item
from tools.voice_pack.sentence import Sentence

ALONE = ("whole", "syllable")
"""Clips of these places come from their own sentence; so do those of one sign, which what stands beside them colours
most."""


class Spot(msgspec.Struct, frozen=True):
    """Units `first` to `last` of a sentence."""

    sentence: Sentence
    first: int
    last: int


def spots(items: Sequence[Item], own: Mapping[Item, Sentence]) -> dict[Item, Spot]:
    """Where each item is cut from; the same for the same items. Raises ValueError for one cut through a word."""
    found: dict[Item, Spot] = {}
    for item in items:
        spot = _spot(own[item], len(item.before), len(item.before) + len(item.key))
        if not spot:
            raise ValueError(f"a clip begins or ends within a word: {item.before}[{item.key}]{item.after}")
        found[item] = spot
    shared = [item for item in items if not _alone(item)]
    pool = {own[item].text: own[item] for item in items if item.place not in ALONE}
    chosen = {own[item].text for item in items if _alone(item)}
    return found | _covered(shared, found, pool, chosen)


def _alone(item: Item) -> bool:
    return item.place in ALONE or len(item.key) == 1


def _covered(
    items: Iterable[Item], own: Mapping[Item, Spot], pool: Mapping[str, Sentence], chosen: set[str]
) -> dict[Item, Spot]:
    """The sentence with the most wanted clips first, until all are found."""
    has: dict[str, dict[Item, Spot]] = {text: {} for text in pool}
    wanted = {item: _sound(own[item]) for item in items}
    for item, sound in wanted.items():
        for text, sentence in pool.items():
            for spot in _occurrences(item.key, sentence):
                if _sound(spot) == sound:
                    has[text].setdefault(item, spot)
    found: dict[Item, Spot] = {}
    for text in sorted(chosen & set(has)):
        found |= {item: spot for item, spot in has[text].items() if item not in found}
    left = {text: set(spots_) - set(found) for text, spots_ in has.items()}
    while any(left.values()):
        text = min(left, key=lambda each: (-len(left[each]), len(each), each))
        found |= {item: has[text][item] for item in left[text]}
        taken = left.pop(text)
        for others in left.values():
            others -= taken
    return found


def _occurrences(key: str, sentence: Sentence) -> Iterator[Spot]:
    at = sentence.text.find(key)
    while at >= 0:
        spot = _spot(sentence, at, at + len(key))
        if spot:
            yield spot
        at = sentence.text.find(key, at + 1)


def _spot(sentence: Sentence, start: int, end: int) -> Spot | None:
    """The units of these characters; None when a unit is cut through."""
    inside = [number for number, unit in enumerate(sentence.units) if unit.start >= start and unit.end <= end]
    across = [unit for unit in sentence.units if unit.start < start < unit.end or unit.start < end < unit.end]
    return Spot(sentence, inside[0], inside[-1]) if inside and not across else None


def _sound(spot: Spot) -> tuple[bool, bool, tuple[tuple[str, str], ...]]:
    """How it sounds: whether others stand beside it, and its phonemes."""
    units = spot.sentence.units
    inner = tuple((unit.phonemes, unit.after) for unit in units[spot.first : spot.last])
    return joined_left(units, spot.first), joined_right(units, spot.last), (*inner, (units[spot.last].phonemes, ""))


def joined_left(units: Sequence[Unit], first: int) -> bool:
    """True where a word stands right before this unit."""
    return first > 0 and not units[first - 1].after.strip()


def joined_right(units: Sequence[Unit], last: int) -> bool:
    """True where a word stands right behind this unit."""
    return last + 1 < len(units) and not units[last].after.strip()
