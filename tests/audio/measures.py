"""What is measured on the rig: delays, beginnings, levels and captions, each from what the recorder heard."""

from __future__ import annotations

import random
import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from accessibility.earcons.kinds import Earcon
from accessibility.earcons.tone import tone
from accessibility.screen import Choices, Screen
from accessibility.speech.jack.jack import JackState
from accessibility.speech.jack.pulse_jack import PulseJack
from accessibility.speech.sentences import pieces
from accessibility.speech.sound import Sound
from accessibility.speech.timing import moments
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from tests.audio.recorder import Recorder
from tests.audio.sound_server import RATE, SoundServer
from tests.audio.stage import Stage
from tests.audio.waves import at_rate, find, first_audible, last_audible, pitches, samples_of, voiced_db

HEAD_S = 0.15
"""So much of a sound's beginning, and of its end, is looked for in the recording."""
SEARCH_S = 0.05
"""How far from where it was heard first."""
PRIVATE_S = 0.1
"""So long after the pull the loudspeaker must be silent (issue 3)."""
TRIES = 3
SOUNDING_S = 0.03
"""A key came while something sounded when the last sample heard is no older."""


@dataclass(frozen=True)
class Move:
    """One move of the focus, then a key: milliseconds to the first sample, and from the key to the last."""

    to_sound_ms: float
    to_silence_ms: float | None
    """None when the key came in a pause between two words, which says nothing."""


@dataclass(frozen=True)
class Heard:
    """One sound as it was recorded, beside the sound that was made."""

    text: str
    began: float
    """When its first sample, silent or not, was heard (`time.monotonic()`)."""
    head: float
    """Likeness of its first 150 ms to what was made, 0 to 1."""
    tail: float
    """The same of its last 150 ms."""
    late_ms: float
    """How much of its beginning is missing."""
    stretch_ms: float
    """How much later (earlier) its end came than its beginning says: samples put in or left out."""
    samples: array[int]


async def moves(stage: Stage, recorder: Recorder, screen: Screen, count: int, chance: random.Random) -> list[Move]:
    """Move the focus to and fro, listen a while, and hush by a key."""
    keys = [tile.key for block in screen.blocks if isinstance(block, Choices) for tile in block.tiles]
    stage.narrator.open(screen, guide=False)
    stage.narrator.hush()
    found = []
    for number in range(count):
        await recorder.until_quiet(0.1)
        asked = time.monotonic()
        stage.focus(keys[number % len(keys)])
        heard = await _words_heard(stage, recorder, asked)
        await recorder.until_recorded(heard + chance.uniform(0.05, 0.4))
        pressed = time.monotonic()
        stage.narrator.hush()
        found.append(Move((heard - asked) * 1000, await silence_after(recorder, pressed)))
    return found


async def _words_heard(stage: Stage, recorder: Recorder, asked: float) -> float:
    """When speech was first heard after that time: not the tone before it."""
    heard = await recorder.until_loud(asked)
    ahead = tone("focus", stage.voice.manner.volume).sound.seconds if stage.voice.manner.earcons else 0.0
    return await recorder.until_loud(heard + ahead) if ahead else heard


async def silence_after(recorder: Recorder, pressed: float) -> float | None:
    """Milliseconds from a key to the last sample heard (negative: before it); None when nothing sounded just then."""
    await recorder.until_recorded(pressed + 0.3)
    last = recorder.last_loud(pressed - 0.5, pressed + 0.3)
    if last is None or last < pressed - SOUNDING_S:
        return None
    return (last - pressed) * 1000


async def hear(stage: Stage, recorder: Recorder, text: str, lang: str) -> list[Heard]:
    """Say a text to its end; each of its sounds as recorded. Said again should the sound server have lost its time."""
    for _ in range(TRIES):
        began, before = time.monotonic(), len(stage.player.played)
        stage.notes.captions.clear()
        heard = await _heard(stage, recorder, text, lang, before)
        if recorder.steady(began, time.monotonic()):
            break
    return heard


async def _heard(stage: Stage, recorder: Recorder, text: str, lang: str, before: int) -> list[Heard]:
    stage.voice.say([Utterance(text, lang)], Priority.NORMAL)
    await stage.voice.until_quiet()
    await recorder.until_recorded(time.monotonic() + 0.05)
    found = []
    for sound, started in stage.player.played[before:]:
        request, made = stage.maker.of(sound)
        found.append(recorded(recorder, request.text, made.sound, started))
    return found


