"""What is of use only in one piece need not grow past its place; in two parts, or too small, it is caught."""

from __future__ import annotations

import pytest

from accessibility.audit.seen import ControlRecord, Rect, Seen, TextRecord
from accessibility.audit.type_size import type_size

PAD = Rect(0, 0, 800, 400)
KEY = Rect(10, 10, 200, 90)
BODY_PT = 19.0


def pad_at_200(points: float, visible: Rect = PAD, kind: str = "KeypadCard") -> Seen:
    """A key with letters of this size, on a pad, in standard mode at 200 percent."""
    cap = points * 0.3528 * 0.733
    word = TextRecord("Delete", KEY, 40, points, cap, 1.3, "#000000", "#FFFFFF", clipped=False)
    common = {"description": "", "enabled": True, "checked": None, "in_view": True}
    controls = (
        ControlRecord(
            key="pad", name="PIN", role="Grouping", rect_px=PAD, rect_mm=PAD, focusable=True, pressable=False,
            kind=kind, number=0, visible_px=visible, **common,
        ),
        ControlRecord(
            key="correct", name="Delete", role="Button", rect_px=KEY, rect_mm=KEY, focusable=True, pressable=True,
            kind="PadKey", number=1, within=0, visible_px=KEY, texts=(word,), **common,
        ),
    )  # fmt: skip
    return Seen(
        screen="sign_in", mode="standard", lang="en", elder=False, theme="light", text_percent=200,
        least_body_pt=2 * BODY_PT, own_body_pt=BODY_PT, width=1366, height=768, mm_per_px=0.253, viewing_mm=600.0,
        controls=controls,
    )  # fmt: skip


def test_letters_of_a_pad_that_is_seen_whole_may_stop_growing() -> None:
    assert type_size(pad_at_200(BODY_PT)) == []


@pytest.mark.parametrize(
    "seen",
    [
        pad_at_200(BODY_PT - 1),
        pad_at_200(BODY_PT, visible=Rect(0, 0, 800, 300)),
        pad_at_200(BODY_PT, kind="FieldCard"),
    ],
    ids=["smaller than at 100 percent", "parted all the same", "another kind of control"],
)
def test_else_they_are_caught(seen: Seen) -> None:
    assert [each.check for each in type_size(seen)] == ["type size"]
