"""Reading Retry-After."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.client.retry_after import LONGEST_S, seconds_to_wait

NOW = datetime(2026, 3, 1, 10, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7", 7),
        (" 0 ", 0),
        ("99999999999999999999", LONGEST_S),
        ("Sun, 01 Mar 2026 10:00:30 GMT", 30),
        ("Sunday, 01-Mar-26 10:00:30 GMT", 30),
        ("Sun Mar  1 10:00:30 2026", 30),
        ("Sun, 01 Mar 2026 09:00:00 GMT", 0),
        ("Fri, 01 Mar 2030 09:00:00 GMT", LONGEST_S),
        ("-3", None),
        ("soon", None),
        ("1.5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_both_forms(value: str, expected: int | None) -> None:
    assert seconds_to_wait({"retry-after": value}, NOW) == expected


def test_without_the_header() -> None:
    assert seconds_to_wait({}, NOW) is None


def test_a_wrong_clock_does_no_harm_when_the_bank_tells_its_own() -> None:
    headers = {"retry-after": "Sun, 01 Mar 2026 10:00:30 GMT", "date": "Sun, 01 Mar 2026 10:00:10 GMT"}
    assert seconds_to_wait(headers, datetime(2001, 1, 1, tzinfo=UTC)) == 20
