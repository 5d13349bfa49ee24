"""What a sitting leaves behind: sent once, cancelled at the bank when it was taken back, dropped when it is stale."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from kiosk.client.desk import Desk
from kiosk.client.outbox import Outbox
from kiosk.journeys.help_left_over import keep_sending_left_over, send_left_over
from kiosk.model.help import HelpRequest
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.test_help import desk, is_asking, state, with_turnstile

COME = HelpRequest("come", "home", "elder", "en")
LONG = timedelta(minutes=30)
__all__ = ["desk"]


class Disk(Exception):
    """A failure that is not the bank's."""


class Looks:
    """Lets the sender look so many times, then holds it."""

    def __init__(self, times: int) -> None:
        self._left = times
        self.over = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        """Between two looks."""
        assert seconds > 0
        self._left -= 1
        if not self._left:
            self.over.set()
            await asyncio.Event().wait()


async def looked(walking_bank: object, outbox: Outbox, times: int) -> list[BaseException]:
    """The failures that the sender told of in so many looks."""
    failures: list[BaseException] = []
    looks = Looks(times)
    sending = asyncio.ensure_future(
        keep_sending_left_over(walking_bank, outbox, LONG, failed=failures.append, pause=looks)  # type: ignore[arg-type]
    )
    async with asyncio.timeout(10):
        await looks.over.wait()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    return failures


async def test_taken_back_and_left_at_once_it_is_still_cancelled_at_the_bank(walk: Walking, desk: Desk) -> None:
    """The answer was lost, she took it back, and her sitting ended before the bank could be reached again."""
    walking = await walk()
    her = walking.customer
    with_turnstile(her)
    walking.line.swallow = is_asking
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("unsent"))
    assert len(await desk.tickets()) == 1
    walking.line.cut = True
    await her.press("cancel")
    await her.leave()
    walking.line.cut, walking.line.swallow = False, lambda _: False
    walking.clock.seconds += 60
    outbox = Outbox(walking.outbox_folder)  # as the next start reads it
    assert await send_left_over(her.around.bank, outbox)
    assert await desk.tickets() == ()
    assert outbox.taken_back() == outbox.pending() == ()


async def test_a_failure_nobody_foresaw_does_not_end_the_sending(walk: Walking, desk: Desk) -> None:
    walking = await walk()
    outbox = Outbox(walking.outbox_folder)
    outbox.put("left", COME)
    broken = [True]

    def once(request: object) -> None:
        if broken.pop() if broken else False:
            raise Disk(request)

    walking.line.odd = once
    failures = await looked(walking.customer.around.bank, outbox, 2)
    assert [type(each) for each in failures] == [Disk]
    assert len(await desk.tickets()) == 1
    assert outbox.pending() == ()


async def test_staff_are_told_nothing_stale(walk: Walking, desk: Desk) -> None:
    walking = await walk()
    Outbox(walking.outbox_folder, lambda: datetime.now(UTC) - timedelta(minutes=31)).put("old", COME)
    outbox = Outbox(walking.outbox_folder)
    assert await looked(walking.customer.around.bank, outbox, 1) == []
    assert outbox.pending() == ()
    assert await desk.tickets() == ()


async def test_a_failure_nobody_foresaw_leaves_her_not_without_an_answer(walk: Walking, desk: Desk) -> None:
    walking = await walk()
    her, turnstile = walking.customer, with_turnstile(walking.customer)

    def breaks(request: object) -> None:
        raise Disk(request)

    walking.line.odd = breaks
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("unsent"))
    walking.line.odd = lambda _: None
    walking.clock.seconds += 60
    await turnstile.let_through()
    await her.until(state("waiting"))
    assert len(await desk.tickets()) == 1
