"""Tones beside others, as Mandarin teaches them: 一, 不 and two third tones."""

from __future__ import annotations

import re

import pytest

from accessibility.speech.neural.sandhi import Syllable, Word, change

_SYLLABLE = re.compile(r"([一-鿿])([a-zü]+)([1-5])")


def words(text: str) -> list[Word]:
    """ "一yi1百bai3 一yi1元yuan2" as words."""
    return [[Syllable(c, sound, int(tone)) for c, sound, tone in _SYLLABLE.findall(word)] for word in text.split()]


def tones(clause: list[Word]) -> str:
    return " ".join("".join(str(syllable.tone) for syllable in word) for word in clause)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("一yi1百bai3", "43"),
        ("一yi1万wan4 一yi1千qian1", "24 41"),
        ("一yi1个ge4", "24"),
        ("十shi2一yi1元yuan2", "212"),
        ("第di4一yi1名ming2", "412"),
        ("一yi1月yue4 一yi1日ri4", "14 14"),
        ("统tong3一yi1 办ban4理li3", "31 43"),
        ("每mei3 一yi1笔bi3", "3 43"),
        ("看kan4一yi1看kan4", "454"),
        ("九jiu3 一yi1 一yi1 五wu3", "3 1 1 3"),
        ("五wu3角jiao3 一yi1分fen1", "23 41"),
        ("不bu4要yao4", "24"),
        ("不bu4好hao3", "43"),
        ("是shi4不bu4是shi4", "454"),
        ("你ni3好hao3", "23"),
        ("展zhan3览lan3馆guan3", "223"),
        ("请qing3 把ba3 卡ka3", "2 2 3"),
        ("五wu3百bai3 九jiu3十shi2", "23 32"),
        ("九jiu3 五wu3 九jiu3 五wu3", "3 3 3 3"),
        ("我wo3 想xiang3 请qing3 您nin2", "2 2 3 2"),
    ],
)
def test_the_tones_of_a_clause(clause: str, expected: str) -> None:
    made = words(clause)
    change(made)
    assert tones(made) == expected


def test_what_the_lexicon_says_of_one_stays() -> None:
    made = [[Syllable("一", "yi", 1, fixed=True), Syllable("个", "ge", 4)]]
    change(made)
    assert tones(made) == "14"
