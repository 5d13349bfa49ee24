"""Where the type lies, and loading it: apart from everything else, so that it can begin before the rest is imported."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase


class FontMissing(RuntimeError):
    """The font file cannot be read, so Chinese would show as empty boxes."""


def font_file() -> Path:
    """The variable Noto Sans CJK that came with the installation. Raises FontMissing."""
    package = find_spec("manimgx_fonts_cjk")
    if package is None or package.origin is None:
        raise FontMissing("the package manimgx-fonts-cjk is not installed")
    return Path(package.origin).with_name("NotoSansCJK-VF.otf.ttc")


@cache
def load_font_file() -> None:
    """Make the family known to Qt, once a process; safe in any thread after QApplication. Raises FontMissing."""
    if QFontDatabase.addApplicationFont(str(font_file())) < 0:
        raise FontMissing(f"cannot read the font {font_file()}")
