"""Savings goals and pocket money: the published vectors, and not a cent lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkup.goals import payment, reached, weeks_left
from kiosk.checkup.split import split
from tests.kiosk.checkup.examples import tried

amounts = st.decimals(0, 1_000_000, places=2)


def test_the_published_payments() -> None:
    assert payment(Decimal(3000), Decimal(600), 12) == Decimal("200.00")
    assert payment(Decimal(20000), Decimal(5000), 36, Decimal("0.02") / 12) == Decimal("396.31")


def test_a_goal_already_reached_asks_for_nothing() -> None:
    assert payment(Decimal(100), Decimal(120), 4) == 0
    assert weeks_left(Decimal(100), Decimal(120), Decimal(0)) == 0
    assert reached(Decimal(100), Decimal(120)) == 1


@pytest.mark.parametrize(("weekly", "weeks"), [("10", 10), ("30", 4), ("33.33", 4), ("33.34", 3), ("100", 1)])
def test_weeks_are_rounded_up(weekly: str, weeks: int) -> None:
    assert weeks_left(Decimal(100), Decimal(0), Decimal(weekly)) == weeks


def test_without_a_period_or_a_payment_there_is_no_plan() -> None:
    with pytest.raises(ValueError, match="period"):
        payment(Decimal(100), Decimal(0), 0)
    with pytest.raises(ValueError, match="nothing"):
        weeks_left(Decimal(100), Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("amount", "parts", "shares"),
    [
        ("10.00", (50, 40, 10), ("5.00", "4.00", "1.00")),
        ("10.01", (50, 40, 10), ("5.01", "4.00", "1.00")),
        ("10.00", (1, 1, 1), ("3.34", "3.33", "3.33")),
    ],
)
def test_the_published_splits(amount: str, parts: tuple[int, ...], shares: tuple[str, ...]) -> None:
    assert split(Decimal(amount), parts) == tuple(map(Decimal, shares))


@tried(100)
@given(amounts, st.lists(st.integers(0, 100), min_size=1, max_size=5).filter(any))
def test_no_cent_is_lost(amount: Decimal, parts: list[int]) -> None:
    shares = split(amount, parts)
    assert sum(shares) == amount
    whole = sum(parts)
    assert all(abs(share - amount * part / whole) < Decimal("0.01") for share, part in zip(shares, parts, strict=True))


@pytest.mark.parametrize(("amount", "parts"), [("-1", (1,)), ("0.001", (1,)), ("1", (0, 0)), ("1", (2, -1))])
def test_what_cannot_be_split(amount: str, parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="cents"):
        split(Decimal(amount), parts)
