"""Brings a visit to eye and ear: page, voice, captions and the idle clock, kept in step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from accessibility.caption import Caption
from accessibility.earcons.earcons import Earcons
from accessibility.narrator import Narrator
from accessibility.reaching.band import Standing
from accessibility.reaching.reach import Keys
from accessibility.role_words import role_words
from accessibility.screen import Screen
from accessibility.speech.listener import Listener
from accessibility.speech.player import SoundReason
from accessibility.speech.voice import Voice
from accessibility.words import Words
from kiosk.appearance import Eyes, theme_for
from kiosk.early import Early
from kiosk.frame_labels import frame_labels
from kiosk.journeys import leaving, welcome
from kiosk.journeys.adjusting import step_words
from kiosk.journeys.idle import IdleClock, Later, Timer
from kiosk.journeys.news import no_sound
from kiosk.journeys.reaching_words import reaching_words
from kiosk.journeys.surroundings import Sitting
from kiosk.journeys.visit import Visit
from kiosk.private_ear import PrivateEar
from kiosk.prompting import Prompting
from kiosk.reaching import placed, reach_of
from kiosk.tones import Tones
from ui.reaching.reaching import Reaching
from ui.window import KioskWindow

BESIDE_CONTROLS = {
    welcome.KEY: welcome.ANY_KEY,
    leaving.STILL_THERE: leaving.MORE_TIME,
    leaving.FAREWELL: "done",
}
"""What a touch beside every control, or any key, does on the pages that say so."""


ALERT_S = 10.0
"""How long the news that somebody comes stands over the page, unless she has noticed before."""


class _Look(msgspec.Struct, frozen=True):
    """Everything the theme depends on."""

    mode: str
    colours: str
    text_percent: int
    lang: str
    place: str


class _Ear(Listener):
    """Hears what the voice does."""

    def __init__(self, window: KioskWindow, visit: Visit, voice: Voice) -> None:
        self._window = window
        self._visit = visit
        self._voice = voice
        self._told = False

    def caption(self, caption: Caption) -> None:
        """The words in progress stand at the foot of the page (EN-17), and the pause button shows how it stands."""
        self._window.show_caption(caption)
        self._visit.hold(held=self._voice.paused)

    def sound(self, reason: SoundReason) -> None:
        """Without sound the customer is told once; speech that was switched off needs no news."""
        if reason not in ("ok", "muted") and not self._told:
            self._told = True
            self._visit.tell(no_sound)


class Presenter:
    """Shows every screen of the visit and carries the customer's actions back to it."""

    def __init__(
        self,
        window: KioskWindow,
        narrator: Narrator,
        voice: Voice,
        machine: Eyes,
        idle_times: Callable[[Visit], tuple[int, int]],
        *,
        failed: Callable[[BaseException], str],
        later: Later | None = None,
        beside_reader: bool = False,
        number_keys: Keys = "none",
        standing: Standing | None = None,
    ) -> None:
        """`failed` writes down a failure nobody foresaw and gives its reference.

        `later` starts the timers of the idle clock; the running loop's own when None. Our voice is silent while a
        screen reader speaks, unless it is wanted `beside_reader`. `number_keys`: the numeric keypad of this kiosk;
        `standing`: how its screen stands, where that is known.
        """
        self._number_keys = number_keys
        self._standing = standing
        self._beside_reader = beside_reader
        self._failed = failed
        self._window = window
        self._narrator = narrator
        self._voice = voice
        self._machine = machine
        self._idle_times = idle_times
        self._later = later
        self._idle: IdleClock | None = None
        self._look: _Look | None = None
        self._private = False
        self._tones = Tones(Earcons(voice))
        self.reaching = Reaching(window, lambda: narrator.speaking)
        self._alert: Timer | None = None
        self._prompting: Prompting | None = None
        self._actions: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def present(self, visit: Visit, early: Early) -> None:
        """Run the visit until cancelled, beginning with what was done before the program was ready."""
        idle = self._idle = IdleClock(
            self._later or asyncio.get_running_loop().call_later,
            on_warning=lambda seconds, share: self._nobody_moves(visit, seconds, share),
            on_end=lambda: self._actions.put_nowait(("idle_end", "")),
            busy=lambda: self._narrator.speaking,
        )
        later = self._later or asyncio.get_running_loop().call_later
        prompting = self._prompting = Prompting(visit, self._narrator, idle, later)
        for before in early.hand_over():
            self._actions.put_nowait(before)
        self._connect(visit, idle, prompting)
        await visit.begin()
        while True:
            action, typed = await self._actions.get()
            await self._see_through(visit, self._do(visit, idle, action, typed))

    async def _see_through(self, visit: Visit, doing: Coroutine[Any, Any, None]) -> None:
        """Do one thing to its end. Should it break, the customer gets the trouble page and the kiosk goes on."""
        task = asyncio.get_running_loop().create_task(doing)
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        problem = None if task.cancelled() else task.exception()
        if isinstance(problem, Exception):
            visit.fail(problem, self._failed(problem))

    def show(self, visit: Visit, screen: Screen) -> None:
        """Bring one screen to the page, and as soon as it is painted to the ear."""
        wishes, mode = visit.sitting.preferences, visit.mode
        look = _Look(mode.key, wishes.theme, wishes.text_size, visit.sitting.lang, wishes.place)
        self.reaching.set_reach(reach_of(wishes, self._number_keys), any_key=screen.key in BESIDE_CONTROLS)
        if look == self._look:
            self._window.show_screen(screen)
        else:
            self._look = look
            self._dress(visit, look, screen)
        if self._idle:
            self._keep_time(visit, self._idle)
        self._voice.set_volume(wishes.volume)
        self._voice.set_earcons(wishes.sounds)
        self._tones.shown(screen)
        self._time_alert(visit, screen)
        if self._prompting:
            self._prompting.page(screen)
        self._voice.set_rate(mode.speech.words_a_minute(wishes.rate))
        self._keep_private(visit.sitting, screen)
        asyncio.get_running_loop().call_soon(self._tell, visit, visit.sitting, screen)

    def _tell(self, visit: Visit, sitting: Sitting, screen: Screen) -> None:
        """What may be said is decided now, not when the page was drawn: the headset may be out since."""
        if visit.sitting is not sitting or (sitting.hidden and not screen.hides):
            return  # the page that took its place is told in a moment
        wishes, manner, consent = sitting.preferences, visit.mode.speech, sitting.consent_aloud
        self._narrator.open(screen, spoken=wishes.speech, consent=consent, guide=manner.guide, pause_ms=manner.pause_ms)

    def _keep_private(self, sitting: Sitting, screen: Screen) -> None:
        """When private words may be said no longer, the one that is just being said stops too (EN-07)."""
        self._narrator.set_aside(self._window.screen_reader_active and not self._beside_reader)
        self._narrator.set_private(sitting.private_listening)
        private = sitting.may_say_private and not screen.hides
        if self._private and not private:
            self._voice.stop_private()
        self._private = private

    def listener(self, visit: Visit) -> Listener:
        """What the voice is to tell: captions to the window, and once that there is no sound."""
        return _Ear(self._window, visit, self._voice)

    def private_ear(self, visit: Visit) -> PrivateEar:
        """What the jack is to tell. Plugging in and pulling out are signs of life."""
        return PrivateEar(visit, self._voice, self._narrator, self._alive)

    def _alive(self) -> None:
        if self._idle:
            self._idle.touch()

    def _dress(self, visit: Visit, look: _Look, screen: Screen) -> None:
        words = Words(look.lang, visit.mode.wording)
        self._narrator.set_role_words(role_words(words))
        theme = theme_for(
            visit.mode, self._machine, colours=look.colours, text_percent=look.text_percent, lang=look.lang
        )
        theme = placed(theme, look.place, self._standing)
        self._window.show_screen(screen, theme=theme, labels=frame_labels(words))

    def _time_alert(self, visit: Visit, screen: Screen) -> None:
        """What is seen from across the room stands until she has noticed, or some seconds."""
        if screen.alert and not self._alert:
            later = self._later or asyncio.get_running_loop().call_later
            self._alert = later(ALERT_S, visit.notice)
        elif self._alert and not screen.alert:
            self._alert.cancel()
            self._alert = None

    def _connect(self, visit: Visit, idle: IdleClock, prompting: Prompting) -> None:
        self._window.acted.connect(lambda action, typed: self._actions.put_nowait((action, typed)))
        self._window.acted.connect(self._tones.acted)
        self._window.tapped.connect(self._tones.tapped)
        self._window.focused.connect(self._tones.focused)
        self._narrator.announce_to = self._window.announce
        self._window.focused.connect(self._reached)
        self._window.typed.connect(self._narrator.typed)
        self._window.typed.connect(prompting.typed)
        self._window.focused.connect(prompting.stirred)
        self._window.offered.connect(self._offer)
        self._window.hinted.connect(lambda kind: self._hint(visit, kind))
        self._window.stray.connect(lambda: self._stray(visit))
        self._window.touched.connect(lambda: self._touched(idle))
        self._window.stirred.connect(lambda: self._stirred(idle))

    def _reached(self, key: str) -> None:
        """Never two voices at once: a screen reader that has come since says it itself."""
        self._narrator.set_aside(self._window.screen_reader_active and not self._beside_reader)
        self._narrator.focus(key)

    def _offer(self, keys: tuple[str, ...]) -> None:
        """A row of choices, for whoever chooses with a switch."""
        self._narrator.set_aside(self._window.screen_reader_active and not self._beside_reader)
        self._narrator.focus_all(keys)

    def _hint(self, visit: Visit, kind: str) -> None:
        """How to reach things: said after the sentence being said; shown where speech is switched off."""
        sitting = visit.sitting
        told = reaching_words(Words(sitting.lang, visit.mode.wording), kind)
        if told.said and sitting.preferences.speech:
            self._narrator.announce(told, go_on=True)
        elif told.said:
            asyncio.get_running_loop().call_soon(self._voice.show, told.shown, sitting.lang)

    def _touched(self, idle: IdleClock) -> None:
        """A sign of life. The page stays as it is under a finger that is still down: what it does comes when lifted."""
        self._narrator.hush()
        idle.touch()

    def _stirred(self, idle: IdleClock) -> None:
        """A sign of life on what holds the voice: that must still be talking then."""
        if not self._narrator.speaking:
            self._narrator.hush()
        idle.touch()

    def _stray(self, visit: Visit) -> None:
        """Touch or any key begins; anywhere else a touch beside the controls does nothing."""
        action = BESIDE_CONTROLS.get(visit.screen().key)
        if action:
            self._actions.put_nowait((action, ""))

    async def _do(self, visit: Visit, idle: IdleClock, action: str, typed: str) -> None:
        if action == "repeat":
            self._narrator.repeat()
        elif action == "pause":
            self._narrator.pause_or_go_on()
            visit.hold(held=self._voice.paused)
        elif action == "spell":
            self._narrator.spell()
        elif action == "idle_end":
            await visit.leave(because_idle=True)
        else:
            if self._prompting:
                self._prompting.acted()
            await visit.act(action, typed)
            visit.go_on()
            self._tell_step(visit, action)
        idle.stop()
        self._keep_time(visit, idle)

    def _keep_time(self, visit: Visit, idle: IdleClock) -> None:
        """Time counts from the moment a page is somebody's until it is nobody's again, whatever changed it."""
        if visit.pristine:
            idle.stop()
        elif not idle.running:
            idle.start(*self._idle_times(visit))

    def _nobody_moves(self, visit: Visit, seconds: int, share: float) -> None:
        """Ask whether she is still there. She has said goodbye already where that page stands: it goes by itself."""
        if visit.screen().key == leaving.FAREWELL:
            self._actions.put_nowait((BESIDE_CONTROLS[leaving.FAREWELL], ""))
        else:
            visit.warn(seconds, share)

    def _tell_step(self, visit: Visit, action: str) -> None:
        """A step of loudness or speed is said as it now sounds, so that she hears what she chose; or it is shown."""
        sitting = visit.sitting
        told = step_words(Words(sitting.lang, visit.mode.wording), sitting.preferences, action)
        if told.said and sitting.preferences.speech:
            self._narrator.announce(told, urgent=True, go_on=True)
        elif told.said:
            asyncio.get_running_loop().call_soon(self._voice.show, told.shown, sitting.lang)
