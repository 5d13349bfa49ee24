"""Every word of the lexicon, respelled, is what eSpeak NG says for its pinyin; and where pypinyin reads otherwise."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.spoken.languages import spoken
from accessibility.spoken.lexicon import OPEN, OURS, Lexicon
from accessibility.spoken.lexicon_file import ALWAYS, entries
from i18n.languages import LOCALES

pytest.importorskip("espeakng_loader", reason="eSpeak NG comes with us on Linux only")

from tests.accessibility.spoken.phonemes import Espeak

HAN = "[\u4e00-\u9fff]+"
ENGLISH = "(en)"
CHANGING = {"一": "yi", "不": "bu"}
"""Their tones are the engine's own affair."""
NO_HOMOPHONE = {"还得", "了结果"}
"""得 as dei3 and 了 as le5 have no character with that reading only; the pack and the neural voice read the pinyin."""
BY_HAND = Path(__file__).parent / "lexicon_by_hand.json"
"""Words whose reading was decided by hand against pypinyin 0.55's, and what it says."""


@pytest.fixture(scope="module")
def espeak() -> Iterator[Espeak]:
    espeak = Espeak()
    yield espeak
    espeak.close()


def wanted(espeak: Espeak, word: str, pinyin: str) -> set[str]:
    """The phonemes of the pinyin, with each tone that an open syllable may have."""
    choices = [
        [CHANGING[character] + tone for tone in "12345"] if syllable == OPEN else [syllable.replace("ü", "v")]
        for character, syllable in zip(word, pinyin.split(), strict=True)
    ]
    return {espeak.phonemes("".join(each)) for each in itertools.product(*choices)}


def test_espeak_says_each_respelled_word_right(espeak: Espeak) -> None:
    lexicon = Lexicon.load()
    wrong = {
        word
        for word, pinyin in lexicon.words.items()
        if espeak.phonemes(lexicon.respelled(word)) not in wanted(espeak, word, pinyin)
    }
    assert wrong == NO_HOMOPHONE


def test_without_respelling_it_says_many_wrong(espeak: Espeak) -> None:
    """So the test above can fail; and should eSpeak ever know these, the homophones may go."""
    words = Lexicon.load().words
    wrong = [word for word, pinyin in words.items() if espeak.phonemes(word) not in wanted(espeak, word, pinyin)]
    assert len(wrong) > 80
    assert {"应还", "便宜", "长辈", "同行"} & set(wrong) == {"应还", "便宜", "同行"}


def test_espeak_says_each_surname_right(espeak: Espeak) -> None:
    lexicon = Lexicon.load()
    for surname, pinyin in entries(OURS).surnames.items():
        respelled = lexicon.respelled(f"{surname}先生").removesuffix("先生")
        assert {espeak.phonemes(respelled)} == wanted(espeak, surname, pinyin), surname


def test_a_homophone_has_the_reading_it_stands_for(espeak: Espeak) -> None:
    for character, homophones in entries(OURS).homophones.items():
        for syllable, homophone in homophones.items():
            assert homophone != character
            if syllable == ALWAYS:
                assert espeak.phonemes(homophone) == espeak.phonemes(character)
                continue
            assert {espeak.phonemes(homophone)} == wanted(espeak, character, syllable), (character, syllable)


def test_traditional_words_are_respelled_the_same_way(espeak: Espeak) -> None:
    lexicon = Lexicon.load()
    for word, pinyin in (
        ("應還", "ying1 huan2"),
        ("便宜", "pian2 yi5"),
        ("轉動", "zhuan4 dong4"),
        ("參與", "can1 yu4"),
    ):
        assert espeak.phonemes(lexicon.respelled(word)) in wanted(espeak, word, pinyin)


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW"])
def test_nothing_the_kiosk_says_is_spelled_in_english_letters(espeak: Espeak, lang: str) -> None:
    """eSpeak falls into English where it finds a syllable it has no sound for, such as "hui r5" for 会儿."""
    lexicon = Lexicon.load()
    written = (LOCALES / lang / "LC_MESSAGES" / "anxin.po").read_text(encoding="utf-8")
    texts = {run for line in re.findall(r'^msgstr.*"(.*)"$', written, re.M) for run in re.findall(HAN, line)}
    assert len(texts) > 300
    assert ENGLISH in espeak.phonemes("一会儿"), "should eSpeak ever know 儿, its homophone may go"
    assert not [text for text in texts if ENGLISH in espeak.phonemes(lexicon.respelled(text))]


@given(fen=st.integers(-(10**12), 10**12), day=st.dates(), clock=st.times())
def test_whatever_is_put_together_of_numbers_keeps_each_sound(espeak: Espeak, fen: int, day: date, clock: time) -> None:
    """Engines know numbers as words, too, and might read a row of them as something else. Tones may change."""
    forms, amount, lexicon = spoken("zh_CN"), Decimal(fen).scaleb(-2), Lexicon.load()
    for said in (
        forms.money(amount, "CNY"), forms.percent(amount / 10**6), forms.day(day, year=True), forms.time_of_day(clock),
        forms.phone(str(abs(fen))), forms.code(str(abs(fen))), forms.ordinal(abs(fen) + 1),
    ):  # fmt: skip
        alone = "".join(espeak.phonemes(sign) for sign in lexicon.respelled(said))
        assert without_tones(espeak.phonemes(lexicon.respelled(said))) == without_tones(alone), said


def without_tones(phonemes: str) -> str:
    """The sounds only."""
    return re.sub("[0-9]", "", phonemes)


def test_what_was_decided_by_hand_is_in_the_lexicon() -> None:
    by_hand = json.loads(BY_HAND.read_text(encoding="utf-8"))
    words = Lexicon.load().words
    assert all(words[word] != pinyin for word, pinyin in by_hand.items())


def test_pypinyin_agrees_but_for_what_was_decided_by_hand() -> None:
    by_hand = json.loads(BY_HAND.read_text(encoding="utf-8"))
    words = Lexicon.load().words
    pypinyin = pytest.importorskip("pypinyin", reason="part of the neural extra")
    for word, pinyin in words.items():
        theirs = pypinyin.lazy_pinyin(word, style=pypinyin.Style.TONE3, neutral_tone_with_five=True, v_to_u=True)
        mine = [their if own == OPEN else own for own, their in zip(pinyin.split(), theirs, strict=True)]
        assert (mine == theirs) != (word in by_hand), f"{word}: {pinyin}, pypinyin {theirs}"
