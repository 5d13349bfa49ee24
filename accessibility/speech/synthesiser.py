"""The synthesiser: one warm speech child at work and a spare one, so that no sentence is lost with a child."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import msgspec

from accessibility.speech.frames import Reply, Request
from accessibility.speech.maker import CannotSay, Made, Unavailable
from accessibility.speech.worker_process import WorkerDied, WorkerProcess

StartWorker = Callable[[], Awaitable[WorkerProcess]]


class Patience(msgspec.Struct, frozen=True):
    """How long the synthesiser waits, in seconds, and how often it is let down before it rests."""

    answer_s: float = 2.0
    """For the samples of one piece; usually 15 to 50 ms. A child that takes longer hangs and is killed."""
    start_s: float = 10.0
    """For a child that was just started."""
    failures: int = 3
    """So many in a row, and it rests."""
    rest_s: float = 30.0
    """Then speech is unavailable for so long before a child is tried again."""


class Synthesiser:
    """Makes text into sound. A child that dies or hangs is replaced and the same text asked of the spare one."""

    def __init__(self, start_worker: StartWorker = WorkerProcess.start, patience: Patience = Patience()) -> None:  # noqa: B008 - a frozen value
        self._start_worker = start_worker
        self._patience = patience
        self._worker: WorkerProcess | None = None
        self._spare: asyncio.Task[WorkerProcess | None] | None = None
        self._choosing = asyncio.Lock()
        self._ending: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._rest_until = 0.0
        self._closed = False

    async def start(self) -> None:
        """Start the child; speech works without this, only the first word comes later."""
        await self._current()

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the children there are now, the working one first."""
        spare = self._spare.result() if self._spare and _succeeded(self._spare) else None
        return tuple(worker.pid for worker in (self._worker, spare) if worker)

    async def greeting(self) -> Reply:
        """What the working child said of its engine and voices. Raises Unavailable."""
        worker = await self._current()
        if worker is None:
            raise Unavailable
        try:
            return await asyncio.wait_for(worker.greeting(), self._patience.start_s)
        except (WorkerDied, CannotSay, TimeoutError) as problem:
            raise Unavailable(str(problem)) from problem

    async def make(self, request: Request) -> Made:
        """The text as sound. Raises Unavailable, or CannotSay for a text the engine has no sound for."""
        if self._resting():
            raise Unavailable
        for _ in range(self._patience.failures):
            worker = await self._current()
            try:
                made = await self._ask(worker, request)
            except (WorkerDied, TimeoutError):
                self._let_down_by(worker)
                if self._resting():
                    break
            else:
                self._failures = 0
                self._keep_a_spare()
                return made
        raise Unavailable

    async def aclose(self) -> None:
        """End every child and wait until they are gone."""
        self._closed = True
        if self._spare:
            spare = await self._spare
            if spare:
                await spare.aclose()
        if self._worker:
            await self._worker.aclose()
        self._worker = self._spare = None
        await asyncio.gather(*self._ending)

    async def _ask(self, worker: WorkerProcess | None, request: Request) -> Made:
        if worker is None:
            raise WorkerDied
        try:
            await asyncio.wait_for(worker.greeting(), self._patience.start_s)
        except CannotSay as problem:
            raise WorkerDied from problem
        return await asyncio.wait_for(worker.make(request), self._patience.answer_s)

    async def _current(self) -> WorkerProcess | None:
        """The working child, living; the spare one moves up when it does not. None when none can be started."""
        async with self._choosing:
            if self._worker and not self._worker.alive:
                self._drop(self._worker)
            if self._worker is None and not self._closed:
                self._worker = await self._next()
            return self._worker

    async def _next(self) -> WorkerProcess | None:
        """A living child: the spare one if it still lives, else a new one."""
        for _ in range(2):
            if self._spare is None:
                self._spare = self._new_spare()
            worker = await asyncio.shield(self._spare)
            self._spare = None
            if worker and worker.alive:
                return worker
            self._end(worker)
        return None

    def _keep_a_spare(self) -> None:
        """Start another one, once there is an answer: a starting child would compete with it for the processor."""
        if self._spare is None and not self._closed:
            self._spare = self._new_spare()

    def _new_spare(self) -> asyncio.Task[WorkerProcess | None]:
        return asyncio.create_task(self._started(), name="spare speech child")

    async def _started(self) -> WorkerProcess | None:
        try:
            return await self._start_worker()
        except OSError:
            return None

    def _resting(self) -> bool:
        now = asyncio.get_running_loop().time()
        if self._failures >= self._patience.failures:
            self._failures = 0
            self._rest_until = now + self._patience.rest_s
        return now < self._rest_until

    def _let_down_by(self, worker: WorkerProcess | None) -> None:
        """Count it once, also when several texts were asked of the same child."""
        if worker is None or worker is self._worker:
            self._failures += 1
        self._drop(worker)

    def _drop(self, worker: WorkerProcess | None) -> None:
        if worker and worker is self._worker:
            self._worker = None
            self._end(worker)

    def _end(self, worker: WorkerProcess | None) -> None:
        if worker:
            worker.kill()
            task = asyncio.create_task(worker.aclose(), name="ending a speech child")
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)


def _succeeded(task: asyncio.Task[WorkerProcess | None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None
