"""What stands around the content of every screen: heading and small buttons, caption bar, foot."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.caption import Caption
from accessibility.phrase import NOTHING
from accessibility.screen import Screen
from ui.alert import AlertBand
from ui.caption_bar import CaptionBar
from ui.controls.button import Button
from ui.controls.label import Label
from ui.frame import ASIDE, FOOT, TOP, Frame, foot_height, foot_rects, top_cell
from ui.head import Heading, heading_beside, set_head
from ui.kit import Kit
from ui.theme.fitting import top_height


class Shell:
    """The fixed parts of a window in one look. Their places depend on look and window, never on the screen.

    A window that never speaks, such as the lobby's, has no "say again": it needs no caption bar, and no places at the
    top for louder and quieter.
    """

    def __init__(self, kit: Kit, window: QWidget, caption: Caption) -> None:
        theme = kit.theme
        self.kit = kit
        self.heading = Heading(kit)
        self._step = Label(kit, "step", NOTHING, theme.quiet, colour=theme.colours.soft)
        self._quiet = Label(kit, "quiet", NOTHING, theme.quiet, colour=theme.colours.soft)
        self.top = Frame(kit, TOP, theme.frame)
        self.bar = CaptionBar(kit)
        self.aside = Frame(kit, ASIDE, theme.frame)
        self.foot = Frame(kit, FOOT, theme.foot)
        self.alert = AlertBand(kit)
        self.speaks = True
        """Whether this window has a voice."""
        self.bar.show_caption(caption)
        for part in self._parts():
            part.setParent(window)
            part.setVisible(part is not self.alert)

    def take_away(self) -> None:
        """Make room for another look."""
        for part in self._parts():
            part.hide()
            part.setParent(None)
            part.deleteLater()

    def show_screen(self, screen: Screen) -> None:
        """Take on the words and actions of a screen."""
        self.heading.say(screen.heading)
        self.heading.setVisible(heading_beside(self.kit, screen))
        self._step.say(screen.step)
        self._quiet.say(screen.quiet)
        for frame in (self.top, self.aside, self.foot):
            frame.show_actions(screen.actions)
        self._step.setVisible(not self.kit.theme.crowded)
        self._quiet.setVisible(not self.kit.theme.crowded)
        self.alert.show_notice(screen.alert)
        self.top.setVisible(screen.alert is None)
        self.speaks = any(action.place == "repeat" for action in screen.actions)
        self.bar.setVisible(self.speaks)

    def buttons(self) -> list[Button]:
        """All of the frame's buttons in reading order: beside the caption, the foot, the top."""
        return [*self.aside.in_order(), *self.foot.in_order(), *self.top.in_order()]

    def press(self, place: str) -> bool:
        """Press the foot's button at a place; False when it cannot be used."""
        button = self.foot.buttons.get(place)
        usable = button is not None and not button.isHidden() and button.isEnabled()
        if button and usable:
            button.click()
        return usable

    def set_out(self, width: int, height: int) -> QRect:
        """Give every part its place in a window of this size; returns the place that is left for the content."""
        theme = self.kit.theme
        margin, spread = theme.margin, theme.spread
        inner = QRect(margin, margin * 3 // 4, width - 2 * margin, height - margin * 3 // 2)
        air = max(theme.gap, spread * 3 // 4)
        words = [self.heading, self._step, self._quiet]
        if self.speaks:
            top = set_head(self.kit, inner, self.top, words)
        else:
            few = self.top.in_order()
            widest = max((button.natural() for button in few), default=0)
            top = set_head(self.kit, inner, self.top, words, [button.action.place for button in few], widest)
        if not self.alert.isHidden():
            top = max(top, self.alert.needed(width))  # what it would cover moves down meanwhile
        self.alert.setGeometry(0, 0, width, top)
        top += max(theme.gap, spread * 3 // 4)
        foot, above = foot_height(self.kit, inner.width(), height)
        self.foot.setGeometry(inner.left(), inner.bottom() + 1 - foot, inner.width(), foot)
        rects = foot_rects(self.kit, inner.width(), foot)
        self.foot.set_rects(rects, above=above)
        if not self.speaks:
            return QRect(inner.left(), top, inner.width(), self.foot.y() - air - top)
        pause = self._pause_width(rects["help"].width())
        self.bar.rows = self.bar.rows_for(inner.width() - pause - theme.gap, tall=height > width)
        least = theme.small if theme.crowded else top_height(theme)
        row = QRect(inner.left(), 0, inner.width(), max(self.bar.needed(inner.width()), least))
        row.moveTop(self.foot.y() - air - row.height())
        self._set_bar(row, rects["help"].width())
        return QRect(inner.left(), top, inner.width(), row.top() - air - top)

    def _set_bar(self, row: QRect, whole: int) -> None:
        """The caption, and at its right what the voice is asked for: over help, and together as wide."""
        gap, height = self.kit.theme.gap, row.height()
        pause = self._pause_width(whole)
        rects = {"pause": QRect(0, 0, pause, height)}
        shown = {button.action.place for button in self.aside.in_order()}
        if shown - {"pause"}:
            rects = {"aloud": QRect(0, 0, whole, height), "pause": QRect(whole + gap, 0, pause, height)}
        own = rects["pause"].right() + 1
        self.aside.setVisible(bool(shown))
        mirrored = self.kit.theme.mirrored
        self.aside.setGeometry(row.left() if mirrored else row.right() + 1 - own, row.top(), own, height)
        self.aside.set_rects(rects, above=False)
        if shown and mirrored:
            row.setLeft(row.left() + own + gap)
        elif shown:
            row.setWidth(row.width() - own - gap)
        self.bar.setGeometry(row)
        self.bar.set_out()

    def _pause_width(self, most: int) -> int:
        return min(top_cell(self.kit, above=False)[0], most)

    def _parts(self) -> list[QWidget]:
        return [self.heading, self._step, self._quiet, self.top, self.bar, self.aside, self.foot, self.alert]
