"""The synthesiser: one engine's warm speech child at work and a spare one, so that no sentence is lost with a child."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from accessibility.speech.engines import PLATFORM
from accessibility.speech.frames import Reply, Request
from accessibility.speech.health import Condition, Health
from accessibility.speech.maker import CannotSay, Made, Unavailable
from accessibility.speech.patience import Patience, patience_with
from accessibility.speech.worker_process import EngineMissing, WorkerDied, WorkerProcess

StartWorker = Callable[[], Awaitable[WorkerProcess]]


class Synthesiser:
    """Makes text into sound. A child that dies or hangs is replaced and the same text asked of the spare one."""

    def __init__(
        self,
        start_worker: StartWorker | None = None,
        patience: Patience | None = None,
        engine: str = PLATFORM,
        lexicon: Path | None = None,
    ) -> None:
        """`lexicon`: the bank's own file of readings, if there is one."""
        self._start_worker = start_worker or partial(WorkerProcess.start, engine=engine, lexicon=lexicon)
        self._patience = patience = patience or patience_with(engine)
        self._condition = Condition(
            engine, patience.failures, patience.rest_s, patience.absent_s, time.monotonic, time.time
        )
        self._worker: WorkerProcess | None = None
        self._spare: asyncio.Task[WorkerProcess | None] | None = None
        self._choosing = asyncio.Lock()
        self._owned: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def health(self) -> Health:
        """How the engine is."""
        return self._condition.health

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the health has changed."""
        self._condition.watch(changed)

    async def start(self) -> None:
        """Start the child; speech works without this, only the first word comes later."""
        if self._condition.health.state == "not_started" and self._worker is None:
            await self._current()
            self._own(self._look_in(), "greeting of a speech child")

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the children there are now, the working one first."""
        spare = self._spare.result() if self._spare and _succeeded(self._spare) else None
        return tuple(worker.pid for worker in (self._worker, spare) if worker)

    async def greeting(self) -> Reply:
        """What the working child said of its engine and voices. Raises Unavailable."""
        worker = await self._current()
        try:
            return await self._greeting_of(worker)
        except EngineMissing as problem:
            raise Unavailable(str(problem)) from problem
        except (WorkerDied, TimeoutError) as problem:
            self._let_down_by(worker, str(problem))
            raise Unavailable(str(problem)) from problem

    async def make(self, request: Request) -> Made:
        """The text as sound. Raises Unavailable, or CannotSay for a text the engine has no sound for."""
        for _ in range(self._patience.failures):
            if self._condition.resting or self._closed:
                break
            worker = await self._current()
            try:
                made = await self._ask(worker, request)
            except EngineMissing:
                break
            except (WorkerDied, TimeoutError) as problem:
                self._let_down_by(worker, str(problem))
            except CannotSay:
                self._condition.passed_on()
                raise
            else:
                self._condition.said()
                self._keep_a_spare()
                return made
        raise Unavailable(self.health.problem)

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
        while self._owned:
            await asyncio.gather(*self._owned)

    async def _look_in(self) -> None:
        """Note what the first child says of its engine, so that a missing one is known before a text is asked of it."""
        with contextlib.suppress(Unavailable):
            await self.greeting()

    async def _greeting_of(self, worker: WorkerProcess | None) -> Reply:
        if worker is None:
            raise WorkerDied("no speech child could be started")
        try:
            async with asyncio.timeout(self._start_left_s(worker)):
                greeting = await worker.greeting()
        except EngineMissing as problem:
            self._let_down_by(worker, str(problem), missing=True)
            raise
        except TimeoutError as problem:
            raise TimeoutError(f"its child did not start within {self._patience.start_s:g} s") from problem
        self._condition.greeted(greeting.engine, greeting.voices)
        return greeting

    def _start_left_s(self, worker: WorkerProcess) -> float | None:
        """How long its greeting is waited for; None when it came already."""
        return None if worker.greeted else max(0.0, self._patience.start_s - worker.age_s)

    async def _ask(self, worker: WorkerProcess | None, request: Request) -> Made:
        await self._greeting_of(worker)
        if worker is None:
            raise WorkerDied("no speech child could be started")
        return await worker.make(request, self._patience.answer_s)

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
        if self._patience.spare and self._spare is None and not self._closed:
            self._spare = self._new_spare()

    def _new_spare(self) -> asyncio.Task[WorkerProcess | None]:
        return asyncio.create_task(self._started(), name="spare speech child")

    async def _started(self) -> WorkerProcess | None:
        try:
            return await self._start_worker()
        except OSError:
            return None

    def _let_down_by(self, worker: WorkerProcess | None, problem: str, *, missing: bool = False) -> None:
        """Count it once, also when several texts were asked of the same child."""
        if worker is None or worker is self._worker:
            if missing:
                self._condition.missing(problem)
            else:
                self._condition.failed(problem)
        self._drop(worker)

    def _drop(self, worker: WorkerProcess | None) -> None:
        if worker and worker is self._worker:
            self._worker = None
            self._end(worker)

    def _end(self, worker: WorkerProcess | None) -> None:
        if worker:
            worker.kill()
            self._own(worker.aclose(), "ending a speech child")

    def _own(self, work: Awaitable[None], name: str) -> None:
        task = asyncio.ensure_future(work)
        task.set_name(name)
        self._owned.add(task)
        task.add_done_callback(self._owned.discard)


def _succeeded(task: asyncio.Task[WorkerProcess | None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None
