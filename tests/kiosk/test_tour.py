"""The tour as its user runs it: a process of its own that leaves a folder behind."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 1920, 1080
MM = 476.0 / WIDTH
MUST_BE_THERE = {
    "welcome", "mode", "language", "sign_in.card", "sign_in.pin", "home", "balances.accounts", "balances.account",
    "balances.month", "help", "help.waiting", "help.accepted", "help.done", "help.cancelled", "seeing_hearing",
    "trouble", "still_there", "farewell", "staff.queue", "staff.ticket",
    "staff.beside", "staff.board", "staff.hold", "staff.day", "help.arrived", "help.held", "help.board",
}  # fmt: skip


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tour in standard mode, in English."""
    out = tmp_path_factory.mktemp("tour") / "pictures"
    began = time.monotonic()
    command = [sys.executable, "-m", "kiosk", "tour", "--mode", "standard", "--lang", "en", "--out", str(out)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    print(f"\nthe tour took {time.monotonic() - began:.1f} s")
    return out


@pytest.fixture(scope="module")
def pages(toured: Path) -> dict[str, dict[str, Any]]:
    """What the tour wrote of each page, by the file's name without ending."""
    found = {path.stem: json.loads(path.read_bytes()) for path in sorted(toured.rglob("*.json"))}
    assert found
    return found


def test_every_kind_of_page_is_met(pages: dict[str, dict[str, Any]]) -> None:
    met = {page["screen"] for page in pages.values()}
    assert met >= MUST_BE_THERE, MUST_BE_THERE - met
    assert any(screen.startswith("checkup") for screen in met)


def test_a_page_called_trouble_shows_trouble(pages: dict[str, dict[str, Any]]) -> None:
    assert {page["screen"] for name, page in pages.items() if "trouble" in name} == {"trouble"}


def test_each_page_has_a_picture_its_words_and_its_facts(toured: Path, pages: dict[str, dict[str, Any]]) -> None:
    for kind in ("png", "txt", "json"):
        assert sorted(path.stem for path in toured.rglob(f"*.{kind}")) == sorted(pages)
    pictures = {path.read_bytes() for path in toured.rglob("*.png")}
    assert len(pictures) == len(pages), "no page looks like another"
    for path in toured.rglob("*.txt"):
        said = path.read_text(encoding="utf-8").splitlines()
        assert said == pages[path.stem]["said"]
        assert said
        assert all(said)


def test_every_control_is_measured_in_full(pages: dict[str, dict[str, Any]]) -> None:
    for name, page in pages.items():
        lobby = page["screen"].startswith("staff.")
        mode = "staff" if lobby and page["screen"] != "staff.beside" else "standard"  # her page is drawn in her mode
        fewest = 4 if lobby else 9
        assert (page["mode"], page["lang"], page["width"], page["height"]) == (mode, "en", WIDTH, HEIGHT)
        assert page["mm_per_px"] == pytest.approx(MM, rel=0.01)
        assert len(page["controls"]) >= fewest, name
        for control in page["controls"]:
            _is_complete(f"{name}: {control['key']}", control)


def _is_complete(where: str, control: dict[str, Any]) -> None:
    assert control["role"], where
    drawn = control["key"].startswith("picture:")  # the words beside it say it: a reader passes it by
    assert control["name"] or drawn or control["key"] in ("caption", "pointer"), where
    for side in ("x", "y", "width", "height"):
        assert control["rect_mm"][side] == pytest.approx(control["rect_px"][side] * MM, rel=0.02, abs=0.3), where
    for run in control["texts"]:
        assert run["font_px"] > 0, where
        assert run["font_pt"] == pytest.approx(run["font_px"] * MM / (25.4 / 72), rel=0.02, abs=0.1), where
        for colour in ("foreground", "background"):
            assert len(run[colour]) == 7, where
            assert int(run[colour][1:], 16) >= 0, where
        assert run["foreground"] != run["background"], where
        assert run["text"] or control["key"] in ("caption", "own"), where  # nothing is written in it yet


def test_help_is_at_the_same_place_on_every_page(pages: dict[str, dict[str, Any]]) -> None:
    places = set()
    for page in (each for each in pages.values() if not each["screen"].startswith("staff.")):
        helps = [each for each in page["controls"] if each["key"] == "help" and each["pressable"]]
        lowest = max(helps, key=lambda each: float(each["rect_px"]["y"]))
        assert lowest["enabled"]
        assert lowest["in_view"]
        places.add(tuple(lowest["rect_px"].values()))
    assert len(places) == 1, places


def test_the_sheet_lists_every_page(toured: Path, pages: dict[str, dict[str, Any]]) -> None:
    sheet = (toured / "index.html").read_text(encoding="utf-8")
    assert f"{len(pages)} pages." in sheet
    for path in toured.rglob("*.png"):
        assert f'src="{path.relative_to(toured).as_posix()}"' in sheet


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--mode", "staff", "There is no mode 'staff'."),
        ("--lang", "fr", "There is no language 'fr'."),
        ("--size", "big", "'big' is not a size; write it as 1920x1080."),
    ],
)
def test_what_cannot_be_toured_is_said_in_one_sentence(tmp_path: Path, option: str, value: str, words: str) -> None:
    command = [sys.executable, "-m", "kiosk", "tour", option, value, "--out", str(tmp_path / "out")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert ran.stderr.startswith(words)
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()
