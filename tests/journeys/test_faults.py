"""Parts are killed, stopped and taken away while a customer stands there: nothing is lost, and she is told in words."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from accessibility.screen import Notice, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import WANG, ZHOU
from kiosk.client.found import FILE as BANK_FILE
from kiosk.client.outbox import Outbox
from tests.journeys.conftest import BankChild, Live
from tests.journeys.customer import Customer
from tests.journeys.processes import BANK, SPEECH, Ends, children, go_on, kill, needs_linux, stop
from tests.journeys.staff import on_duty
from tests.journeys.stand import Lobby, standing, with_books
from tests.journeys.watch import SOON_S
from tests.kiosk.journeys.promises import controls, text

pytestmark = needs_linux
ROOT = Path(__file__).parents[2]
WORDS_WITHIN_S = 6.0
"""The promise is five seconds after the touch; one more for a busy machine."""


async def signs_in(her: Customer) -> None:
    """Mrs Wang, in English."""
    await her.sees("welcome")
    her.touch("begin")
    await her.sees("sign_in.card")
    her.touch_digits(WANG.card)
    her.touch("card")
    await her.sees("sign_in.pin")
    her.touch_digits(WANG.pin)
    her.touch("pin")


def notices(page: Screen) -> list[Notice]:
    """The news on a page."""
    return [block for block in page.blocks if isinstance(block, Notice)]


async def until_accounts(her: Customer) -> None:
    """She tries again as long as the trouble page says so."""
    while (await her.sees("", lambda page: page.key in ("trouble", "balances.accounts"))).key == "trouble":
        her.touch("try_again")
        await her.sees("", lambda page: page.key != "trouble")


def test_the_bank_is_killed_in_the_middle_of_a_visit(live: Live, books: Path, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(with_books(books, tmp_path / "data"), lang="en") as stand:
            her = stand.her
            await signs_in(her)
            await her.sees("home")
            kill(*children(os.getpid(), BANK))
            touched = time.monotonic()
            her.touch("balances")
            await until_accounts(her)
            print(f"accounts {time.monotonic() - touched:.2f} s after kill -9 of the bank")
            passed = [seen.screen.key for seen in stand.watch.pages]
            assert "sign_in.card" not in passed[passed.index("home") :], "she is still signed in"
            her.touch("account:0")
            assert "12,345.60" in text(await her.sees("balances.account"))

    live(story())


def test_the_bank_stands_still_and_then_goes_on(live: Live, books: Path, tmp_path: Path) -> None:
    """Words soon, an end to waiting within five seconds, a request for help that is sent once when it can be."""

    async def story() -> None:
        folder = with_books(books, tmp_path / "data")
        async with standing(folder, lang="en") as stand:
            her = stand.her
            await signs_in(her)
            await her.sees("home")
            bank = children(os.getpid(), BANK)
            stop(*bank)
            try:
                touched = time.monotonic()
                her.touch("balances")
                await her.sees("waiting")
                words_after = time.monotonic() - touched
                page = await her.sees("trouble")
                told_after = time.monotonic() - touched
                assert 0.25 < words_after < told_after < WORDS_WITHIN_S
                assert all(notice.text.shown and notice.next_step.shown for notice in notices(page))
                assert "try_again" in controls(page)
                print(f"one moment after {words_after:.2f} s, trouble in words after {told_after:.2f} s")
                await asks_for_a_person(her)
                await her.sees("help.unsent")
                assert len(list((folder / "outbox").iterdir())) == 1
            finally:
                go_on(*bank)
            await her.sees("help.waiting")
            await exactly_one_ticket(folder)
            assert not Outbox(folder / "outbox").pending()
            her.touch("carry_on")
            await her.sees("trouble")
            her.touch("try_again")
            await until_accounts(her)

    live(story())


async def asks_for_a_person(her: Customer) -> None:
    her.touch("help")
    await her.sees("help")
    her.touch("topic:come")


async def exactly_one_ticket(folder: Path) -> None:
    """The bank's own list, after it was told of one."""
    lobby = Lobby(folder)
    try:
        await lobby.until(1)
        assert len(await lobby.tickets()) == 1
    finally:
        await lobby.aclose()


def test_the_bank_cannot_start(live: Live, tmp_path: Path) -> None:
    """The data folder is a file: she is told within five seconds, with what to do next; asking for help too."""

    async def story() -> None:
        (tmp_path / "data").write_text("in the way")
        async with standing(tmp_path / "data", tmp_path / "speech.log", lang="en") as stand:
            her = stand.her
            await signs_in(her)
            touched = time.monotonic()
            page = await her.sees("trouble")
            assert time.monotonic() - touched < WORDS_WITHIN_S
            words = Words("en")
            assert words.text("This machine cannot keep its notes.") in text(page)
            assert notices(page)[0].next_step.shown == words.text("Please ask a person for help.")
            await asks_for_a_person(her)
            page = await her.sees("help.unsent")
            assert words.text("If this machine stops, please ask again.") in text(page)
            assert words.text("You can also walk to the desk.") in text(page)

    live(story())


