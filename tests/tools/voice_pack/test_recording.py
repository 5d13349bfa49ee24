"""A short order worked off by the real model, twice, from nothing. Needs what a build leaves in build/voice-pack."""

from __future__ import annotations

import subprocess
from pathlib import Path

import msgspec
import pytest

from accessibility.speech.pack.manifest import check_recording, read_manifest
from tools.voice_pack.item import Item
from tools.voice_pack.order import Order

ROOT = Path(__file__).parents[3]
WORK = ROOT / "build" / "voice-pack"
PYTHON = WORK / "venv" / "bin" / "python"
VOICES = WORK / "voices" / "package" / "voices"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PYTHON.exists() or not VOICES.exists(), reason="no voice pack was built here"),
]
ITEMS = (
    Item("en", "hello", "whole", "", "."),
    Item("zh", "您好", "whole", "", "。"),
    Item("zh", "三千", "middle", "余额是", "二百元。"),
    Item("zh", "二百元", "last", "余额是三千", "。"),
)


def recorded(folder: Path) -> Path:
    """The pack of a short order, rendered from nothing."""
    order = Order(ITEMS, {}, {}, {}, str(VOICES), str(folder / "cache"), str(folder), processes=1)
    file = folder / "order.json"
    file.write_bytes(msgspec.json.encode(order))
    call = [str(PYTHON), "-W", "ignore", "-m", "tools.voice_pack.recording", str(file)]
    subprocess.run(call, cwd=ROOT, check=True, timeout=100, capture_output=True)
    return folder


def test_the_same_order_makes_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        recorded(folder)
    for name in ("zh.ogg", "zh.json", "en.ogg", "en.json", "zh.style"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
    manifest = read_manifest(first / "zh.json")
    check_recording(manifest, first / "zh.ogg")
    clips = {clip.key: clip for clip in manifest.clips}
    assert set(clips) == {"您好", "三千", "二百元"}
    assert len(list((first / "cache").glob("*.npz"))) == 3, "one sentence serves two clips"
    assert 0.3 < clips["三千"].frames / manifest.rate < 1.2
    assert [end for end, _ in clips["二百元"].ends] == [1, 2, 3]
    assert clips["二百元"].ends[-1][1] == clips["二百元"].frames
