"""Stoplight Prism: the official description as a judge of our bank (proxy) and as a bank nobody here wrote (mock)."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

VERSION = "5.16.0"
ROOT = Path(__file__).parent.parent
HOME = ROOT / "build" / f"prism-{VERSION}"
ENTRY = HOME / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
DESCRIPTION = ROOT.parent / "shared" / "specs" / "obuk-account-info-v4.0.0.yaml"
START_S = 60.0


class PrismMissing(Exception):
    """Prism cannot run here; the message says why. Tests skip with it."""


class Prism:
    """A running Prism: its URL and what it has said so far."""

    def __init__(self, url: str, said: list[str]) -> None:
        self.url = url
        self.said = said


def prism_installed() -> Path:
    """The entry of Prism, installed on first use. Raises PrismMissing where npm or the description is absent."""
    if not DESCRIPTION.is_file():
        raise PrismMissing(f"the official description is not beside the repository: {DESCRIPTION.name}")
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise PrismMissing("npm or node is not installed on this machine")
    if not ENTRY.is_file():
        _install(npm)
    return ENTRY


def _install(npm: str) -> None:
    """Install beside the place and move it there: two test runs at once cannot spoil each other's."""
    HOME.parent.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="prism-", dir=HOME.parent))
    (made / "package.json").write_text('{"private": true}\n')
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", f"@stoplight/prism-cli@{VERSION}"]
    ran = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False, timeout=300)
    if ran.returncode:
        shutil.rmtree(made)
        raise PrismMissing(f"npm could not install Prism: {ran.stderr.strip()[-300:]}")
    try:
        made.rename(HOME)
    except OSError:  # somebody else was first
        shutil.rmtree(made)


@contextlib.contextmanager
def start_prism(mode: str, *args: str) -> Iterator[Prism]:
    """Run `prism MODE DESCRIPTION ARGS` on a free port of 127.0.0.1 until the block ends. Raises PrismMissing.

    `start_prism("proxy", "http://127.0.0.1:8088/open-banking/v4.0/aisp", "--errors")` judges a bank;
    `start_prism("mock", "-d", "--seed", "7")` is one. Prism serves the paths without the base path.
    """
    entry = prism_installed()
    port = _free_port()
    command = ["node", str(entry), mode, str(DESCRIPTION), *args, "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    prism = Prism(f"http://127.0.0.1:{port}", [])
    listening = threading.Event()
    reader = threading.Thread(target=_listen, args=(process, prism.said, listening), daemon=True)
    reader.start()
    try:
        if not listening.wait(START_S) or process.poll() is not None:
            raise RuntimeError("Prism did not start:\n" + "".join(prism.said))
        yield prism
    finally:
        process.kill()
        process.wait()
        reader.join()
        if process.stdout is not None:
            process.stdout.close()


def _listen(process: subprocess.Popen[str], said: list[str], listening: threading.Event) -> None:
    """Keep what Prism says, until it ends; also an end lets the waiting one go on."""
    for line in process.stdout or ():
        said.append(line)
        if "is listening on" in line:
            listening.set()
    listening.set()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
