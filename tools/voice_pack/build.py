"""Records the voice pack: `python -m tools.voice_pack.build` writes assets/voice/{zh,en}.{ogg,json,style}.

What was rendered before is kept in build/voice-pack, so that only what changed is rendered again.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

import msgspec

import assets
from accessibility.spoken.lexicon import Lexicon
from tools.voice_pack.inventory import inventory
from tools.voice_pack.inventory_same import same_reading
from tools.voice_pack.inventory_syllables import readings
from tools.voice_pack.materials import environment, voices
from tools.voice_pack.order import Order

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "voice-pack"


def order(out: Path, wanted: str, processes: int, syllables: bool) -> Order:
    """Everything there is to record; `wanted` is one voice, or empty for both."""
    return Order(
        items=tuple(item for item in inventory(syllables=syllables) if not wanted or item.voice == wanted),
        same=same_reading(),
        readings=readings() if syllables else {},
        words=dict(Lexicon.load().words),
        voices=str(voices(WORK / "voices")),
        cache=str(WORK / "cache"),
        out=str(out),
        processes=processes,
    )


def record(given: Order, python: Path) -> None:
    """Have an order worked off by the recorder. Raises CalledProcessError."""
    file = WORK / "order.json"
    file.write_bytes(msgspec.json.encode(given))
    subprocess.run([str(python), "-W", "ignore", "-m", "tools.voice_pack.recording", str(file)], cwd=ROOT, check=True)


def main() -> None:
    """Make the environment, fetch the voices, record."""
    parser = argparse.ArgumentParser(description="Record the voice pack.")
    parser.add_argument("--out", type=Path, default=assets.ROOT / "voice")
    parser.add_argument("--voice", choices=("zh", "en"), default="", help="only this one")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--no-syllables", action="store_true", help="leave out the bank for names: a quick try")
    given = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    python = environment(WORK / "venv")
    record(order(given.out, given.voice, given.processes, not given.no_syllables), python)


if __name__ == "__main__":
    main()
