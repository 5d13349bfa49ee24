"""The queue of what waits to be said: order and dropping, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from accessibility.speech.utterance import Priority, Utterance


class SpeechQueue:
    """Utterances in the order they will be said in.

    The life of an utterance here (all of it, from being said to its report, is told at `Utterance`):

    1. `put` lets it wait: NORMAL behind all others, NEXT behind those that came with NEXT, NOW in place of the others.
       Essential warnings alone outlast a NOW, and come before it.
    2. `clear` takes it out again, never begun: a key hushed the voice, its screen was left, it is true no longer.
    3. `take` gives it its turn. It is gone from here; only `put_back` brings it again, before all others, when the
       customer paused in the middle of it.
    """

    def __init__(self) -> None:
        self._waiting: list[Utterance] = []
        self._next = 0
        """So many at the front came with Priority.NEXT."""

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def first(self) -> Utterance | None:
        """The one whose turn is next."""
        return self._waiting[0] if self._waiting else None

    def put(self, utterances: Iterable[Utterance], priority: Priority) -> tuple[Utterance, ...]:
        """Let them wait where their priority says. Returns what had to make room for them; no warning does."""
        new = list(utterances)
        if priority is Priority.NOW:
            dropped = self.clear(lambda utterance: not utterance.essential)
            self._waiting += new
            self._next = len(self._waiting) - len(new)
            return dropped
        if priority is Priority.NEXT:
            self._waiting[self._next : self._next] = new
            self._next += len(new)
        else:
            self._waiting += new
        return ()

    def put_back(self, utterances: Iterable[Utterance]) -> None:
        """They come first again: they were interrupted."""
        back = list(utterances)
        self._waiting[:0] = back
        self._next += len(back)

    def take(self) -> Utterance:
        """The next one. Raises IndexError when none waits."""
        self._next = max(0, self._next - 1)
        return self._waiting.pop(0)

    def clear(self, leaving: Callable[[Utterance], bool] = lambda _: True) -> tuple[Utterance, ...]:
        """Take out those for which `leaving` is true, and return them."""
        dropped = tuple(utterance for utterance in self._waiting if leaving(utterance))
        self._next = sum(not leaving(utterance) for utterance in self._waiting[: self._next])
        self._waiting = [utterance for utterance in self._waiting if not leaving(utterance)]
        return dropped
