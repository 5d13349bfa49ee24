"""No empty boxes: every character that can come from the catalogues or the demo books has a glyph."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from accessibility.phrase import MASK
from i18n import catalogues
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.bank.store import FILE_NAME
from ui.fonts import covers


def words() -> str:
    """Every word of every catalogue, in all plural forms."""
    found: list[str] = [*OWN_NAMES.values(), MASK]
    for lang in LANGUAGES:
        for entry in catalogues.read(catalogues.po_path(lang), lang):
            for text in (entry.id, entry.string):
                found += [text] if isinstance(text, str) else list(text or ())
    return "".join(found)


def in_the_books(folder: Path) -> Iterator[str]:
    """Every text that the demo bank may send."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as books:
        tables = [name for (name,) in books.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            for row in books.execute(f'select * from "{table}"'):
                yield from (value for value in row if isinstance(value, str))


def test_every_character_has_a_glyph(qapp: QApplication, books: Path) -> None:
    del qapp
    shown = set(words()) | set("".join(in_the_books(books)))
    assert len(shown) > 800, "all of it was read"
    assert {"阿", "億", "養"} & shown
    assert covers("".join(sorted(shown))) == set()
