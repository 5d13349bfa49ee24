"""What a screen reader is told: role, name and state of our own controls."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "anxin_role"
"""Attribute of a widget that names its role."""
INSTALLED = "anxin_access"


class Access(QAccessibleWidget):
    """A widget of ours as a screen reader meets it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, getattr(widget, ROLE))

    def state(self) -> QAccessible.State:
        """As the widget is; and whether the keyboard can reach it."""
        state = super().state()
        widget = self.widget()
        if widget is not None and getattr(widget, "takes_focus", False):
            state.focusable = True
        return state


def _access(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return Access(thing) if isinstance(thing, QWidget) and hasattr(thing, ROLE) else None


def speak_for_widgets() -> None:
    """Give our widgets their roles; once an application."""
    app = QCoreApplication.instance()
    if app is not None and not app.property(INSTALLED):
        app.setProperty(INSTALLED, INSTALLED)
        QAccessible.installFactory(_access)
