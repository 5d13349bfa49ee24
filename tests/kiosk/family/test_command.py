"""Setting the family up at home, in words that tell what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.family.book import FamilyBook
from kiosk.family.command import FamilyCommand
from kiosk.family.vault import VaultError
from tests.kiosk.family.test_circle import Drawer, Post

SECRET = "ntfys://ntfy.example/our-secret"


class Shut(Drawer):
    """A keyring that cannot be used."""

    def put(self, *_given: str) -> None:
        raise VaultError("no keyring here")


def command(folder: Path, drawer: Drawer, post: Post) -> FamilyCommand:
    return FamilyCommand(FamilyBook(folder), drawer, post, today=lambda: date(2026, 11, 23), ask=lambda _: SECRET)


def test_adding_sends_a_trial_and_keeps_the_secret_out_of_sight(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawer, post = Drawer(), Post()
    assert command(tmp_path, drawer, post).add("小丽", "zh_CN", "help") == 0
    assert [address for address, _ in post.sent] == [SECRET]
    assert list(drawer.kept.values()) == [SECRET]
    assert command(tmp_path, drawer, post).show() == 0
    told = capsys.readouterr().out
    assert "not agreed yet" in told
    assert "secret" not in told + (tmp_path / "family.json").read_text()


def test_what_cannot_be_sent_or_kept_is_not_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = Post()
    post.reason = "unknown-address"
    assert command(tmp_path, Drawer(), post).add("小丽", "zh_CN", "help") == 1
    assert command(tmp_path, Shut(), Post()).add("小丽", "zh_CN", "help") == 1
    assert FamilyBook(tmp_path).relatives == ()
    told = capsys.readouterr().err
    assert "no service has such an address" in told
    assert "no keyring here" in told


def test_removing_and_trying(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawer, post = Drawer(), Post()
    made = command(tmp_path, drawer, post)
    made.add("小丽", "zh_CN", "urgent")
    [one] = FamilyBook(tmp_path).relatives
    assert made.try_out(one.id) == 0
    assert made.try_out("nobody") == 1
    assert made.remove(one.id) == 0
    assert drawer.kept == {}
    assert made.remove(one.id) == 1
    assert "nobody with the number" in capsys.readouterr().err


def test_the_command_line_leads_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["family", "list", "--data-dir", str(tmp_path)]) == 0
    assert "Nobody yet" in capsys.readouterr().out
    assert main(["family", "remove", "--data-dir", str(tmp_path)]) == 1
    assert "--id" in capsys.readouterr().err
