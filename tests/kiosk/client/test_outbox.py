"""Help requests outlive everything but their own delivery."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.client import errors
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox, OutboxBroken, OutboxFull, OutboxReadOnly, trouble_of
from kiosk.model.help import HelpRequest

COME = HelpRequest("come", "home", "elder", "zh_CN", access=("speech", "large_text"))
OTHER = HelpRequest("other", "balances", "elder", "en", step="2")
ROOT = Path(__file__).parents[3]


def test_it_survives_a_restart_in_order(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    assert outbox.pending() == ()
    outbox.put("b", COME)
    outbox.put("a", OTHER)
    assert Outbox(tmp_path / "outbox").pending() == (("b", COME), ("a", OTHER))


def test_what_was_sent_or_withdrawn_is_gone(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.put("a", COME)
    outbox.put("b", OTHER)
    outbox.sent("a", "t-1")
    outbox.withdrawn("b")
    outbox.withdrawn("never-put")
    assert outbox.pending() == Outbox(tmp_path).pending() == ()
    assert list(tmp_path.iterdir()) == []


def test_putting_again_replaces(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.put("a", COME)
    outbox.put("a", OTHER)
    assert Outbox(tmp_path).pending() == (("a", OTHER),)


@pytest.mark.parametrize("intent", ["", "../a", "a/b", "a" * 65, "a.b", "账", "a\n"])
def test_an_intent_is_a_plain_key(tmp_path: Path, intent: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        Outbox(tmp_path).put(intent, COME)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\x00" * 200, b"[]", b'{"intent": "a"}', b"\xff", b'{"intent":"b","put_at":1,"request":{}}']
)
def test_a_corrupt_file_is_set_aside_and_the_others_stay(tmp_path: Path, content: bytes) -> None:
    Outbox(tmp_path).put("good", COME)
    (tmp_path / "a.help.json").write_bytes(content)
    assert Outbox(tmp_path).pending() == (("good", COME),)
    assert (tmp_path / "a.help.json.unreadable").read_bytes() == content


def test_a_file_under_another_name_is_not_sent_under_it(tmp_path: Path) -> None:
    Outbox(tmp_path).put("a", COME)
    (tmp_path / "a.help.json").rename(tmp_path / "b.help.json")
    assert Outbox(tmp_path).pending() == ()


def test_half_written_files_mean_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.help.json.part").write_bytes(b'{"intent"')
    assert Outbox(tmp_path).pending() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_told_and_the_request_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outbox = Outbox(tmp_path / "file" / "outbox")
    with pytest.raises(OutboxReadOnly) as caught:
        outbox.put("a", COME)
    assert caught.value.kind == "read-only"
    assert outbox.pending() == (("a", COME),)
    outbox.sent("a", "t-1")
    assert outbox.pending() == ()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
def test_a_full_disk_is_told_and_the_request_kept(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    (tmp_path / "a.help.json.part").symlink_to("/dev/full")
    with pytest.raises(OutboxFull) as caught:
        outbox.put("a", COME)
    assert caught.value.kind == "full"
    assert outbox.pending() == (("a", COME),)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, OutboxFull),
        (errno.EROFS, OutboxReadOnly),
        (errno.EACCES, OutboxReadOnly),
        (errno.EIO, OutboxBroken),
    ],
)
def test_troubles(number: int, expected: type[Exception]) -> None:
    assert type(trouble_of(OSError(number, "x"))) is expected


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_only_this_user_may_read_it(tmp_path: Path) -> None:
    Outbox(tmp_path).put("a", COME)
    assert (tmp_path / "a.help.json").stat().st_mode & 0o077 == 0


def killed_after(folder: Path, step: str) -> None:
    """A kiosk that puts a request and dies without a goodbye."""
    script = f"""
import os, pathlib, signal, sys
from kiosk.client.outbox import Outbox
from kiosk.model.help import HelpRequest
outbox = Outbox(pathlib.Path(sys.argv[1]))
outbox.put("intent-1", HelpRequest("come", "home", "elder", "zh_CN", access=("speech", "large_text")))
{step}
os.kill(os.getpid(), signal.SIGKILL)
"""
    ran = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=False, capture_output=True)
    assert ran.returncode == -9, ran.stderr


async def test_a_kiosk_killed_between_put_and_sent_neither_loses_nor_doubles(tmp_path: Path, bank: Bank) -> None:
    killed_after(tmp_path, "")
    ((intent, request),) = Outbox(tmp_path).pending()
    assert (intent, request) == ("intent-1", COME)
    first = await bank.ask_for_help(request, intent)  # the bank took it, then the kiosk died again
    outbox = Outbox(tmp_path)
    ((intent, request),) = outbox.pending()
    again = await bank.ask_for_help(request, intent)
    assert again.id == first.id
    outbox.sent(intent, again.id)
    assert Outbox(tmp_path).pending() == ()


def test_a_kiosk_killed_after_sent_sends_nothing(tmp_path: Path) -> None:
    killed_after(tmp_path, 'outbox.sent("intent-1", "t-1")')
    assert Outbox(tmp_path).pending() == ()


async def test_a_request_asked_while_the_bank_is_away_is_delivered_later(tmp_path: Path, bank: Bank) -> None:
    outbox = Outbox(tmp_path)
    outbox.put("intent-1", COME)
    async with aclosing(Bank(Address("http://127.0.0.1:1", "x"), lang=lambda: "en")) as away:
        with pytest.raises(errors.BankAway):
            await away.ask_for_help(COME, "intent-1")
    ((intent, request),) = Outbox(tmp_path).pending()
    assert (await bank.ask_for_help(request, intent)).state == "waiting"


def test_what_was_taken_back_outlives_the_program_until_it_is_cancelled(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.put("a", COME)
    outbox.take_back("a", COME)
    outbox.sent("a", "t-1")  # an answer that comes late does not make it forgotten
    outbox = Outbox(tmp_path)
    assert outbox.pending() == ()
    assert outbox.taken_back() == (("a", COME),)
    outbox.withdrawn("a")
    assert Outbox(tmp_path).taken_back() == ()


def test_what_is_too_old_is_dropped_unless_somebody_waits_for_it(tmp_path: Path) -> None:
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    outbox = Outbox(tmp_path, lambda: now)
    for intent in ("left", "awaited", "taken-back"):
        outbox.put(intent, COME)
    outbox.take_back("taken-back", COME)
    outbox.attend("awaited")
    now += timedelta(minutes=29)
    outbox.put("fresh", OTHER)
    assert outbox.drop_older_than(timedelta(minutes=30)) == 0
    now += timedelta(minutes=2)
    assert outbox.drop_older_than(timedelta(minutes=30)) == 2
    assert [intent for intent, _ in Outbox(tmp_path).pending()] == ["awaited", "fresh"]
    outbox.leave_alone("awaited")
    assert outbox.drop_older_than(timedelta(minutes=30)) == 1


def test_a_clock_that_was_far_ahead_does_not_keep_a_request_for_ever(tmp_path: Path) -> None:
    now = datetime(2027, 1, 1, tzinfo=UTC)
    outbox = Outbox(tmp_path, lambda: now)
    outbox.put("a", COME)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert outbox.drop_older_than(timedelta(minutes=30)) == 1
