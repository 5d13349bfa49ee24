"""What the sending child is told on its standard input."""

from __future__ import annotations

import msgspec

from kiosk.notify.notifier import Message


class Order(msgspec.Struct, frozen=True):
    """One message and where it goes."""

    address: str
    message: Message

    def __repr__(self) -> str:
        return f"Order({self.message.title!r})"
