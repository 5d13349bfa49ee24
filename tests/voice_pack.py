"""What the tests of the voice pack share: its clips by voice, and what of a text they do not say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from accessibility.control_words import PAD, control_lines
from accessibility.narration import Line, narration
from accessibility.role_words import role_words
from accessibility.screen import Keypad, Screen
from accessibility.speech.pack.covering import Missing, covering
from accessibility.speech.pack.manifest import Manifest, read_manifest
from accessibility.speech.pack.normalising import signs
from accessibility.speech.pack.pack_engine import FOLDER
from accessibility.speech.pack.shelf import Shelf
from accessibility.speech.sentences import pieces
from accessibility.words import Words
from tests.kiosk.journeys.promises import controls

OUT_OF_DATE = "the voice pack is out of date, run make voice-pack"


class Shelves:
    """The clips of both voices, without the syllables: those would say anything, only not as well."""

    def __init__(self, manifests: Iterable[Manifest]) -> None:
        self._shelves = {manifest.voice: Shelf(manifest) for manifest in manifests}

    @classmethod
    def shipped(cls, folder: Path = FOLDER) -> Shelves:
        """Of the pack that comes with the program."""
        return cls(read_manifest(folder / f"{voice}.json") for voice in ("zh", "en"))

    def missing(self, lang: str, text: str) -> tuple[str, ...]:
        """What of a text has no clip, sentence by sentence as the voice would ask for it."""
        shelf = self._shelves["zh" if lang.startswith("zh") else "en"]
        found: list[str] = []
        for piece in pieces(text):
            try:
                covering(signs(piece.text, shelf.voice, shelf.same), shelf, syllables=False)
            except Missing as problem:
                found.append(problem.text)
        return tuple(found)

    def missing_of_line(self, line: Line, live: Iterable[str] = ()) -> tuple[str, ...]:
        """What has no clip in either form of a line, the live text in it left out."""
        return tuple(
            f"{line.lang}: {gap!r} in {words!r}"
            for words in {line.said, line.aloud}
            for gap in self.missing(line.lang, without(words, live))
        )


def without(text: str, live: Iterable[str]) -> str:
    """The text with a pause for each live text in it, the longest first."""
    for name in sorted(live, key=len, reverse=True):
        text = text.replace(name, "，")
    return text


def lines_of(screen: Screen, words: Words) -> tuple[Line, ...]:
    """Everything that can be said of a page: when it opens, and of each control."""
    roles = role_words(words)
    keys = [*controls(screen), *(action.key for action in screen.actions)]
    pads = [f"{PAD}{key}" for block in screen.blocks if isinstance(block, Keypad) for key in (*range(10), block.field)]
    blocks = [f"block:{number}" for number in range(len(screen.blocks))]
    found = list(narration(screen, roles))
    for key in (*keys, *pads, *blocks):
        found += control_lines(screen, key, roles)
    return tuple(dict.fromkeys(found))
