"""The fewest pieces are chosen, those that fit their neighbours, and what nothing says is named."""

from __future__ import annotations

import pytest

from accessibility.speech.engine import NotCovered
from accessibility.speech.pack.covering import Missing, covering
from accessibility.speech.pack.manifest import VERSION, Clip, Manifest
from accessibility.speech.pack.normalising import signs
from accessibility.speech.pack.shelf import Shelf
from tests.accessibility.speech.pack.conftest import clip_of


def shelf(voice: str, *clips: tuple[str, str], readings: dict[str, str] | None = None) -> Shelf:
    """A shelf with these clips, one behind the other."""
    made: list[Clip] = []
    for key, place in clips:
        made.append(clip_of(key, place, voice, sum(clip.frames for clip in made)))
    return Shelf(Manifest(VERSION, voice, "test", 170, tuple(made), "", readings=readings or {}))


def said(text: str, known: Shelf, **options: bool) -> list[str]:
    """Keys and places of the pieces, pauses as "|"."""
    found = signs(text, known.voice, known.same)
    return [f"{piece.cut.key}/{piece.cut.place}" if piece.cut else "|" for piece in covering(found, known, **options)]


def test_the_fewest_pieces() -> None:
    """A whole message rather than its parts."""
    known = shelf("zh", ("您有", "first"), ("三元", "last"), ("您有三元", "whole"), ("您", "first"), ("有", "middle"))
    assert said("您有三元。", known) == ["您有三元/whole"]
    assert said("您有 三元，您有。", known) == ["您有三元/whole", "|", "您有/first"]


def test_the_piece_that_fits() -> None:
    """Before 六角 the amount goes on, at the end it falls."""
    known = shelf("zh", ("您有", "first"), ("三元", "middle"), ("三元", "last"), ("六角", "last"))
    assert said("您有三元六角", known) == ["您有/first", "三元/middle", "六角/last"]
    assert said("您有三元，六角", known) == ["您有/first", "三元/last", "|", "六角/last"]


def test_one_piece_is_better_than_a_perfect_two() -> None:
    """Joins are heard more than a melody that is not quite right."""
    known = shelf("en", ("three hundred", "last"), ("three", "middle"), ("hundred", "middle"), ("yuan", "last"))
    assert said("three hundred yuan", known) == ["three hundred/last", "yuan/last"]


def test_a_part_of_a_longer_clip_between_its_pauses() -> None:
    """A long narration is cut at its commas; the clip of the whole message serves each part."""
    known = shelf("zh", ("您的钱很安全，请再试一次", "whole"))
    assert said("请再试一次。", known) == ["请再试一次/whole"]
    assert said("您的钱很安全，请再试一次。", known) == ["您的钱很安全，请再试一次/whole"]
    english = shelf("en", ("you can wait, go back, or ask", "whole"))
    assert said("Go back", english) == ["go back/whole"]
    found = covering(signs("or ask", "en", {}), english)[0].cut
    assert found is not None
    assert found.start == round(5 * 0.1 * 24000) + round(2 * 0.1 * 24000)
    assert [end for end, _ in found.ends] == [2, 6]


def test_a_name_by_its_syllables() -> None:
    """The reading of a known word counts before those of its characters; clips count before syllables."""
    syllables = (("yin2", "syllable"), ("hang2", "syllable"), ("xing2", "syllable"), ("ma3", "syllable"))
    readings = {"银": "yin2", "行": "xing2", "马": "ma3", "银行": "yin2 hang2"}
    known = shelf("zh", ("转给", "first"), ("行", "middle"), *syllables, readings=readings)
    assert said("转给马银行", known) == ["转给/first", "ma3/syllable", "yin2/syllable", "hang2/syllable"]
    with pytest.raises(Missing) as caught:
        said("转给马银行", known, syllables=False)
    assert caught.value.text == "马银"


def test_what_nothing_says_is_named_but_not_in_the_message() -> None:
    """The uncovered text may be somebody's name: it is for the test, not for a log."""
    known = shelf("zh", ("您好", "last"))
    with pytest.raises(NotCovered) as caught:
        said("王小明，您好", known)
    assert isinstance(caught.value, Missing)
    assert caught.value.text == "王小明"
    assert "王" not in str(caught.value)


def test_nothing_to_say() -> None:
    """Marks alone need no piece."""
    assert said("……", shelf("zh")) == []
