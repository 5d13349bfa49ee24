"""A sound played by a child process: stopped by killing it, which takes 1 ms and cannot hang."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from accessibility.speech.child import end_child
from accessibility.speech.player import NoSoundDevice
from accessibility.speech.sound import Sound

PATIENCE_S = 3.0
"""A player that takes so much longer than its sound hangs: the device is gone."""


class ChildPlayback:
    """One child, one sound. `clean_up` is called once, when the child is gone."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        sound: Sound,
        taken_s: Callable[[], float],
        clean_up: Callable[[], None],
    ) -> None:
        self._process = process
        self._sound = sound
        self._taken_s = taken_s
        self._clean_up = clean_up
        self._clock = asyncio.get_running_loop().time
        self._began: float | None = None
        self._stopped = False
        self._gone = asyncio.create_task(self._watch(), name="end of a sound")

    @property
    def pid(self) -> int:
        """Of the child."""
        return self._process.pid

    @property
    def position_s(self) -> float:
        """The time since the child took its first samples, but never more than it has taken of the sound.

        It takes them 10 to 30 ms after its start; they are heard 3 to 5 ms later, and what a device adds.
        """
        if self._gone.done():
            return self._sound.seconds
        taken_s = self._taken_s()
        if self._began is None and taken_s > 0:
            self._began = self._clock()
        return min(self._clock() - self._began, taken_s) if self._began is not None else 0.0

    def stop(self) -> None:
        """Kill the child."""
        self._stopped = True
        end_child(self._process)

    async def wait(self) -> None:
        """Return when the child is gone. Raises NoSoundDevice when it failed or hung."""
        code = await asyncio.shield(self._gone)
        if code != 0 and not self._stopped:
            raise NoSoundDevice(f"the player ended with {code}")

    async def _watch(self) -> int:
        """The child's exit code, -1 when it had to be killed because it hung."""
        try:
            return await asyncio.wait_for(self._process.wait(), self._sound.seconds + PATIENCE_S)
        except TimeoutError:
            end_child(self._process)
            await self._process.wait()
            return -1
        finally:
            self._clean_up()
