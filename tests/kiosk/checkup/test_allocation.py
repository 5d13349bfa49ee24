"""Target and ceiling: the published table, and money that never gets lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkup.allocation import STAGES, Mix, in_money, load_allocation, stage_of, target
from kiosk.checkup.assessment import Level
from tests.kiosk.checkup.examples import tried
from tests.kiosk.checkup.households import TODAY

TABLE = load_allocation(TODAY)
LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
PUBLISHED = {
    "S0": ("0/90/10", "20/70/10", "40/50/10", "60/30/10", "80/10/10"),
    "S1": ("0/80/20", "20/60/20", "40/40/20", "60/20/20", "70/10/20"),
    "S2": ("0/90/10", "20/70/10", "40/50/10", "60/30/10", "60/30/10"),
    "S3": ("0/90/10", "20/70/10", "40/50/10", "50/40/10", "50/40/10"),
    "S4": ("0/80/20", "20/60/20", "20/60/20", "20/60/20", "20/60/20"),
}
shares = st.decimals(0, 3, places=4)


def written(mix: Mix) -> str:
    return "/".join(str(int(part * 100)) for part in (mix.equity, mix.bonds, mix.cash))


@pytest.mark.parametrize("stage", STAGES)
def test_the_target_table(stage: str) -> None:
    mixes = tuple(written(target(TABLE, stage, level)) for level in LEVELS)  # type: ignore[arg-type]
    assert mixes == PUBLISHED[stage]


@pytest.mark.parametrize(
    ("age", "percent"),
    [(18, "90"), (40, "90"), (45, "83.25"), (50, "76.5"), (58, "64.5"), (65, "50"), (68, "41.43"), (70, "35.71"),
     (72, "30"), (95, "30")],
)  # fmt: skip
def test_the_path_by_age(age: int, percent: str) -> None:
    assert TABLE.path.at(age).quantize(Decimal("0.01")) == Decimal(percent).quantize(Decimal("0.01"))


def test_the_ceiling_is_the_smaller_of_cap_and_path() -> None:
    assert TABLE.ceiling(5, 30) == Decimal("0.8")
    assert TABLE.ceiling(5, 80) == Decimal("0.3")
    assert TABLE.ceiling(2, 80) == Decimal("0.2")
    assert TABLE.ceiling(5, 30, no_loss=True) == 0


def test_only_age_or_retirement_forces_the_last_stage() -> None:
    assert stage_of("S2", 64, 65) == "S2"
    assert stage_of("S2", 65, 65) == "S4"
    assert stage_of("S1", 50, 65, retired=True) == "S4"
    assert stage_of(None, 40, 65) is None


@tried(100)
@given(st.sampled_from(STAGES), st.sampled_from(LEVELS), st.booleans(), shares)
def test_a_mix_is_a_whole_and_the_reserve_comes_first(
    stage: str, level: Level, no_loss: bool, reserve: Decimal
) -> None:
    mix = target(TABLE, stage, level, no_loss=no_loss, reserve=reserve)  # type: ignore[arg-type]
    assert mix.equity + mix.bonds + mix.cash == 1
    assert min(mix.equity, mix.bonds, mix.cash) >= 0
    assert mix.cash >= min(Decimal(1), reserve)
    assert mix.equity <= TABLE.cap(level, no_loss=no_loss)


@tried(100)
@given(st.sampled_from(STAGES), st.sampled_from(LEVELS), shares, st.decimals(0, 10**9, places=2))
def test_no_cent_is_lost(stage: str, level: Level, reserve: Decimal, total: Decimal) -> None:
    mix = target(TABLE, stage, level, reserve=reserve)  # type: ignore[arg-type]
    money = in_money(mix, total)
    assert sum(money.values()) == total
    assert all(abs(money[part] - getattr(mix, part) * total) < Decimal("0.01") for part in money)
