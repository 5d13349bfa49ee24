"""The messages of the catalogues as items: whole sentences, and the fixed parts around what is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from accessibility.spoken.counting import counted
from i18n.catalogues import po_path, read
from i18n.languages import LANGUAGES, OWN_NAMES
from tools.voice_pack.inventory_cutting import MARKS, cut
from tools.voice_pack.item import Item

_SENTENCE = re.compile(r"(?<=[。！？…\n])|(?<=[.!?])\s+")
_CLAUSE = re.compile(rf"[{MARKS}]+")
_COUNTS = {"number", "count", "step", "steps", "most", "page", "pages", "position"}
"""Places that hold a number."""
_COUNTED_TO = 12
"""Up to this number a count and its measure word are one clip: 三位, "three months"."""
_CLOSE = {"zh": 2, "en": 9}
"""So many characters stand close to a number."""
_EXAMPLES = {
    "zh": {
        **dict.fromkeys(_COUNTS, "三"),
        **dict.fromkeys(("amount", "assets", "debts", "limit"), "三千二百元"),
        **dict.fromkeys(("button", "label", "what", "place", "topic", "text"), "余额"),
        "time": "三分钟", "duration": "三分钟", "day": "十一月三日", "month": "十一月", "name": "王阿姨", "bank": "那家银行",
        "share": "百分之三十", "rate": "百分之三十", "digits": "六二二二", "badge": "六二二二", "value": "三千二百元",
    },
    "en": {
        **dict.fromkeys(_COUNTS, "three"),
        **dict.fromkeys(("amount", "assets", "debts", "limit"), "three hundred yuan"),
        **dict.fromkeys(("button", "label", "what", "place", "topic", "text"), "my balance"),
        "time": "three minutes", "duration": "three minutes", "day": "the third of november", "month": "november",
        "name": "mary", "bank": "that bank", "share": "thirty percent", "rate": "thirty percent",
        "digits": "six two two two", "badge": "six two two two", "value": "three hundred yuan",
    },
}  # fmt: skip
"""What typically stands in a place; a place without one holds a sentence of its own."""


def voice_of(lang: str) -> str:
    """The voice that speaks a language of the kiosk."""
    return "zh" if lang.startswith("zh") else "en"


def texts() -> Iterator[tuple[str, str]]:
    """Every message with its language, each plural form by itself, and the languages' own names."""
    for lang in LANGUAGES:
        yield lang, OWN_NAMES[lang]
        for entry in read(po_path(lang), lang):
            if entry.id:
                forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
                yield from ((lang, form) for form in forms if form)


def message_items(same: Mapping[str, str]) -> Iterator[Item]:
    """What has to be recorded for the messages."""
    for lang, text in texts():
        for sentence in _sentences(text):
            yield from _sentence_items(lang, sentence, same)


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def _sentence_items(lang: str, sentence: str, same: Mapping[str, str]) -> Iterator[Item]:
    voice = voice_of(lang)
    parts = [(text, place or "") for text, place, _, _ in Formatter().parse(sentence)]
    closed = sentence if sentence[-1] in MARKS else f"{sentence}{'。' if voice == 'zh' else '.'}"
    if not any(place for _, place in parts):
        yield from cut(voice, f"[{''.join(text for text, _ in parts)}]{closed[-1]}", same)
        return
    filled = "".join(f"[{text}]{_example(voice, place)}" for text, place in parts)
    yield from cut(voice, filled + ("" if sentence[-1] in MARKS else closed[-1]), same)
    for clause in _CLAUSE.split(sentence):
        yield from _counted_clause(lang, clause, same)


def _example(voice: str, place: str) -> str:
    return _EXAMPLES[voice].get(place, "") if place else ""


def _counted_clause(lang: str, clause: str, same: Mapping[str, str]) -> Iterator[Item]:
    """A number with the few words close to it: "第三步", "three months"."""
    voice = voice_of(lang)
    parts = [(text, place or "") for text, place, _, _ in Formatter().parse(clause)]
    if len(parts) not in (1, 2) or parts[0][1] not in _COUNTS:
        return
    before, after = parts[0][0], parts[1][0] if len(parts) == 2 else ""
    stop = "。" if voice == "zh" else "."
    head = before if len(before.strip()) <= _CLOSE[voice] else ""
    lead = "" if head else before
    if after and len(after.strip()) <= _CLOSE[voice] + 1:
        for number in range(1, _COUNTED_TO + 1):
            yield from cut(voice, f"{lead}[{head}{counted(lang, number)}{after}]{stop}", same)
