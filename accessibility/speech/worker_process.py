"""The kiosk's end of one speech child: asks it, listens to it, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

import accessibility
from accessibility.speech import own_lexicon, scratch
from accessibility.speech.child import end_child
from accessibility.speech.engines import PLATFORM
from accessibility.speech.frames import LENGTHS, FrameError, Reply, Request, frame, lengths, read_reply
from accessibility.speech.maker import CannotSay, Made
from accessibility.speech.sound import Sound

COMMAND = (sys.executable, "-m", "accessibility.speech.worker")
HOME = Path(accessibility.__file__).parents[1]
"""Where the child finds the packages, also when the kiosk runs from a fresh clone."""
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


ANSWER_S = 2.0


class WorkerDied(Exception):
    """The child ended before it answered."""


class EngineMissing(Exception):
    """The child is well, but its engine is not on this machine or does not start."""


class WorkerProcess:
    """One speech child. Made by `start`, ended by `aclose`; `kill` ends it at once."""

    def __init__(
        self, process: asyncio.subprocess.Process, folder: tempfile.TemporaryDirectory[str] | None, engine: str = ""
    ) -> None:
        self.engine = engine
        self._process = process
        self._folder = folder
        self._numbers = itertools.count(1)
        self._turn = asyncio.Lock()
        """One request at a time is in the child: what nobody waits for any more is never asked of it."""
        self._left: asyncio.Future[tuple[Reply, bytes]] | None = None
        """The answer to a request whose asker went away; the child is busy until it comes."""
        self._killed = False
        self._clock = asyncio.get_running_loop().time
        self._began = self._clock()
        self._waiting: dict[int, asyncio.Future[tuple[Reply, bytes]]] = {}
        self._greeting: asyncio.Future[tuple[Reply, bytes]] = asyncio.get_running_loop().create_future()
        self._waiting[0] = self._greeting
        self._reader = asyncio.create_task(self._listen(), name="speech child's answers")

    @classmethod
    async def start(
        cls, command: Sequence[str] = COMMAND, engine: str = PLATFORM, lexicon: Path | None = None
    ) -> WorkerProcess:
        """Start a child with an engine and the bank's lexicon; it warms up by itself.

        Raises OSError when it cannot be started.
        """
        folder = tempfile.TemporaryDirectory(prefix="anxin-speech-") if scratch.needs_folder() else None
        process = await asyncio.create_subprocess_exec(
            *command,
            engine,
            *([folder.name] if folder else []),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=HOME,
            env={**os.environ, own_lexicon.VARIABLE: str(lexicon)} if lexicon else None,
            creationflags=NO_WINDOW,
        )
        return cls(process, folder, engine)

    @property
    def pid(self) -> int:
        """Of the child."""
        return self._process.pid

    @property
    def age_s(self) -> float:
        """Seconds since it was started."""
        return self._clock() - self._began

    @property
    def greeted(self) -> bool:
        """Whether it said that it is ready, or that it never will be."""
        return self._greeting.done()

    @property
    def alive(self) -> bool:
        """False once it ended."""
        return not self._killed and not self._reader.done() and self._process.returncode is None

    async def greeting(self) -> Reply:
        """What it said when it was ready. Raises WorkerDied, EngineMissing."""
        reply, _ = await asyncio.shield(self._greeting)
        if reply.error:
            raise EngineMissing(reply.error)
        return reply

    async def make(self, request: Request, answer_s: float = ANSWER_S) -> Made:
        """The request's text as sound; its number is given here.

        Raises WorkerDied, CannotSay, and TimeoutError when the child needs longer than `answer_s` seconds. Texts are
        so short that the pipe takes them at once: nobody waits for room in it.
        """
        await self.greeting()
        async with self._turn:
            await self._until_free(answer_s)
            reply, pcm = await self._answer_to(self._ask(request), answer_s)
        if reply.error:
            raise CannotSay(reply.error)
        return Made(Sound(reply.rate, pcm), reply.marks, self.engine)

    def kill(self) -> None:
        """End it at once. Whoever waits for an answer gets WorkerDied."""
        self._killed = True
        end_child(self._process)

    async def aclose(self) -> None:
        """End it and wait until it is gone. Nothing of it is left."""
        self.kill()
        await self._process.wait()
        await self._reader
        self._greeting.cancel()
        if self._process.stdin:
            self._process.stdin.close()
            with contextlib.suppress(OSError):
                await self._process.stdin.wait_closed()
        if self._folder:
            self._folder.cleanup()

    async def _until_free(self, answer_s: float) -> None:
        """Wait for the answer that nobody wants any more, if there is one."""
        if self._left and not self._left.done():
            await self._answer_to(self._left, answer_s)

    async def _answer_to(self, answer: asyncio.Future[tuple[Reply, bytes]], answer_s: float) -> tuple[Reply, bytes]:
        try:
            # WORKAROUND asyncio.wait_for (Python 3.11): it swallows a cancellation that comes with the result.
            async with asyncio.timeout(answer_s):
                return await asyncio.shield(answer)
        except TimeoutError as problem:
            raise TimeoutError(f"its child did not answer within {answer_s:g} s") from problem

    def _ask(self, request: Request) -> asyncio.Future[tuple[Reply, bytes]]:
        """Hand it the request. Its answer to come. Raises WorkerDied."""
        if not self.alive or self._process.stdin is None:
            raise WorkerDied(self._end)
        number = next(self._numbers)
        answer: asyncio.Future[tuple[Reply, bytes]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = self._left = answer
        self._process.stdin.write(frame(msgspec.structs.replace(request, number=number)))
        return answer

    @property
    def _end(self) -> str:
        """How it ended, for technicians."""
        code = self._process.returncode
        return "its child was ended" if code is None else f"its child ended with {code}"

    async def _listen(self) -> None:
        """Hand each answer to whoever waits for it, until the child ends."""
        try:
            while True:
                reply, pcm = await self._read()
                waiting = self._waiting.pop(reply.number, None)
                if waiting and not waiting.done():
                    waiting.set_result((reply, pcm))
        except (asyncio.IncompleteReadError, OSError, FrameError):
            self.kill()
        finally:
            self._give_up()

    async def _read(self) -> tuple[Reply, bytes]:
        stream = self._process.stdout
        if stream is None:
            raise FrameError("the speech child has no output")
        head, body = lengths(await stream.readexactly(LENGTHS.size))
        return read_reply(await stream.readexactly(head)), await stream.readexactly(body)

    def _give_up(self) -> None:
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(WorkerDied(self._end))
                waiting.exception()  # looked at, so that nobody is warned when nobody waits
        self._waiting.clear()
