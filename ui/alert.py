"""News to be seen from across the room: a band over the top of the window, and nothing in it moves (WCAG 2.3)."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.phrase import NOTHING
from accessibility.screen import Notice
from ui.controls.drawing import card, ringed
from ui.controls.pressable import Pressable
from ui.kit import Kit
from ui.lines import Lines

ICON = "hand-waving"


class AlertBand(Pressable):
    """As wide as the window, over heading and small buttons, in one strong colour, with an icon and its words.

    Pressing it anywhere does its action. It never covers the content or the foot, so nothing has to wait for it.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "", "")
        self.anxin_role = QAccessible.Role.Notification
        self._notice: Notice | None = None
        self._words = self._close = kit.lines(NOTHING, kit.theme.heading, "")

    def show_notice(self, notice: Notice | None) -> None:
        """Show these news, or none any more."""
        if notice == self._notice:
            return
        self._notice = notice
        if notice and notice.action:
            theme, colours = self.kit.theme, self.kit.theme.colours
            self.key = notice.action.key
            self.setAccessibleName(notice.text.said)
            self.setAccessibleDescription(notice.action.label.said)
            size, small = (theme.body, theme.least) if theme.crowded else (theme.heading, theme.body)
            self._words = self.kit.lines(notice.text, size, colours.card, bold=True, ground=colours.good)
            self._close = self.kit.lines(
                notice.action.label, small, colours.good, bold=True, ground=colours.card, align="centre"
            )
            self.refresh()
        self.setVisible(notice is not None)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        if not self._notice:
            return 0
        return max(self._mark(), self._words.needed(self._room(width)), self._pill_height()) + 2 * self.kit.theme.gap

    def set_out(self) -> None:
        """Icon, words, and at the right the word that closes it."""
        theme, room = self.kit.theme, self._room(self.width())
        left = theme.margin + self._mark() + theme.tight_pad
        self._words.place(left, (self.height() - self._words.needed(room)) // 2, room)
        pill = self._pill_width()
        inner = pill - 2 * theme.tight_pad - self._tick() - theme.gap
        self._close.place(
            self.width() - theme.margin - pill + theme.tight_pad + self._tick() + theme.gap,
            (self.height() - self._close.needed(inner)) // 2,
            inner,
        )

    def paint(self, painter: QPainter) -> None:
        """The band, the icon, the words, and the pill."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        card(painter, self.rect(), 0, colours.good)
        if ringed(self, self.kit):
            inset = theme.ring_gap
            card(painter, self.rect().adjusted(inset, inset, -inset, -inset), 0, "", colours.card, theme.ring)
        top = (self.height() - self._mark()) // 2
        self.kit.icons.draw(painter, ICON, "fill", theme.margin, top, self._mark(), colours.card)
        self._words.draw(painter)
        pill = self.rect().adjusted(self.width() - theme.margin - self._pill_width(), 0, -theme.margin, 0)
        pill.setHeight(self._pill_height())
        pill.moveTop((self.height() - pill.height()) // 2)
        card(painter, pill, theme.small_radius, colours.card)
        tick = self._tick()
        self.kit.icons.draw(
            painter, "check", "bold", pill.left() + theme.tight_pad, pill.center().y() - tick // 2, tick, colours.good
        )
        self._close.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [self._words, self._close] if self._notice else []

    def _mark(self) -> int:
        return round(self._words.font.pixelSize() * 1.6)

    def _tick(self) -> int:
        return round(self.kit.theme.body * 0.9)

    def _pill_width(self) -> int:
        theme = self.kit.theme
        return self._close.natural + self._tick() + theme.gap + 2 * theme.tight_pad + 2

    def _pill_height(self) -> int:
        theme = self.kit.theme
        return max(theme.small, round(theme.body * theme.spacing) + theme.gap)

    def _room(self, width: int) -> int:
        theme = self.kit.theme
        return width - 2 * theme.margin - self._mark() - 2 * theme.tight_pad - self._pill_width()
