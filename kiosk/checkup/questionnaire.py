"""The risk questionnaire: its dated table, what answers score, and the portrait they draw (CHECKUP.md 3.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.assessment import Assessment, Level
from kiosk.checkup.dated import in_force, read_table

Axis = Literal["financial", "knowledge", "experience", "objective", "attitude"]
"""财务状况 · 投资知识 · 投资经验 · 投资目标 · 风险偏好."""
AXES: tuple[Axis, ...] = ("financial", "knowledge", "experience", "objective", "attitude")
DONT_KNOW = -1
"""An answer of its own to a knowledge question: not right, and never shamed."""


class AnswerError(ValueError):
    """An answer is missing, or there is no such answer; names the question."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question that counts towards the level."""

    id: str
    axis: Axis
    scores: Annotated[tuple[int, ...], Meta(min_length=2)]
    """Of its answers in order."""


class KnowledgeQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question about the basics of money."""

    id: str
    options: Annotated[int, Meta(ge=2, le=6)]
    right: int

    def __post_init__(self) -> None:
        if not 0 <= self.right < self.options:
            raise ValueError("the right answer is none of the options")


class Questionnaire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One set of questions, in force from a day on."""

    version: Annotated[str, Meta(min_length=1)]
    valid_from: date
    bands: tuple[int, int, int, int]
    """Highest score of C1, C2, C3 and C4."""
    valid_days: Annotated[int, Meta(ge=1)]
    most_a_day: Annotated[int, Meta(ge=1)]
    most_a_year: Annotated[int, Meta(ge=1)]
    knowledge_needed: Decimal
    knowledge_most_risky: Level
    no_loss: dict[str, int]
    """Any of these answers means that she will bear no loss."""
    short_horizon: dict[str, int]
    short_horizon_months: int
    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]
    knowledge: tuple[KnowledgeQuestion, ...]

    def __post_init__(self) -> None:
        if list(self.bands) != sorted(set(self.bands)):
            raise ValueError("bands must rise")
        counts = {question.id: len(question.scores) for question in self.questions}
        for name, answer in (*self.no_loss.items(), *self.short_horizon.items()):
            if not 0 <= answer < counts.get(name, 0):
                raise ValueError(f"there is no answer {answer} to {name!r}")


class Portrait(msgspec.Struct, frozen=True):
    """What the answers say of her. It explains the level; it does not decide anything (CHECKUP.md 3.3)."""

    score: int
    axes: dict[Axis, Decimal]
    """Each 0 to 100; an axis without questions is left out."""
    limits: tuple[str, ...]
    """Codes of what lowered the level or what may be suggested: no_loss, knowledge, short_horizon."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questionnaires: Annotated[tuple[Questionnaire, ...], Meta(min_length=1)]


def load_questionnaire(today: date, folder: Path | None = None) -> Questionnaire:
    """The questions in force on `today`. Raises RulesError."""
    path = (folder or assets.ROOT / "checkup") / "questionnaire.toml"
    return in_force(path, read_table(path, _File).questionnaires, today)


def assess(form: Questionnaire, answers: Mapping[str, int], done_on: date) -> tuple[Assessment, Portrait]:
    """Score the answers (0 for the first; DONT_KNOW for a knowledge question). Raises AnswerError.

    The level is the score's band, then lowered by what she will not bear; it is never raised.
    """
    score = sum(question.scores[_answer(answers, question.id, len(question.scores))] for question in form.questions)
    knowledge = _knowledge(form, answers)
    no_loss = any(answers[name] == answer for name, answer in form.no_loss.items())
    short = any(answers[name] == answer for name, answer in form.short_horizon.items())
    lacking = knowledge is not None and knowledge < form.knowledge_needed
    limits = [("no_loss", no_loss), ("knowledge", lacking), ("short_horizon", short)]
    assessment = Assessment(
        done_on=done_on,
        level=1 if no_loss else level_of(form, score),
        no_loss=no_loss,
        most_risky=form.knowledge_most_risky if lacking else 5,
        longest_months=form.short_horizon_months if short else None,
        knowledge=knowledge,
    )
    return assessment, Portrait(score, _axes(form, answers, knowledge), tuple(code for code, holds in limits if holds))


def level_of(form: Questionnaire, score: int) -> Level:
    """The band of a score; a band's highest score belongs to it."""
    levels: tuple[Level, ...] = (1, 2, 3, 4)
    return next((level for level, most in zip(levels, form.bands, strict=True) if score <= most), 5)


def may_assess(form: Questionnaire, done: Sequence[date], today: date) -> bool:
    """Whether another assessment is allowed today (art. 29: two a day, eight in twelve months)."""
    year = [day for day in done if 0 <= (today - day).days < 365]
    return sum(day == today for day in year) < form.most_a_day and len(year) < form.most_a_year


def _answer(answers: Mapping[str, int], name: str, count: int) -> int:
    answer = answers.get(name)
    if answer is None or not 0 <= answer < count:
        raise AnswerError(f"{name}: {'not answered' if answer is None else f'there is no answer {answer}'}")
    return answer


def _knowledge(form: Questionnaire, answers: Mapping[str, int]) -> Decimal | None:
    if not form.knowledge:
        return None
    right = 0
    for question in form.knowledge:
        told = answers.get(question.id)
        if told != DONT_KNOW:
            right += _answer(answers, question.id, question.options) == question.right
    return Decimal(right) / len(form.knowledge)


def _axes(form: Questionnaire, answers: Mapping[str, int], knowledge: Decimal | None) -> dict[Axis, Decimal]:
    axes: dict[Axis, Decimal] = {}
    for axis in AXES:
        asked = [question for question in form.questions if question.axis == axis]
        least = sum(min(question.scores) for question in asked)
        most = sum(max(question.scores) for question in asked)
        if most > least:
            got = sum(question.scores[answers[question.id]] for question in asked)
            axes[axis] = Decimal(100 * (got - least)) / (most - least)
        elif axis == "knowledge" and knowledge is not None:
            axes[axis] = 100 * knowledge
    return axes
