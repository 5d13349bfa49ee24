"""The first page: the window with the welcome screen on it, from nothing slower than Qt itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from accessibility.screen import with_frame
from accessibility.words import Words
from kiosk.appearance import check_look, eyes, theme_for
from kiosk.frame_labels import frame_labels
from kiosk.journeys.frame import FrameState, frame
from kiosk.journeys.welcome import welcome_screen
from kiosk.modes import Mode, ModeError, load_mode, mode_path
from kiosk.platform_look import platform_colours
from ui.window import KioskWindow

if TYPE_CHECKING:
    from kiosk.settings import Settings


def first_mode(settings: Settings) -> Mode:
    """The mode to begin with; the others are read after the first paint. Raises ModeError."""
    path = mode_path(settings.mode, settings.modes_dir)
    if not path.exists():
        raise ModeError(f"There is no mode '{settings.mode}': {path} is not there.")
    mode = load_mode(path)
    check_look(mode)
    return mode


def open_window(settings: Settings, mode: Mode) -> KioskWindow:
    """The window with the welcome page on it, shown and painted."""
    words = Words(settings.lang, mode.wording)
    screen = QApplication.primaryScreen().size()
    size = settings.window or (screen.width(), screen.height())
    machine = eyes(settings.mm_per_px, settings.viewing_distance_mm, (size[0], size[1]))
    window = KioskWindow(
        theme_for(mode, machine, colours=platform_colours(home=settings.home), text_percent=100, lang=settings.lang)
    )
    window.resize(*size)
    window.set_labels(frame_labels(words))
    window.show_screen(with_frame(welcome_screen(words, mode), frame(words, mode, FrameState())))
    waiting = QEventLoop()
    window.painted.connect(waiting.quit)
    if settings.fullscreen:
        window.showFullScreen()
    elif settings.window is None:
        window.showMaximized()  # a window as large as the screen would lose its lower edge behind title and task bar
    else:
        window.show()
    waiting.exec()
    return window
