"""The dated tables: which holds when, and what is refused."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import assets
from kiosk.checkup.rules import RulesError, load_rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(assets.ROOT / "checkup", tmp_path / "checkup"))


def test_limits_begin_on_their_day() -> None:
    before, after = load_rules(date(2025, 11, 30)), load_rules(date(2025, 12, 1))
    assert before.deposit_limit("GB", "GBP") is None
    assert after.deposit_limit("GB", "GBP") == Decimal(120000)
    assert after.deposit_limit("CN", "CNY") == Decimal(500000)
    assert after.deposit_limit("CN", "USD") is None


def test_a_newer_limit_takes_over(folder: Path) -> None:
    table = folder / "deposit_insurance.toml"
    table.write_text(
        table.read_text("utf-8")
        + '\n[[limits]]\ncountry = "CN"\ncurrency = "CNY"\nvalid_from = 2027-01-01\nlimit = "600000"\n'
        + 'mark = "D"\nsource = "a test"\n',
        "utf-8",
    )
    assert load_rules(date(2026, 12, 31), folder).deposit_limit("CN", "CNY") == Decimal(500000)
    assert load_rules(date(2027, 1, 1), folder).deposit_limit("CN", "CNY") == Decimal(600000)
    assert load_rules(date(2027, 1, 1), folder).version == "2026.1+2027-01-01"


def test_a_newer_allocation_shows_in_the_version(folder: Path) -> None:
    table = folder / "allocation.toml"
    text = table.read_text("utf-8")
    (entry,) = text.split("[[allocations]]")[1:]
    newer = entry.replace("2026.1", "2027.1").replace("2015-05-01", "2027-03-01")
    table.write_text(f"{text}\n[[allocations]]{newer}", "utf-8")
    assert load_rules(date(2027, 2, 28), folder).version == "2026.1+2025-12-01"
    assert load_rules(date(2027, 3, 1), folder).version == "2026.1+2027-03-01"


def test_nothing_holds_before_the_first_day() -> None:
    with pytest.raises(RulesError, match="nothing holds on 2015-04-30"):
        load_rules(date(2015, 4, 30))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('good_months = "3"', 'good_months = "0"'),
        ('good_months = "3"', 'good_months = "three"'),
        ('good_months = "3"', 'months = "3"'),
        ("senior_age = 65", "senior_age = 6"),
        ('version = "2026.1"', 'version = "2026.1"\nunknown = 1'),
        ("[[rules]]", "[[rules"),
    ],
)
def test_a_wrong_threshold_is_refused_by_name(folder: Path, right: str, wrong: str) -> None:
    table = folder / "thresholds.toml"
    text = table.read_text("utf-8")
    assert right in text
    table.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(RulesError, match=r"thresholds\.toml"):
        load_rules(date(2026, 11, 23), folder)


def test_two_limits_on_one_day_are_refused(folder: Path) -> None:
    table = folder / "deposit_insurance.toml"
    text = table.read_text("utf-8")
    table.write_text(text + text[text.index("[[limits]]") :], "utf-8")
    with pytest.raises(RulesError, match="same day"):
        load_rules(date(2026, 11, 23), folder)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"thresholds\.toml"):
        load_rules(date(2026, 11, 23), tmp_path)
