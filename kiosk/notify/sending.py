"""The sending child: reads one order, hands it to apprise, writes what came of it. `python -m kiosk.notify.sending`.

Apprise (BSD-2-Clause) knows WeCom, DingTalk, Feishu, Bark, e-mail, Telegram, ntfy and more than a hundred others by
one address each. It is an optional extra (`anxin-kiosk[home]`), and only this process ever imports it.
"""

from __future__ import annotations

import importlib
import logging
import sys
from email.header import Header
from types import ModuleType
from urllib.parse import quote

import msgspec

from kiosk.notify.notifier import Message, Sent
from kiosk.notify.order import Order

_NTFY = ("ntfy://", "ntfys://")


def main() -> int:
    """Do one order from standard input. Always answers with one JSON line and 0."""
    logging.disable(logging.CRITICAL)  # the library writes addresses, which are secrets, into its warnings
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.json.encode(send(order)) + b"\n")
    return 0


def send(order: Order) -> Sent:
    """Send an order now. Blocks for as long as the service takes."""
    apprise = _library()
    if apprise is None:
        return Sent("not-installed")
    post = apprise.Apprise()
    if not post.add(with_answer(order.address, order.message)):
        return Sent("unknown-address")
    kind = apprise.NotifyType.WARNING if order.message.urgent else apprise.NotifyType.INFO
    taken = post.notify(body=order.message.body, title=order.message.title, notify_type=kind)
    return Sent("" if taken else "refused")


def with_answer(address: str, message: Message) -> str:
    """The address with a button to answer with, where the service has buttons that do not open a page (ntfy).

    A plain link in the text would not do: chat services open links by themselves for a preview, and that would look
    like an answer.
    """
    if not (message.answer_to and address.startswith(_NTFY)):
        return address
    button = f"http, {message.answer_label}, {message.answer_to}, method=POST, body=calling, clear=true"
    # It travels in a header, which is plain ASCII; ntfy reads RFC 2047.
    header = Header(button, "utf-8", maxlinelen=10_000).encode()
    return f"{address}{'&' if '?' in address else '?'}actions={quote(header, safe='')}"


def _library() -> ModuleType | None:
    try:
        return importlib.import_module("apprise")
    except ImportError:
        return None


if __name__ == "__main__":
    sys.exit(main())
