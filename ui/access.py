"""What a screen reader is told: role, name and state of our own controls."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

ROLE = "anxin_role"
"""Attribute of a widget that names its role."""
INSTALLED = "anxin_access"


class Access(QAccessibleWidget):
    """A widget of ours as a screen reader meets it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, getattr(widget, ROLE))

    def role(self) -> QAccessible.Role:
        """What it is now: a choice that comes to keep a state is another thing than a button."""
        widget = self.widget()
        role: QAccessible.Role = getattr(widget, ROLE) if widget is not None else super().role()
        return role

    def state(self) -> QAccessible.State:
        """As the widget is; whether the keyboard can reach it, and whether it is the one in force."""
        state = super().state()
        widget = self.widget()
        if widget is not None and getattr(widget, "takes_focus", False):
            state.focusable = True
        if isinstance(widget, QAbstractButton):
            state.checkable, state.checked, state.pressed = widget.isCheckable(), widget.isChecked(), widget.isDown()
        return state

    def actionNames(self) -> list[str]:
        """What a reader can do with it without a key: press it, where it can be pressed."""
        names = list(super().actionNames())
        widget = self.widget()
        pressable = isinstance(widget, QAbstractButton) and widget.isEnabled()
        return [QAccessibleActionInterface.pressAction(), *names] if pressable else names

    def doAction(self, name: str) -> None:
        """Do one of these."""
        widget = self.widget()
        if name == QAccessibleActionInterface.pressAction() and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)


def _access(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return Access(thing) if isinstance(thing, QWidget) and hasattr(thing, ROLE) else None


def speak_for_widgets() -> None:
    """Give our widgets their roles; once an application."""
    app = QCoreApplication.instance()
    if app is not None and not app.property(INSTALLED):
        app.setProperty(INSTALLED, INSTALLED)
        QAccessible.installFactory(_access)
