"""The set-up: locks that hold what the project needs, and a second start that is quick and needs no network."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKED = re.compile(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no make on Windows; see README")


def locked(name: str) -> dict[str, str]:
    """Names and versions of a lock file."""
    return dict(LOCKED.findall((ROOT / name).read_text(encoding="utf-8")))


def names(requirements: list[str]) -> set[str]:
    """The distributions named by requirements, as locks spell them."""
    return {re.split(r"[\[<>=;! ]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


def test_the_locks_hold_everything_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert names(project["project"]["dependencies"]) <= runtime.keys()
    assert names(project["dependency-groups"]["dev"]) <= dev.keys()


def test_developers_run_what_customers_run() -> None:
    runtime, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert runtime.items() <= dev.items()


def test_every_locked_package_has_its_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
        packages = [entry for entry in entries if "==" in entry]
        assert len(packages) == len(locked(name))
        assert all("--hash=sha256:" in entry for entry in packages)


@pytest.fixture
def set_up_copy(tmp_path: Path) -> Path:
    """The set-up's own files in another folder, its environment standing in for a finished one."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "tools", copy / "tools")
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, copy / name)
    shutil.copytree(ROOT / "i18n", copy / "i18n")
    for compiled in (copy / "i18n").rglob("*.mo"):
        compiled.unlink()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", copy / ".venv"], check=True)
    content = (copy / "requirements.lock").read_bytes()
    summed = subprocess.run(["cksum"], input=content, capture_output=True, check=True).stdout.decode().split()
    (copy / ".venv" / f"set-up-run-{'-'.join(summed)}").touch()
    packages = next((copy / ".venv").glob("lib/*/site-packages"))
    (packages / "already_installed.pth").write_text(str(next(Path(sys.prefix).glob("lib/*/site-packages"))))
    return copy


def outside_make() -> dict[str, str]:
    """This environment without what `make test` hands down to a make inside it."""
    return {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}


def offline(tmp_path: Path) -> dict[str, str]:
    """An environment in which everything that would reach a network fails at once, and says that it was asked."""
    guards = tmp_path / "guards"
    guards.mkdir()
    for name in ("apt-get", "sudo", "pip", "curl"):
        (guards / name).write_text(f"#!/bin/sh\necho asked for {name}\nexit 97\n")
        (guards / name).chmod(0o755)
    nowhere = "http://127.0.0.1:9"
    return outside_make() | {
        "PATH": f"{guards}:{os.environ['PATH']}",
        "PIP_INDEX_URL": nowhere, "http_proxy": nowhere, "https_proxy": nowhere, "PIP_RETRIES": "0",
    }  # fmt: skip


def set_up(folder: Path, environ: dict[str, str]) -> tuple[subprocess.CompletedProcess[str], float]:
    """`make set-up` and how many seconds it took."""
    start = time.perf_counter()
    done = subprocess.run(
        ["make", "set-up"], cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=60
    )
    return done, time.perf_counter() - start


@posix
def test_a_second_start_needs_no_network_and_is_quick(set_up_copy: Path, tmp_path: Path) -> None:
    environ = offline(tmp_path)
    first, _ = set_up(set_up_copy, environ)
    assert first.returncode == 0, first.stdout + first.stderr
    assert first.stdout == "set-up: compiling the catalogues of words.\n"
    again = [set_up(set_up_copy, environ) for _ in range(3)]
    assert [(done.returncode, done.stdout) for done, _ in again] == [(0, "")] * 3
    assert statistics.median(seconds for _, seconds in again) < 1.0


@posix
def test_a_changed_translation_is_compiled_again(set_up_copy: Path, tmp_path: Path) -> None:
    environ = offline(tmp_path)
    set_up(set_up_copy, environ)
    words = set_up_copy / "i18n" / "locales" / "zh_TW" / "LC_MESSAGES" / "anxin.po"
    later = time.time() + 5
    os.utime(words, (later, later))
    assert set_up(set_up_copy, environ)[0].stdout == "set-up: compiling the catalogues of words.\n"


@posix
def test_a_changed_lock_is_installed_again(set_up_copy: Path, tmp_path: Path) -> None:
    with (set_up_copy / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    done, _ = set_up(set_up_copy, offline(tmp_path))
    assert "set-up: installing the Python packages of requirements.lock.\n" in done.stdout


@posix
@pytest.mark.skipif(sys.platform != "linux", reason="system packages are Debian's")
def test_a_missing_system_package_is_named_with_its_reason(set_up_copy: Path, tmp_path: Path) -> None:
    listed = set_up_copy / "tools" / "system-packages.txt"
    listed.write_text(
        listed.read_text() + "run libnowhere1 libnowhere.so.1 nothing works without it\ntest never never x\n"
    )
    done, _ = set_up(set_up_copy, offline(tmp_path))
    assert "set-up: libnowhere1 is missing: nothing works without it.\n" in done.stdout
    assert "never" not in done.stdout
    assert "asked for " in done.stdout + done.stderr
    assert done.returncode != 0


@posix
def test_make_alone_lists_what_can_be_made() -> None:
    told = subprocess.run(["make"], cwd=ROOT, env=outside_make(), capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "check", "bench", "tour", "doctor", "lock", "clean", "fresh-machine"):
        assert re.search(rf"^  +{target} +[A-Z]", told, re.MULTILINE), target
