"""The floor for the help desk: an asyncio server that writes an event's bytes to every listener, and nothing else."""

from __future__ import annotations

import asyncio
import sys

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
PADDING = b" " * 600
"""What a ticket has beside the words by which the benchmark knows it."""


class Bare:
    """Listeners, and those who make it tell them something."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.StreamWriter] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: `GET` listens (staff if it says so), `POST` tells."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
                body = await reader.readexactly(length)
                if head.startswith(b"GET"):
                    writer.write(HEAD)
                    if b"Bearer" in head:
                        self._listeners.add(writer)
                    await reader.read()
                    return
                for listener in self._listeners:
                    listener.write(b"id: 1\nevent: ticket\ndata: " + body + PADDING + b"\n\n")
                writer.write(b'HTTP/1.1 201 Created\r\ncontent-length: 23\r\n\r\n{"id":"t","version": 1}')
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            self._listeners.discard(writer)
            writer.close()


async def main() -> None:
    """Serve on a free port, which is said in a line, until the input ends."""
    server = await asyncio.start_server(Bare().serve, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
