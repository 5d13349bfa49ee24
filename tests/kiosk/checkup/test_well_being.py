"""The CFPB scale: published vectors, the four columns, and the bureau's steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkup.well_being import ANSWERS, ITEMS, raw_total, scale_value, step_of
from tests.kiosk.checkup.examples import tried

COLUMNS = ((False, False), (True, False), (False, True), (True, True))
"""older, read aloud: in the order of CHECKUP.md 5."""


def places(points: list[int]) -> list[int]:
    """The answers that are coded so."""
    return [point if item.against else 4 - point for item, point in zip(ITEMS, points, strict=True)]


def test_the_bureaus_own_vector() -> None:
    total = raw_total(places([4, 3, 2, 1, 4, 3, 2, 3, 0, 1]))
    assert (total, scale_value(total, older=True, read_aloud=False)) == (23, 57)


@pytest.mark.parametrize(("total", "values"), [(0, (14, 14, 16, 18)), (40, (86, 95, 91, 87))])
def test_the_ends_of_the_four_columns(total: int, values: tuple[int, ...]) -> None:
    assert tuple(scale_value(total, older=older, read_aloud=aloud) for older, aloud in COLUMNS) == values


def test_every_column_rises_with_the_total() -> None:
    for older, aloud in COLUMNS:
        column = [scale_value(total, older=older, read_aloud=aloud) for total in range(41)]
        assert column == sorted(set(column))


def test_which_items_are_coded_the_other_way_round() -> None:
    assert [at for at, item in enumerate(ITEMS, 1) if item.against] == [3, 5, 6, 7, 9, 10]
    assert [at for at, item in enumerate(ITEMS, 1) if item.asking == "how_often"] == [7, 8, 9, 10]
    assert raw_total([0] * 10) == 16
    assert raw_total([4] * 10) == 24


@tried(50)
@given(st.lists(st.integers(0, ANSWERS - 1), min_size=10, max_size=10))
def test_a_total_is_on_the_scale(answers: list[int]) -> None:
    assert 0 <= raw_total(answers) <= 40


@pytest.mark.parametrize("answers", [[0] * 9, [0] * 11, [0] * 9 + [5], [0] * 9 + [-1]])
def test_all_ten_are_answered_or_there_is_nothing(answers: list[int]) -> None:
    with pytest.raises(ValueError, match="10 answers"):
        raw_total(answers)


@pytest.mark.parametrize(
    ("value", "step"),
    [(14, "below_40"), (39, "below_40"), (40, "from_40"), (49, "from_40"), (50, "from_50"), (59, "from_50"),
     (60, "from_60"), (69, "from_60"), (70, "from_70"), (95, "from_70")],
)  # fmt: skip
def test_the_published_steps(value: int, step: str) -> None:
    assert step_of(value) == step
