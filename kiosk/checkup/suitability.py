"""What may be suggested to whom: a gate, not a hint (CHECKUP.md 3.1 and 3.2)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kiosk.checkup.assessment import Assessment
from kiosk.checkup.rules import Rules

ADULT_AGE = 18
CHILD_AGE = 8
"""Civil Code 19 and 20: below it nobody acts for herself; up to adulthood only with a guardian."""
SENIOR_MOST_RISKY = 3
"""R4 and R5 are never suggested from 65 on [D], stricter than the law."""

Closed = Literal["age_unknown", "child", "no_guardian", "not_assessed", "expired", "no_capacity"]


class Gate(msgspec.Struct, frozen=True):
    """How far the gate is open: up to which R level, and why not farther."""

    most_risky: int
    """0 to 5; 0 lets nothing through."""
    closed: Closed | None = None
    """Why nothing at all may be suggested."""
    limits: tuple[str, ...] = ()
    """What keeps it lower than her own level: minor, senior, no_loss, knowledge."""

    def lets_through(self, risk_level: int | None) -> bool:
        """Whether a product of that level may be suggested; one without a level never."""
        return risk_level is not None and 1 <= risk_level <= self.most_risky


class Person(msgspec.Struct, frozen=True):
    """What the gate looks at."""

    age: int | None
    assessment: Assessment | None
    capacity: bool = True
    """False for who cannot act for herself, whatever her age (NFRA order 2025-7, art. 19)."""
    guardian_consents: bool = False


def gate(person: Person, rules: Rules, today: date) -> Gate:
    """Knock-outs first, then the matrix: a client of level Cn up to products of level Rn."""
    closed = _closed(person, rules, today)
    if closed or person.age is None or person.assessment is None:
        return Gate(0, closed)
    assessment = person.assessment
    allowed, limits = assessment.level, []
    steps: list[tuple[str, bool, int]] = [
        ("knowledge", assessment.most_risky < 5, assessment.most_risky),
        ("senior", rules.is_senior(person.age), SENIOR_MOST_RISKY),
        ("no_loss", assessment.no_loss, 1),
        ("minor", person.age < ADULT_AGE or not person.capacity, 1),
    ]
    most = int(allowed)
    for code, holds, limit in steps:
        if holds and limit < most:
            most = limit
            limits.append(code)
    return Gate(most, limits=tuple(limits))


def expired(assessment: Assessment, rules: Rules, today: date) -> bool:
    """Older than twelve months, or from a day to come."""
    return not 0 <= (today - assessment.done_on).days <= rules.thresholds.assessment.valid_days


def _closed(person: Person, rules: Rules, today: date) -> Closed | None:
    if person.age is None:
        return "age_unknown"
    if person.age < CHILD_AGE:
        return "child"
    if not person.capacity and not person.guardian_consents:
        return "no_capacity"
    if person.age < ADULT_AGE and not person.guardian_consents:
        return "no_guardian"
    if person.assessment is None:
        return "not_assessed"
    return "expired" if expired(person.assessment, rules, today) else None
