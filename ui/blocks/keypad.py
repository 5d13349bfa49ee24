"""A large number pad. What is typed lives here only, and is wiped when it has been handed on."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent, QPainter

from accessibility.phrase import Phrase
from accessibility.reaching.number_keys import Reader
from accessibility.screen import Action, Block, Keypad
from ui.blocks.card import Card
from ui.blocks.digits import FRAME_END, FRAME_SPLIT, FRAME_START, Digits
from ui.blocks.pad_display import PadDisplay
from ui.blocks.pad_keys import CLEAR, CORRECT, DigitKey, PadKey
from ui.blocks.view import View
from ui.controls.button import Button
from ui.illustration import Illustration
from ui.keys import ARROWS, BACKSPACE, DELETE, ENTERS, VOICE_KEYS
from ui.kit import Kit
from ui.lines import Lines

FACES = "123456789"


class KeypadCard(Card):
    """Display and pad: beside each other on a wide page, one over the other on a tall one."""

    def __init__(self, kit: Kit, key: str, keypad: Keypad) -> None:
        super().__init__(kit, key, keypad.label.said, role=QAccessible.Role.Grouping, focusable=True)
        self.grows = 1
        self.keypad = keypad
        self._digits = Digits(keypad)
        self._display = PadDisplay(kit, keypad)
        self._reader = Reader()
        self.learn = Button(kit, keypad.learn, kind="small", cut="fill") if keypad.learn else None
        names = keypad.digit_names if len(keypad.digit_names) == 10 else tuple(Phrase(str(n)) for n in range(10))
        self.keys = [DigitKey(kit, self, face, names[int(face)]) for face in FACES + "0"]
        self.correct = PadKey(kit, self, Action(CORRECT, keypad.correct, "backspace"))
        self.clear = PadKey(kit, self, Action(CLEAR, keypad.clear, "x"))
        self.accept = PadKey(kit, self, self._accept_action())
        for button in (self.learn, *self.keys, self.correct, self.clear, self.accept):
            if button:
                button.setParent(self)
        self._picture: Illustration | None = None
        self.show_keypad(keypad)

    def show_keypad(self, keypad: Keypad) -> None:
        """Take on other words; what is typed stays."""
        self.keypad = self._digits.keypad = keypad
        self._display.show_keypad(keypad)
        self.setAccessibleDescription(keypad.lesson.said or keypad.error.said)
        if self.learn and keypad.learn:
            self.learn.adopt(keypad.learn)
        self._name_places()
        self._show_count()

    def show_picture(self, picture: Illustration) -> None:
        """Show how it is done, where what is typed leaves room for it."""
        self._picture = picture
        picture.setParent(self)

    @property
    def typed(self) -> int:
        """How many digits it holds."""
        return self._digits.count

    @property
    def complete(self) -> bool:
        """Enough to hand on, and not while it teaches."""
        return self._digits.complete and not self.keypad.learning

    def press(self, digit: str) -> None:
        """Take one digit, when there is room for it."""
        if self._digits.add(digit):
            self._changed(tapped=True)

    def do(self, key: str) -> None:
        """Correct the last digit, clear all, or hand on what is typed."""
        if key == CORRECT:
            self._digits.drop()
            self._changed(tapped=True)
        elif key == CLEAR:
            self.wipe()
            self._changed(tapped=True)
        elif self._digits.complete:
            typed = self._digits.take()
            self._changed()
            self.kit.hands.acted(self.keypad.accept.key, typed)
        elif self.keypad.tells_short:
            self.kit.hands.acted(self.keypad.accept.key, "")

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
        if self.keypad.learning:
            return self._asked(event)
        self._catch_up()
        before = self._digits.count
        if event.key() in ENTERS:
            return self._entered()
        if event.key() == BACKSPACE:
            self.do(CORRECT)
        elif event.key() == DELETE:
            self.do(CLEAR)
        elif not self._digits.type(event.text()):
            return False
        else:
            self._changed(tapped=self._digits.count != before)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Real keys work while the display has the focus; the window sends them here from elsewhere too."""
        if event.key() in (*ARROWS, *VOICE_KEYS):
            super().keyPressEvent(event)
            return
        self.kit.hands.keyed()  # first, for it hushes the voice, which may have something to say of the key
        if self.type_key(event):
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A pad that goes away forgets."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.wipe()

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        theme = self.kit.theme
        self._display.low = self._wide(width)
        if self._display.low:
            # Accept stands beside the last row of keys, all else beside the three rows above it.
            aside = self._aside(width)
            rows = -(-(self._above_accept(aside) - 2 * theme.gap) // 3)
            row = max(theme.main, rows, self._accept_height(aside))
            return 4 * row + 5 * theme.gap
        room = width - 2 * theme.tight_pad
        return self._aside_needed(room) + theme.gap + 4 * theme.main + 5 * theme.gap

    def set_out(self) -> None:
        """Name, display, error and accept; and the pad."""
        theme = self.kit.theme
        self._display.low = self._wide(self.width())
        if self._display.low:
            aside = self._aside(self.width())
            left = theme.tight_pad + aside + theme.gap * 2
            room = self.width() - left - theme.tight_pad
            start = theme.tight_pad
            if theme.mirrored:
                left, start = theme.tight_pad, theme.tight_pad + room + theme.gap * 2
            self._set_pad(QRect(left, theme.gap, room, self.height() - 2 * theme.gap))
            for button in (self.accept, self.clear, self.keys[9], self.correct):
                button.raise_()  # read in this order: accept stands at the left of the last row
            last = self.keys[9].geometry()
            self.accept.setGeometry(start, last.top(), aside, last.height())
            self._set_aside(start, theme.gap, aside, last.top() - theme.gap)
            self.accept.refresh()  # its words were measured for other widths meanwhile
            return
        room = self.width() - 2 * theme.tight_pad
        head = self._aside_needed(room) - self._accept_height(room) - theme.gap
        self._set_aside(theme.tight_pad, theme.gap, room, theme.gap + head)
        share = (self.height() - head - 7 * theme.gap) // 5  # as high as a row of keys
        own = max(self._accept_height(room), share)
        foot = self.height() - theme.gap - own
        self.accept.setGeometry(theme.tight_pad, foot, room, own)
        top = theme.gap + head + theme.gap
        self._set_pad(QRect(theme.tight_pad, top, room, foot - theme.gap - top))
        for button in (self.clear, self.keys[9], self.correct, self.accept):
            button.raise_()
        self.accept.refresh()

    def paint(self, painter: QPainter) -> None:
        """Card, words, display, error."""
        super().paint(painter)
        self._display.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words; a secret is dots."""
        return self._display.texts()

    def _asked(self, event: QKeyEvent) -> bool:
        """While learning a real key is told too, but nothing of a card that is read meanwhile.

        Without a frame the reader's first digit is taken for a hand's; the next one, sooner than a hand, hushes it.
        """
        text = event.text()
        if event.key() in (BACKSPACE, DELETE):  # no card has them: a hand, however fast
            self.kit.hands.asked(CORRECT if event.key() == BACKSPACE else CLEAR)
        elif self._reader.typed("\r" if event.key() in ENTERS else text, self.kit.taps.now()):
            pass
        elif event.key() in ENTERS:
            self.kit.hands.asked(self.keypad.accept.key)
        elif text and text in "0123456789":
            self.kit.hands.asked(f"keypad:{text}")
        frame = (FRAME_START, FRAME_SPLIT, FRAME_END)
        return event.key() in (*ENTERS, BACKSPACE, DELETE) or text in (*"0123456789", *frame)

    def _name_places(self) -> None:
        """Told to screen readers too."""
        faces = [self.keys[9], *self.keys[:9], self.clear, self.correct]
        if len(self.keypad.places) == len(faces):
            for key, place in zip(faces, self.keypad.places, strict=True):
                key.setAccessibleDescription(place.said)

    def _catch_up(self) -> None:
        """A card read before this page was there has begun already. A secret begins here, and nowhere else."""
        for character in self.kit.hands.early():
            if not self.keypad.secret:
                self._digits.type(character)

    def _entered(self) -> bool:
        if self.keypad.secret and self._digits.skips:
            self._digits.end_frame()  # the reader's own Enter
            return True
        if self._digits.complete or self.keypad.tells_short:
            self.do(self.keypad.accept.key)
            return True
        return False

    def _changed(self, *, tapped: bool = False) -> None:
        self._show_count()
        self.refresh()
        if tapped:
            self.kit.hands.tapped()
        self.kit.hands.typed(self._digits.count)

    def _show_count(self) -> None:
        self._display.show_digits(self._digits.shown)
        counted = self.keypad.typed.said.replace("{count}", str(self._digits.count))
        self.setAccessibleName(", ".join(part for part in (self.keypad.label.said, counted) if part))
        accept = self._accept_action()
        self.accept.kind = accept.kind
        self.accept.adopt(accept)

    def _accept_action(self) -> Action:
        """Filled once there is enough to hand on."""
        pad, complete = self.keypad, self._digits.complete
        enabled = pad.accept.enabled and (complete or pad.learning or pad.tells_short)
        kind: Literal["plain", "primary"] = "plain" if pad.tells_short and not complete else "primary"
        return Action(pad.accept.key, pad.accept.label, pad.accept.icon or "check", enabled=enabled, kind=kind)

    def _wide(self, width: int) -> bool:
        theme = self.kit.theme
        return theme.compact or (width >= theme.title * 17 and not theme.upright)

    def _aside(self, width: int) -> int:
        return (width - 2 * self.kit.theme.tight_pad - 2 * self.kit.theme.gap) * 48 // 100

    def _accept_height(self, room: int) -> int:
        return self.accept.needed(room)

    def _aside_needed(self, room: int) -> int:
        return self._above_accept(room) + self._accept_height(room) + self.kit.theme.gap

    def _above_accept(self, room: int) -> int:
        return self._display.needed(room) + self._learn_height()

    def _learn_height(self) -> int:
        """Of the way into learning, with the gap above it."""
        theme = self.kit.theme
        return max(theme.small, round(theme.body * theme.spacing) + 2 * theme.border) + theme.gap if self.learn else 0

    def _set_aside(self, left: int, top: int, room: int, bottom: int) -> None:
        """Name, display and error from `top`; the way into learning above `bottom`."""
        end = bottom - self._learn_height()
        if self.learn:
            gap = self.kit.theme.gap
            self.learn.setGeometry(left, end + gap, room, bottom - end - gap)
            self.learn.fit_word()
        self._display.place(QRect(left, top, room, end - top))
        self._set_picture(left, room, end)

    def _set_picture(self, left: int, room: int, end: int) -> None:
        """Under what is typed, where nothing else is said and there is room to make it out."""
        if self._picture is None:
            return
        gap = self.kit.theme.gap
        top = self._display.foot + gap
        free = not self.keypad.error.shown and not self.keypad.learning
        self._picture.setVisible(free and end - top - gap >= self.kit.theme.main)
        self._picture.setGeometry(left, top, room, max(0, end - top - gap))

    def _set_pad(self, place: QRect) -> None:
        gap = self.kit.theme.gap
        width, height = (place.width() - 2 * gap) // 3, (place.height() - 3 * gap) // 4
        order: list[Button] = [*self.keys[:9], self.clear, self.keys[9], self.correct]
        for number, button in enumerate(order):
            row, column = divmod(number, 3)
            button.setGeometry(place.left() + column * (width + gap), place.top() + row * (height + gap), width, height)
        for button in order:
            button.fit_word()


def _whole(kit: Kit) -> Kit:
    """In a low window the pad's words are so large that the pad is still seen whole, as it must be to type on it."""
    theme = kit.theme
    if not theme.compact:
        return kit
    row = (theme.page - 5 * theme.gap) // 4
    rows = 3 * (theme.page - 5 * theme.gap) // 4 + 2 * theme.gap
    words = rows - theme.main - theme.small - 4 * theme.gap
    body = max(theme.least, min(theme.body, int(words / 2.2 / theme.spacing)))
    small = msgspec.structs.replace(
        theme,
        body=body,
        lead=min(theme.lead, body),
        title=min(theme.title, round(max(theme.main * 0.75, row / theme.spacing))),
    )
    return kit.with_theme(small)


class KeypadView(View):
    """Draws a keypad."""

    def __init__(self, kit: Kit, block: Keypad, index: int) -> None:
        super().__init__(kit, block, index)
        self.card = KeypadCard(_whole(kit), f"keypad:{block.field}", block)
        self.parts = [self.card]

    def adopt(self, block: Block) -> bool:
        """Other words around the same pad."""
        if not isinstance(block, Keypad) or block.field != self.card.keypad.field:
            return False
        if block != self.block:
            before = self.card.keypad
            same = block.digit_names == before.digit_names and block.clear == before.clear
            if not same or block.correct != before.correct or (block.learn is None) != (before.learn is None):
                return False
            self.block = block
            self.card.show_keypad(block)
            self.card.refresh()
        return True
