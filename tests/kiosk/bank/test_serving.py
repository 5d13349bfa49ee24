"""The bank as a real process: how it starts, what it says when it cannot, and how it ends."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.bank.demo.people import WANG
from kiosk.bank.enrolment import Enrolment
from kiosk.bank.listening import cannot_start
from kiosk.bank.start_line import CannotStart, claimed, writable
from kiosk.bank.store import FILE_NAME, StorageBusy, StorageFull, StorageReadOnly, StoreError
from tests.kiosk.bank.banks import DEVICE, LOBBY, ROOT, Caller, ChildBank
from tests.kiosk.bank.test_sign_in import kind


@contextlib.contextmanager
def child(data_dir: Path, *args: str, **line: str) -> Iterator[ChildBank]:
    bank = ChildBank(data_dir, *args, line=line)
    try:
        yield bank
    finally:
        bank.kill()


def test_an_empty_folder_gets_the_demo_books(tmp_path: Path) -> None:
    with child(tmp_path / "new" / "folder") as bank, bank.caller() as caller:
        assert bank.said == {"ready": True, "port": bank.said["port"]}
        with caller.signed_in(WANG) as wang:
            assert wang.get("transactions").json()["Meta"]["TotalPages"] > 10


def test_it_ends_with_its_parent_and_takes_the_address_along(books: Path) -> None:
    with child(books) as bank:
        assert (books / "bank.json").is_file()
        assert bank.end_input() == 0
        assert not (books / "bank.json").exists()


def test_it_ends_with_its_parent_while_somebody_listens(books: Path) -> None:
    with (
        child(books) as bank,
        bank.caller() as caller,
        caller.http.stream("GET", "/kiosk/v1/help-tickets/events") as answer,
    ):
        lines = answer.iter_lines()
        assert next(lines) == ": still here"
        assert bank.end_input() == 0
        with contextlib.suppress(httpx.RemoteProtocolError):
            assert [line for line in lines if line] == []


def test_it_ends_with_its_parent_while_the_demo_books_are_written(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(tmp_path)]
    line = json.dumps({"device_token": DEVICE})
    ended = subprocess.run(command, input=line, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout) in ((0, ""), (3, ended.stdout))
    with child(tmp_path) as bank:
        assert bank.said["ready"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to a process of its own")
def test_being_told_to_stop_is_a_clean_end_also_while_somebody_listens(books: Path) -> None:
    with child(books) as bank, bank.caller() as caller:
        with caller.http.stream("GET", "/kiosk/v1/help-tickets/events") as answer:
            lines = answer.iter_lines()
            assert next(lines) == ": still here"
            bank.process.send_signal(signal.SIGTERM)
            assert [line for line in lines if line] == []
        assert bank.process.wait(20) == 0
        assert not (books / "bank.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to a process of its own")
def test_the_end_of_input_and_a_signal_at_once_are_one_clean_end(books: Path) -> None:
    with child(books) as bank:
        bank.process.send_signal(signal.SIGTERM)
        assert bank.end_input() == 0
        assert not (books / "bank.json").exists()


def test_kill_9_loses_neither_sessions_nor_tickets(books: Path) -> None:
    with child(books) as bank, bank.caller() as caller, caller.signed_in(WANG) as wang:
        token = wang.http.headers["authorization"].split()[1]
        ticket = caller.ask("k1").json()
        wang.own("PUT", "profile", {"mode": "youth", "lang": "en", "preferences": {}})
        for _ in range(4):
            caller.try_pin(WANG.card, "000000")
        bank.process.kill()
        bank.process.wait(20)
        port = bank.said["port"]
    with child(books, "--port", str(port)) as again, again.caller() as caller, Caller(again.url, token=token) as wang:
        assert again.said["port"] == port
        assert wang.own("GET", "profile").json()["mode"] == "youth"
        assert caller.own("GET", f"help-tickets/{ticket['id']}").json() == ticket
        assert caller.ask("k1").json() == ticket
        assert kind(caller.try_pin(WANG.card, "000000")) == "sign-in-locked"


def test_a_new_secret_locks_the_old_one_out_and_keeps_the_device(books: Path) -> None:
    with child(books) as bank, bank.caller() as caller:
        ticket = caller.ask("k1").json()
    secret = "another-secret-of-the-kiosk"
    with (
        child(books, device_token=secret, place="C-1") as bank,
        Caller(bank.url) as old,
        Caller(bank.url, secret) as new,
    ):
        assert kind(old.own("GET", "devices/self")) == "device-unknown"
        assert new.own("GET", "devices/self").json()["place"] == "C-1"
        assert new.own("GET", f"help-tickets/{ticket['id']}").json()["id"] == ticket["id"]


def test_the_address_file_lets_the_staff_window_in_and_nobody_else(books: Path) -> None:
    with child(books) as bank:
        place = books / "bank.json"
        found = json.loads(place.read_text(encoding="utf-8"))
        assert found["url"] == bank.url
        assert found["pid"] == bank.process.pid
        assert found["lobby_token"] == LOBBY
        if os.name != "nt":
            assert stat.S_IMODE(place.stat().st_mode) == 0o600
        with Caller(found["url"], found["lobby_token"], found["staff_token"]) as zhou:
            assert zhou.own("GET", "help-tickets").json() == {"tickets": []}


def test_a_taken_port_is_told(books: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        with child(books, "--port", port) as bank:
            assert (bank.said["ready"], bank.said["problem"]) == (False, "port-taken")
            assert port in bank.said["detail"]
            assert bank.process.wait(20) == 3


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with child(tmp_path / "file") as bank:
        assert bank.said["problem"] == "data-dir-not-writable"
        assert bank.process.wait(20) == 3


def test_books_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database" * 1000)
    with child(tmp_path) as bank:
        assert bank.said["problem"] == "storage-broken"
        assert bank.process.wait(20) == 3
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"this is no database")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folder that only lacks a file")
def test_an_address_that_cannot_be_written_is_told(books: Path) -> None:
    (books / "bank.json").mkdir()
    with child(books) as bank:
        assert (bank.said["ready"], bank.said["problem"]) == (False, "data-dir-not-writable")
        assert bank.process.wait(20) == 3


@pytest.mark.parametrize(
    ("problem", "trouble"),
    [(StorageFull, "disk-full"), (StorageReadOnly, "data-dir-not-writable"), (StorageBusy, "storage-broken")],
)
def test_trouble_with_the_books_has_its_word(problem: type[StoreError], trouble: str) -> None:
    assert cannot_start(problem("it is so"), Path("books")).trouble == trouble


def test_a_full_disk_is_told_apart_from_a_locked_folder() -> None:
    for code, trouble in ((errno.ENOSPC, "disk-full"), (errno.EROFS, "data-dir-not-writable")):
        with pytest.raises(CannotStart) as told, writable(Path("books")):
            raise OSError(code, os.strerror(code))
        assert told.value.trouble == trouble


@pytest.mark.parametrize("line", [b"", b"{}\n", b"nonsense\n", b'{"device_token": "short"}\n', b'{"kind": "castle"}\n'])
def test_a_child_without_a_secret_does_not_start(tmp_path: Path, line: bytes) -> None:
    command = [sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(tmp_path)]
    ended = subprocess.run(command, input=line, cwd=ROOT, capture_output=True, timeout=20, check=False)
    said = json.loads(ended.stdout)
    assert (ended.returncode, said["ready"], said["problem"]) == (3, False, "no-secret")


def test_alone_it_says_where_it_is_and_keeps_its_token(books: Path) -> None:
    command = [sys.executable, "-m", "kiosk.bank.serving", "--port", "0", "--data-dir", str(books)]
    tokens = []
    for _ in range(2):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(3)]
            url = said[0].split()[4].rstrip(".")
            token = (books / "device.token").read_text().strip()
            with Caller(url, token) as caller, caller.signed_in(WANG) as wang:
                assert wang.get("accounts").status_code == 200
            tokens.append(token)
            assert "README.md" in said[1]
            assert "device.token" in said[2]
            assert token not in "".join(said)
        finally:
            process.kill()
            process.wait(20)
            assert process.stdout is not None
            process.stdout.close()
    assert tokens[0] == tokens[1]
    if os.name != "nt":
        assert stat.S_IMODE((books / "device.token").stat().st_mode) == 0o600


def test_alone_a_taken_port_is_one_plain_sentence(books: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        command = [sys.executable, "-m", "kiosk.bank.serving", "--port", port, "--data-dir", str(books)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.count("\n") == 1
    assert "--port" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_log_holds_no_secret(books: Path) -> None:
    with child(books) as bank, bank.caller() as caller:
        with caller.signed_in(WANG) as wang:
            token = wang.http.headers["authorization"].split()[1]
        caller.try_pin(WANG.card, "987654")
        bank.end_input()
    log = (books / "bank.log").read_text(encoding="utf-8")
    assert log
    for secret in (DEVICE, LOBBY, token, WANG.card, WANG.pin, "987654"):
        assert secret not in log


def test_no_repr_shows_a_secret() -> None:
    assert DEVICE not in repr(Enrolment(DEVICE, LOBBY))


def test_answers_do_not_wait_for_acknowledgements() -> None:
    """asyncio turns Nagle's algorithm off only for sockets that are named TCP; with it each answer takes 40 ms more."""
    with claimed("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
