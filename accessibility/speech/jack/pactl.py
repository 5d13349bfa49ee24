"""The audio server's own command, `pactl`: one child that reports events, and short-lived ones that answer questions.

PulseAudio has it, and PipeWire answers it the same way.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from accessibility.speech.child import end_child

PATIENCE_S = 1.0
"""An answer that takes longer is none."""


class NoAnswer(Exception):
    """The audio server does not answer, or not in the way that is understood."""


class Pactl:
    """Starts `pactl`. No child outlives the block or the call that started it."""

    def __init__(self, program: str = "pactl", setpriv: str = "", environment: Mapping[str, str] | None = None) -> None:
        """With `setpriv` (util-linux) a child is killed by the system when the kiosk is."""
        before = (setpriv, "--pdeathsig", "KILL") if setpriv else ()
        self._command = (*before, program)
        # LC_ALL: words and decimals as expected. PULSE_BINARY: looking must not start a server that nobody wanted.
        self._environment = {**(environment or os.environ), "LC_ALL": "C", "PULSE_BINARY": "false"}

    @asynccontextmanager
    async def events(self) -> AsyncIterator[asyncio.StreamReader]:
        """What happens at the server, a line each, until it ends. Raises OSError when pactl cannot be started."""
        process = await self._start("subscribe")
        try:
            if process.stdout is None:
                raise NoAnswer
            yield process.stdout
        finally:
            end_child(process)
            await process.wait()

    async def ask(self, *question: str) -> bytes:
        """The answer to one question. Raises NoAnswer."""
        try:
            process = await self._start(*question)
        except OSError as problem:
            raise NoAnswer(str(problem)) from problem
        try:
            async with asyncio.timeout(PATIENCE_S):
                answer, _ = await process.communicate()
        except TimeoutError as problem:
            raise NoAnswer("too late") from problem
        finally:
            end_child(process)
            await process.wait()
        if process.returncode != 0:
            raise NoAnswer(f"pactl ended with {process.returncode}")
        return answer

    async def _start(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            *arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment,
        )
