"""The speech child: `python -m accessibility.speech.worker ENGINE [FOLDER]` reads requests and answers with samples.

It ends when standard input does. It may be killed at any moment; the parent has a spare.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from accessibility.speech.engine import Engine, EngineError, EngineGone, NotCovered, Speech
from accessibility.speech.engines import PLATFORM, open_engine
from accessibility.speech.frames import LENGTHS, Reply, Request, frame, lengths, read_request
from accessibility.speech.loudness import levelled_speech
from accessibility.speech.orphan import die_with_parent
from accessibility.speech.voices import WANTED, choose_voice

USUAL_RATE = 170


class Worker:
    """Answers requests one by one."""

    def __init__(self, engine: Engine, requests: BinaryIO, replies: BinaryIO) -> None:
        self._engine = engine
        self._requests = requests
        self._replies = replies
        known = engine.voices()
        self._voices = {lang: choose_voice(lang, known) for lang in WANTED}

    def run(self) -> None:
        """Greet, then answer until the requests end, or the engine cannot go on: the parent starts another child."""
        self._send(Reply(0, engine=self._engine.name, voices=self._voices))
        while len(prefix := self._requests.read(LENGTHS.size)) == LENGTHS.size:
            head, _ = lengths(prefix)
            try:
                self._answer(read_request(self._requests.read(head)))
            except EngineGone:
                return

    def warm_up(self) -> None:
        """The first text takes longest: dictionaries are read. Nobody waits for this one."""
        for voice in set(self._voices.values()) - {""}:
            with contextlib.suppress(NotCovered):
                self._engine.say("1", voice, USUAL_RATE)

    def _answer(self, request: Request) -> None:
        try:
            made = self._made(request)
        except EngineGone:
            raise
        except (EngineError, ValueError) as problem:
            self._send(Reply(request.number, error=str(problem)))
        else:
            self._send(Reply(request.number, rate=made.sound.rate, marks=made.marks), made.sound.pcm)

    def _made(self, request: Request) -> Speech:
        voice = self._voices.get(request.lang, "")
        if not voice:
            raise EngineError(f"{self._engine.name} has no voice for {request.lang}")
        return levelled_speech(self._engine.say(request.text.replace("\0", " "), voice, request.rate), request.volume)

    def _send(self, reply: Reply, pcm: bytes = b"") -> None:
        self._replies.write(frame(reply, pcm))
        self._replies.flush()


def main() -> None:
    """Run a worker on standard input and output."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's business
    key = sys.argv[1] if len(sys.argv) > 1 else PLATFORM
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with open(os.dup(1), "wb") as replies:  # noqa: PTH123 - a descriptor, not a path
        # The engine prints "Audio saved to …" on standard output, which would get among the frames.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        try:
            worker = Worker(open_engine(key, folder), sys.stdin.buffer, replies)
            worker.warm_up()
        except EngineError as problem:
            replies.write(frame(Reply(0, error=str(problem))))
            return
        worker.run()


if __name__ == "__main__":
    main()
