"""How Chinese characters are read: words by jieba, pinyin by pypinyin, and a lexicon that knows better than both.

Only where the neural extra is installed (or the voice pack is recorded); imported by nothing else.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from tempfile import TemporaryDirectory
from typing import Any

from accessibility.speech.neural.sandhi import FIGURES, UNITS, Syllable, Word
from accessibility.speech.neural.syllables import SYLLABLE
from accessibility.spoken.lexicon_file import OPEN

_FIGURE = "".join(sorted(FIGURES - {"幺"}))
_UNIT = "".join(sorted(UNITS))
_MEASURES = "元角分点月日号年个時时天位次张岁笔"
_RUN = re.compile(rf"([{_FIGURE}十][{_FIGURE}{_UNIT}]+)")
"""A number, which jieba would cut anywhere; not 万一 nor 千万, which are words."""
_NUMBER = re.compile(rf"[{_FIGURE}{_UNIT}]+")
_PERCENT = "百分之"
_FOOT = re.compile(rf"[{_FIGURE}][十百千][万亿]?|[{_FIGURE}][万亿]+|[{_UNIT}]+|[{_FIGURE}]")
SINGLE = {"得": "de5", "地": "de5", "一": "yi1"}
"""Readings of words of one character that pypinyin reads as another word."""
UNCHANGED = {"一": ("yi", 1), "不": ("bu", 4)}
"""What these are before their tone changes; pypinyin's phrases have some of them changed already."""
CHILD = frozenset("女幼婴胎孤健少")
"""Before 儿 these speak of a child; after anything else it is a light ending."""
FREQUENT = 100_000
"""So often a word of the lexicon is taken to occur: always found, unless a longer word is there."""


class Readings:
    """Cuts Chinese text into words whose characters have a reading. For one thread."""

    def __init__(self, lexicon: Mapping[str, str]) -> None:
        """`lexicon`: words and their pinyin, such as "hang2 zhang3". Takes a second.

        Raises ImportError where the packages are missing.
        """
        import jieba
        import pypinyin

        jieba.setLogLevel(logging.WARNING)
        self._pypinyin: Any = pypinyin
        self._lexicon = {
            word: tuple("" if each == OPEN else each for each in pinyin.split()) for word, pinyin in lexicon.items()
        }
        self._longest = max(map(len, self._lexicon), default=0)
        self._cutter: Any = jieba.Tokenizer()
        with TemporaryDirectory() as scratch:
            self._cutter.tmp_dir = scratch  # jieba would leave its dictionary behind
            self._cutter.initialize()
        for word in self._lexicon:
            self._cutter.add_word(word, FREQUENT)

    def words(self, text: str) -> list[Word]:
        """The words of a clause of Chinese characters without marks, as many characters as there were."""
        rough = [word for part in _RUN.split(text) for word in ([part] if _RUN.match(part) else self._cutter.cut(part))]
        cut = list(_with_measures([part for word in rough for part in _split(word)]))
        known = self._known(text, cut)
        words: list[Word] = []
        at = 0
        for word, pinyin in zip(cut, self._pinyin(cut), strict=True):
            own = [known.get(at + offset, "") for offset in range(len(word))]
            words.append([_syllable(*each) for each in zip(word, pinyin, own, strict=True)])
            _lighten(words[-1])
            at += len(word)
        return words

    def _pinyin(self, cut: list[str]) -> Iterator[list[str]]:
        """The readings of each word, those beside it considered: pypinyin knows phrases longer than a word."""
        style = self._pypinyin.Style.TONE3
        flat = self._pypinyin.lazy_pinyin("".join(cut), style=style, neutral_tone_with_five=True, v_to_u=True)
        at = 0
        for word in cut:
            if len(word) > 1:
                yield self._pypinyin.lazy_pinyin(word, style=style, neutral_tone_with_five=True, v_to_u=True)
            else:
                yield [SINGLE.get(word, flat[at])]
            at += len(word)

    def _known(self, text: str, cut: list[str]) -> dict[int, str]:
        """Readings from the lexicon by position: its words where they are words, or wholly within one."""
        edges, at = {0}, 0
        inside: list[int] = []
        for number, word in enumerate(cut):
            inside += [number] * len(word)
            at += len(word)
            edges.add(at)
        found: dict[int, str] = {}
        start = 0
        while start < len(text):
            end = self._match(text, start)
            fits = end > start and ({start, end} <= edges or inside[start] == inside[end - 1])
            if fits:
                pairs = zip(range(start, end), self._lexicon[text[start:end]], strict=True)
                found.update((at, syllable) for at, syllable in pairs if syllable != OPEN)
            start = end if fits else start + 1
        return found

    def _match(self, text: str, start: int) -> int:
        """Where the longest word of the lexicon that begins here ends; here when none does."""
        for end in range(min(len(text), start + self._longest), start, -1):
            if text[start:end] in self._lexicon:
                return end
        return start


def _syllable(character: str, pinyin: str, known: str) -> Syllable:
    found = SYLLABLE.fullmatch(known or pinyin)
    if not found:
        return Syllable(character, "", 5)
    sound, tone = found[1], int(found[2])
    plain = UNCHANGED.get(character)
    if plain and not known and plain[0] == sound and tone != 5:
        tone = plain[1]
    return Syllable(character, sound, tone, fixed=bool(known))


def _lighten(word: Word) -> None:
    """The ending 儿 is light."""
    if len(word) > 1 and word[-1].character == "儿" and word[-2].character not in CHILD and not word[-1].fixed:
        word[-1].tone = 5


def _split(word: str) -> list[str]:
    """A number in the steps it is said in: 一万 二千 三百; anything else as it is."""
    if word.startswith(_PERCENT) and len(word) > len(_PERCENT):
        return [_PERCENT, *_split(word[len(_PERCENT) :])]
    number = _NUMBER.match(word)
    if not number or len(word) == 1 or word.startswith(_PERCENT):
        return [word]
    rest = word[number.end() :]
    if rest and rest[0] not in _MEASURES:
        return [word]
    return [*_FOOT.findall(number[0]), *(_after_number(rest) if rest else [])]


def _after_number(rest: str) -> list[str]:
    """点五 as 点 and 五; 月 as it is."""
    return [rest[0], *_split(rest[1:])] if len(rest) > 1 else [rest]


def _with_measures(cut: list[str]) -> Iterator[str]:
    """A figure and the measure after it as one word: 五 元 → 五元."""
    held = ""
    for word in cut:
        if held and word[0] in _MEASURES and len(word) == 1:
            yield held + word
            held = ""
            continue
        if held:
            yield held
        held = word if len(word) == 1 and word in FIGURES else ""
        if not held:
            yield word
    if held:
        yield held
