"""A customer before the real window: she touches, she types, she waits for a page, she listens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from accessibility.narration import TRAILING
from accessibility.phrase import Phrase
from accessibility.screen import Screen
from tests.journeys.watch import Watch
from tests.kiosk.journeys.promises import controls, text
from ui.controls.pressable import Pressable
from ui.page import DOWN, UP
from ui.survey import survey
from ui.window import KioskWindow

LEFT = Qt.MouseButton.LeftButton
KEYS = {digit: getattr(Qt.Key, f"Key_{digit}") for digit in "0123456789"}
ONCE_ROUND = 60


class Hand:
    """A clock for the window's patience with trembling hands: a second passes between two touches."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Customer:
    """One person at one window. Never looks behind it: pages by what is shown, controls by the key they act with."""

    def __init__(self, window: KioskWindow, watch: Watch, hand: Hand) -> None:
        self.window, self.watch, self._hand = window, watch, hand

    @property
    def page(self) -> Screen:
        """The page on show."""
        assert self.window.screen_shown is not None
        return self.window.screen_shown

    # Seeing and hearing

    async def sees(self, key: str, also: Callable[[Screen], bool] = lambda _: True) -> Screen:
        """Wait for a page; "help." means any page whose key begins so, "" any page at all."""
        await self.watch.until(lambda: _is(self.page, key) and also(self.page), f"the page {key}")
        return self.page

    async def sees_words(self, *words: str) -> Screen:
        """Wait until these words stand on the page."""
        await self.watch.until(lambda: all(word in text(self.page) for word in words), f"the words {words}")
        return self.page

    async def hears(self, *phrases: Phrase) -> None:
        """Wait until these phrases, or without any the page's heading, stood in the caption as they were said."""
        for phrase in phrases:
            await self._hears_one_of(phrase.said)
        if not phrases:
            await self._hears_one_of(self.page.heading.said, self.page.heading.said_aloud)

    async def _hears_one_of(self, *forms: str) -> None:
        said = [form.rstrip(TRAILING) for form in forms if form.rstrip(TRAILING)]
        await self.watch.until(lambda: any(form in told for form in said for told in self.watch.captions), f"{said}")

    def everything_written(self) -> str:
        """Every text, name and description of every control of the window, seen or not."""
        found = [w.accessibleName() + " " + w.accessibleDescription() for w in self.window.findChildren(QWidget)]
        for record in survey(self.window):
            found += [record.name, record.description, *(run.text for run in record.texts)]
        return "\n".join([*found, self.window.windowTitle()])

    def wait(self, seconds: float) -> None:
        """Time passes between two things she does."""
        self._hand.seconds += seconds

    # With a finger

    def touch(self, key: str) -> None:
        """Press the control that acts with this key. Raises AssertionError when it is not there or disabled."""
        widget = self.control(key)
        assert widget.isEnabled(), f"{key} cannot be pressed on {self.page.key}"
        for turn in (UP, DOWN):  # back to the top of a page that holds more than fits, then down until it is there
            while widget.visibleRegion().isEmpty() and self.can(turn):
                self._press(self.control(turn))
        assert not widget.visibleRegion().isEmpty(), f"{key} is not in sight on {self.page.key}"
        self._press(widget)

    def touch_paper(self) -> None:
        """Touch beside every control, which only hushes the voice."""
        self._hand.seconds += 1.0
        QTest.mouseClick(self.window, LEFT, pos=QPoint(3, 3))

    def touch_digits(self, digits: str) -> None:
        """On the large keypad."""
        for digit in digits:
            self.touch(f"keypad:{digit}")

    def first(self, beginning: str = "") -> str:
        """Key of the first choice of the page's content that begins so."""
        return next(key for key in controls(self.page) if key.startswith(beginning))

    # With keys only

    def focus(self) -> str:
        """Key of what has the focus."""
        widget = self.window.focusWidget()
        assert widget is not None, f"the focus is lost on {self.page.key}"
        assert widget.isVisibleTo(self.window), f"the focus is on something invisible on {self.page.key}"
        assert widget.isEnabled(), f"the focus is on something dead on {self.page.key}"
        return str(getattr(widget, "key", ""))

    def key(self, key: Qt.Key) -> None:
        """Strike a real key, wherever the focus is."""
        self._hand.seconds += 1.0
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def strike_digits(self, digits: str) -> None:
        """On the real keyboard."""
        for digit in digits:
            self.key(KEYS[digit])

    def go_to(self, wanted: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Strike a key until the focus is there, and never lose it on the way."""
        for _ in range(ONCE_ROUND):
            if self.focus() == wanted:
                return
            self.key(key)
        raise AssertionError(f"{wanted} is not reached on {self.page.key}")

    def enter(self, wanted: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Go there and press Enter."""
        self.go_to(wanted, key)
        self.key(Qt.Key.Key_Return)

    def once_round(self) -> None:
        """Tab through the whole page, past every control, back to where it began. Raises AssertionError in a trap."""
        start, passed = self.window.focusWidget(), list[QWidget]()
        while not passed or passed[-1] is not start:
            assert len(passed) < ONCE_ROUND, f"Tab does not come round on {self.page.key}"
            self.key(Qt.Key.Key_Tab)
            self.focus()
            widget = self.window.focusWidget()
            assert widget not in passed, f"Tab goes in circles on {self.page.key}"
            passed += [widget] if widget else []
        there = [w for w in self.window.findChildren(Pressable) if w.isVisibleTo(self.window) and w.isEnabled()]
        # Tab turns the page by itself when it comes to a control further down, so the buttons for that are for fingers.
        missed = [widget.key for widget in there if widget not in passed and not widget.key.startswith("page:")]
        assert not missed, f"Tab does not reach {missed} on {self.page.key}"

    def can(self, turn: str) -> bool:
        """Whether the page can be turned this way."""
        buttons = [w for w in self.window.findChildren(Pressable) if w.key == turn and w.isVisibleTo(self.window)]
        return any(button.isEnabled() for button in buttons)

    def _press(self, widget: QWidget) -> None:
        self._hand.seconds += 1.0
        QTest.mouseClick(widget, LEFT)

    def control(self, key: str) -> Pressable:
        """The control that acts with this key."""
        found = [w for w in self.window.findChildren(Pressable) if w.key == key and w.isVisibleTo(self.window)]
        assert found, f"there is no {key} on {self.page.key}"
        return found[-1]


def _is(screen: Screen, key: str) -> bool:
    return screen.key == key or (key.endswith(".") and screen.key.startswith(key)) or not key
