"""The short form of `python -m benchmarks.help_faults`: killed, cut, slow, doubled, turned round, raced for."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.help_faults import trial


@pytest.mark.slow
async def test_no_ticket_is_lost_doubled_or_claimed_twice_and_every_screen_is_true(tmp_path: Path) -> None:
    counted = await trial(tmp_path, tickets=200, kills=2)
    assert counted.well, counted
    assert sum(counted.claims_won.values()) > 0
