"""The command line, as somebody meets it who does not write programs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.display import has_display
from kiosk.settings import declared

ROOT = Path(__file__).parent.parent
COMMANDS = ("run", "staff", "bank", "tour", "doctor", "audit")


def kiosk(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """`python -m kiosk` with these words, with no display and nobody's settings."""
    bare = {"PATH": os.environ["PATH"], "HOME": str(ROOT / "build" / "nobody"), "LANG": "C.UTF-8", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        env=bare | environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_help_names_every_command_with_a_sentence() -> None:
    told = kiosk("--help")
    assert told.returncode == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[A-Z].+\.$", told.stdout, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(command: str) -> None:
    told = kiosk(command, "--help")
    assert told.returncode == 0
    text = " ".join(told.stdout.split())
    assert cli.DESCRIPTIONS[command] in text
    assert f"Example: python -m kiosk {command}" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_each_example_is_understood(command: str) -> None:
    name, *words = cli.EXAMPLES[command].split()
    assert name == command
    cli.parser(command).parse_args(words)


@pytest.mark.parametrize("command", ["run", "staff", "bank", "doctor", "audit"])
def test_every_setting_of_a_command_is_an_option_with_its_help(command: str) -> None:
    text = " ".join(cli.parser(command).format_help().split())
    for setting in declared(command):
        assert (f"{setting.option} " in text) == setting.has_option
        if setting.has_option:
            assert " ".join(setting.about.help.split()[:4]) in text


def test_usual_values_are_shown() -> None:
    text = " ".join(cli.parser("run").format_help().split())
    assert "Usual: elder." in text
    assert "Usual: 600." in text


def test_the_options_the_project_promised_are_there() -> None:
    options = (
        "--mode --lang --bank-url --window --mm-per-px --viewing-distance-mm --voice --speech-log --data-dir --config "
        "--home --fullscreen --windowed"
    )
    text = cli.parser("run").format_help()
    assert [option for option in options.split() if f"{option} " not in text and f"{option}]" not in text] == []


def test_a_pin_or_a_token_is_never_an_option() -> None:
    for command in COMMANDS:
        assert not re.search(r"--\S*(pin|token|secret|password)", cli.parser(command).format_help(), re.IGNORECASE)


def test_an_unknown_command_and_an_unknown_option_are_told_in_words() -> None:
    assert "There is no command 'dance'." in kiosk("dance").stderr
    wrong = kiosk("run", "--colour", "red")
    assert wrong.returncode == cli.WRONG_USE
    assert "unrecognized arguments: --colour" in wrong.stderr


def test_a_wrong_setting_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "anxin.toml"
    file.write_text("\ncolour = 'red'\n", encoding="utf-8")
    told = kiosk("run", "--config", str(file))
    assert told.returncode == cli.WRONG_USE
    assert told.stderr.splitlines()[0].startswith("python -m kiosk: anxin.toml, line 2: there is no setting 'colour'")
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("words", [(), ("run",), ("--lang", "en"), ("staff",)])
def test_without_a_display_it_says_so_in_one_sentence_and_offers_the_tour(words: tuple[str, ...]) -> None:
    told = kiosk(*words)
    assert told.returncode == cli.NO_DISPLAY
    assert "no display" in told.stderr
    assert "make tour" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_display_is_seen_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "X7").touch()
    assert has_display({"DISPLAY": ":7"}, "linux", tmp_path)
    assert has_display({"DISPLAY": ":7.0"}, "linux", tmp_path)
    assert not has_display({"DISPLAY": ":8"}, "linux", tmp_path)
    assert has_display({"DISPLAY": "elsewhere:0"}, "linux", tmp_path)
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux", tmp_path)
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux", tmp_path)
    assert not has_display({}, "linux", tmp_path)
    assert has_display({}, "win32", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
@pytest.mark.parametrize("words", [("run", "--window", "800x600"), ("bank", "--port", "0")])
def test_ctrl_c_ends_it_without_a_fright(tmp_path: Path, words: tuple[str, ...]) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "kiosk", *words, "--data-dir", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True, preexec_fn=as_in_a_terminal
    ) as running:
        assert wait_for(tmp_path / "bank.json"), "the bank says where it is once it serves"
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert told == ""
    assert running.returncode == 0


def as_in_a_terminal() -> None:
    """A job in the background is deaf to Ctrl+C, and so is all that it starts: `make test &` would fail."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(file: Path) -> bool:
    """Whether the file is there soon. It is written by another process, so it has to be looked for."""
    until = time.monotonic() + 40
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return file.exists()
