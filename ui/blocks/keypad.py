"""A large number pad. What is typed lives here only, and is wiped when it has been handed on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent, QPainter

from accessibility.phrase import Phrase
from accessibility.screen import Action, Block, Keypad
from ui.blocks.card import Card
from ui.blocks.digits import Digits
from ui.blocks.view import View
from ui.controls.button import Button
from ui.controls.drawing import card
from ui.keys import ARROWS, BACKSPACE, DELETE, ENTERS
from ui.kit import Kit
from ui.lines import Column, Lines

FACES = "123456789"
CORRECT, CLEAR = "keypad:correct", "keypad:clear"


class DigitKey(Button):
    """One key of the pad."""

    digit = True

    def __init__(self, kit: Kit, pad: KeypadCard, face: str, label: Phrase) -> None:
        super().__init__(kit, Action(f"keypad:{face}", Phrase(face)), size=kit.theme.title)
        self.setAccessibleName(label.said or face)
        self._pad, self._face = pad, face

    def chosen(self) -> None:
        """The digit goes into the pad, nowhere else."""
        self._pad.press(self._face)


class PadButton(Button):
    """Correct, clear or accept."""

    def __init__(self, kit: Kit, pad: KeypadCard, action: Action) -> None:
        super().__init__(kit, action)
        self._pad = pad

    def chosen(self) -> None:
        """The pad does it."""
        self._pad.do(self.key)


class KeypadCard(Card):
    """Display and pad: beside each other on a wide page, one over the other on a tall one."""

    def __init__(self, kit: Kit, key: str, keypad: Keypad) -> None:
        super().__init__(kit, key, keypad.label.said, role=QAccessible.Role.Grouping, focusable=True)
        self.grows = 1
        self.keypad = keypad
        self._digits = Digits(keypad)
        names = keypad.digit_names if len(keypad.digit_names) == 10 else tuple(Phrase(str(n)) for n in range(10))
        self.keys = [DigitKey(kit, self, face, names[int(face)]) for face in FACES + "0"]
        self.correct = PadButton(kit, self, Action(CORRECT, keypad.correct, "backspace"))
        self.clear = PadButton(kit, self, Action(CLEAR, keypad.clear, "x"))
        self.accept = PadButton(kit, self, self._accept_action())
        for button in (*self.keys, self.correct, self.clear, self.accept):
            button.setParent(self)
        self.show_keypad(keypad)

    def show_keypad(self, keypad: Keypad) -> None:
        """Take on other words; what is typed stays."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.keypad = keypad
        self._digits.keypad = keypad
        self.column = Column((self.kit.lines(keypad.label, theme.lead, colours.ink, bold=True), 0))
        self._error = self.kit.lines(keypad.error, theme.body, colours.act, bold=True)
        self.setAccessibleDescription(keypad.error.said)
        self._show_count()

    def press(self, digit: str) -> None:
        """Take one digit, when there is room for it."""
        if self._digits.add(digit):
            self._changed()

    def do(self, key: str) -> None:
        """Correct the last digit, clear all, or hand on what is typed."""
        if key == CORRECT:
            self._digits.drop()
            self._changed()
        elif key == CLEAR:
            self.wipe()
            self._changed()
        elif self._digits.complete:
            typed = self._digits.take()
            self._changed()
            self.kit.hands.acted(self.keypad.accept.key, typed)

    def wipe(self) -> None:
        """Forget what is typed."""
        self._digits.take()

    def keep(self, other: KeypadCard) -> None:
        """Take over what another pad for the same value holds, and wipe that one."""
        self._digits.put(other._digits.take())
        self._show_count()

    def type_key(self, event: QKeyEvent) -> bool:
        """Take a real key: digit, Backspace, Delete, Enter, and a card reader's framing. True when it was one."""
        if event.isAutoRepeat():
            return event.text().isdigit()
        self._catch_up()
        if event.key() in ENTERS:
            return self._entered()
        if event.key() == BACKSPACE:
            self.do(CORRECT)
        elif event.key() == DELETE:
            self.do(CLEAR)
        elif not self._digits.type(event.text()):
            return False
        else:
            self._changed()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Real keys work while the display has the focus; the window sends them here from elsewhere too."""
        if event.key() in ARROWS or not self.type_key(event):
            super().keyPressEvent(event)
            return
        self.kit.hands.keyed()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """A pad that goes away forgets."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.wipe()

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        theme = self.kit.theme
        key = theme.main
        pad = 4 * key + 3 * theme.gap
        if self._wide(width):
            return max(pad, self._aside_needed(self._aside(width))) + 2 * theme.gap
        room = width - 2 * theme.tight_pad
        return self._aside_needed(room) + theme.gap + pad + 2 * theme.gap

    def set_out(self) -> None:
        """Name, display, error and accept; and the pad."""
        theme = self.kit.theme
        if self._wide(self.width()):
            aside = self._aside(self.width())
            self._set_aside(theme.tight_pad, theme.gap, aside, self.height() - 2 * theme.gap)
            left = theme.tight_pad + aside + theme.gap * 2
            self._set_pad(QRect(left, theme.gap, self.width() - left - theme.tight_pad, self.height() - 2 * theme.gap))
            last = self.keys[9].geometry()
            self.accept.setGeometry(theme.tight_pad, last.top(), aside, last.height())
            return
        room = self.width() - 2 * theme.tight_pad
        head = self._aside_needed(room) - self._accept_height(room) - theme.gap
        self._set_aside(theme.tight_pad, theme.gap, room, head)
        foot = self.height() - theme.gap - self._accept_height(room)
        self.accept.setGeometry(theme.tight_pad, foot, room, self._accept_height(room))
        top = theme.gap + head + theme.gap
        self._set_pad(QRect(theme.tight_pad, top, room, foot - theme.gap - top))

    def paint(self, painter: QPainter) -> None:
        """Card, words, display, error."""
        super().paint(painter)
        theme, colours = self.kit.theme, self.kit.theme.colours
        edge = colours.act if self.keypad.error.shown else colours.brand
        card(painter, self._box, theme.small_radius, colours.card, edge, theme.border * 2)
        self._shown.draw(painter)
        self._error.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words; a secret is dots."""
        return [*self.column.lines, *(lines for lines in (self._shown, self._error) if lines.text)]

    def _catch_up(self) -> None:
        """A card read before this page was there has begun already. A secret begins here, and nowhere else."""
        for character in self.kit.hands.early():
            if not self.keypad.secret:
                self._digits.type(character)

    def _entered(self) -> bool:
        if self.keypad.secret and self._digits.skips:
            self._digits.end_frame()  # the reader's own Enter
            return True
        if self._digits.complete:
            self.do(self.keypad.accept.key)
            return True
        return False

    def _changed(self) -> None:
        self._show_count()
        self.refresh()
        self.kit.hands.typed(self._digits.count)

    def _show_count(self) -> None:
        theme = self.kit.theme
        shown = self._digits.shown
        self._shown = self.kit.lines(shown, theme.title, theme.colours.ink, bold=True, align="centre")
        counted = self.keypad.typed.said.replace("{count}", str(self._digits.count))
        self.setAccessibleName(", ".join(part for part in (self.keypad.label.said, counted) if part))
        self.accept.adopt(self._accept_action())

    def _accept_action(self) -> Action:
        accept = self.keypad.accept
        enabled = accept.enabled and self._digits.complete
        return Action(accept.key, accept.label, accept.icon or "check", enabled=enabled, kind="primary")

    def _wide(self, width: int) -> bool:
        return width >= self.kit.theme.title * 17

    def _aside(self, width: int) -> int:
        return (width - 2 * self.kit.theme.tight_pad - 2 * self.kit.theme.gap) * 48 // 100

    def _box_height(self) -> int:
        return max(self.kit.theme.main, round(self.kit.theme.title * 1.6))

    def _accept_height(self, room: int) -> int:
        return self.accept.needed(room)

    def _aside_needed(self, room: int) -> int:
        theme = self.kit.theme
        error = max(self._error.needed(room), self._error.pitch)
        words = self.column.needed(room) + error
        return words + self._box_height() + self._accept_height(room) + 2 * theme.gap

    def _set_aside(self, left: int, top: int, room: int, height: int) -> None:
        theme = self.kit.theme
        foot = self.column.place(left, top, room) + theme.gap
        self._box = QRect(left, foot, room, self._box_height())
        inner = room - 2 * theme.gap
        size = theme.title
        while size > theme.body and self._shown.natural > inner:
            size = max(theme.body, size * 9 // 10)
            self._shown = self.kit.lines(self._shown.text, size, theme.colours.ink, bold=True, align="centre")
        self._shown.place(left + theme.gap, foot + (self._box_height() - self._shown.needed(inner)) // 2, inner)
        self._error.place(left, self._box.bottom() + theme.gap // 2, room)
        own = self._accept_height(room)
        self.accept.setGeometry(left, top + height - own, room, own)

    def _set_pad(self, place: QRect) -> None:
        gap = self.kit.theme.gap
        width, height = (place.width() - 2 * gap) // 3, (place.height() - 3 * gap) // 4
        order: list[Button] = [*self.keys[:9], self.clear, self.keys[9], self.correct]
        for number, button in enumerate(order):
            row, column = divmod(number, 3)
            button.setGeometry(place.left() + column * (width + gap), place.top() + row * (height + gap), width, height)
        for button in order:
            button.fit_word()


class KeypadView(View):
    """Draws a keypad."""

    def __init__(self, kit: Kit, block: Keypad, index: int) -> None:
        super().__init__(kit, block, index)
        self.card = KeypadCard(kit, f"keypad:{block.field}", block)
        self.parts = [self.card]

    def adopt(self, block: Block) -> bool:
        """Other words around the same pad."""
        if not isinstance(block, Keypad) or block.field != self.card.keypad.field:
            return False
        if block != self.block:
            same = block.digit_names == self.card.keypad.digit_names and block.clear == self.card.keypad.clear
            if not same or block.correct != self.card.keypad.correct:
                return False
            self.block = block
            self.card.show_keypad(block)
            self.card.refresh()
        return True
