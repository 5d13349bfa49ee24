"""The theme: one frozen value that says how everything looks."""

from __future__ import annotations

from typing import Literal

import msgspec

from ui.theme.colours import Colours

Tiles = Literal["card", "bubble", "ledger"]
"""A calm card, a round bubble with its icon on a disc, or a flat card with a stripe at its left edge."""


class Theme(msgspec.Struct, frozen=True):
    """Named colours and sizes in pixels of one mode, on one screen, for one customer."""

    colours: Colours
    """The palette in use."""
    tiles: Tiles
    """The shape of tiles."""
    lang: str
    """Decides the glyph forms."""
    family: str
    """Type family with the glyph forms of `lang`."""
    mm_per_px: float
    """Millimetres of one pixel on this screen."""

    caption: int
    """Type size of the caption bar."""
    body: int
    """Type size of sentences."""
    lead: int
    """Type size of a sentence that leads, and of a row's title."""
    title: int
    """Type size on tiles."""
    heading: int
    """Type size of the page's heading."""
    amount: int
    """Type size of the one large amount."""
    quiet: int
    """Type size of the quiet lines under the heading."""
    frame: int
    """Type size of the frame's small buttons."""
    foot: int
    """Type size of the foot's buttons."""
    least: int
    """Type size of the mode's own sentences, before the customer's wish: no heading shrinks below it to fit."""
    floor: int
    """No word of the frame shrinks below this to fit its place (18 pt where the mode's own text is larger)."""
    spacing: float
    """Line pitch as a multiple of the type size."""
    text_weight: int
    """Weight axis of sentences."""
    bold_weight: int
    """Weight axis of headings, titles and amounts."""

    main: int
    """Least height of tiles, keys and the foot."""
    small: int
    """Least height and width of any other target."""
    gap: int
    """Between two targets."""
    slop: int
    """How far outside its edge a lift still counts."""

    icon: int
    """A tile's icon."""
    mark: int
    """An icon beside a word in the frame."""
    compact: bool
    """The heading stands beside one row of low small buttons, in letters that fit there."""
    upright: bool
    """The window is higher than it is wide."""
    crowded: bool
    """Letters are large for this window: the frame takes as little as it may, all else belongs to the page."""
    page: int
    """Least height of the page in a window that is crowded or compact; 0 where there is room."""
    head_room: int
    """Width of the heading's place beside the small buttons, where the head is compact."""
    row: int
    """Least height of the foot."""
    head_rows: int
    """The small buttons at the top stand in so many rows, where the window is crowded."""
    spread: int
    """Between cards, on a screen with room."""
    margin: int
    """Around the page, on a screen with room."""
    tight_margin: int
    """Around the page, on a small one."""
    pad: int
    """Inside a card, on a screen with room."""
    tight_pad: int
    """Inside a card or control, where there is little."""
    radius: int
    """Corner of a card."""
    small_radius: int
    """Corner of a small control."""
    border: int
    """Line around a control."""
    hair: int
    """Divider inside a card."""
    ring: int
    """The focus ring (at least 2 px, WC-16)."""
    ring_gap: int
    """Paper between the ring and what it surrounds, so that it shows on brand too."""
    column: int
    """Least width of a column of content: decides how many stand side by side."""
    measure: int
    """Greatest width of a sentence: 40 Chinese characters (WC-06)."""
    apart: float = 0.3
    """Between two paragraphs, beside the pitch of their lines: so from one to the next is 1.3 times as far as from line
    to line (CN-04)."""
    tightest: float = 1.3
    """However little room there is, lines are no nearer to each other, as a multiple of the type size (CN-04)."""
    letters_apart: float = 0.0
    """Added between letters, as a share of the type size (WC-05),"""
    words_apart: float = 0.0
    """and between words."""
    mirrored: bool = False
    """Help, the main action and the ways through a page stand at the left, for a left hand."""
    band: tuple[float, float] = (0.0, 1.0)
    """The part of the window that everything stands in, from its top, in shares of its height (EN-28)."""

    def paragraph_gap(self, size: int) -> int:
        """Pixels between two paragraphs, the larger of `size`."""
        return -int(-self.pitch(size) * self.apart // 1)

    def pitch(self, size: int) -> int:
        """Pixels from line to line of words of `size`."""
        return -int(-size * self.spacing // 1)
