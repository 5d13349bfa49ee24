"""The palettes. Text pairs reach 7:1, all others 3:1; a test proves each (STANDARDS.md WC-02, WC-03)."""

from __future__ import annotations

import msgspec


class Colours(msgspec.Struct, frozen=True):
    """Named colours, each as #RRGGBB."""

    paper: str
    """Behind everything."""
    card: str
    """Behind what is read or touched."""
    ink: str
    """Text and icons."""
    soft: str
    """Secondary text: the quiet line, hints, labels."""
    faint: str
    """Words of an action that cannot be used now."""
    line: str
    """Border of a control."""
    hair: str
    """Divider inside a card: decoration only, nothing is told by it."""
    brand: str
    """The filled tile, the way on, icons of the plain tiles."""
    on_brand: str
    """Text and icons on brand."""
    tint: str
    """Behind the chosen option and the frame's small buttons."""
    help: str
    """The button that calls a person, and nothing else."""
    on_help: str
    """Text and icons on help."""
    good: str
    """The light that says all is well."""
    watch: str
    """The light that says look at this."""
    act: str
    """The light that says do something, and money problems."""
    unknown: str
    """The light that says it is not clear."""
    good_tint: str
    """Behind the word of a good light and a good notice."""
    watch_tint: str
    """Behind the word of a watch light and a warning."""
    act_tint: str
    """Behind the word of an act light and an error."""
    unknown_tint: str
    """Behind the word of an unclear light and of an explanation."""
    focus: str
    """The ring around what the keyboard is on."""
    bar: str
    """The caption bar."""
    on_bar: str
    """Words in the caption bar."""
    now: str
    """The words being said just now."""


LIGHT = Colours(
    paper="#FAF6EE", card="#FFFFFF", ink="#1F1A14", soft="#4A4238", faint="#6A6052", line="#7A6F60", hair="#E6DCCB",
    brand="#0A4A5C", on_brand="#FFFFFF", tint="#E3EEF0", help="#8E1B10", on_help="#FFFFFF",
    good="#14532D", watch="#6B3A00", act="#8E1B10", unknown="#3D3A52",
    good_tint="#EAF4EC", watch_tint="#FCF2E0", act_tint="#FBECE8", unknown_tint="#EFEEF5",
    focus="#B45309", bar="#1F1A14", on_bar="#FAF6EE", now="#FFC24B",
)  # fmt: skip
"""Warm paper and white cards: elder and standard."""

DARK = Colours(
    paper="#14181B", card="#1E2428", ink="#F5EFE3", soft="#CFC6B6", faint="#A69E90", line="#8B9299", hair="#333B41",
    brand="#9AD3E0", on_brand="#0B2A33", tint="#1D343B", help="#FFB4A6", on_help="#3B0A04",
    good="#9BE0B0", watch="#FFD08A", act="#FFB4A6", unknown="#CFCBE8",
    good_tint="#1B3024", watch_tint="#35290F", act_tint="#3D201B", unknown_tint="#2A2A38",
    focus="#FFC24B", bar="#2A3238", on_bar="#F5EFE3", now="#FFC24B",
)  # fmt: skip
"""Light on dark: for eyes that are dazzled, and for the lobby's window."""

CONTRAST = Colours(
    paper="#000000", card="#000000", ink="#FFFFFF", soft="#FFFFFF", faint="#B8B8B8", line="#FFFFFF", hair="#FFFFFF",
    brand="#FFE600", on_brand="#000000", tint="#262600", help="#FFB4A6", on_help="#000000",
    good="#8CFFB0", watch="#FFD400", act="#FFB4A6", unknown="#E0DCFF",
    good_tint="#00240E", watch_tint="#2B2200", act_tint="#330A04", unknown_tint="#1C1B2B",
    focus="#00E5FF", bar="#000000", on_bar="#FFFFFF", now="#FFE600",
)  # fmt: skip
"""The strongest contrast: white and yellow on black."""

WARM = Colours(
    paper="#F4E6CC", card="#FFF6E3", ink="#2A1B08", soft="#4A3418", faint="#6B5537", line="#7A6242", hair="#E3D0AE",
    brand="#5A2E0C", on_brand="#FFF6E3", tint="#F3E2C4", help="#861809", on_help="#FFFFFF",
    good="#174A2A", watch="#613300", act="#861809", unknown="#3E3650",
    good_tint="#E9F0DA", watch_tint="#FBE8C4", act_tint="#FADFD0", unknown_tint="#EFE6E2",
    focus="#A14400", bar="#2A1B08", on_bar="#FFF6E3", now="#FFC24B",
)  # fmt: skip
"""Less blue light: for eyes after a cataract operation and for glare."""

YOUTH = Colours(
    paper="#F3F6FF", card="#FFFFFF", ink="#171A33", soft="#3E4366", faint="#5F6488", line="#6A70A0", hair="#DDE2F5",
    brand="#3B2FB0", on_brand="#FFFFFF", tint="#E8E6FB", help="#8E1B10", on_help="#FFFFFF",
    good="#0B5138", watch="#6B3A00", act="#8E1B10", unknown="#3D3A6B",
    good_tint="#E2F6EC", watch_tint="#FFF1D9", act_tint="#FDEAE7", unknown_tint="#ECEBFA",
    focus="#C2410C", bar="#171A33", on_bar="#F3F6FF", now="#FFD166",
)  # fmt: skip
"""A brighter member of the same family."""

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "warm": WARM, "youth": YOUTH}

TEXT_PAIRS = (
    *((text, ground) for text in ("ink", "soft", "brand") for ground in ("paper", "card")),
    ("on_brand", "brand"), ("on_help", "help"), ("ink", "tint"), ("brand", "tint"), ("soft", "tint"),
    *((light, ground) for light in ("good", "watch", "act", "unknown") for ground in ("card", "paper")),
    *((light, light + "_tint") for light in ("good", "watch", "act", "unknown")),
    *(("ink", light + "_tint") for light in ("good", "watch", "act", "unknown")),
    *(("soft", light + "_tint") for light in ("good", "watch", "act", "unknown")),
    ("on_bar", "bar"), ("now", "bar"),
)  # fmt: skip
"""Words on their ground: each at least 7:1."""

SHAPE_PAIRS = (
    *((edge, ground) for edge in ("line", "focus") for ground in ("paper", "card")),
    ("line", "tint"), ("brand", "paper"), ("brand", "card"), ("help", "paper"), ("faint", "paper"), ("faint", "card"),
    *((light, "card") for light in ("good", "watch", "act", "unknown")),
)  # fmt: skip
"""Borders, rings and shapes on their ground: each at least 3:1."""


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
