"""The recorder: takes an order, renders, cuts, evens out, and writes a voice's recording and manifest.

Runs in the environment of requirements.txt: `python -m tools.voice_pack.recording ORDER.json`.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy

from accessibility.speech.neural.model import RATE, SHA256
from accessibility.speech.neural.speakers import SPEAKERS, WORDS_A_MINUTE
from accessibility.speech.neural.style import packed
from accessibility.speech.pack.manifest import VERSION, Clip, Manifest
from tools.voice_pack import ogg
from tools.voice_pack.cutting import Cut, cut
from tools.voice_pack.evening import evened, gain
from tools.voice_pack.hushing import hushed
from tools.voice_pack.item import Item
from tools.voice_pack.order import Order
from tools.voice_pack.reading import Reading
from tools.voice_pack.rendering import Take, render, take
from tools.voice_pack.sentence import Sentence
from tools.voice_pack.sharing import Spot, spots

MARGIN = round(0.02 * RATE)
"""Of the sentence around a clip, fading: the codec needs it so that the clip's edges are clean."""
TELL_EVERY = 50
log = logging.getLogger("voice-pack")


class Recorder:
    """Works off one order."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._reading = Reading(order.words)
        self._voices = {name: Path(order.voices, f"{speaker.name}.bin") for name, speaker in SPEAKERS.items()}
        self._styles = {name: packed(path.read_bytes()) for name, path in self._voices.items()}

    def run(self) -> None:
        """Render everything, then write each voice. Raises ValueError for what cannot be read or cut."""
        started = time.monotonic()
        voices = sorted({item.voice for item in self._order.items})
        wanted = {voice: self._spots(voice) for voice in voices}
        sentences = {spot.sentence.kept: spot.sentence for spots_ in wanted.values() for spot in spots_.values()}
        styles = {SPEAKERS[name].name: style for name, style in self._styles.items()}
        for left in render(sentences.values(), styles, self._order.processes):
            if left % TELL_EVERY == 0:
                log.info("%d of %d sentences to render, %.0f s", left, len(sentences), time.monotonic() - started)
        for voice in voices:
            self._write(voice, wanted[voice])
        log.info("%.0f s in all", time.monotonic() - started)

    def _spots(self, voice: str) -> dict[Item, Spot]:
        cache, known = Path(self._order.cache), dict[tuple[object, ...], Sentence]()
        items = [item for item in self._order.items if item.voice == voice]
        for item in items:
            if (item.sentence, item.readings) not in known:
                known[item.sentence, item.readings] = self._reading.sentence(item, SPEAKERS[voice], cache)
        return spots(items, {item: known[item.sentence, item.readings] for item in items})

    def _write(self, voice: str, wanted: Mapping[Item, Spot]) -> None:
        out = Path(self._order.out)
        clips: list[Clip] = []
        sound = out / f"{voice}.ogg"
        ogg.write(sound, _parts(wanted, clips))
        out.joinpath(f"{voice}.style").write_bytes(self._styles[voice])
        manifest = self._manifest(voice, tuple(clips), sound)
        out.joinpath(f"{voice}.json").write_bytes(msgspec.json.encode(manifest) + b"\n")
        minutes = sum(clip.frames for clip in clips) / RATE / 60
        log.info("%s: %d clips, %.1f min, %.1f MB", voice, len(clips), minutes, sound.stat().st_size / 1e6)

    def _manifest(self, voice: str, clips: tuple[Clip, ...], sound: Path) -> Manifest:
        speaker = SPEAKERS[voice]
        return Manifest(
            version=VERSION,
            voice=voice,
            speaker=speaker.name,
            words_a_minute=WORDS_A_MINUTE,
            clips=clips,
            sha256=hashlib.sha256(sound.read_bytes()).hexdigest(),
            rate=RATE,
            made_from={"kokoro-v1.0.int8.onnx": SHA256, f"{speaker.name}.bin": speaker.sha256},
            same=self._order.same if voice == "zh" else {},
            readings=self._order.readings if voice == "zh" else {},
        )


def _parts(wanted: Mapping[Item, Spot], clips: list[Clip]) -> Iterator[Any]:
    """The recording in parts; each clip is entered in `clips` on the way."""
    at = 0
    for sentence, some in _by_sentence(wanted):
        made = _evened(sentence, take(sentence))
        for item, spot in some:
            where = cut(spot, made)
            part = _part(made, where)
            clips.append(Clip(item.key, item.place, at + MARGIN, where.end - where.start, where.ends))
            at += len(part)
            yield part
    clips.sort(key=lambda clip: (clip.key, clip.place))


def _by_sentence(wanted: Mapping[Item, Spot]) -> Iterator[tuple[Sentence, list[tuple[Item, Spot]]]]:
    found: dict[Path, tuple[Sentence, list[tuple[Item, Spot]]]] = {}
    for item, spot in wanted.items():
        found.setdefault(spot.sentence.kept, (spot.sentence, []))[1].append((item, spot))
    yield from (found[kept] for kept in sorted(found))


def _evened(sentence: Sentence, made: Take) -> Take:
    begins, at = [], 0
    for unit in sentence.units:
        begins.append(made.borders[at])
        at += len(unit.phonemes) + len(unit.after)
    return Take(evened(hushed(made.samples, sentence.units, begins), begins), made.borders)


def _part(made: Take, where: Cut) -> Any:
    """A clip at its level with a margin of its sentence on both sides, which fades."""
    clip = made.samples[where.start : where.end]
    padded = numpy.concatenate([numpy.zeros(MARGIN, numpy.float32), made.samples, numpy.zeros(MARGIN, numpy.float32)])
    part = padded[where.start : where.end + 2 * MARGIN] * numpy.float32(gain(clip))
    fade = numpy.linspace(0, 1, MARGIN, dtype=numpy.float32)
    part[:MARGIN] *= fade
    part[-MARGIN:] *= fade[::-1]
    return numpy.clip(part, -1, 1).astype(numpy.float32)


def main() -> None:
    """Work off the order in a file."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    order = msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=Order)
    Path(order.cache).mkdir(parents=True, exist_ok=True)
    Path(order.out).mkdir(parents=True, exist_ok=True)
    Recorder(order).run()


if __name__ == "__main__":
    main()
