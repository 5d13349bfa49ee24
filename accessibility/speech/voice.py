"""The voice: says utterances one after the other, stops at once, and tells listeners what it does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import msgspec

from accessibility.caption import QUIET, Caption
from accessibility.earcons.tone import Tone
from accessibility.speech.ahead import Ahead
from accessibility.speech.listener import Listener
from accessibility.speech.listeners import Listeners
from accessibility.speech.loudness import LOUDEST
from accessibility.speech.maker import Maker
from accessibility.speech.manner import FASTEST, SLOWEST, Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import SoundReason
from accessibility.speech.speech_queue import SpeechQueue
from accessibility.speech.teller import Teller
from accessibility.speech.turns import Turns
from accessibility.speech.utterance import SHORT_WARNING_S, Channel, Priority, Report, Utterance


class Voice:
    """Owns the queue, the maker of sounds and the outlet. All methods are for the loop's thread and return at once.

    `start` before the first word, `aclose` after the last; what is said before `start` waits.

    What ends or holds speech (the life of an utterance is told at `Utterance`); silence comes in about 1 ms:
    - `hush` a key or a touch: all but essential warnings. `resume` finds what it cut off until newer speech comes.
    - `stop` signing out: all, for good. · `stop_private` the headset was pulled out: all that is private, for good.
    - `leave` a screen was left: its words. · `drop` what is no longer true, of what waits.
    - `pause` and `resume`: the customer's own pause. It ends by `resume` or by speech with `Priority.NOW` alone;
      a pause while nothing is said does nothing. While `paused` the voice is not `speaking`.
    """

    def __init__(
        self,
        maker: Maker,
        outlet: Outlet,
        manner: Manner = Manner(),  # noqa: B008 - a frozen value
        now: Callable[[], float] = time.time,
    ) -> None:
        self._maker = maker
        self._outlet = outlet
        self._manner = manner
        self._queue = SpeechQueue()
        self._ahead = Ahead(maker)
        self._listeners = Listeners("muted" if manner.muted else outlet.reason)
        self._teller = Teller(self._ahead, outlet, self._listeners, lambda: self._manner, now)
        self._turns = Turns(self._queue, self._teller, outlet, self._listeners, now, lambda: self.sound)
        self._hushed: tuple[Utterance, ...] = ()

    @property
    def speaking(self) -> bool:
        """True while something is being said or waits to be, unless it is paused."""
        return self._turns.going_on and not self._turns.held

    @property
    def paused(self) -> bool:
        """True while the customer's pause holds speech back."""
        return self._turns.held

    @property
    def hushed(self) -> tuple[Utterance, ...]:
        """What the last hush cut off or dropped, to be said again if she wishes; newer speech makes it empty."""
        return self._hushed

    @property
    def quiet_s(self) -> float:
        """Seconds since the last word; 0 while speaking, infinite before the first."""
        return 0.0 if self.speaking else self._turns.quiet_s

    @property
    def sound(self) -> SoundReason:
        """Whether there is sound, and why not."""
        if self._manner.muted:
            return "muted"
        return "engine_failed" if self._teller.engine_failed else self._outlet.reason

    @property
    def manner(self) -> Manner:
        """Rate, volume and channel now."""
        return self._manner

    def add(self, listener: Listener) -> None:
        """Tell it from now on."""
        self._listeners.add(listener)

    def remove(self, listener: Listener) -> None:
        """Tell it no longer."""
        self._listeners.remove(listener)

    async def start(self) -> None:
        """Begin to speak. The speech children warm up meanwhile."""
        self._turns.start()
        await self._maker.start()

    # Saying

    def say(self, utterances: Iterable[Utterance], priority: Priority = Priority.NORMAL) -> None:
        """Say these, in this order, when their priority lets them; with NOW everything else is stopped or dropped.

        An essential warning that needs less than SHORT_WARNING_S is said to its end before.
        """
        ranked = [msgspec.structs.replace(utterance, priority=priority) for utterance in utterances]
        if not ranked:
            return
        if priority is Priority.NOW:
            self._turns.held, self._hushed = False, ()
            if not self._may_finish():
                self._turns.cut()
            self._turns.hurry()
        self._turns.shown = QUIET
        self._drop(self._queue.put(ranked, priority))
        if priority is not Priority.NORMAL:
            self._ahead.forget()
        self._turns.begin()

    def show(self, text: str, lang: str) -> None:
        """Show words in the caption without saying them, such as how many digits there are; until the next speech."""
        self._turns.shown = Caption(text, lang=lang, sounding=False)
        if not self.speaking:
            self._listeners.caption(self._turns.shown)

    def ring(self, tone: Tone) -> None:
        """Ring a tone where it is not over speech. The listeners are told also when tones are switched off."""
        self._listeners.tone(tone.kind)
        if self._manner.earcons:
            self._outlet.ring(tone)

    # Being silent

    def hush(self) -> bool:
        """A key or a touch: be silent and drop what waits, but for essential warnings. Leaves a pause as it is.

        True when it cut something off.
        """
        if self.paused:
            return False
        now = self._turns.utterance
        cut = self._turns.cut() if now and not now.essential else ()
        dropped = self._queue.clear(lambda utterance: not utterance.essential)
        if cut or dropped:
            self._hushed = (*cut, *dropped)
        self._drop(dropped)
        self._silenced()
        return bool(cut or dropped)

    def stop(self) -> None:
        """Be silent and drop everything, also what a pause or a hush kept, and the tones that wait."""
        self._turns.held, self._hushed = False, ()
        self._outlet.forget_tones()
        self._turns.cut()
        self._drop(self._queue.clear())
        self._silenced()

    def stop_private(self) -> None:
        """Others may hear from now on: stop and forget every private word, keep the others (STANDARDS.md EN-07)."""
        self._hushed = tuple(utterance for utterance in self._hushed if not utterance.private)
        self._stop_those(lambda utterance: utterance.private)

    def leave(self, source_key: str) -> None:
        """A screen was left: stop and drop its words, keep all others."""
        self._hushed = tuple(utterance for utterance in self._hushed if utterance.source_key != source_key)
        self._stop_those(lambda utterance: utterance.source_key == source_key)

    def drop(self, unwanted: Callable[[Utterance], bool]) -> None:
        """Drop what waits and is no longer wanted; what sounds is said to its end."""
        self._hushed = tuple(utterance for utterance in self._hushed if not unwanted(utterance))
        self._drop(self._queue.clear(unwanted))
        self._ahead.forget()
        self._turns.wake()

    def pause(self) -> None:
        """Be silent and keep what is left to say, or what was just hushed. Does nothing where there is neither."""
        if self.paused:
            return
        self._queue.put_back(self._turns.cut())
        self._queue.put(self._hushed, Priority.NORMAL)
        self._hushed = ()
        self._silenced()
        if self._queue:
            self._turns.held = True
            self._turns.begin()

    def resume(self) -> None:
        """Go on from the beginning of the sentence that was cut off, by a pause or by a hush."""
        if self.paused:
            self._turns.held = False
            self._turns.wake()
        else:
            rest, self._hushed = self._hushed, ()
            self.say(rest)

    # Manner

    def set_rate(self, words_a_minute: int) -> None:
        """Speak at this rate from the next sentence on; kept within 80 to 300 English words a minute."""
        self._set(rate=min(FASTEST, max(SLOWEST, words_a_minute)))

    def set_volume(self, volume: int) -> None:
        """Speak at volume 1 to 5 from the next sentence on; kept within them."""
        self._set(volume=min(LOUDEST, max(1, volume)))

    def set_muted(self, muted: bool) -> None:
        """Go on in captions only, or with sound again, from the next sentence on."""
        self._set(muted=muted)
        self._listeners.sound(self.sound)

    def set_earcons(self, heard: bool) -> None:
        """Ring tones, or only tell the listeners of them."""
        self._set(earcons=heard)

    def set_channel(self, channel: Channel) -> None:
        """Where the sound is heard now: a headset was plugged in or pulled out."""
        if channel != self._manner.channel:
            self._outlet.try_again()
        self._set(channel=channel)

    # Living

    async def until_quiet(self) -> None:
        """Wait until everything was said; as long as a pause lasts."""
        await self._turns.until_quiet()

    async def aclose(self) -> None:
        """Stop, end the children, and wait until nothing is left."""
        self.stop()
        await self._turns.aclose()
        await self._outlet.aclose()
        await self._maker.aclose()

    def _set(self, **changes: object) -> None:
        changed = msgspec.structs.replace(self._manner, **changes)
        if changed != self._manner:
            self._manner = changed
            self._ahead.forget()

    def _may_finish(self) -> bool:
        """True for an essential warning that is nearly said."""
        now = self._turns.utterance
        return now is not None and now.essential and self._turns.left_s < SHORT_WARNING_S

    def _stop_those(self, unwanted: Callable[[Utterance], bool]) -> None:
        if self._turns.utterance and unwanted(self._turns.utterance):
            self._turns.cut()
        self._drop(self._queue.clear(unwanted))
        self._turns.held = self.paused and bool(self._queue)
        self._ahead.forget()
        self._turns.wake()

    def _silenced(self) -> None:
        """No rest is needed any more, nothing made in advance, and no words that were only shown."""
        self._turns.shown = QUIET
        self._ahead.forget()
        self._turns.hurry()

    def _drop(self, utterances: tuple[Utterance, ...]) -> None:
        for utterance in utterances:
            self._listeners.ended(Report(utterance, "dropped", "none"))
