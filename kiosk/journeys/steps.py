"""Where in a flow a page is (STANDARDS.md CN-22)."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.words import Words


def step_of(words: Words, step: int, steps: int) -> Phrase:
    """ "Step 1 of 2"."""
    return words.phrase("Step {step} of {steps}", step=phrases.number(words, step), steps=phrases.count(words, steps))


def check_of(words: Words, number: int, count: int) -> Phrase:
    """Which of several checks this is, from 0; nothing when there is only one."""
    if count < 2:
        return Phrase("")
    return words.phrase(
        "Check {number} of {count}", number=phrases.number(words, number + 1), count=phrases.count(words, count)
    )


def page_of(words: Words, number: int, count: int) -> Phrase:
    """Where in a list of several pages this is, from 0; nothing for one page."""
    if count < 2:
        return Phrase("")
    return words.phrase(
        "Page {page} of {pages}", page=phrases.number(words, number + 1), pages=phrases.count(words, count)
    )
