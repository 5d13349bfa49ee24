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
    """At once: what sounds is stopped, what waits is dropped (STANDARDS.md EN-05), but for essential warnings."""


SHORT_WARNING_S = 4.0
"""An essential utterance with less than this left is not stopped by newer speech: it is let finish, in seconds."""


Ending = Literal["finished", "stopped", "dropped", "silent"]
"""How it ended: said to its end · stopped while sounding · never begun · gone through as captions without sound."""

Channel = Literal["speaker", "headset", "none"]
"""Where it was heard: by everybody near, by the customer alone, not at all."""


class Utterance(msgspec.Struct, frozen=True):
    """Words to say, and all the voice has to know about them.

    The life of an utterance:

    1. `Voice.say` puts it into the queue: it *waits*. An utterance whose turn never comes, because newer speech
       replaced it, its screen was left or a touch hushed the voice, is *dropped*: nothing stale is ever said.
    2. Its turn comes. It is split at its sentence marks into pieces, so that sound starts soon.
    3. Each piece is *made* into sound by the speech child, at the rate and volume then in force: a change of either
       is heard from the next piece on. Should the child die or stay silent, the spare one makes the same piece
       again. While a piece sounds the next is being made, across utterances too.
    4. The piece *sounds*, after the end of a tone that is just being rung; with the tone of the focus, which it
       follows, it is one sound. The listeners are told that it began;
       the caption shows its words and marks those in progress.
    5. After the last piece it is *finished* and `pause_after_ms` of rest follow. Where there is no sound device, no
       engine, or the sound is switched off, its captions run through at the pace it would have been said with:
       *silent*.
    6. It may end before, *stopped*:
       - `Voice.hush` (a key or a touch) stops it, unless it is `essential`: that is said to its end, whatever is
         touched, and if it still waits it keeps its turn.
       - Speech with `Priority.NOW` stops it and drops what waits. An essential one is let finish when that takes
         less than `SHORT_WARNING_S`; the newer speech comes right after it.
       - `Voice.stop` (signing out) ends everything, `Voice.stop_private` (a headset pulled out) everything private.
    7. `Voice.pause` stops it and keeps what is left of it, from the beginning of the piece in progress, with all that
       waits. `Voice.resume` says that as an utterance of its own (`since`). Newer speech with `Priority.NOW` ends
       the pause and drops what it held. After a hush, too, `Voice.resume` finds what the hush had cut off.
    8. The listeners get one `Report` for every utterance, whatever became of it.
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
    essential: bool = False
    """A short warning: a touch does not stop it (STANDARDS.md EN-05)."""
    pace: float = 1.0
    """Share of the rate in force it is said with; below 1 for "repeat slower", with longer rests inside, too."""
    since: int = 0
    """Characters before this one were said already: it goes on after an interruption."""

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
    to_sound_s: float | None = None
    """Seconds from its turn to its beginning; None when it never began."""
