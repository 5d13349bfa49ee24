"""Name and role of every control, as a screen reader is told (STANDARDS.md CN-16, EN-22)."""

from __future__ import annotations

from accessibility.audit.seen import ControlRecord, Seen
from accessibility.audit.violation import Violation, at

PRESSED = {"Button", "PushButton", "CheckBox", "RadioButton", "Notification", "ListItem", "Link"}
READ = {
    "StaticText", "Heading", "ListItem", "Grouping", "EditableText", "Notification", "ProgressBar", "Chart", "Table",
    "Graphic", "Note", "AlertMessage", "Paragraph",
}  # fmt: skip


def names(seen: Seen) -> list[Violation]:
    """Everything the keyboard reaches or a finger presses, on whatever part of the page it stands."""
    found: list[Violation] = []
    for control in seen.controls:
        if not (control.focusable or control.pressable):
            continue
        if not control.name.strip():
            found.append(Violation("name and role", at(control), "no name", "a name (CN-16)", control.rect_px))
        elif not _role_fits(control):
            measured = f"role {control.role or 'none'}"
            found.append(Violation("name and role", at(control), measured, "a role that fits (CN-16)", control.rect_px))
    return found


def _role_fits(control: ControlRecord) -> bool:
    if control.checked is not None:
        return control.role in {"CheckBox", "RadioButton"}
    return control.role in (PRESSED if control.pressable else READ)
