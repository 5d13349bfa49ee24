"""Making a theme: from a mode's physical sizes to the pixels of one screen."""

from __future__ import annotations

from accessibility.sizes import MM_PER_POINT, TargetSizes, TypeSizes, pixels, type_pixels
from ui.theme.colours import PALETTES, Colours
from ui.theme.tokens import Theme, Tiles

FAMILIES = {"zh_CN": "Noto Sans CJK SC", "zh_TW": "Noto Sans CJK TC", "ja": "Noto Sans CJK JP"}
"""Glyph forms by language; anything else, English included, meets Chinese names and takes the mainland forms."""
CAP_HEIGHT = 0.733
"""Height of a capital H of this family, in em."""
CAP_ANGLE = 0.01222
"""EN-15: 0.7 degrees, as capital height divided by viewing distance."""
ELDER_BODY_PT = 24.0
"""A mode whose own body text is at least this large promises EN-15 (only elder does)."""
FRAME_SHARE = 0.72
"""The frame's small words beside body text."""
FLOOR_PT = 18.0
"""Smallest type that is still main text for elders (CN-01)."""
FLOOR_SHARE = 0.78
"""No word of the frame shrinks below this share of body text, to fit its place, unless it is larger than that."""


def family_of(lang: str) -> str:
    """The type family for a language."""
    return FAMILIES.get(lang, FAMILIES["zh_CN"])


def make_theme(
    colours: str | Colours,
    type_sizes: TypeSizes,
    targets: TargetSizes,
    icon_mm: float,
    *,
    mm_per_px: float,
    viewing_mm: float,
    text_percent: int,
    lang: str,
    tiles: Tiles = "card",
) -> Theme:
    """The theme for a mode's sizes on this screen.

    `icon_mm` is a tile's icon, `mm_per_px` millimetres of a pixel, `viewing_mm` the distance of the eye,
    `text_percent` the customer's own text size. Raises KeyError for an unknown palette.
    """
    scale = text_percent / 100
    least_body = CAP_ANGLE * viewing_mm / CAP_HEIGHT / MM_PER_POINT if type_sizes.body >= ELDER_BODY_PT else 0.0

    def type_px(points: float, least: float = 0.0) -> int:
        return type_pixels(max(points * scale, least), mm_per_px)

    def px(millimetres: float) -> int:
        return pixels(millimetres, mm_per_px)

    body = type_px(type_sizes.body, least_body)
    floor = type_pixels(min(FLOOR_PT, type_sizes.body * FLOOR_SHARE * scale), mm_per_px)
    frame = max(floor, round(body * FRAME_SHARE))
    least = type_pixels(max(type_sizes.body, least_body), mm_per_px)
    main, gap = px(targets.main), px(targets.gap)
    return Theme(
        colours=PALETTES[colours] if isinstance(colours, str) else colours, tiles=tiles,
        lang=lang, family=family_of(lang), mm_per_px=mm_per_px,
        caption=type_px(type_sizes.caption, least_body), body=body, lead=type_px(type_sizes.lead, least_body),
        title=type_px(type_sizes.title, least_body), heading=type_px(type_sizes.heading, least_body),
        amount=type_px(type_sizes.amount), quiet=body, frame=frame, foot=body, least=min(least, body), floor=floor,
        spacing=type_sizes.line_spacing, text_weight=430, bold_weight=700,
        main=main, small=px(targets.small), gap=gap, slop=px(targets.slop),
        icon=px(icon_mm), mark=round(body * 1.05),
        compact=False, upright=False, crowded=False, head_room=0, head_rows=1, page=0, row=main,
        spread=gap * 2, margin=gap * 3, tight_margin=round(gap * 2), pad=round(gap * 3.4), tight_pad=round(gap * 1.5),
        radius=round(main * 0.32), small_radius=round(main * 0.24),
        border=max(2, px(0.5)), hair=max(1, px(0.3)), ring=max(3, px(0.9)), ring_gap=max(3, px(0.6)),
        column=body * 23, measure=body * 40,
    )  # fmt: skip
