"""Where the keyboard stands on the window, and how it moves from control to control."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from ui.controls.pressable import Pressable
from ui.opening import first_focus
from ui.page import Page
from ui.shell import Shell
from ui.steering import next_in, towards


class Focus:
    """The control that keys act on: one at any time, in reading order round the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._shell: Shell | None = None
        self._page: Page | None = None
        self.by_key = False
        """The customer uses keys just now, and so needs the focus ring."""
        self.steered = False
        """She is moving the focus this very moment, so where it goes is told."""

    def within(self, shell: Shell, page: Page | None) -> None:
        """The parts that are on show now."""
        self._shell, self._page = shell, page

    @property
    def key(self) -> str:
        """Key of what has the focus; empty for nothing."""
        return str(getattr(self._window.focusWidget(), "key", ""))

    @property
    def page(self) -> Page | None:
        """The content on show."""
        return self._page

    def order(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order: news, heading, content, beside the caption, foot, top."""
        if self._shell is None:
            return []
        content = self._page.focusables() if self._page else []
        news = not self._shell.alert.isHidden()
        first = self._shell.alert if news else self._shell.heading  # the band stands over the heading (WC-15)
        everything: list[QWidget] = [first, *content, *self._shell.buttons()]
        usable = (w for w in everything if w.isVisibleTo(self._window) and w.isEnabled())
        return [widget for widget in usable if getattr(widget, "takes_focus", False)]

    def pressables(self) -> list[QWidget]:
        """Every control that a finger can reach."""
        return [w for w in self.order() if isinstance(w, Pressable) and not w.visibleRegion().isEmpty()]

    def keys(self) -> frozenset[str]:
        """What can be chosen, also further down the page."""
        return frozenset(str(getattr(w, "key", "")) for w in self.order() if isinstance(w, Pressable))

    def go_round(self, *, forward: bool) -> bool:
        """To the next control, or the one before; False when there is none at all."""
        target = next_in(self.order(), self._window.focusWidget(), forward=forward)
        if target is not None:
            self.steer_to(target)
        return target is not None

    def go_towards(self, widget: QWidget, key: int) -> bool:
        """To the neighbour of `widget` that an arrow key points at; False when nothing lies there."""
        target = towards(widget, self.order(), key, self._window)
        if target is not None:
            self.steer_to(target)
        return target is not None

    def steer_to(self, target: QWidget) -> None:
        """Move there because the customer asked for it."""
        self.steered = True
        target.setFocus()
        self.steered = False

    def arrived(self) -> None:
        """Turn the page to what has the focus, and ring it."""
        widget = self._window.focusWidget()
        if widget and self._page and self._page.isAncestorOf(widget):
            self._page.reveal(widget)
        self.set_by_key(by_key=True)

    def set_by_key(self, *, by_key: bool) -> None:
        """Whether she uses keys from now on; the ring comes or goes."""
        if by_key != self.by_key:
            self.by_key = by_key
            widget = self._window.focusWidget()
            if widget:
                widget.update()

    def open_on(self, key: str, *, opening: bool) -> None:
        """Stand on the control with this key, or where a page begins."""
        if not self._page or not self._shell:
            return
        target, revealed = first_focus(self.order(), self._page, self._shell.heading, key, opening=opening)
        if target is not self._window.focusWidget() or not QApplication.focusWidget():
            target.setFocus()
        if revealed:
            self._page.reveal(target)
