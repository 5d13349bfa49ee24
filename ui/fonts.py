"""The type: one variable Noto Sans CJK for all languages, brought along because a kiosk may have no Chinese font."""

from __future__ import annotations

from PySide6.QtGui import QFont, QRawFont

from ui.font_file import load_font_file
from ui.theme.making import FAMILIES, family_of
from ui.theme.tokens import Theme


def load_fonts() -> None:
    """Make the family known to Qt; does nothing when it already is. Raises FontMissing."""
    load_font_file()


def font_of(theme: Theme, size: int, *, bold: bool = False, lang: str = "") -> QFont:
    """The font of `size` pixels in the glyph forms of `lang` (the theme's own when empty)."""
    font = QFont(family_of(lang) if lang else theme.family)
    font.setPixelSize(size)
    # The collection is Thin unless its weight axis is set; setWeight and setBold do nothing useful here (QT.md 4).
    font.setVariableAxis(QFont.Tag("wght"), theme.bold_weight if bold else theme.text_weight)
    if theme.letters_apart or theme.words_apart:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size * theme.letters_apart)
        font.setWordSpacing(size * theme.words_apart)
    return font


def covers(text: str) -> set[str]:
    """The characters of `text` that the family has no glyph for: empty when all can be shown."""
    load_fonts()
    raw = QRawFont.fromFont(QFont(FAMILIES["zh_CN"]))
    return {character for character in text if character.isprintable() and not raw.supportsCharacter(ord(character))}
