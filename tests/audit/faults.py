"""Seeded faults: small changes to a real rendered window (or to the page it shows), one for each check of the audit."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from accessibility.phrase import SILENT, Phrase
from accessibility.screen import Chart, ChartPart, Choices, Paragraph, Screen, Tile
from tests.ui.samples import Samples
from ui.blocks.options import OptionButton
from ui.blocks.tile import TileButton
from ui.charts import patterns
from ui.controls.drawing import surface
from ui.icons import Cut, Icons
from ui.ink import brush
from ui.page import Page
from ui.theme.tokens import Theme
from ui.window import KioskWindow

SAMPLES = Samples()
HOME, BALANCE, SETTINGS, TROUBLE = SAMPLES.home(), SAMPLES.balance(), SAMPLES.settings(), SAMPLES.trouble()
CHECKUP = SAMPLES.checkup()
FAINT = "#D8D0C0"
SHORT = msgspec.structs.replace(HOME, quiet=Phrase("今天"))

Fault = Callable[[KioskWindow, pytest.MonkeyPatch], None]


def themed(change: Callable[[Theme], Theme]) -> Fault:
    """A fault in the look."""
    return lambda window, _: window.set_theme(change(window.theme))


def coloured(**colours: str) -> Fault:
    """A fault in the colours."""
    return themed(
        lambda theme: msgspec.structs.replace(theme, colours=msgspec.structs.replace(theme.colours, **colours))
    )


def sized(**sizes: float) -> Fault:
    """A fault in the sizes."""
    return themed(lambda theme: msgspec.structs.replace(theme, **sizes))


def piece(window: KioskWindow, key: str) -> QWidget:
    """The control with a key. Raises StopIteration where there is none."""
    return next(w for w in window.findChildren(QWidget) if getattr(w, "key", "") == key and w.isVisibleTo(window))


def tiles(window: KioskWindow) -> list[QWidget]:
    """The tiles of the page, in order."""
    return [widget for widget in window.focus_order() if isinstance(widget, TileButton)]


def near_button(window: KioskWindow, _: pytest.MonkeyPatch) -> None:
    """Two tiles 1 mm apart."""
    one, other = tiles(window)[:2]
    near = round(1 / window.theme.mm_per_px)
    one.setGeometry(one.x(), one.y(), other.x() - near - one.x(), one.height())


def clipped_label(window: KioskWindow, _: pytest.MonkeyPatch) -> None:
    """The heading has half the height it needs."""
    heading = piece(window, "heading")
    heading.resize(heading.width(), heading.height() // 2)


def overlapping(window: KioskWindow, _: pytest.MonkeyPatch) -> None:
    """The quiet line stands on a tile."""
    quiet, tile = piece(window, "quiet"), tiles(window)[1]
    corner = tile.mapTo(window, tile.rect().topLeft())
    quiet.move(corner.x() + window.theme.pad, corner.y() + window.theme.border * 2)
    quiet.raise_()


def nameless_control(window: KioskWindow, _: pytest.MonkeyPatch) -> None:
    """A tile without a name for a screen reader; the narration still tells of it."""
    tiles(window)[0].setAccessibleName(" ")


def swapped_order(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """The keyboard comes to the last tile first."""
    usual = Page.focusables
    patch.setattr(Page, "focusables", lambda page: usual(page)[::-1])


def no_ring(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """No focus ring around anything but the heading."""
    patch.setattr("ui.controls.drawing.ringed", lambda *_: False)


def focus_out_of_sight(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """The page does not turn to where the focus is."""
    patch.setattr(Page, "reveal", lambda *_: None)


def colour_only(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """What is chosen differs from the rest by a tint, and by nothing else."""

    def paint(button: OptionButton, painter: QPainter) -> None:
        colours = button.kit.theme.colours
        fill = "#FFD9D9" if button.option.selected else "#D9FFD9"
        theme = button.kit.theme
        surface(painter, button, button.kit, theme.small_radius, fill, colours.line, theme.border)
        for lines in button.texts():
            lines.draw(painter, colours.ink)

    patch.setattr(OptionButton, "paint", paint)


def lost_piece(window: KioskWindow, _: pytest.MonkeyPatch) -> None:
    """A paragraph that is said is not on the page."""
    piece(window, "block:0").hide()


def faint_icons(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """Icons in a colour that hardly shows on white."""
    usual = Icons.draw

    def draw(
        icons: Icons, painter: QPainter, name: str, cut: Cut, left: int, top: int, size: int, _: str
    ) -> None:  # fmt: skip
        usual(icons, painter, name, cut, left, top, size, FAINT)

    patch.setattr(Icons, "draw", draw)


def faint_part(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """One part of a chart in a colour that hardly shows on the card; its pattern is its own."""
    usual = patterns.ink_of
    patch.setattr(patterns, "ink_of", lambda theme, number: FAINT if number == 1 else usual(theme, number))


def hues_alone(_: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """The parts of a chart differ in hue, and in nothing else."""

    def fill(painter: QPainter, path: QPainterPath, number: int, theme: Theme) -> None:
        painter.fillPath(path, brush(patterns.ink_of(theme, number)))

    patch.setattr(patterns, "fill", fill)


def low_tiles(window: KioskWindow, patch: pytest.MonkeyPatch) -> None:
    """Tiles as low as they may be: half of the page stays empty."""
    patch.setattr("ui.arrangement.TALLEST", 1)
    patch.setattr("ui.arrangement.SLIMMEST", 0.1)
    if window.page:
        window.page.set_out()


def ring() -> Screen:
    """A page with a chart of three parts."""
    shares = (("存款", 0.5), ("债券", 0.3), ("基金", 0.2))
    parts = tuple(ChartPart(Phrase(name), Phrase(f"{share:.0%}"), share) for name, share in shares)
    chart = Chart("ring", Phrase("您的钱放在哪里"), Phrase("一半是存款。"), parts)
    return msgspec.structs.replace(TROUBLE, key="picture", blocks=(chart,), focus="")


def with_words(text: str, spoken: str = "") -> Screen:
    """The page of trouble with one more sentence."""
    return msgspec.structs.replace(TROUBLE, blocks=(Paragraph(Phrase(text, spoken)),))


def crowded() -> Screen:
    """Seven small choices."""
    tiles = tuple(Tile(f"tile:{number}", Phrase(f"选{number}")) for number in range(7))
    return msgspec.structs.replace(HOME, blocks=(Choices(tiles, columns=4),), focus="")


def untouched(_: KioskWindow, __: pytest.MonkeyPatch) -> None:
    """The page itself is the fault."""


FAULTS: dict[str, tuple[str, Screen, Fault]] = {
    "grey text": ("text contrast", HOME, coloured(soft="#9A9284")),
    "faint borders": ("edge contrast", HOME, coloured(line="#D8D0C0")),
    "a foot of 19 mm": ("target size", HOME, sized(main=60)),
    "tiles 1 mm apart": ("target gap", HOME, near_button),
    "hints of 20 pt": ("type size", HOME, sized(body=30)),
    "half a heading": ("clipping", HOME, clipped_label),
    "a line on a tile": ("overlap", SHORT, overlapping),
    "a missing glyph": ("glyphs", with_words("请等一下 \U0001f9ff。"), untouched),
    "a line too long": ("line length", with_words("慢慢来，不着急。" * 12), sized(measure=9000)),
    "faint icons": ("icon contrast", HOME, faint_icons),
    "a faint part of a chart": ("chart contrast", ring(), faint_part),
    "parts of one pattern": ("chart patterns", ring(), hues_alone),
    "low tiles": ("filling", HOME, low_tiles),
    "paragraphs too near": ("paragraph gap", TROUBLE, sized(apart=0.02)),
    "narrow lines": ("line pitch", with_words("慢慢来，不着急。" * 12), sized(spacing=1.1)),
    "no focus ring": ("focus mark", HOME, no_ring),
    "focus out of sight": ("focus hidden", CHECKUP, focus_out_of_sight),
    "a nameless control": ("name and role", HOME, nameless_control),
    "a swapped order": ("tab order", HOME, swapped_order),
    "a silent sentence": ("shown, not said", with_words("请坐着等一下。", SILENT), untouched),
    "a lost sentence": ("said, not shown", with_words("请坐着等一下。"), lost_piece),
    "seven choices": ("choices", crowded(), untouched),
    "a state told by colour": ("states", SAMPLES.sizes(), colour_only),
}
