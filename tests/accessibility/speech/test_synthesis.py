"""Real synthesis by the real speech child, in all three languages."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest

from accessibility.speech.frames import Request
from accessibility.speech.loudness import peak, root_mean_square
from accessibility.speech.maker import CannotSay
from accessibility.speech.synthesiser import Synthesiser

SENTENCES = {
    "zh_CN": "您的活期账户余额是一万二千三百四十五元六角。",
    "zh_TW": "您的活期帳戶餘額是一萬二千三百四十五元六角。",
    "en": "Your balance is twelve thousand three hundred and forty-five yuan sixty.",
}


def request(text: str, lang: str, rate: int = 170, volume: int = 5) -> Request:
    return Request(0, text, lang, rate, volume)


@pytest.mark.parametrize("lang", SENTENCES)
async def test_each_language_is_heard_at_the_common_level_without_clipping(synthesiser: Synthesiser, lang: str) -> None:
    sound = (await synthesiser.make(request(SENTENCES[lang], lang))).sound
    assert 3 < sound.seconds < 9
    assert root_mean_square(sound) == pytest.approx(0.1, rel=0.25)
    assert peak(sound) <= 0.975


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="eSpeak NG is the engine on Linux")
async def test_mandarin_is_spoken_by_the_cmn_of_1_52(synthesiser: Synthesiser) -> None:
    greeting = await synthesiser.greeting()
    assert greeting.engine == "pyttsx3 espeak 1.52.0"
    assert greeting.voices == {"zh_CN": "sit/cmn", "zh_TW": "sit/cmn", "en": "gmw/en"}


async def test_mandarin_keeps_the_pace_old_people_like(synthesiser: Synthesiser) -> None:
    """170 words a minute are 180 to 220 characters a minute (STANDARDS.md RS-17)."""
    text = "您的活期账户余额是一万二千三百四十五元六角"
    sound = (await synthesiser.make(request(text, "zh_CN"))).sound
    assert 180 <= len(text) / sound.seconds * 60 <= 225


async def test_every_change_of_rate_is_obeyed_at_once(synthesiser: Synthesiser) -> None:
    """pyttsx3 left to itself loses two in five."""
    for _ in range(10):
        slow, usual, quick = [
            (await synthesiser.make(request(SENTENCES["en"], "en", rate=rate))).sound.seconds
            for rate in (120, 170, 220)
        ]
        assert slow > 1.2 * usual > 1.2 * 1.1 * quick


async def test_volume_in_five_steps(synthesiser: Synthesiser) -> None:
    loudness = [
        root_mean_square((await synthesiser.make(request(SENTENCES["zh_CN"], "zh_CN", volume=volume))).sound)
        for volume in (1, 2, 3, 4, 5)
    ]
    assert all(louder > 1.4 * quieter for quieter, louder in pairwise(loudness))


async def test_no_text_comes_out_empty(synthesiser: Synthesiser) -> None:
    """pyttsx3 left to itself loses about one text in 150."""
    sounds = [(await synthesiser.make(request(f"请看第{number}页", "zh_CN"))).sound for number in range(60)]
    assert min(sound.seconds for sound in sounds) > 0.5


async def test_a_language_without_a_voice_is_told_and_the_child_goes_on(synthesiser: Synthesiser) -> None:
    with pytest.raises(CannotSay, match="xx"):
        await synthesiser.make(request("hello", "xx"))
    assert (await synthesiser.make(request("hello", "en"))).sound.seconds > 0.2
