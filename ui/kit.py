"""What every control is handed: the look, the pictures, and where to tell what the customer does."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from accessibility.phrase import Phrase
from ui.fonts import font_of
from ui.icons import Icons
from ui.lines import Align, Lines
from ui.theme.tokens import Theme


class Patience(msgspec.Struct, frozen=True):
    """How long a second tap is taken for a trembling hand's (EN-25)."""

    again_s: float = 0.5
    """Seconds in which the same control, or the same place, does not act again."""
    digit_again_s: float = 0.25
    """Seconds in which the same digit is not taken again from the screen; real keys are not held back."""


class Taps:
    """Tells a second tap that was meant from one that was not."""

    def __init__(self, patience: Patience, clock: Callable[[], float], reach: int) -> None:
        self.patience = patience
        self._clock = clock
        self._reach = reach
        self._key = ""
        self._place: QPoint | None = None
        self._when = float("-inf")
        self._fresh: frozenset[str] = frozenset()
        self._fresh_when = float("-inf")

    def now(self) -> float:
        """The time by which taps are told apart, in seconds."""
        return self._clock()

    def appeared(self, keys: frozenset[str]) -> None:
        """These controls have just come by themselves: a finger on its way was meant for what was there before."""
        if keys:
            self._fresh, self._fresh_when = keys, self._clock()

    def counts(self, key: str, place: QPoint | None, *, digit: bool = False) -> bool:
        """Whether this activation of `key` at `place` (in the window; None from the keyboard) counts.

        The place counts too, so that the second half of a double tap does not press what the first one brought.
        """
        now = self._clock()
        if key in self._fresh and now - self._fresh_when < self.patience.again_s:
            return False
        wait = self.patience.digit_again_s if digit else self.patience.again_s
        soon = now - self._when < wait
        if soon and (key == self._key or self._near(place, digit=digit)):
            return False
        self._key, self._place, self._when = key, place, now
        return True

    def _near(self, place: QPoint | None, *, digit: bool) -> bool:
        if digit or place is None or self._place is None:
            return False
        return (place - self._place).manhattanLength() <= self._reach


class Hands(msgspec.Struct, frozen=True):
    """Where controls tell what the customer does."""

    acted: Callable[[str, str], None]
    """An action was chosen: its key, and what was typed."""
    focused: Callable[[str], None]
    """A control got the keyboard focus."""
    touched: Callable[[], None]
    """A finger came down."""
    keyed: Callable[[], None]
    """A key came down."""
    typed: Callable[[int], None]
    """A keypad holds so many digits now."""
    moved: Callable[[QWidget, int], None]
    """An arrow key was pressed on a control."""
    steered: Callable[[], bool]
    """Whether the customer is moving the focus just now, so that where it goes is told."""
    by_key: Callable[[], bool]
    """Whether the customer uses keys just now, and so needs the focus ring."""
    stirred: Callable[[bool], None]
    """A key (True) or a finger came down on what must not hush the voice."""
    tapped: Callable[[], None]
    """A key of a keypad did something; never which."""
    asked: Callable[[str], None]
    """The customer asks what a control is: its key."""
    early: Callable[[], str] = str
    """The keys that came right before, when there was no keypad yet; told once."""


class Kit:
    """The look, the pictures and the hands, together."""

    def __init__(self, theme: Theme, icons: Icons, hands: Hands, taps: Taps) -> None:
        self.theme = theme
        self.icons = icons
        self.hands = hands
        self.taps = taps

    def with_theme(self, theme: Theme) -> Kit:
        """The same hands and pictures in another look."""
        return Kit(theme, self.icons, self.hands, self.taps)

    def lines(
        self,
        phrase: Phrase | str,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        ground: str = "",
        align: Align = "left",
    ) -> Lines:
        """Words of `size` pixels in `colour`, at the theme's line pitch, in their own language's glyph forms."""
        text, lang = (phrase, "") if isinstance(phrase, str) else (phrase.shown, phrase.lang)
        font = font_of(self.theme, size, bold=bold, lang=lang)
        return Lines(text, font, colour, self.theme.pitch(size), align=align, ground=ground or self.theme.colours.card)
