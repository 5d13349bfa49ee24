"""Colours as a screen shows them: luminance, contrast, and how eyes that tell fewer colours see them."""

from __future__ import annotations

from functools import cache
from typing import Literal

Vision = Literal["all", "grey", "protan", "deutan", "tritan"]
VISIONS: tuple[Vision, ...] = ("grey", "protan", "deutan", "tritan")
Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
LIGHT = (0.2126, 0.7152, 0.0722)

MATRICES: dict[Vision, Matrix] = {
    "grey": (LIGHT, LIGHT, LIGHT),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Full dichromacy in linear light, after Machado, Oliveira and Fernandes 2009; grey is luminance alone."""


@cache
def luminance(colour: int, vision: Vision = "all") -> float:
    """Relative luminance 0 to 1 of 0xRRGGBB (whatever stands above is ignored), as this vision has it."""
    linear = tuple(_linear((colour >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    if vision != "all":
        linear = tuple(_times(row, linear) for row in MATRICES[vision])
    return _times(LIGHT, linear)


@cache
def contrast(one: int, other: int, vision: Vision = "all") -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one, vision), luminance(other, vision)))
    return (light + 0.05) / (dark + 0.05)


def _times(row: tuple[float, ...], colour: tuple[float, ...]) -> float:
    return min(1.0, max(0.0, sum(share * part for share, part in zip(row, colour, strict=True))))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
