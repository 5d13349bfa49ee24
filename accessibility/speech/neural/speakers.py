"""Whose voices we use: chosen by how well an independent recogniser understood them (tools/voice_pack/README.md)."""

from __future__ import annotations

import msgspec

WORDS_A_MINUTE = 170
"""The elder default, in English words; 1.2 Mandarin characters each, pauses included (STANDARDS.md RS-17)."""


class Speaker(msgspec.Struct, frozen=True):
    """One of Kokoro's voices."""

    name: str
    sha256: str
    """Of its file in kokoro-js 1.2.1."""
    speed: float
    """At which it speaks WORDS_A_MINUTE, its own pace being 1."""
    languages: tuple[str, ...]


SPEAKERS = {
    "zh": Speaker(
        "zm_yunjian", "de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa", 0.8, ("zh-CN", "zh-TW")
    ),
    "en": Speaker("af_heart", "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b", 0.9, ("en-US", "en")),
}
