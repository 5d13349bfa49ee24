"""Lists the Chinese words of the catalogues, so that no caption marks half a word: `python -m tools.caption_words`.

Needs jieba (tools/voice_pack/requirements.txt); the kiosk itself needs only the list. Words in traditional characters
are cut like their simplified twins. Run it when messages have changed much; a word that is not in the list is marked
in threes, which is all that is lost.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import jieba

from tools.voice_pack.inventory_same import same_reading

HOME = Path(__file__).parent.parent
LIST = HOME / "assets" / "captions" / "words.txt"
WORD = re.compile("[\u4e00-\u9fff]{2,4}")
NUMBER = re.compile("[零一二三四五六七八九两兩十百千万萬亿億]+[元角分]?")
"""Captions cut numbers by rule."""
HEADING = (
    "# Chinese words of two to four characters that captions do not cut. Made by `python -m tools.caption_words`.\n"
)


def caption_words() -> list[str]:
    """The words of both catalogues, in the order of their characters."""
    same = same_reading()
    return sorted({word for lang in ("zh_CN", "zh_TW") for text in _texts(lang) for word in _words(text, same)})


def _texts(lang: str) -> Iterator[str]:
    catalogue = HOME / "i18n" / "locales" / lang / "LC_MESSAGES" / "anxin.mo"
    with catalogue.open("rb") as file:
        messages = gettext.GNUTranslations(file)
    yield from messages._catalog.values()  # type: ignore[attr-defined]  # the one way to all of them


def _words(text: str, same: dict[str, str]) -> Iterator[str]:
    at = 0
    for word in jieba.cut("".join(same.get(character, character) for character in text)):
        own, at = text[at : at + len(word)], at + len(word)
        if WORD.fullmatch(own) and not NUMBER.fullmatch(own):
            yield own


def main() -> None:
    """Write the list."""
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text(HEADING + "\n".join(caption_words()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
