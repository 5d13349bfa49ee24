"""The second channel: a message to the manager about somebody to whom nobody has gone."""

from __future__ import annotations

from kiosk.bank.help_calls import SecondFailed
from kiosk.bank.manager_line import ManagerLine
from kiosk.notify import Message, Notifier
from kiosk.wire.help import HelpTicketWire


class ManagerCall:
    """Tells the manager where somebody waits, and nothing about her or her money."""

    def __init__(self, notifier: Notifier, line: ManagerLine) -> None:
        self._notifier, self._line = notifier, line

    async def call(self, ticket: HelpTicketWire) -> None:
        """Send the message; takes at most some 20 seconds. Raises SecondFailed."""
        sent = await self._notifier.send(
            self._line.address, Message(title=ticket.where, body=self._line.told(ticket.where), urgent=True)
        )
        if not sent.ok:
            raise SecondFailed(sent.reason)
