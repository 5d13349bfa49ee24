"""The kiosk's window: shows a Screen and carries back what the customer does."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.caption import QUIET, Caption
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Screen
from ui import announcer
from ui.access import speak_for_widgets
from ui.controls.pressable import Pressable
from ui.early_keys import EarlyKeys
from ui.fonts import load_fonts
from ui.icons import Icons
from ui.keys import FRAME_KEYS, KEEPS_TALKING, VOICE_KEYS
from ui.kit import Hands, Kit, Patience, Taps
from ui.opening import first_focus
from ui.page import Page
from ui.shell import Shell
from ui.steering import next_in, towards
from ui.stray import StrayFinger, means_any_key
from ui.theme.fitting import fitted
from ui.theme.tokens import Theme


class FrameLabels(msgspec.Struct, frozen=True):
    """Words of the window's own buttons, which are in no Screen."""

    scroll_up: Phrase = NOTHING
    """Back up, where a page holds more than fits."""
    scroll_down: Phrase = NOTHING
    """More below."""


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
    closed = Signal()
    """The window was closed."""
    painted = Signal()
    """The first page is on the screen; once."""

    def __init__(
        self, theme: Theme, *, patience: Patience | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        load_fonts()
        speak_for_widgets()
        self.setAutoFillBackground(True)
        self._icons = Icons()
        self._patience = patience or Patience()
        self._clock = clock
        self._early = EarlyKeys(clock)
        self._labels = FrameLabels()
        self._screen: Screen | None = None
        self._by_key = False
        self._steered = False
        self._finger = StrayFinger(self)
        self._was_painted = False
        self._page: Page | None = None
        self._caption = QUIET
        self._theme = theme
        self._kit, self._shell = self._dress(fitted(theme, self.width(), self.height()))

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
                self._rebuild(self._screen, self._focus_key())

    def set_theme(self, theme: Theme) -> None:
        """Look different at once; the place, the focus and what is typed stay."""
        if theme == self._theme:
            return
        self._theme = theme
        self._redress()

    def _redress(self) -> None:
        focus = self._focus_key()
        self.setUpdatesEnabled(False)
        self._change_clothes()
        if self._screen:
            self._shell.show_screen(self._screen)
            self._rebuild(self._screen, focus)
        self.setUpdatesEnabled(True)

    def _change_clothes(self) -> None:
        self._shell.take_away()
        self._kit, self._shell = self._dress(fitted(self._theme, self.width(), self.height()))

    def show_screen(self, screen: Screen, *, theme: Theme | None = None, labels: FrameLabels | None = None) -> None:
        """Show a screen. With the key of the one on show, focus and what is typed stay.

        A new `theme` or new `labels` given along are put on in the same go, so that the page is built once.
        """
        old, self._screen = self._screen, screen
        redress, relabel = theme not in (None, self._theme), labels not in (None, self._labels)
        if old == screen and not (redress or relabel):
            return
        same = old is not None and old.key == screen.key
        focus = self._focus_key() if same else ""
        before = self._keys()
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
        if same and (screen.live or screen.alert):
            self._kit.taps.appeared(self._keys() - before)

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
        content = self._page.focusables() if self._page else []
        everything: list[QWidget] = [self._shell.alert, self._shell.heading, *content, *self._shell.buttons()]
        return [w for w in everything if getattr(w, "takes_focus", False) and w.isVisibleTo(self) and w.isEnabled()]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through everything in reading order and round again (EN-18)."""
        self._keyed()
        target = next_in(self.focus_order(), self.focusWidget(), forward=forward)
        if target is None:
            return False
        self._steer_to(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control took: those of the voice, digits for a keypad, Escape for back, F1 for help."""
        if self._shell.speaks and event.key() in VOICE_KEYS:
            self._voice_key(event)
            return
        self._keyed()
        pad = self._page.keypad() if self._page else None
        if pad and pad.type_key(event):
            pad.setFocus()
        elif event.isAutoRepeat():
            return
        elif event.key() in FRAME_KEYS:
            self._act_at(FRAME_KEYS[event.key()])
        elif means_any_key(event):
            self._early.missed(event.text())
            self.stray.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch just beside a control is meant for it (RS-06); any touch is a sign of life."""
        self._finger.down(event.position().toPoint(), self._pressables(), self._kit)
        if getattr(self._finger.meant, "keeps_talking", False):
            self._stirred(by_key=False)
        else:
            self._touched()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lifted where it came down, the touch beside a control presses it."""
        if self._finger.lifted(event.position().toPoint(), self._kit):
            self.stray.emit()
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything out anew."""
        super().resizeEvent(event)
        if fitted(self._theme, self.width(), self.height()) != self._kit.theme:
            self._redress()
        self._set_out()

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

    def _dress(self, theme: Theme) -> tuple[Kit, Shell]:
        """Build the fixed parts in a theme."""
        hands = Hands(
            acted=self.acted.emit, focused=self._focused, touched=self._touched, keyed=self._keyed,
            typed=self.typed.emit, moved=self._moved, by_key=lambda: self._by_key,
            steered=lambda: self._steered, early=self._early.due, stirred=lambda key: self._stirred(by_key=key),
            tapped=self.tapped.emit, asked=self.focused.emit,
        )  # fmt: skip
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colours.paper))
        self.setPalette(palette)
        kit = Kit(theme, self._icons, hands, Taps(self._patience, self._clock, theme.slop * 2))
        return kit, Shell(kit, self, self._caption)

    def _rebuild(self, screen: Screen, focus: str = "", *, keep: bool = True) -> None:
        """Build the content anew, keeping what is typed when it is the same screen."""
        old = self._page
        page = Page(self._kit, screen, self._labels.scroll_up, self._labels.scroll_down)
        if old and keep:
            page.keep(old)
        self._page = page
        page.setParent(self)
        self._set_out()
        page.show()
        self._shell.alert.raise_()
        self._focus_on(focus or screen.focus, opening=not focus)
        if old:
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def _set_out(self) -> None:
        """Give every part its place."""
        place = self._shell.set_out(self.width(), self.height())
        if self._page and self._page.geometry() == place:
            self._page.set_out()
        elif self._page:
            self._page.setGeometry(place)

    # -- what the customer does ---------------------------------------------------------------------------------------

    def _act_at(self, place: str) -> None:
        button = self._shell.foot.buttons.get(place)
        if button and button.isVisibleTo(self) and button.isEnabled():
            button.click()

    def _voice_key(self, event: QKeyEvent) -> None:
        action = VOICE_KEYS[event.key()]
        if action == KEEPS_TALKING:
            self._stirred(by_key=True)
        else:
            self._keyed()
        if not event.isAutoRepeat() and self._kit.taps.counts(action, None):
            self.acted.emit(action, "")

    def _stirred(self, *, by_key: bool) -> None:
        self._set_by_key(by_key=by_key)
        self.stirred.emit()

    def _touched(self) -> None:
        self._set_by_key(by_key=False)
        self.touched.emit()

    def _keyed(self) -> None:
        self._set_by_key(by_key=True)
        self.touched.emit()

    def _set_by_key(self, *, by_key: bool) -> None:
        if by_key != self._by_key:
            self._by_key = by_key
            focus = self.focusWidget()
            if focus:
                focus.update()

    def _focused(self, key: str) -> None:
        widget = self.focusWidget()
        if widget and self._page and self._page.isAncestorOf(widget):
            self._page.reveal(widget)
        self._set_by_key(by_key=True)
        self.focused.emit(key)

    def _moved(self, widget: QWidget, key: int) -> None:
        target = towards(widget, self.focus_order(), key, self)
        if target:
            self._steer_to(target)
        else:  # nothing lies there: she hears where she still is, for a silent key would seem a dead one
            self.focused.emit(self._focus_key())

    def _pressables(self) -> list[QWidget]:
        return [w for w in self.focus_order() if isinstance(w, Pressable) and not w.visibleRegion().isEmpty()]

    def _keys(self) -> frozenset[str]:
        return frozenset(str(getattr(w, "key", "")) for w in self.focus_order() if isinstance(w, Pressable))

    def _steer_to(self, target: QWidget) -> None:
        self._steered = True
        target.setFocus()
        self._steered = False

    def _focus_key(self) -> str:
        return str(getattr(self.focusWidget(), "key", ""))

    def _focus_on(self, key: str, *, opening: bool) -> None:
        if not self._page:
            return
        target, revealed = first_focus(self.focus_order(), self._page, self._shell.heading, key, opening=opening)
        if target is not self.focusWidget() or not QApplication.focusWidget():
            target.setFocus()
        if revealed:
            self._page.reveal(target)
