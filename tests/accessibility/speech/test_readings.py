"""The platform's engine says what the lexicon tells it; which homophones are right is tested with the lexicon."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from accessibility.speech.frames import Request
from accessibility.speech.own_lexicon import VARIABLE, own_lexicon
from accessibility.speech.synthesiser import Synthesiser
from accessibility.spoken.lexicon import FILE_NAME

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="eSpeak NG is the engine on Linux")
TEXT = "请到朝阳支行来。"
MARKED = '[words]\n"朝阳支行" = "chao2 yang2 zhi1 hang2"\n[homophones]\n"朝" = { chao2 = "，" }\n'
"""A pause in place of 朝: eSpeak does not report it as a word, which shows that it was given this and not our text."""


@pytest.fixture
async def theirs(tmp_path: Path) -> AsyncIterator[Synthesiser]:
    (tmp_path / FILE_NAME).write_text(MARKED, encoding="utf-8")
    made = Synthesiser(lexicon=tmp_path / FILE_NAME)
    yield made
    await made.aclose()


async def marked(synthesiser: Synthesiser, lang: str = "zh_CN") -> list[int]:
    """Where a word of TEXT begins, as the engine says."""
    return [mark.start for mark in (await synthesiser.make(Request(0, TEXT, lang, 170, 3))).marks]


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW"])
async def test_the_banks_own_words_reach_the_engine(theirs: Synthesiser, synthesiser: Synthesiser, lang: str) -> None:
    assert 2 in await marked(synthesiser, lang)
    assert 2 not in await marked(theirs, lang)


async def test_marks_are_of_the_text_as_it_is_written(theirs: Synthesiser) -> None:
    marks = (await theirs.make(Request(0, TEXT, "zh_CN", 170, 3))).marks
    assert marks[0].start == 0
    assert {3, 4, 5, 6} & {mark.start for mark in marks}
    assert marks[-1].end == len(TEXT)


def test_a_mistake_in_the_banks_file_costs_its_words_only(tmp_path: Path) -> None:
    own = tmp_path / FILE_NAME
    own.write_text('[words]\n"朝阳" = "chao2"\n', encoding="utf-8")
    assert own_lexicon({VARIABLE: str(own)}).words == own_lexicon({}).words
    own.write_text('[words]\n"朝阳" = "chao2 yang2"\n', encoding="utf-8")
    assert own_lexicon({VARIABLE: str(own)}).words["朝阳"] == "chao2 yang2"
