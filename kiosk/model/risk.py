"""A customer's risk assessment as the bank tells it, and the questions it would ask."""

from __future__ import annotations

from datetime import date

import msgspec


class RiskQuestion(msgspec.Struct, frozen=True):
    """One question by its code."""

    id: str
    options: int
    may_not_know: bool = False


class RiskAssessment(msgspec.Struct, frozen=True):
    """Where she stands. Without a level she never answered."""

    version: str
    questions: tuple[RiskQuestion, ...]
    may_answer: bool
    level: int | None = None
    """1 to 5 for C1 to C5."""
    done_on: date | None = None
    valid_until: date | None = None
    limits: tuple[str, ...] = ()
    """Codes: no_loss, knowledge, short_horizon."""
    axes: dict[str, int] = {}
    """financial, knowledge, experience, objective, attitude: each 0 to 100."""
