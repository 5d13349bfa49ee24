"""Frames: what goes over the pipes between the kiosk and its speech child.

A frame is two lengths (4 bytes each, most significant first), a header in JSON, and the samples, if any.
"""

from __future__ import annotations

import struct

import msgspec

from accessibility.speech.engine import Mark

LENGTHS = struct.Struct(">II")
LONGEST = 64 * 1024 * 1024
"""Bytes of a part of a frame; a longer one means that the pipe is out of step."""


class FrameError(ValueError):
    """What came over the pipe is not a frame."""


class Request(msgspec.Struct, frozen=True):
    """Please make this text into sound."""

    number: int
    text: str
    lang: str
    rate: int
    """English words a minute."""
    volume: int
    """1 to 5."""


class Reply(msgspec.Struct, frozen=True):
    """The answer to the request with the same number; number 0 is the greeting of a child that is ready."""

    number: int
    rate: int = 0
    """Samples a second."""
    error: str = ""
    engine: str = ""
    """In the greeting: name and version."""
    voices: dict[str, str] = {}
    """In the greeting: the voice of each language, empty where there is none."""
    marks: tuple[Mark, ...] = ()
    """When which words of the text are said; empty where the engine does not know."""


def frame(header: Request | Reply, body: bytes = b"") -> bytes:
    """The bytes of a frame."""
    head = msgspec.json.encode(header)
    return LENGTHS.pack(len(head), len(body)) + head + body


def lengths(prefix: bytes) -> tuple[int, int]:
    """Lengths of header and body from a frame's first 8 bytes. Raises FrameError when they cannot be true."""
    head, body = LENGTHS.unpack(prefix)
    if head > LONGEST or body > LONGEST:
        raise FrameError("the speech pipe is out of step")
    return head, body


def read_request(head: bytes) -> Request:
    """The request in a header. Raises FrameError."""
    try:
        return msgspec.json.decode(head, type=Request)
    except msgspec.DecodeError as problem:
        raise FrameError(f"not a request: {problem}") from problem


def read_reply(head: bytes) -> Reply:
    """The reply in a header. Raises FrameError."""
    try:
        return msgspec.json.decode(head, type=Reply)
    except msgspec.DecodeError as problem:
        raise FrameError(f"not a reply: {problem}") from problem
