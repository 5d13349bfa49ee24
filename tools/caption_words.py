"""Lists Chinese words, so that no caption marks half a word: `python -m tools.caption_words`.

They are the words of the catalogues and, for what the bank itself writes, the commonest ones of jieba's dictionary
(MIT). Needs jieba (tools/voice_pack/requirements.txt); the kiosk itself needs only the list. Words in traditional
characters are cut like their simplified twins. Run it when messages have changed much; a word that is not in the list
may be marked in two parts, which is all that is lost.
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
COMMON = 6000
"""So many words of the dictionary, the commonest."""
BANKING = (
    "到账",
    "入账",
    "出账",
    "转账",
    "网银",
    "电费",
    "水费",
    "燃气费",
    "话费",
    "社保",
    "医保",
    "理财产品",
    "入帳",
    "轉帳",
)
"""What account books say and dictionaries do not know."""
HEADING = """# Chinese words of two to four characters that captions do not cut. Made by `python -m tools.caption_words`
# from our own messages and the commonest words of jieba's dictionary (MIT).
"""


def caption_words() -> list[str]:
    """All of them, in the order of their characters."""
    same = same_reading()
    ours = {word for lang in ("zh_CN", "zh_TW") for text in _texts(lang) for word in _words(text, same)}
    return sorted({*ours, *_common(), *BANKING})


def _common() -> list[str]:
    with jieba.get_dict_file() as file:
        entries = [line.decode().split()[:2] for line in file]
    counted = [(int(count), word) for word, count in entries if _is_word(word)]
    return [word for _, word in sorted(counted, reverse=True)[:COMMON]]


def _is_word(text: str) -> bool:
    return bool(WORD.fullmatch(text)) and not NUMBER.fullmatch(text)


def _texts(lang: str) -> Iterator[str]:
    catalogue = HOME / "i18n" / "locales" / lang / "LC_MESSAGES" / "anxin.mo"
    with catalogue.open("rb") as file:
        messages = gettext.GNUTranslations(file)
    yield from messages._catalog.values()  # type: ignore[attr-defined]  # the one way to all of them


def _words(text: str, same: dict[str, str]) -> Iterator[str]:
    at = 0
    for word in jieba.cut("".join(same.get(character, character) for character in text)):
        own, at = text[at : at + len(word)], at + len(word)
        if _is_word(own):
            yield own


def main() -> None:
    """Write the list."""
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text(HEADING + "\n".join(caption_words()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
