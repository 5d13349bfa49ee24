"""What the voice does, in numbers for those who look after a thousand kiosks: `<data>/metrics/speech.prom`.

node_exporter's textfile collector reads it; nothing listens on the network and no customer's word is in it.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from accessibility.speech.chain import Chain
from accessibility.speech.health import EngineState, Health
from accessibility.speech.listener import Listener
from accessibility.speech.player import SoundReason
from accessibility.speech.utterance import Report
from kiosk.prometheus_text import Histogram, Kind, family, sample, write
from kiosk.speech_health import note_health

log = logging.getLogger("anxin.speech")
EVERY_S = 15.0
"""As often as Prometheus usually asks; no file is written more often."""
BOUNDS_S = (0.03, 0.06, 0.12, 0.25, 0.5, 1.0, 2.0, 5.0)
"""The first sample shall come within 60 ms from the pack and 120 ms synthesised."""


class SpeechMetrics(Listener):
    """Counts, and keeps the two files fresh from `start` to `aclose`. To be added to the voice."""

    def __init__(self, chain: Chain, sound: Callable[[], SoundReason], folder: Path, every_s: float = EVERY_S) -> None:
        """`sound` tells whether there is sound now and why not; `folder` is the data folder."""
        self._chain = chain
        self._sound = sound
        self._folder = folder
        self._every_s = every_s
        self._waits = Histogram(BOUNDS_S)
        self._silent: Counter[str] = Counter()
        self._states: dict[str, EngineState] = {}
        self._news = asyncio.Event()
        self._writing: asyncio.Task[None] | None = None
        chain.watch(self._changed)

    @property
    def path(self) -> Path:
        """The file for the collector."""
        return self._folder / "metrics" / "speech.prom"

    def start(self) -> None:
        """Write for the first time, and from now on when something has changed."""
        self._news.set()
        self._writing = asyncio.create_task(self._keep_writing(), name="speech metrics")

    async def aclose(self) -> None:
        """Write for the last time."""
        if self._writing:
            self._writing.cancel()
            await asyncio.wait({self._writing})
            await self._write()

    def ended(self, report: Report) -> None:
        """Count what went without sound, and how long the others waited for theirs."""
        if report.ending == "silent":
            self._silent[self._sound()] += 1
        elif report.to_sound_s is not None and report.channel != "none":
            self._waits.observe(report.to_sound_s)
        self._news.set()

    def text(self) -> str:
        """The whole file."""
        return "".join(self._families())

    def _families(self) -> list[str]:
        waits, silent = "anxin_speech_seconds_to_sound", "anxin_speech_silent_total"
        shown = [sample(silent, count, {"reason": reason}) for reason, count in sorted(self._silent.items())]
        return [
            self._of_each("sentences_total", "counter", "Sentences an engine made into sound.", lambda h: h.said),
            self._of_each("failures_total", "counter", "Times an engine hung or died.", lambda h: h.failures),
            self._of_each("passed_on_total", "counter", "Sentences left to the next engine.", lambda h: h.passed_on),
            self._of_each("engine_up", "gauge", "1 while an engine speaks.", lambda h: int(h.state == "ok")),
            family(waits, "histogram", "From an utterance's turn to its first sound.", self._waits.lines(waits)),
            family(silent, "counter", "Utterances shown as captions only, by reason.", shown),
        ]

    def _of_each(self, name: str, kind: Kind, about: str, value: Callable[[Health], int]) -> str:
        """One metric with a sample for each engine."""
        full = f"anxin_speech_{name}"
        samples = [sample(full, value(health), {"engine": health.engine}) for health in self._chain.health]
        return family(full, kind, about, samples)

    def _changed(self) -> None:
        """Log an engine that fails or comes back; that one leaves a text to the next is usual."""
        for health in self._chain.health:
            before = self._states.get(health.engine, "not_started")
            self._states[health.engine] = health.state
            if before == health.state:
                continue
            if health.state in ("resting", "absent"):
                log.warning("the speech engine %s is %s: %s", health.engine, health.state, health.problem)
            elif before in ("resting", "absent"):
                log.info("the speech engine %s speaks again", health.engine)
        self._news.set()

    async def _keep_writing(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            await self._write()
            await asyncio.sleep(self._every_s)

    async def _write(self) -> None:
        try:
            await asyncio.to_thread(self._write_now, self.text())
        except OSError as problem:
            log.warning("the speech metrics cannot be written: %s", problem)

    def _write_now(self, text: str) -> None:
        write(self.path, [text])
        note_health(self._folder, self._chain.in_use, self._sound(), self._chain.health)
