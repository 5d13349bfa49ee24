"""Words of the trade, of machines and of advertising that no customer should have to read (CN-13, CN-14, CN-22)."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

import assets
from accessibility.audit.phrases_of import phrases_of
from accessibility.audit.violation import Violation
from accessibility.screen import Screen

PATH = assets.ROOT / "audit" / "jargon.toml"


class Jargon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words by language, each with what to say instead."""

    zh_CN: dict[str, str]  # noqa: N815 - the language's own name
    zh_TW: dict[str, str]  # noqa: N815
    en: dict[str, str]

    def of(self, lang: str) -> dict[str, str]:
        """The words of a language. Raises KeyError for one there is no list for."""
        return {"zh_CN": self.zh_CN, "zh_TW": self.zh_TW, "en": self.en}[lang]


def load_jargon(path: Path = PATH) -> Jargon:
    """Read the list."""
    return msgspec.toml.decode(path.read_bytes(), type=Jargon)


def jargon(screen: Screen, words: Jargon) -> list[Violation]:
    """Every phrase of a screen, as it is shown and as it is said."""
    found: dict[str, Violation] = {}
    for name, phrase in phrases_of(screen):
        lang = phrase.lang or screen.lang
        for text in {phrase.shown, phrase.said}:
            for word, instead in words.of(lang).items():
                if stands_in(word, text, lang):
                    wanted = f"“{instead}” (CN-22)" if instead else "nothing of the kind (CN-14)"
                    found[word + text] = Violation("jargon", f"{name} “{text[:60]}”", word, wanted)
    return list(found.values())


def stands_in(word: str, text: str, lang: str) -> bool:
    """Whether the word is in the text; English ones as whole words, also in the plural."""
    if lang != "en":
        return word in text
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None
