"""What it takes to tell somebody who is not here, and what comes of it."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

Reason = Literal["", "unknown-address", "refused", "slow", "not-installed", "broken"]
"""Sent · no service has such an address · the service did not take it · no answer in time · the services' library is
not here · the sending child died."""


class Message(msgspec.Struct, frozen=True):
    """A short message. Holds no amount, account number or PIN."""

    title: str
    body: str
    urgent: bool = False
    answer_label: str = ""
    """Words of the button with which the receiver answers, such as "I am calling you"."""
    answer_to: str = ""
    """Address that the button posts to, where the service has buttons; empty for none."""


class Sent(msgspec.Struct, frozen=True):
    """What came of one message."""

    reason: Reason = ""

    @property
    def ok(self) -> bool:
        """The service has taken it. Whether somebody reads it nobody can know."""
        return not self.reason


class Notifier(Protocol):
    """Sends one message. Never raises for what the address, the service or the network does wrong."""

    async def send(self, address: str, message: Message) -> Sent:
        """Send a message to an address, which is a secret. Takes at most some 20 seconds."""


class SilentNotifier:
    """Sends nothing and says so: where nobody set up anything."""

    async def send(self, address: str, message: Message) -> Sent:
        """Nothing is sent."""
        del address, message
        return Sent("not-installed")
