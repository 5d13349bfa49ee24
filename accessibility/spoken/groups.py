"""Long rows of figures in the groups in which people say and keep them. Light: no Babel.

Four signs are what a listener holds at once; nobody groups a short number such as 95558.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

SHORT_NUMBER = 5
"""Telephone numbers up to this length are said in one go: 110, 12378, 95558."""
GROUP = 4


def phone_groups(number: str) -> tuple[str, ...]:
    """The groups of a telephone number: those it is written in, long ones cut again.

    Mobile numbers fall into 3-4-4 (Taiwan 4-3-3), 400 numbers into 3-3-4, area codes stand by themselves.
    """
    return tuple(group for part in _written(number) for group in _telephone(part))


def code_groups(code: str) -> tuple[str, ...]:
    """The groups of a reference or ticket code: those it is written in, none longer than four."""
    return tuple(group for part in _written(code) for group in _balanced(part))


def _written(text: str) -> list[str]:
    return [part for part in re.split(r"[^0-9A-Za-z+]+", text) if part]


def _telephone(part: str) -> tuple[str, ...]:
    if len(part) <= SHORT_NUMBER or not part.isdecimal():
        return (part,)
    if part.startswith("0") and len(part) == 10:  # Taiwan: 0912 345 678, 0800 024 111
        return (part[:4], part[4:7], part[7:])
    if part.startswith("0") and len(part) > 10:  # the mainland's area codes: 010 and 02x, all others of four figures
        area = 3 if part[1] in "12" else 4
        return (part[:area], *_balanced(part[area:]))
    return _balanced(part)


def _balanced(part: str) -> tuple[str, ...]:
    """Groups of nearly one length, the longer ones at the end: 3-4, 3-3-4, 3-4-4."""
    parts = -(-len(part) // GROUP)
    edges = [len(part) * each // parts for each in range(parts + 1)]
    return tuple(part[start:end] for start, end in pairwise(edges))


def spelled(group: str, figures: Sequence[str], *, pause: str, gap: str) -> str:
    """A group sign by sign: figures by their names with `gap` between, letters as capitals that stand alone.

    A pause follows the letter A: without it engines read the article in "A three".
    """
    said = ""
    for before, each in pairwise(f" {group.upper()}"):
        if before == "A":
            said += pause
        elif before != " ":
            said += gap if (before + each).isdecimal() else " "
        said += figures[int(each)] if each.isdecimal() else each
    return said