def test_the_speech_child_is_killed_in_the_middle_of_a_sentence(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    """Both children stand still with a sentence in hand, then both are gone: the sentence is said all the same."""

    async def story() -> None:
        async with standing(tmp_path, lang="en", **bank_child.settings) as stand:
            her = stand.her
            await her.sees("welcome")
            her.touch("begin")
            await her.sees("sign_in.card")
            await her.hears()
            heading, before = her.page.heading.said, len(stand.said())
            speech = children(os.getpid(), SPEECH)
            assert speech
            stop(*speech)
            her.touch_paper()
            await stand.watch.until(lambda: not stand.watch.caption, "silence")
            stand.watch.captions.clear()
            her.touch("repeat")
            for _ in range(10):
                await asyncio.sleep(0)  # the loop's turns in which the voice hands the sentence to its child
            assert not stand.watch.captions
            kill(*speech)
            await her.hears()
            await stand.watch.until(lambda: not stand.watch.caption, "the end of the page's words")
            again = [line for line in stand.said()[before:] if heading in line.text]
            assert again[-1].ended == "finished"
            assert again[-1].channel == "speaker"
            assert not set(speech) & set(children(os.getpid(), SPEECH))

    live(story())


def test_the_kiosk_is_killed_and_takes_its_children_along(qtbot: QtBot, books: Path, tmp_path: Path) -> None:
    folder = with_books(books, tmp_path / "data")
    log = folder / "speech.log"
    command = [sys.executable, "-m", "kiosk", "run", "--data-dir", str(folder), "--speech-log", str(log)]
    with subprocess.Popen([*command, "--window", "1280x800"], cwd=ROOT, stderr=subprocess.DEVNULL) as kiosk:
        try:
            qtbot.waitUntil(lambda: (folder / BANK_FILE).exists(), timeout=30_000)
            qtbot.waitUntil(lambda: log.exists() and log.stat().st_size > 0, timeout=30_000)
            bank, speech = children(kiosk.pid, BANK), children(kiosk.pid, SPEECH)
            assert bank
            assert speech
            ends = Ends([*bank, *speech])
        finally:
            kiosk.kill()
        assert ends.all_within(10) == []


@asynccontextmanager
async def window_process(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A window in a process of its own; killed at the end if it still lives."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.journeys.window_process", *arguments, cwd=ROOT, stdout=subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def says(process: asyncio.subprocess.Process) -> str:
    """The next line of a window process."""
    assert process.stdout is not None
    async with asyncio.timeout(SOON_S):
        return (await process.stdout.readline()).decode().strip()


def test_the_staff_window_is_killed_and_a_new_one_knows_everything(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        async with standing(tmp_path, lang="en", **bank_child.settings) as stand:
            her = stand.her
            await her.sees("welcome")
            async with window_process("staff", str(bank_child.folder)) as lobby:
                await asks_for_a_person(her)
                await her.sees("help.waiting")
                assert await says(lobby) == "staff.queue"
                assert await says(lobby) == "staff.ticket"
                await her.sees_words(ZHOU.names["en"])
                assert await says(lobby) == "staff.ticket"
                lobby.kill()
            assert her.page.key == "help.accepted"
            async with on_duty(bank_child.folder, "en") as staff:
                await staff.press("ticket:")
                await staff.until(lambda page: ZHOU.names["en"] in text(page))
                await staff.press("done:")
                await her.sees("help.done")

    live(story())


def test_a_request_outlives_the_kiosk_that_could_not_send_it(live: Live, bank_child: BankChild, tmp_path: Path) -> None:
    """Killed between keeping and sending; switched on again, it sends it once."""

    async def story() -> None:
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
            async with window_process("kiosk", str(tmp_path), url) as kiosk:
                assert (await says(kiosk)).startswith("help.")
                kiosk.kill()
                await kiosk.wait()
        assert len(Outbox(tmp_path / "outbox").pending()) == 1
        lobby = Lobby(bank_child.folder)
        try:
            known = len(await lobby.tickets())
            async with standing(tmp_path, **bank_child.settings):
                await lobby.until(known + 1)
            assert len(await lobby.tickets()) == known + 1
        finally:
            await lobby.aclose()
        assert Outbox(tmp_path / "outbox").pending() == ()

    live(story())
