"""An utterance: some words to say, in one language, and how urgent they are."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal

import msgspec


class Priority(IntEnum):
    """Where an utterance stands among the others."""

    NORMAL = 0
    """After everything that waits."""
    NEXT = 1
    """After the utterance now sounding, before what waits."""
    NOW = 2
    """At once: what sounds is stopped, what waits is dropped (STANDARDS.md EN-05)."""


Ending = Literal["finished", "stopped", "dropped", "silent"]
"""How it ended: said to its end · stopped while sounding · never begun · gone through as captions without sound."""

Channel = Literal["speaker", "headset", "none"]
"""Where it was heard: by everybody near, by the customer alone, not at all."""


class Utterance(msgspec.Struct, frozen=True):
    """Words to say, and all the voice has to know about them.

    The life of an utterance:

    1. `Voice.say` puts it into the queue: it *waits*. An utterance whose turn never comes, because newer speech
       replaced it or its screen was left, is *dropped*.
    2. Its turn comes. It is split at its sentence marks into pieces, so that sound starts soon.
    3. Each piece is *made* into sound by the speech child. Should the child die or stay silent, the spare one makes
       the same piece again. While a piece sounds the next is being made, across utterances too.
    4. The piece *sounds*. The listeners are told that it began; the caption shows its words and marks those in
       progress.
    5. After the last piece it is *finished* and `pause_after_ms` of rest follow. `Voice.stop` or speech with
       `Priority.NOW` ends it at once: *stopped*. Where there is no sound device, no engine, or the sound is switched
       off, its captions run through at the pace it would have been said with: *silent*.
    6. The listeners get one `Report` for every utterance, whatever became of it.
    """

    text: str
    lang: str
    """zh_CN, zh_TW or en."""
    priority: Priority = Priority.NORMAL
    private: bool = False
    """True when the words themselves hold an amount, a name or a number of the customer's."""
    pause_after_ms: int = 0
    """Rest before the next utterance, in milliseconds."""
    source_key: str = ""
    """Key of the screen it belongs to, so that leaving the screen drops it."""

    def __repr__(self) -> str:
        words = "private" if self.private else repr(self.text)
        return f"Utterance({words}, {self.lang}, {self.priority.name})"


class Report(msgspec.Struct, frozen=True):
    """What became of an utterance."""

    utterance: Utterance
    ending: Ending
    channel: Channel
    start: float | None = None
    """When it began, in seconds since 1970; None when it never did."""
    stop: float | None = None
    """When it ended, in seconds since 1970; None when it never began."""
