"""PySide6 6.12.0 loses a reference to None with every void call on Python < 3.12, and aborts after some thousand."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_void_calls_keep_their_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
