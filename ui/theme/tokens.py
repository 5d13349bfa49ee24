"""The theme: one frozen value that says how everything looks."""

from __future__ import annotations

import msgspec

from ui.theme.colours import Colours


class Theme(msgspec.Struct, frozen=True):
    """Named colours and sizes in pixels of one mode, on one screen, for one customer."""

    colours: Colours
    """The palette in use."""
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
    frame: int
    """Type size of the frame's small buttons."""
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
    words_alone: bool
    """The frame's words give up their icons: the customer chose very large letters, and the page needs the room."""
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
