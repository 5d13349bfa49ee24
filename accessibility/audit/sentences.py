"""Length of sentences (STANDARDS.md EAA-2): at most 20 English words or 25 Chinese characters.

A number, an amount or a date counts as one, however many figures it has; marks and spaces do not count. Names that come
from the bank's books, such as a shop's, are no sentences of ours, but they count where they stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accessibility.audit.phrases_of import phrases_of
from accessibility.audit.violation import Violation
from accessibility.screen import Screen

MOST_WORDS, MOST_CHARACTERS = 20, 25
END = re.compile(r"[。！？!?；;]|\.(?=\s|$)|\n")
NUMBER = re.compile(r"[¥$]?\d[\d.,:*•%-]*%?")
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w'’-]*")


def sentences(screen: Screen) -> list[Violation]:
    """Every phrase of a screen, as it is shown and as it is said."""
    found: dict[str, Violation] = {}
    for name, phrase in phrases_of(screen):
        for sentence in sentences_of(phrase.shown):
            count, most, unit = length(sentence, phrase.lang or screen.lang)
            if count > most:
                wanted = f"{most} {unit} (EAA-2)"
                found[sentence] = Violation("sentence length", f"{name} “{sentence}”", f"{count} {unit}", wanted)
    return list(found.values())


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text."""
    return (part.strip() for part in END.split(text) if part.strip())


def length(sentence: str, lang: str) -> tuple[int, int, str]:
    """How long it is, how long it may be, and in what."""
    numbers, rest = len(NUMBER.findall(sentence)), NUMBER.sub(" ", sentence)
    words = len(WORD.findall(rest))
    if lang == "en":
        return words + numbers, MOST_WORDS, "words"
    return len(CHINESE.findall(rest)) + words + numbers, MOST_CHARACTERS, "characters"
