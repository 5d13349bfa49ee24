"""Real servers that take messages: an SMTP server and an HTTP server on loopback."""

from __future__ import annotations

import asyncio
import email
import email.policy
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


class MailSink:
    """Keeps the mails it is given."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        mail = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"


@asynccontextmanager
async def smtp_sink() -> AsyncIterator[tuple[MailSink, int]]:
    """An SMTP server on the test's own loop; its sink and its port."""
    sink = MailSink()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(sink), "127.0.0.1", 0)
    try:
        yield sink, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


@contextmanager
def http_sink(status: int = 200) -> Iterator[tuple[list[tuple[str, dict[str, str], Any]], int]]:
    """An HTTP server that answers every POST with `status`: what was posted (path, headers, JSON or text), its port."""
    posted: list[tuple[str, dict[str, str], Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0"))).decode()
            try:
                read = json.loads(body)
            except ValueError:
                read = body
            posted.append((self.path, dict(self.headers.items()), read))
            self.send_response(status)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield posted, server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
