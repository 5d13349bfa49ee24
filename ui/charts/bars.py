"""Bars: lengths side by side, such as what comes in and goes out in each month."""

from __future__ import annotations

from ui.charts.strips import Strips


class Bars(Strips):
    """As all strips are."""
