"""The checks of words alone: they need no window, so each page is read once in its mode and language."""

from __future__ import annotations

from collections.abc import Iterable

from accessibility.audit.jargon import Jargon, jargon
from accessibility.audit.sentences import sentences
from accessibility.audit.states import lights
from tools.audit.recording import Recorded
from tools.audit.result import Entry


def read_pages(pages: Iterable[Recorded], words: Jargon) -> tuple[Entry, ...]:
    """Length of sentences, jargon, and the words of lights; the same sentence of many pages is told once."""
    found: dict[str, Entry] = {}
    for page in pages:
        for violation in (*sentences(page.screen), *jargon(page.screen, words), *lights(page.screen)):
            found.setdefault(violation.check + violation.where, Entry(page.name, 0, violation))
    return tuple(found.values())
