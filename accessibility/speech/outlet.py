"""The outlet: plays sounds where it can, keeps the time where it cannot, and follows the words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from accessibility.earcons.bell import Bell
from accessibility.earcons.lead import Lead, led
from accessibility.earcons.tone import Tone
from accessibility.speech.player import NoSoundDevice, Playback, Player, SoundReason
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound, silence
from accessibility.speech.timing import Moment

Show = Callable[[Moment], None]
SHORTEST_WAIT_S = 0.02
BEGINNING_S = 0.005
"""How often to look whether the player has begun: its clock runs from there."""


class Outlet:
    """One player and what stands in for it, and a bell for the tones between.

    When the device fails the words go on as captions without sound; after `retry_s` seconds the device is tried
    again, because a headset may have been plugged in. Tones are played by `bell_player`, by default the same one.
    """

    def __init__(
        self,
        player: Player,
        silent: Player | None = None,
        retry_s: float = 30.0,
        bell_player: Player | None = None,
    ) -> None:
        self.reason: SoundReason = player.reason
        self._player = player
        self._silent = silent or SilentPlayer("no_device")
        self._retry_s = retry_s
        self._failed_until = 0.0
        self._playback: Playback | None = None
        self._length_s = 0.0
        self._sounding = False
        self._bell = Bell(bell_player or player)
        self._lead = Lead(self._bell.ring)

    @property
    def left_s(self) -> float | None:
        """Seconds left of the sound in progress; None when there is none."""
        return max(0.0, self._length_s - self._playback.position_s) if self._playback else None

    async def play(self, sound: Sound, moments: Sequence[Moment], show: Show) -> bool:
        """Play it to its end and show each of its moments in turn. False when it could not be heard.

        Tones that were rung before are heard first, those rung meanwhile after it. A tone that leads is heard in
        one sound with it.
        """
        self._bell.ring_kept()
        await self._bell.until_heard()
        if asyncio.get_running_loop().time() < self._failed_until:
            return await self.keep_time(sound.seconds, moments, show)
        remaining = list(moments)
        if tone := self._lead.take(sound):
            sound, later = led(tone, sound)
            remaining = [Moment(moment.start, moment.end, moment.begins + later) for moment in moments]
        else:
            self._lead.ring_now()
            await self._bell.until_heard()
        self.reason = self._player.reason
        try:
            await self._sound_beside_bell(sound, remaining, show)
        except NoSoundDevice:
            self._failed_until = asyncio.get_running_loop().time() + self._retry_s
            self.reason = "no_device"
            return await self._go_on_silently(sound, remaining, show)
        return self.reason == "ok"

    async def keep_time(self, seconds: float, moments: Sequence[Moment], show: Show) -> bool:
        """Show each moment in turn without sound."""
        self._length_s = seconds
        await self._follow(await self._silent.start(silence(seconds)), list(moments), show)
        return False

    def ring(self, tone: Tone) -> None:
        """Ring a tone: in silence at once, or with the words it leads.

        Beside speech it comes after the sound in progress if it lasts, else not at all.
        """
        if not self._sounding and tone.leading and not self._bell.ringing:
            self._lead.keep(tone)
        elif not self._sounding:
            self._lead.forget()
            self._bell.ring(tone)
        elif tone.lasting:
            self._bell.keep(tone)

    def stop(self) -> None:
        """Be silent at once."""
        if self._playback:
            self._playback.stop()
        self._sounding = False

    def try_again(self) -> None:
        """Something was plugged in or out: a device that failed is tried with the next sound."""
        self._failed_until = 0.0

    def forget_tones(self) -> None:
        """Ring nothing any more of what waits to be rung."""
        self._lead.forget()
        self._bell.forget()

    async def aclose(self) -> None:
        """Be silent and wait until the bell is still."""
        self.stop()
        self._lead.forget()
        await self._bell.aclose()

    async def _sound_beside_bell(self, sound: Sound, remaining: list[Moment], show: Show) -> None:
        """Try once more where the device was still the bell's: some give themselves to one player only."""
        ringing, whole = self._bell.ringing, list(remaining)
        try:
            await self._sound(sound, remaining, show)
        except NoSoundDevice:
            if not ringing:
                raise
            await self._bell.until_still()
            remaining[:] = whole
            await self._sound(sound, remaining, show)

    async def _sound(self, sound: Sound, remaining: list[Moment], show: Show) -> None:
        self._length_s, self._sounding = sound.seconds, True
        try:
            await self._follow(await self._player.start(sound), remaining, show)
        finally:
            self._sounding = False
            self._bell.ring_kept()

    async def _go_on_silently(self, sound: Sound, remaining: Sequence[Moment], show: Show) -> bool:
        passed = remaining[0].begins if remaining else sound.seconds
        later = [Moment(moment.start, moment.end, moment.begins - passed) for moment in remaining]
        return await self.keep_time(sound.seconds - passed, later, show)

    async def _follow(self, playback: Playback, remaining: list[Moment], show: Show) -> None:
        """Take moments from `remaining` as they come; when cancelled, the sound has ended before this does."""
        self._playback = playback
        end = asyncio.ensure_future(playback.wait())
        end.add_done_callback(_looked_at)
        try:
            while not end.done():
                await asyncio.wait({end}, timeout=self._show_due(playback.position_s, remaining, show))
            await end
            self._show_due(float("inf"), remaining, show)
        finally:
            self._playback = None
            playback.stop()
            await asyncio.wait({end})  # unless it is cancelled again meanwhile, by a second interruption

    def _show_due(self, position_s: float, remaining: list[Moment], show: Show) -> float | None:
        """Show what has begun by now. Returns the seconds until the next moment, None when there is none.

        The first words count as begun with the player, some milliseconds early: whatever was heard has begun.
        """
        while remaining and remaining[0].begins <= position_s:
            show(remaining.pop(0))
        if not remaining:
            return None
        return max(SHORTEST_WAIT_S, remaining[0].begins - position_s) if position_s > 0 else BEGINNING_S


def _looked_at(end: asyncio.Future[None]) -> None:
    """A stopped player's failure is nobody's concern: asyncio need not complain of it."""
    if not end.cancelled():
        end.exception()
