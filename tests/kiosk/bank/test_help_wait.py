"""Estimates come from real waits, or are not made."""

from __future__ import annotations

import pytest

from kiosk.bank.help_wait import wait_range

WAITS = (60, 120, 180, 240, 300, 360, 420, 480, 540, 600)


@pytest.mark.parametrize(
    ("place", "staff", "waited", "said"),
    [
        (1, 1, 0, [300, 480]),
        (2, 2, 0, [300, 480]),
        (2, 1, 0, [600, 960]),
        (3, 2, 0, [600, 960]),
        (1, 1, 300, [180, 240]),  # five waited longer: 60 to 300 seconds were left of their waits
        (1, 1, 360, []),
        (0, 1, 0, []),
        (1, 0, 0, []),
    ],
)
def test_median_and_80th_percentile_of_what_is_left(place: int, staff: int, waited: float, said: list[int]) -> None:
    assert wait_range(WAITS, place, staff, waited) == said


def test_fewer_than_five_say_nothing() -> None:
    assert wait_range(WAITS[:4], 1, 1, 0) == []
    assert wait_range(WAITS[:5], 1, 1, 0) == [180, 240]
