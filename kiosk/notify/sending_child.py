"""Sending in a child process, so that neither a slow service nor its library is ever felt at the window."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

import msgspec

from kiosk.notify.notifier import Message, Sent
from kiosk.notify.order import Order

PATIENCE_S = 20.0
"""Longer than the services' own time limit, so that their answer is the usual one."""


class ChildNotifier:
    """One child a message. The address travels on standard input: a command line can be read by anybody."""

    def __init__(self, *, patience_s: float = PATIENCE_S, command: Sequence[str] | None = None) -> None:
        self._patience_s = patience_s
        self._command = tuple(command or (sys.executable, "-m", "kiosk.notify.sending"))

    async def send(self, address: str, message: Message) -> Sent:
        """Send a message to an address. Never raises for what goes wrong on the way."""
        try:
            child = await asyncio.create_subprocess_exec(
                *self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            return Sent("broken")
        order = msgspec.json.encode(Order(address, message))
        try:
            answer, _ = await asyncio.wait_for(child.communicate(order), self._patience_s)
            return msgspec.json.decode(answer, type=Sent)
        except TimeoutError:
            return Sent("slow")
        except msgspec.DecodeError:
            return Sent("broken")
        finally:
            await _ended(child)


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()
