"""Part four: the headset pulled out in the middle of a private sentence."""

from __future__ import annotations

from accessibility.speech.manner import Manner
from benchmarks.audio.figures import Figure, at_most, none_of
from benchmarks.audio.hall import hall
from benchmarks.report import spread
from tests.audio.measures import PRIVATE_S, unplug
from tests.audio.stage import engines_here, speaking

PRIVATE = "我的余额，一万二千三百四十五元六角，存款三十万元，一共三十一万二千三百四十五元六角。"


async def privacy(count: int) -> list[Figure]:
    """So many pulls."""
    made = []
    async with hall() as here, speaking(*engines_here(), manner=Manner(earcons=False)) as stage:
        for _ in range(count):
            await here.recorder.until_quiet()
            made.append(await unplug(stage, here.recorder, here.server, PRIVATE, "zh_CN"))
            here.recorder.forget()
    leaks = [each.leaked_ms for each in made]
    return [
        none_of(f"private words later than {PRIVATE_S * 1000:g} ms after the pull", sum(e.late for e in made), count),
        at_most(
            "pull → last private sample on the loudspeaker, most",
            max(leaks),
            PRIVATE_S * 1000,
            "ms",
            spread(leaks, "ms"),
        ),
    ]
