"""The bell: rings tones one after the other, on a player of its own, and knows when it is still."""

from __future__ import annotations

import asyncio
from collections import deque

from accessibility.earcons.tone import Tone
from accessibility.speech.player import NoSoundDevice, Playback, Player

LOOK_S = 0.005
"""How often to look how far a tone is."""


class Bell:
    """One tone at a time. Whoever has the bell sees to it that none sounds over speech.

    A tone that comes while another sounds: a lasting one waits for its end; a short one cuts off a short one, so
    that every key is heard, and is passed over beside a lasting one. Without a device there is silence; the speech
    finds that out and tells.
    """

    def __init__(self, player: Player) -> None:
        self._player = player
        self._waiting: deque[Tone] = deque()
        self._sounding: Tone | None = None
        self._playback: Playback | None = None
        self._ringing: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def ringing(self) -> bool:
        """True while a tone sounds."""
        return self._ringing is not None and not self._ringing.done()

    def ring(self, tone: Tone) -> None:
        """Ring it at once, or after a lasting one."""
        if self.ringing and not tone.lasting:
            if self._sounding is None or self._sounding.lasting or any(each.lasting for each in self._waiting):
                return
            self._waiting.clear()
            self._cut()
        self._waiting.append(tone)
        self.ring_kept()

    def keep(self, tone: Tone) -> None:
        """Ring it later: with `ring_kept`, or after the next tone."""
        self._waiting.append(tone)

    def ring_kept(self) -> None:
        """Ring what was kept."""
        if self._waiting and not self.ringing:
            self._ringing = asyncio.create_task(self._ring_all(), name="tones")

    async def until_heard(self) -> None:
        """Wait until the last tone was heard. Its player may need some more milliseconds to end."""
        while self._ringing and self.ringing and (left_s := self._left_s()) > 0:
            await asyncio.wait({self._ringing}, timeout=max(LOOK_S, left_s))

    async def until_still(self) -> None:
        """Wait until the player has ended, too."""
        while self._ringing and self.ringing:
            await asyncio.wait({self._ringing})

    def forget(self) -> None:
        """Ring nothing of what was kept; the tone that sounds is heard to its end."""
        self._waiting.clear()

    async def aclose(self) -> None:
        """Be silent, and wait until the player is."""
        self._closed = True
        self.forget()
        self._cut()
        await self.until_still()

    def _left_s(self) -> float:
        """Seconds of the tone that sounds, at least LOOK_S while it begins or others wait."""
        if self._sounding is None or self._playback is None or self._waiting:
            return LOOK_S
        return self._sounding.sound.seconds - self._playback.position_s

    def _cut(self) -> None:
        if self._playback:
            self._playback.stop()

    async def _ring_all(self) -> None:
        while self._waiting:
            self._sounding = self._waiting.popleft()
            try:
                self._playback = await self._player.start(self._sounding.sound)
                if self._closed:
                    self._playback.stop()
                await self._playback.wait()
            except NoSoundDevice:
                self._waiting.clear()
            finally:
                self._playback = self._sounding = None
