"""The messages of the catalogues as items: whole sentences, and the fixed parts around what is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from string import Formatter

import msgspec

from accessibility.spoken.counting import counted
from i18n.catalogues import po_path, read
from i18n.languages import LANGUAGES, OWN_NAMES
from kiosk.checkup.basis import load_sources
from kiosk.checkup.shelf import load_shelf
from kiosk.modes import load_modes
from tools.voice_pack.inventory_cutting import MARKS, cut
from tools.voice_pack.item import Item

_SENTENCE = re.compile(r"(?<=[。！？…\n])|(?<=[.!?])\s+")
_CLAUSE = re.compile(rf"[{MARKS}]+")
_COUNTS = {"number", "count", "step", "steps", "most", "page", "pages", "position"}
"""Places that hold a number."""
_COUNTED_TO = 6
"""Up to this number a count and its measure word are one clip: 三位, "three months"."""
_CLOSE = {"zh": 2, "en": 9}
"""So many characters stand close to a number."""
_EXAMPLES = {
    "zh": {
        **dict.fromkeys(_COUNTS, "八"),
        **dict.fromkeys(("amount", "assets", "debts", "limit"), "八千二百元"),
        **dict.fromkeys(("button", "label", "what", "place", "topic", "text"), "报告"),
        "time": "八分钟", "duration": "八分钟", "day": "八月八日", "month": "八月", "name": "白阿姨",
        **dict.fromkeys(("bank", "product", "provider"), "本地银行"), "level": "八",
        "share": "百分之三十", "rate": "百分之三十", "digits": "八二二二", "badge": "八二二二",
        "value": "八千二百元",
    },
    "en": {
        **dict.fromkeys(_COUNTS, "twenty-eight"),
        **dict.fromkeys(("amount", "assets", "debts", "limit"), "two hundred yuan"),
        **dict.fromkeys(("button", "label", "what", "place", "topic", "text"), "today's report"),
        "time": "two minutes", "duration": "two minutes", "day": "the third of december", "month": "december",
        **dict.fromkeys(("bank", "product", "provider"), "town bank"), "level": "two", "name": "tom",
        "share": "twenty percent", "rate": "twenty percent",
        "digits": "two two two eight", "badge": "two two two eight", "value": "two hundred yuan",
    },
}  # fmt: skip
"""What typically stands in a place; a place without one holds a sentence of its own.

Each begins with a stop, b or t, whose closure is silent: the beginning of any other sound stays in the clip before it,
and "You owe" before three was heard as "U-O's".
"""


def voice_of(lang: str) -> str:
    """The voice that speaks a language of the kiosk."""
    return "zh" if lang.startswith("zh") else "en"


class Text(msgspec.Struct, frozen=True):
    """One form of a message."""

    lang: str
    text: str
    counts: range = range(1, _COUNTED_TO + 1)
    """The numbers that this form is for."""
    plural: bool = False
    """True when its number counts things."""


def texts() -> Iterator[Text]:
    """Every message in every language, each plural form by itself, and the languages' own names."""
    for lang in LANGUAGES:
        yield Text(lang, OWN_NAMES[lang])
        for entry in read(po_path(lang), lang):
            if entry.id and isinstance(entry.string, str):
                yield Text(lang, entry.string)
            elif entry.id and entry.string:
                yield from _plural(lang, tuple(entry.string))
    yield from _of_tables()


def _of_tables() -> Iterator[Text]:
    """What stands in the shipped tables in every language: modes, the check-up's sources, the bank's products."""
    own = [each for mode in load_modes().values() for each in (mode.name, mode.hint)]
    told = [source.words for source in load_sources()]
    told += [words for offer in load_shelf(date.max) for words in (offer.names, offer.issuer)]
    for lang in LANGUAGES:
        yield from (Text(lang, each.told(lang).said) for each in own)
        yield from (Text(lang, words[lang]) for words in told)


def _plural(lang: str, forms: tuple[str, ...]) -> Iterator[Text]:
    if len(forms) == 1:
        yield Text(lang, forms[0], plural=True)
    else:
        yield Text(lang, forms[0], range(1, 2), plural=True)
        yield from (Text(lang, form, range(2, _COUNTED_TO + 1), plural=True) for form in forms[1:])


def message_items(same: Mapping[str, str]) -> Iterator[Item]:
    """What has to be recorded for the messages."""
    for text in texts():
        for sentence in sentences(text.text):
            yield from _sentence_items(text, sentence, same)


def sentences(text: str) -> list[str]:
    """The sentences of a message: what is between them is silence anyway."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def _sentence_items(text: Text, sentence: str, same: Mapping[str, str]) -> Iterator[Item]:
    voice = voice_of(text.lang)
    parts = [(fixed, place or "") for fixed, place, _, _ in Formatter().parse(sentence)]
    filled = "".join(f"[{fixed}]{_example(voice, place)}" for fixed, place in parts)
    yield from cut(voice, _closed(voice, filled, sentence), same)
    for clause in _CLAUSE.split(sentence):
        yield from _counted_clause(text, clause, same)


def _closed(voice: str, filled: str, sentence: str) -> str:
    """With a mark at its end: without one the melody would stay up."""
    closed = sentence.rstrip("”’」』）\"')")[-1:]
    return filled if not closed or closed in MARKS else filled + ("。" if voice == "zh" else ".")


def _example(voice: str, place: str) -> str:
    return _EXAMPLES[voice].get(place, "") if place else ""


def _counted_clause(text: Text, clause: str, same: Mapping[str, str]) -> Iterator[Item]:
    """A number with the few words close to it: "第三步", "three months"."""
    voice = voice_of(text.lang)
    parts = [(fixed, place or "") for fixed, place, _, _ in Formatter().parse(clause)]
    if len(parts) not in (1, 2) or parts[0][1] not in _COUNTS:
        return
    before, (after, second) = parts[0][0], parts[1] if len(parts) == 2 else ("", "")
    lead, head = ("", before) if len(before.strip()) <= _CLOSE[voice] else (before, "")
    if 0 < len(after.strip()) <= _CLOSE[voice] + 1:
        for number in (number for count in text.counts for number in _said(text, count)):
            said = f"{lead}[{head}{number}{after}]{_example(voice, second)}"
            yield from cut(voice, _closed(voice, said, said), same)


def _said(text: Text, count: int) -> tuple[str, ...]:
    """How a count may be said: 两 of a plural, 二 of a rank."""
    words = counted(text.lang, count)
    return (words,) if text.plural else tuple(dict.fromkeys((words, words.replace("两", "二").replace("兩", "二"))))
