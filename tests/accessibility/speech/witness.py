"""A listener that remembers everything, and lets tests wait for what they need."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from accessibility.caption import Caption
from accessibility.speech.listener import Listener
from accessibility.speech.player import SoundReason
from accessibility.speech.utterance import Report, Utterance


class Witness(Listener):
    def __init__(self) -> None:
        self.captions: list[Caption] = []
        self.begun: list[Utterance] = []
        self.reports: list[Report] = []
        self.reasons: list[SoundReason] = []
        self._news = asyncio.Event()

    def caption(self, caption: Caption) -> None:
        self.captions.append(caption)
        self._news.set()

    def began(self, utterance: Utterance) -> None:
        self.begun.append(utterance)
        self._news.set()

    def ended(self, report: Report) -> None:
        self.reports.append(report)
        self._news.set()

    def sound(self, reason: SoundReason) -> None:
        self.reasons.append(reason)
        self._news.set()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until it is true; the suite's time limit is the only clock."""
        while not true():
            self._news.clear()
            await self._news.wait()

    async def until_begun(self, text: str) -> None:
        await self.until(lambda: any(utterance.text == text for utterance in self.begun))

    @property
    def fates(self) -> list[tuple[str, str]]:
        """What became of each text, in the order of the reports."""
        return [(report.utterance.text, report.ending) for report in self.reports]
