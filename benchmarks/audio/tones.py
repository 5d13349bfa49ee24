"""Part three: the tones."""

from __future__ import annotations

from accessibility.earcons.kinds import HIGHEST_HZ, LOWEST_HZ, NOTES
from benchmarks.audio.figures import Figure, none_of
from benchmarks.audio.hall import hall
from tests.audio.measures import Rung, rung
from tests.audio.stage import engines_here, speaking

ALONE = 0.95


async def tones(count: int) -> list[Figure]:
    """Every tone `count` times, with speech asked for at the same moment."""
    heard: list[Rung] = []
    async with hall() as here, speaking(*engines_here()) as stage:
        for kind in NOTES:
            for _ in range(count):
                heard.append(await rung(stage, here.recorder, kind, "您好。", "zh_CN"))
                here.recorder.forget()
    over = sum(each.likeness < ALONE for each in heard)
    hertz = [each for one in heard for each in one.hertz]
    return [
        Figure(
            "pitch of the tones",
            f"{LOWEST_HZ} to {HIGHEST_HZ} Hz",
            f"{min(hertz)} to {max(hertz)} Hz",
            min(hertz) >= LOWEST_HZ and max(hertz) <= HIGHEST_HZ,
        ),
        none_of(
            "tones with speech over them", over, len(heard), f"least likeness {min(h.likeness for h in heard):.3f}"
        ),
    ]