def recorded(recorder: Recorder, text: str, made: Sound, started: float) -> Heard:
    """Find a made sound in the recording: it was begun at `started` and is played to its end."""
    samples = at_rate(samples_of(made), made.rate, RATE)
    whole = array("h", map(round, samples))
    audible, end = first_audible(whole) or 0, last_audible(whole) or 0
    from_sample = recorder.sample_at(started)
    heard = recorder.samples(from_sample, from_sample + len(whole) + RATE // 2)
    first = first_audible(heard)
    if first is None:
        return Heard(text, started, 0.0, 0.0, made.seconds * 1000, 0.0, array("h"))
    size, slack = round(HEAD_S * RATE), round(SEARCH_S * RATE)
    start = max(0, first - slack)
    at, head = find(samples[audible : audible + size], heard[start : first + slack + size])
    at += start
    tail_at = max(0, end - size)
    near = max(0, at + tail_at - audible - slack)
    tail_found, tail = find(samples[tail_at:end], heard[near : near + 2 * slack + end - tail_at])
    shift = near + tail_found - (at + tail_at - audible)
    return Heard(
        text,
        recorder.time_of(from_sample + at - audible),
        head,
        tail,
        max(0.0, (first - at) / RATE * 1000),
        shift / RATE * 1000,
        heard[max(0, at - audible) : at - audible + len(whole)],
    )


def drifts(stage: Stage, utterance: str, heard: Sequence[Heard]) -> list[float]:
    """How many milliseconds each caption of a text came after (before: negative) its words were heard.

    True for engines that say when their words come; elsewhere it tells only how well the player's clock is followed.
    """
    shown = {caption.start: when for when, caption in stage.notes.captions if caption.text == utterance}
    by_text = {request.text: made for request, made in stage.maker.made}
    found = []
    for piece, sound in zip(pieces(utterance), heard, strict=True):
        made = by_text[piece.text]
        for moment in moments(piece, utterance, made.sound.seconds, made.marks):
            found.append((shown[moment.start] - sound.began - moment.begins) * 1000)
    return found


def loudness_db(heard: Sequence[Heard]) -> float:
    """The level of the voiced parts of what was said."""
    whole = array("h")
    for sound in heard:
        whole += sound.samples
    return voiced_db(whole, RATE)


@dataclass(frozen=True)
class Rung:
    """One tone as it was recorded."""

    likeness: float
    """To the tone alone: less than nearly 1 where anything sounds over it."""
    hertz: tuple[int, ...]
    """The strongest frequency of each 20 ms of it."""


async def rung(stage: Stage, recorder: Recorder, kind: Earcon, then_say: str, lang: str) -> Rung:
    """Ring a tone, say something at once after it, and look what was heard while it rang."""
    await recorder.until_quiet(0.1)
    asked = time.monotonic()
    stage.earcons.play(kind)
    stage.voice.say([Utterance(then_say, lang)])
    heard = await recorder.until_loud(asked)
    alone = tone(kind, stage.voice.manner.volume).sound
    await recorder.until_recorded(heard + alone.seconds + 0.1)
    stage.voice.stop()
    made = array("h", map(round, at_rate(samples_of(alone), alone.rate, RATE)))
    start = max(0, recorder.sample_at(heard) - RATE // 20)
    window = recorder.samples(start, start + len(made) + RATE // 10)
    at, likeness = find(made, window)
    own = window[at : at + len(made)]
    step = RATE // 50
    hertz = [max(pitches(own[i : i + step], RATE), key=itemgetter(1))[0] for i in range(0, len(own) - step + 1, step)]
    return Rung(likeness, tuple(hertz))


@dataclass(frozen=True)
class Unplugged:
    """A headset pulled out while something private was said."""

    leaked_ms: float
    """From the pull to the last sample on the loudspeaker; 0 when there was none."""
    late: bool
    """Something was heard there later than 100 ms after the pull."""


async def unplug(stage: Stage, loudspeaker: Recorder, server: SoundServer, private: str, lang: str) -> Unplugged:
    """Say something private in a headset, and pull it out in the middle; the server moves what plays, as on a desk."""
    jack = PulseJack(setpriv="setpriv")
    jack.watch(_Hush(stage.voice))
    number = server.add_sink("ears", "device.form_factor=headset")
    server.prefer("ears")
    await jack.start()
    try:
        headset = Recorder(server.environment, "ears")
        try:
            while jack.state != "in":
                await headset.until_quiet(0.05)
            stage.voice.say([Utterance(private, lang, private=True)])
            heard = await headset.until_loud()
            await headset.until_recorded(heard + 0.4)
        finally:
            headset.close()
        pulled = time.monotonic()
        server.remove(number)
        await loudspeaker.until_recorded(pulled + 1.0)
        await stage.voice.until_quiet()
        last = loudspeaker.last_loud(pulled - 0.2, pulled + 1.0)
        late = loudspeaker.first_loud(pulled + PRIVATE_S, pulled + 1.0) is not None
        return Unplugged(0.0 if last is None else (last - pulled) * 1000, late)
    finally:
        await jack.aclose()


class _Hush:
    """Does at once what the kiosk does when the plug moves."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def stirred(self) -> None:
        """Perhaps it is out."""
        self._voice.stop_private()

    def settled(self, state: JackState) -> None:
        """It is known now."""
