"""A theme for a small window, or for letters that are large for it: less air, a frame that leaves the page its room."""

from __future__ import annotations

from math import ceil

import msgspec

from ui.theme.tokens import Theme

ROOM = 11
"""A window has room when both its sides hold so many main targets with the gaps between them,"""
EMS = 22
"""and so many characters of running text."""
FEW_EMS = 18
"""With fewer characters than this it is crowded: the customer chose very large words."""
SMALLER = 0.8
"""Of icons and of what is larger than running text, where there is less room."""
LOW = 8
"""A crowded window that is lower than so many main targets has a foot of small ones."""
LINES, CHARACTERS = 2.7, 11
"""However large the letters she asks for, a page holds nearly three lines of so many: else nothing can be read."""
HEAD_EM, HEAD_SHARE = 8, 0.58
"""Of a crowded window's heading beside the small buttons: so many of the mode's own characters; and of their width."""
FOOT_SHARE = 0.115
"""Of a crowded window's height for the foot, where its words are large."""
TITLE, HEADING, LEAD, AMOUNT = 1 / 11, 1 / 14, 1 / 16, 1 / 6
"""What is larger than running text is at most such a share of a crowded window's shorter side."""
SENTENCE_EM, ENGLISH_EM = 20, 34
"""The caption has room for an elder's sentence, 20 Chinese characters or 15 words,"""
CAPTION_SHARE, ENGLISH_SHARE = 0.115, 0.155
"""which in a crowded window takes at most such a share of its height."""
WORD_EM = 4.8
"""A small button of the frame has room for a word of so many Chinese characters."""
ENGLISH_ROW_EM = 32
"""Of English, one line holds nearly all of a sentence: it has at most 80 letters (WC-06)."""
ONE_ROW = 0.7
"""In a wide window a sentence of the caption stands in one line, rather than taking a second one from the page, where
its letters need shrink no further than this for it."""


def fitted(theme: Theme, width: int, height: int) -> Theme:
    """The theme for a window of this size in pixels: as it is where there is room."""
    side, theme = min(width, height), msgspec.structs.replace(theme, upright=height > width)
    if side >= (theme.main + theme.gap) * ROOM and side >= theme.body * EMS:
        return _told_in_one_row(theme, width)
    if side < theme.body * FEW_EMS:
        return _crowded(theme, width, height)
    snug = _told_in_one_row(_with_frame(_snug(theme, compact=width > height), width), width)
    quiet = round(snug.body * snug.spacing)
    return msgspec.structs.replace(snug, page=_page(snug, height) - quiet - snug.gap)


def _snug(theme: Theme, *, compact: bool) -> Theme:
    """The same running text and targets, less air between them."""

    def smaller(size: int) -> int:
        return min(size, max(theme.body, round(size * SMALLER)))

    return msgspec.structs.replace(
        theme, spacing=min(theme.spacing, theme.tightest),
        amount=smaller(theme.amount), lead=smaller(theme.lead), title=smaller(theme.title),
        heading=smaller(theme.heading), icon=smaller(theme.icon),
        margin=theme.tight_margin, pad=round(theme.tight_pad * 1.2), spread=theme.gap, compact=compact,
    )  # fmt: skip


