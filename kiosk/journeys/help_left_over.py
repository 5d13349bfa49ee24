"""Requests for help that a sitting left behind: those not sent yet, and those taken back that the bank may have.

Safe beside a HelpLine that is sending the same request: the intent is the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.client.errors import BankError, BankRefused, Conflict, DeviceRefused, NotFound, TooMany
from kiosk.client.outbox import Outbox

if TYPE_CHECKING:
    from kiosk.client.bank import Bank

LOOK_S = 20.0
"""Pause between two looks into the outbox. A look at an empty outbox reads no file."""


async def keep_sending_left_over(
    bank: Bank,
    outbox: Outbox,
    longest: timedelta,
    *,
    looked: Callable[[], None] = lambda: None,
    failed: Callable[[BaseException], object],
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Look again and again, until cancelled. What is older than `longest` is dropped.

    `failed` is told of a failure nobody foresaw, such as of the disk: the next look comes all the same. `looked` is
    called after each look.
    """
    while True:
        outbox.drop_older_than(longest)
        [problem] = await asyncio.gather(send_left_over(bank, outbox), return_exceptions=True)
        if isinstance(problem, BaseException):
            failed(problem)
        looked()
        await pause(LOOK_S)


async def send_left_over(bank: Bank, outbox: Outbox) -> bool:
    """Cancel what was taken back, send what is left. True when nothing is left there."""
    if not await cancel_taken_back(bank, outbox):
        return False
    for intent, request in outbox.pending():
        try:
            outbox.sent(intent, (await bank.ask_for_help(request, intent)).id)
        except BankError as problem:
            # A machine that the bank does not know yet may be enrolled later: what was asked stays asked.
            if not for_good(problem) or isinstance(problem, DeviceRefused):
                return False
            outbox.withdrawn(intent)
    return True


async def cancel_taken_back(bank: Bank, outbox: Outbox) -> bool:
    """An attempt may have reached the bank without an answer: find that ticket by its intent and cancel it.

    True when nothing is left to be cancelled; what is left waits in the outbox for the next look.
    """
    for intent, request in outbox.taken_back():
        try:
            await bank.cancel_help((await bank.ask_for_help(request, intent)).id)
        except (Conflict, NotFound):
            pass  # it has come to its end already
        except BankError as problem:
            if not for_good(problem) or isinstance(problem, DeviceRefused):
                return False
        outbox.withdrawn(intent)
    return True


def for_good(problem: object) -> bool:
    """True for a no that trying again does not change."""
    return isinstance(problem, BankRefused) and not isinstance(problem, TooMany | Conflict)
