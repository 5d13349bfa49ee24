"""What the bank says when it starts: one JSON line to the kiosk, or plain sentences to an operator."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, Protocol, TextIO

import msgspec

Trouble = Literal["port-taken", "data-dir-not-writable", "disk-full", "storage-broken", "no-secret"]
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)
SENTENCES: Final[dict[Trouble, str]] = {
    "port-taken": "Another program already uses that address: {detail}. Choose another with --port.",
    "data-dir-not-writable": "The bank cannot write its folder: {detail}. Choose another with --data-dir.",
    "disk-full": "The disk is full: {detail}. Make room and start the bank again.",
    "storage-broken": "The bank's books cannot be opened: {detail}.",
    "no-secret": "The bank was started as a kiosk's child, but got no secret from it: {detail}.",
}


class CannotStart(Exception):
    """The bank cannot answer calls."""

    def __init__(self, trouble: Trouble, detail: str) -> None:
        super().__init__(f"{trouble}: {detail}")
        self.trouble = trouble
        self.detail = detail


class Say(Protocol):
    """Tells whoever started the bank how it went."""

    def ready(self, port: int, url: str, data_dir: Path) -> None:
        """Calls are answered from now on."""

    def cannot(self, problem: CannotStart) -> None:
        """They never will be."""


class Json:
    """For the kiosk: one line on standard output."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def ready(self, port: int, url: str, data_dir: Path) -> None:  # noqa: ARG002
        """Say the port."""
        self._say({"ready": True, "port": port})

    def cannot(self, problem: CannotStart) -> None:
        """Say why not."""
        self._say({"ready": False, "problem": problem.trouble, "detail": problem.detail})

    def _say(self, line: dict[str, object]) -> None:
        self._out.write(msgspec.json.encode(line).decode() + "\n")
        self._out.flush()


class Plain:
    """For an operator at a terminal."""

    def __init__(self, out: TextIO, wrong: TextIO) -> None:
        self._out = out
        self._wrong = wrong

    def ready(self, port: int, url: str, data_dir: Path) -> None:  # noqa: ARG002
        """Say where it is and what is needed to use it."""
        print(f"The bank answers at {url}. Stop it with Ctrl+C.", file=self._out)
        print('The demo cards and PINs are in README.md, under "Demo cards".', file=self._out)
        print(f"A kiosk needs the device token in {data_dir / 'device.token'}.", file=self._out, flush=True)

    def cannot(self, problem: CannotStart) -> None:
        """Say why not, in one sentence."""
        print(SENTENCES[problem.trouble].format(detail=problem.detail), file=self._wrong, flush=True)


@contextmanager
def claimed(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket: callers queue from now on, and nobody else can take the port. Raises CannotStart."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, or asyncio leaves Nagle's algorithm on and every answer waits 40 ms for the caller's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with listener:
        # On Windows SO_REUSEADDR would let two banks share a port; elsewhere it only skips the wait after a crash.
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        listener.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(128)
        except OSError as problem:
            raise CannotStart("port-taken", f"{host}:{port} ({problem.strerror or problem})") from problem
        yield listener


@contextmanager
def writable(place: Path) -> Iterator[None]:
    """Turns trouble with writing a place into CannotStart."""
    try:
        yield
    except OSError as problem:
        trouble: Trouble = "disk-full" if problem.errno in NO_ROOM else "data-dir-not-writable"
        raise CannotStart(trouble, f"{place} ({problem.strerror or problem})") from problem


def write_private(place: Path, text: str) -> None:
    """Write a file that only this user may read, all of it or nothing. Raises OSError."""
    half = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
