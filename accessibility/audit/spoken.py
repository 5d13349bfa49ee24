"""What is shown against what is said (STANDARDS.md EN-02, EN-17, CN-16).

With consent, every run of words on the glass is heard: in the narration, or as the name of a control when the keys come
to it. And what the narration says of the page stands on it. Fixed exceptions, as in `tests/journeys/test_all_is_said`:
the caption repeats the voice, the buttons that turn a page do it for fingers only, digits of a pad are never said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from accessibility.audit.phrases_of import phrases_of
from accessibility.audit.seen import ControlRecord, Seen
from accessibility.audit.violation import Violation, at
from accessibility.narration import Line
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Block, Fact, Keypad, Rows, Screen

SILENT_KEYS = ("caption", "page:", "keypad:")
MARKS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """The words without spaces and marks, in small letters."""
    return MARKS.sub("", text).lower()


def spoken(screen: Screen, parts: Sequence[Seen], lines: Iterable[Line]) -> list[Violation]:
    """All parts of one page together, with its narration."""
    controls = [control for seen in parts for control in seen.controls]
    heard = [bare(line.said) for line in lines]
    heard += [bare(words) for control in controls for words in (control.name, control.description)]
    return [*_unsaid(screen, controls, heard), *_unseen(screen, controls)]


def _unsaid(screen: Screen, controls: list[ControlRecord], heard: list[str]) -> list[Violation]:
    found: dict[str, Violation] = {}
    said = _forms(screen)
    for control in controls:
        if not control.enabled or control.key.startswith(SILENT_KEYS):
            continue
        for text in control.texts:
            forms = [bare(form) for form in (*said.get(text.text, ()), text.text)]
            if not forms[-1] or any(form and form in line for form in forms for line in heard):
                continue
            wanted = "said too (EN-02)"
            found[text.text] = Violation("shown, not said", at(control), text.text[:40], wanted, text.rect_px)
    return list(found.values())


def _forms(screen: Screen) -> dict[str, list[str]]:
    """What is said for what is shown; an amount may be said by the words under it."""
    forms: dict[str, list[str]] = {}
    for _, phrase in phrases_of(screen):
        forms.setdefault(phrase.shown, []).append(phrase.said)
    for block in screen.blocks:
        if isinstance(block, Fact) and block.words.said:
            forms.setdefault(block.value.shown, []).append(block.words.said)
    return forms


def _unseen(screen: Screen, controls: list[ControlRecord]) -> list[Violation]:
    seen = [bare(text.text) for control in controls for text in control.texts]
    missing = (
        phrase
        for block in screen.blocks
        for phrase in told(block)
        if bare(phrase.shown) and not any(bare(phrase.shown) in text for text in seen)
    )
    wanted = "shown too (EN-17)"
    return [Violation("said, not shown", phrase.shown[:24], phrase.said[:40], wanted) for phrase in missing]


def told(block: Block) -> list[Phrase]:
    """The phrases of a block that the voice tells as the page opens. Of a pad, its keys have their own names."""
    if isinstance(block, Keypad):
        return [phrase for phrase in (block.label, block.lesson, block.error) if phrase.said]
    if isinstance(block, Rows) and block.rows:
        block = msgspec.structs.replace(block, empty=NOTHING)
    return [phrase for _, phrase in phrases_of(block) if phrase.said]
