"""What is combined: mode, language, size of letters, colours and window."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

import msgspec

PERCENTS = (100, 150, 200, 250)
COLOURS = ("light", "dark", "contrast", "warm")


class Shape(msgspec.Struct, frozen=True):
    """A screen: its pixels, and how large one is."""

    width: int
    height: int
    mm_per_px: float

    @property
    def name(self) -> str:
        """Such as "1366x768"."""
        return f"{self.width}x{self.height}"


SHAPES = {
    shape.name: shape
    for shape in (
        Shape(1920, 1080, 0.248),  # 21.5 inches
        Shape(1366, 768, 0.253),  # a laptop's 15.6 inches
        Shape(1280, 800, 0.259),  # 15.4 inches
        Shape(1080, 1920, 0.369),  # a kiosk's 32 inches, upright
    )
}
"""STANDARDS.md 0."""


class Combination(msgspec.Struct, frozen=True):
    """One way all pages may look."""

    mode: str
    lang: str
    percent: int
    colours: str
    shape: str

    @property
    def name(self) -> str:
        """Such as "elder-zh_CN-150-dark-1366x768"; also the name of its files."""
        return f"{self.mode}-{self.lang}-{self.percent}-{self.colours}-{self.shape}"


def full(modes: Iterable[str], langs: Iterable[str]) -> list[Combination]:
    """Every combination; those that differ in many things follow each other, so that a part of them tells much."""
    everything = [Combination(*each) for each in product(modes, langs, PERCENTS, COLOURS, SHAPES)]
    stride = next(step for step in (397, 401, 409) if len(everything) % step)
    order = (number * stride % len(everything) for number in range(len(everything)))
    return [everything[number] for number in order]


def pairwise(modes: Iterable[str], langs: Iterable[str]) -> list[Combination]:
    """Few combinations in which any two values of two different things meet. The same at each call."""
    left = full(modes, langs)
    open_pairs = {pair for each in left for pair in _pairs(each)}
    chosen: list[Combination] = []
    while open_pairs:
        best = max(left, key=lambda each: len(_pairs(each) & open_pairs))
        chosen.append(best)
        open_pairs -= _pairs(best)
    return chosen


def _pairs(combination: Combination) -> set[tuple[object, ...]]:
    return set(combinations(enumerate(msgspec.structs.astuple(combination)), 2))


def only(combinations_: Iterable[Combination], wanted: dict[str, set[str]]) -> list[Combination]:
    """Those whose values are among the wanted ones. Raises AttributeError for a thing there is not."""
    return [each for each in combinations_ if all(str(getattr(each, thing)) in wanted[thing] for thing in wanted)]