def _told_in_one_row(theme: Theme, width: int) -> Theme:
    """Captions a little smaller, where that saves a line: upright there is height for it."""
    sentence = ENGLISH_ROW_EM if theme.lang == "en" else SENTENCE_EM
    size = max(theme.floor, _caption_room(theme, width) // sentence)
    if theme.upright or size >= theme.caption or size < theme.caption * ONE_ROW:
        return theme
    return msgspec.structs.replace(theme, caption=size)


def _crowded(theme: Theme, width: int, height: int) -> Theme:
    """Letters as large as she asked for, as long as the page holds some lines of them; all else gives way."""
    theme = msgspec.structs.replace(
        theme, spacing=min(theme.spacing, theme.tightest), margin=theme.gap, spread=theme.gap,
        pad=round(theme.tight_pad * 1.2), crowded=width > height, compact=width > height,
        row=theme.small if height < theme.main * LOW else theme.main,
    )  # fmt: skip
    theme = _with_frame(theme, width)
    body = max(theme.least, min(theme.body, _most_body(theme, width, height)))
    side = min(width, height)

    def larger(size: int, share: float) -> int:
        return min(size, max(body, round(side * share)))

    return msgspec.structs.replace(
        theme, body=body, quiet=body, mark=min(theme.mark, round(body * 1.05)),
        title=larger(theme.title, TITLE), heading=larger(theme.heading, HEADING), lead=larger(theme.lead, LEAD),
        amount=larger(theme.amount, AMOUNT), icon=larger(theme.icon, TITLE * 2),
        foot=min(body, _one_line(theme, foot_height(theme, height))), column=body * 23, measure=body * 40,
        page=_page(theme, height),
        caption=_caption(theme, width, height) if theme.crowded else theme.caption,
    )  # fmt: skip


def foot_height(theme: Theme, height: int) -> int:
    """Pixels for the foot of a crowded window: a target, or a little more where the words in it are large."""
    words = round(theme.body * theme.spacing) + theme.gap
    return max(theme.row, min(words, round(height * FOOT_SHARE)))


def top_width(theme: Theme) -> int:
    """Pixels for one of the small buttons of a compact head."""
    return word_width(theme) + 2 * theme.border + theme.tight_pad


def word_width(theme: Theme) -> int:
    """Pixels for the word of a small button; Latin letters that stand apart are half as wide as they are high."""
    return round(theme.frame * WORD_EM * (1 + 2 * theme.letters_apart))


def top_height(theme: Theme) -> int:
    """Pixels for the small buttons of a compact head: a target, or two lines of the smallest words."""
    return max(theme.small, two_lines(theme))


def two_lines(theme: Theme) -> int:
    """Pixels for two lines of the smallest words of the frame, however far apart lines stand (WC-05)."""
    return 2 * ceil(theme.floor * theme.spacing) + 2 * theme.border


def _with_frame(theme: Theme, width: int) -> Theme:
    """The small buttons at the top: beside the heading if their words allow it, else in two rows."""
    inner = width - 2 * theme.margin
    if not theme.compact:
        return msgspec.structs.replace(theme, frame=_letters(theme, inner, 5))
    room = inner - 2 * theme.gap - theme.least * HEAD_EM
    never_larger = theme.frame <= theme.floor and _cell(theme, room, 5) >= theme.floor * WORD_EM
    if never_larger or _letters(theme, room, 5) > theme.floor:
        frame, across = _letters(theme, min(room, round(inner * HEAD_SHARE)), 5), 5
    else:
        frame, across = _letters(theme, round(inner * HEAD_SHARE), 3), 3
    theme = msgspec.structs.replace(theme, frame=frame, head_rows=1 if across == 5 else 2)
    buttons = across * (top_width(theme) + theme.gap) - theme.gap
    return msgspec.structs.replace(theme, head_room=inner - buttons - 2 * theme.gap)


def _letters(theme: Theme, room: int, buttons: int) -> int:
    """Type size of so many small buttons side by side in `room`: at most as planned, never below the floor."""
    return max(theme.floor, min(theme.frame, round(_cell(theme, room, buttons) / WORD_EM)))


def _cell(theme: Theme, room: int, buttons: int) -> int:
    """Pixels for the word of each of so many small buttons side by side in `room`."""
    return (room - (buttons - 1) * theme.gap) // buttons - 2 * theme.border - theme.tight_pad


def _page(theme: Theme, height: int) -> int:
    """Pixels that head, caption and foot leave to the page at least, with a heading of one line."""
    head = max(top_height(theme) * theme.head_rows + theme.gap * (theme.head_rows - 1), theme.body * 13 // 10)
    bar = max(theme.small, round(height * (ENGLISH_SHARE if theme.lang == "en" else CAPTION_SHARE)))
    return height - head - bar - max(theme.row, round(height * FOOT_SHARE)) - 3 * theme.gap - 2 * theme.margin


def _most_body(theme: Theme, width: int, height: int) -> int:
    """The largest sentences of which a page still holds some lines."""
    aside = theme.main * 3 // 2 + theme.gap + 2 * theme.tight_pad + 2 * theme.margin
    most = int(_page(theme, height) / LINES / theme.spacing)
    return min(most, (width - (aside if theme.crowded else 0)) // CHARACTERS)


def _caption(theme: Theme, width: int, height: int) -> int:
    """The largest captions of which the bar holds a whole sentence, in one line or two."""
    english = theme.lang == "en"
    sentence, share = (ENGLISH_EM, ENGLISH_SHARE) if english else (SENTENCE_EM, CAPTION_SHARE)
    words = max(theme.small, round(height * share)) - theme.tight_pad
    room = _caption_room(theme, width)
    sizes = (min(words / rows / theme.spacing, room * rows / sentence) for rows in (1, 2))
    return max(theme.floor, min(theme.caption, int(max(sizes))))


def _caption_room(theme: Theme, width: int) -> int:
    """Width in pixels for the words of the caption, beside the button that holds the voice."""
    pause = top_width(theme) + (0 if theme.compact else round(theme.frame * 1.1) + theme.tight_pad)
    return width - 2 * theme.margin - pause - theme.gap - 3 * theme.tight_pad - theme.mark


def _one_line(theme: Theme, height: int) -> int:
    return max(theme.floor, int((height - theme.gap) / theme.spacing))
