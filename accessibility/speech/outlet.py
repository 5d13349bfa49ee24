"""The outlet: plays sounds where it can, keeps the time where it cannot, and follows the words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from accessibility.speech.player import NoSoundDevice, Playback, Player, SoundReason
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound, silence
from accessibility.speech.timing import Moment

Show = Callable[[Moment], None]
SHORTEST_WAIT_S = 0.02


class Outlet:
    """One player and what stands in for it.

    When the device fails the words go on as captions without sound; after `retry_s` seconds the device is tried
    again, because a headset may have been plugged in.
    """

    def __init__(self, player: Player, silent: Player | None = None, retry_s: float = 30.0) -> None:
        self.reason: SoundReason = player.reason
        self._player = player
        self._silent = silent or SilentPlayer("no_device")
        self._retry_s = retry_s
        self._failed_until = 0.0
        self._playback: Playback | None = None

    async def play(self, sound: Sound, moments: Sequence[Moment], show: Show) -> bool:
        """Play it to its end and show each of its moments in turn. False when it could not be heard."""
        if asyncio.get_running_loop().time() < self._failed_until:
            return await self.keep_time(sound.seconds, moments, show)
        remaining = list(moments)
        self.reason = self._player.reason
        try:
            await self._follow(await self._player.start(sound), remaining, show)
        except NoSoundDevice:
            self._failed_until = asyncio.get_running_loop().time() + self._retry_s
            self.reason = "no_device"
            return await self._go_on_silently(sound, remaining, show)
        return self.reason == "ok"

    async def keep_time(self, seconds: float, moments: Sequence[Moment], show: Show) -> bool:
        """Show each moment in turn without sound."""
        await self._follow(await self._silent.start(silence(seconds)), list(moments), show)
        return False

    def stop(self) -> None:
        """Be silent at once."""
        if self._playback:
            self._playback.stop()

    async def _go_on_silently(self, sound: Sound, remaining: Sequence[Moment], show: Show) -> bool:
        passed = remaining[0].begins if remaining else sound.seconds
        later = [Moment(moment.start, moment.end, moment.begins - passed) for moment in remaining]
        return await self.keep_time(sound.seconds - passed, later, show)

    async def _follow(self, playback: Playback, remaining: list[Moment], show: Show) -> None:
        """Take moments from `remaining` as they come; when cancelled, the sound has ended before this does."""
        self._playback = playback
        end = asyncio.ensure_future(playback.wait())
        try:
            while not end.done():
                await asyncio.wait({end}, timeout=self._show_due(playback.position_s, remaining, show))
            await end
            self._show_due(float("inf"), remaining, show)
        finally:
            self._playback = None
            playback.stop()
            await asyncio.wait({end})
            end.exception()  # looked at: a stopped player's failure is nobody's concern

    def _show_due(self, position_s: float, remaining: list[Moment], show: Show) -> float | None:
        """Show what has begun by now. Returns the seconds until the next moment, None when there is none."""
        while remaining and remaining[0].begins <= position_s:
            show(remaining.pop(0))
        return max(SHORTEST_WAIT_S, remaining[0].begins - position_s) if remaining else None
