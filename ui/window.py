"""The kiosk's window: shows a Screen and carries back what the customer does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.caption import QUIET, Caption
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Screen
from ui import announcer
from ui.access import speak_for_widgets
from ui.deeds import Deeds
from ui.focus import Focus
from ui.fonts import load_fonts
from ui.icons import Icons
from ui.kit import Kit, Patience, Taps
from ui.page import Page
from ui.pointer import Pointer
from ui.reaching.room import Room
from ui.shell import Shell
from ui.theme.fitting import fitted
from ui.theme.tokens import Theme


class FrameLabels(msgspec.Struct, frozen=True):
    """Words of the window's own buttons, which are in no Screen."""

    scroll_up: Phrase = NOTHING
    """Back up, where a page holds more than fits."""
    scroll_down: Phrase = NOTHING
    """More below."""


class Doorkeeper(Protocol):
    """Whoever stands before the window and takes keys and fingers in."""

    def turned(self, *, same: bool) -> None:
        """A page is on show; `same` when it is the one that was there."""


class KioskWindow(QWidget):
    """One window for all screens. It knows nothing of journeys: a Screen comes in, action keys go out."""

    acted = Signal(str, str)
    """An action was chosen: its key, and what a keypad or field held."""
    focused = Signal(str)
    """The keyboard reached a control: its key ("heading", "block:N" and "row:N:M" for what has no action).

    So did the finger on a keypad that teaches its keys.
    """
    touched = Signal()
    """A key or a finger came down: for the idle clock, and to hush the voice."""
    stirred = Signal()
    """One came down that must not hush the voice: for the idle clock alone."""
    stray = Signal()
    """A touch beside every control, or a key that nothing used: for "touch the screen or press any key"."""
    typed = Signal(int)
    """How many digits a keypad holds now; never which."""
    tapped = Signal()
    """A key of a keypad did something: for its tone, the same for every key (STANDARDS.md EN-06)."""
    offered = Signal(tuple)
    """Several controls are offered at once to whoever chooses with a switch: their keys."""
    hinted = Signal(str)
    """The customer may need a word about how to reach things: which (see `kiosk.reaching_words`)."""
    closed = Signal()
    """The window was closed."""
    painted = Signal()
    """The first page is on the screen; once."""

    def __init__(
        self, theme: Theme, *, patience: Patience | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.anxin_role = QAccessible.Role.Window
        load_fonts()
        speak_for_widgets()
        self.setAutoFillBackground(True)
        self.icons = Icons()
        """The pictures that stand beside words."""
        self._patience = patience or Patience()
        self._clock = clock
        self._focus = Focus(self)
        self._pointer = Pointer(self)
        self._deeds = Deeds(self, self, self._focus, clock)
        self._doorkeeper: Doorkeeper | None = None
        self._labels = FrameLabels()
        self._screen: Screen | None = None
        self._was_painted = False
        self._page: Page | None = None
        self._caption = QUIET
        self._theme = theme
        self._ground = QWidget(self)
        """What everything stands on: the window, or the part of it that an arm reaches."""
        self._lay_ground()
        self._kit, self._shell = self._dress(self._fitted())

    @property
    def theme(self) -> Theme:
        """The theme in use, as it was set; a small window shows it with less air."""
        return self._theme

    @property
    def screen_shown(self) -> Screen | None:
        """The screen on show."""
        return self._screen

    @property
    def page(self) -> Page | None:
        """The content on show."""
        return self._page

    def set_labels(self, labels: FrameLabels) -> None:
        """Words of the window's own buttons in the language now in use."""
        if labels != self._labels:
            self._labels = labels
            if self._screen:
                self._rebuild(self._screen, self._focus.key)

    def set_theme(self, theme: Theme) -> None:
        """Look different at once; the place, the focus and what is typed stay."""
        if theme == self._theme:
            return
        self._theme = theme
        self._redress()

    def _redress(self) -> None:
        focus = self._focus.key
        self.setUpdatesEnabled(False)
        self._change_clothes()
        if self._screen:
            self._shell.show_screen(self._screen)
            self._rebuild(self._screen, focus)
        self.setUpdatesEnabled(True)

    def _change_clothes(self) -> None:
        self._shell.take_away()
        self._lay_ground()
        self._kit, self._shell = self._dress(self._fitted())

    def show_screen(self, screen: Screen, *, theme: Theme | None = None, labels: FrameLabels | None = None) -> None:
        """Show a screen. With the key of the one on show, focus and what is typed stay.

        A new `theme` or new `labels` given along are put on in the same go, so that the page is built once.
        """
        old, self._screen = self._screen, screen
        redress, relabel = theme not in (None, self._theme), labels not in (None, self._labels)
        if old == screen and not (redress or relabel):
            return
        same = old is not None and old.key == screen.key
        focus = self._focus.key if same else ""
        before = self._focus.keys()
        self._labels = labels or self._labels
        if theme and redress:
            self._theme = theme
            self._change_clothes()
        self.setWindowTitle(screen.heading.shown)
        self._shell.show_screen(screen)
        keeps = same and not (redress or relabel) and old is not None and old.lang == screen.lang
        if not (keeps and self._page and self._page.adopt(screen)):
            self._rebuild(screen, focus, keep=same)
        else:
            self._set_out()
        self._point()
        if same and (screen.live or screen.alert):
            self._kit.taps.appeared(self._focus.keys() - before)
        if self._doorkeeper:
            self._doorkeeper.turned(same=same)

    def room(self) -> Room:
        """This window for those who bring keys, fingers and switches to its controls."""
        return Room(
            self, self._focus, self._deeds, lambda: self._kit, lambda: self._shell, self._clock,
            self.acted, self.focused, self.offered, self.hinted,
        )  # fmt: skip

    def let_in(self, doorkeeper: Doorkeeper) -> None:
        """From now on somebody wants to know when the page has turned."""
        self._doorkeeper = doorkeeper

    def set_patience(self, patience: Patience) -> None:
        """How long a second tap is taken for a trembling hand's, from now on (EN-25)."""
        self._patience = patience
        self._kit.taps.patience = patience

    def show_caption(self, caption: Caption) -> None:
        """Show what is being said."""
        self._caption = caption
        self._shell.bar.show_caption(caption)

    @property
    def screen_reader_active(self) -> bool:
        """Whether a screen reader, or anything else that asks for the accessible tree, is at work."""
        return QAccessible.isActive()

    def announce(self, text: str, *, assertive: bool = False) -> None:
        """Tell a screen reader news that has no focus."""
        announcer.announce(self, text, assertive=assertive)

    def focus_order(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order: news, heading, content, beside the caption, foot, top."""
        return self._focus.order()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through everything in reading order and round again (EN-18)."""
        self._deeds.keyed()
        return self._focus.go_round(forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control took: those of the voice, digits for a keypad, Escape for back, F1 for help."""
        if not self._deeds.key(event, self._kit, self._shell):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch just beside a control is meant for it (RS-06); any touch is a sign of life."""
        self._deeds.finger_down(event.position().toPoint(), self._kit)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lifted where it came down, the touch beside a control presses it."""
        self._deeds.finger_lifted(event.position().toPoint(), self._kit)
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything out anew."""
        super().resizeEvent(event)
        self._lay_ground()
        if self._fitted() != self._kit.theme:
            self._redress()
        self._set_out()
        self._point()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tell of the first one; the paper itself is drawn by Qt."""
        if not self._was_painted and self._screen:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
        self.closed.emit()

    # -- building -----------------------------------------------------------------------------------------------------

    def _lay_ground(self) -> None:
        """Where everything stands (EN-28)."""
        top, bottom = (round(self.height() * share) for share in self._theme.band)
        self._ground.setGeometry(0, top, self.width(), bottom - top)

    def _fitted(self) -> Theme:
        return fitted(self._theme, self._ground.width(), self._ground.height())

    def _dress(self, theme: Theme) -> tuple[Kit, Shell]:
        """Build the fixed parts in a theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colours.paper))
        self.setPalette(palette)
        kit = Kit(theme, self.icons, self._deeds.hands(), Taps(self._patience, self._clock, theme.slop * 2))
        shell = Shell(kit, self._ground, self._caption)
        self._focus.within(shell, self._page)
        return kit, shell

    def _rebuild(self, screen: Screen, focus: str = "", *, keep: bool = True) -> None:
        """Build the content anew, keeping what is typed when it is the same screen."""
        old = self._page
        page = Page(self._kit, screen, self._labels.scroll_up, self._labels.scroll_down)
        if old and keep:
            page.keep(old)
        self._page = page
        self._focus.within(self._shell, page)
        page.setParent(self._ground)
        self._set_out()
        page.show()
        self._shell.alert.raise_()
        self._focus.open_on(focus or screen.focus, opening=not focus)
        if old:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._point()

    def _set_out(self) -> None:
        """Give every part its place."""
        place = self._shell.set_out(self._ground.width(), self._ground.height())
        if self._page and self._page.geometry() == place:
            self._page.set_out()
        elif self._page:
            self._page.setGeometry(place)

    def _point(self) -> None:
        """Point at what staff point at, and turn the page to it."""
        key = self._screen.pointed if self._screen else ""
        target = next((w for w in self._focus.order() if key and getattr(w, "key", "") == key), None)
        if target and self._page:
            self._page.reveal(target)
        self._pointer.point_at(target, self._kit)
