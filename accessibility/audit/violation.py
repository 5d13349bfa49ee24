"""A violation: one thing on one page that a standard forbids, with the measure and the limit."""

from __future__ import annotations

import msgspec

from accessibility.audit.seen import ControlRecord, Rect

NOWHERE = Rect(0, 0, 0, 0)


class Violation(msgspec.Struct, frozen=True):
    """What is wrong."""

    check: str
    """Name of the check that found it."""
    where: str
    """The control or sentence."""
    measured: str
    wanted: str
    """The limit, with its number in STANDARDS.md."""
    rect: Rect = NOWHERE
    """Where on the glass; empty for what has no place, such as a sentence that is only said."""


def at(control: ControlRecord) -> str:
    """How a control is called in the report: its key and the beginning of its words."""
    words = control.texts[0].text if control.texts else control.name
    return f"{control.key or control.kind} “{words[:24]}”"
