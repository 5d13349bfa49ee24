"""The questionnaire: published scores and bands, what lowers a level, and how often it may be answered."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assets
from kiosk.checkup.dated import RulesError
from kiosk.checkup.questionnaire import (
    AXES,
    DONT_KNOW,
    AnswerError,
    Questionnaire,
    assess,
    level_of,
    load_questionnaire,
    may_assess,
)
from tests.kiosk.checkup.examples import tried
from tests.kiosk.checkup.households import TODAY

FORM = load_questionnaire(TODAY)
RIGHT = {question.id: question.right for question in FORM.knowledge}


def answers(letters: str, knowledge: dict[str, int] | None = None) -> dict[str, int]:
    """Answers by letter, A first."""
    told = {question.id: ord(letter) - ord("A") for question, letter in zip(FORM.questions, letters, strict=True)}
    return told | (RIGHT if knowledge is None else knowledge)


def every_answer() -> st.SearchStrategy[dict[str, int]]:
    told = {question.id: st.integers(0, len(question.scores) - 1) for question in FORM.questions}
    known = {question.id: st.integers(DONT_KNOW, question.options - 1) for question in FORM.knowledge}
    return st.fixed_dictionaries(told | known)


@pytest.mark.parametrize(
    ("letters", "score", "level"),
    [("EAAAAAAAAAA", -9, 1), ("EDBBBBABBBB", 22, 2), ("BEDDEDDDCEE", 100, 5)],
)
def test_published_scores(letters: str, score: int, level: int) -> None:
    assessment, portrait = assess(FORM, answers(letters), TODAY)
    assert (portrait.score, assessment.level) == (score, level)


@pytest.mark.parametrize(
    ("score", "level"), [(-9, 1), (15, 1), (16, 2), (35, 2), (36, 3), (60, 3), (61, 4), (80, 4), (81, 5), (100, 5)]
)
def test_bands(score: int, level: int) -> None:
    assert level_of(FORM, score) == level


@pytest.mark.parametrize(("question", "answer"), [("attitude_to_loss", 0), ("anxiety", 0)])
def test_who_bears_no_loss_is_lowest_whatever_the_score(question: str, answer: int) -> None:
    assessment, portrait = assess(FORM, answers("BEDDEDDDCEE") | {question: answer}, TODAY)
    assert (assessment.level, assessment.no_loss) == (1, True)
    assert "no_loss" in portrait.limits


@pytest.mark.parametrize(("right", "most"), [(3, 5), (2, 5), (1, 2), (0, 2)])
def test_without_the_basics_products_stay_simple(right: int, most: int) -> None:
    known = {name: answer if at < right else DONT_KNOW for at, (name, answer) in enumerate(RIGHT.items())}
    assessment, portrait = assess(FORM, answers("BEDDEDDDCEE", known), TODAY)
    assert (assessment.level, assessment.most_risky) == (5, most)
    assert ("knowledge" in portrait.limits) == (most == 2)


def test_a_short_horizon_limits_the_term() -> None:
    assessment, _ = assess(FORM, answers("BEDDEDDACEE"), TODAY)
    assert assessment.longest_months == 12


@tried(100)
@given(every_answer())
def test_axes_stay_on_their_scale_and_the_level_is_never_raised(told: dict[str, int]) -> None:
    assessment, portrait = assess(FORM, told, TODAY)
    assert set(portrait.axes) == set(AXES)
    assert all(0 <= value <= 100 for value in portrait.axes.values())
    assert assessment.level <= level_of(FORM, portrait.score)
    assert -9 <= portrait.score <= 100


@tried(100)
@given(every_answer(), st.data())
def test_a_braver_answer_never_gives_a_lower_score(told: dict[str, int], data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(FORM.questions))
    braver = [at for at, score in enumerate(question.scores) if score >= question.scores[told[question.id]]]
    _, before = assess(FORM, told, TODAY)
    _, after = assess(FORM, told | {question.id: data.draw(st.sampled_from(braver))}, TODAY)
    assert after.score >= before.score


@pytest.mark.parametrize("wrong", [{}, {"age": 5}, {"age": -1}, {"interest": 4}])
def test_a_missing_or_impossible_answer_is_named(wrong: dict[str, int]) -> None:
    told = answers("EAAAAAAAAAA") | wrong
    if not wrong:
        del told["gamble"]
    with pytest.raises(AnswerError, match=next(iter(wrong), "gamble")):
        assess(FORM, told, TODAY)


@pytest.mark.parametrize(
    ("days_ago", "allowed"),
    [([], True), ([0], True), ([0, 0], False), ([30 * n for n in range(1, 8)], True),
     ([30 * n for n in range(1, 9)], False), ([400] * 20, True), ([365] * 8, True), ([364] * 8, False)],
)  # fmt: skip
def test_twice_a_day_and_eight_times_in_twelve_months(days_ago: list[int], *, allowed: bool) -> None:
    assert may_assess(FORM, [TODAY - timedelta(days=days) for days in days_ago], TODAY) is allowed


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("bands = [15, 35, 60, 80]", "bands = [15, 15, 60, 80]"),
        ("no_loss = { attitude_to_loss = 0", "no_loss = { attitude = 0"),
        ("right = 0", "right = 4"),
        ('axis = "financial"', 'axis = "money"'),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    folder = Path(shutil.copytree(assets.ROOT / "checkup", tmp_path / "checkup"))
    table = folder / "questionnaire.toml"
    text = table.read_text("utf-8")
    assert right in text
    table.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(RulesError, match=r"questionnaire\.toml"):
        load_questionnaire(TODAY, folder)


def test_every_question_has_an_axis_and_the_axes_are_those_of_the_rule() -> None:
    form: Questionnaire = FORM
    assert {question.axis for question in form.questions} == set(AXES) - {"knowledge"}
    assert Decimal(0) < form.knowledge_needed < 1
    assert form.valid_from <= date(2026, 1, 1)
