"""Materials: the recorder's environment and Kokoro's voices, from the package registries and checked."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

from accessibility.speech.neural.speakers import SPEAKERS

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
VOICES_PACKAGE = "kokoro-js@1.2.1"


def environment(folder: Path) -> Path:
    """The interpreter of the recorder's environment, made or brought up to date when the requirements changed."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = _sha256(REQUIREMENTS)
    made = folder / "requirements.sha256"
    if not python.exists() or not made.exists() or made.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*install, "-r", str(REQUIREMENTS)], check=True)
        made.write_text(wanted)
    return python


def voices(folder: Path) -> Path:
    """The folder with the speakers' files, fetched once. Raises ValueError when one is not what it should be."""
    found = folder / "package" / "voices"
    if not all((found / f"{speaker.name}.bin").exists() for speaker in SPEAKERS.values()):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", VOICES_PACKAGE], cwd=folder, check=True)
        with tarfile.open(next(folder.glob("kokoro-js-*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    for speaker in SPEAKERS.values():
        if _sha256(found / f"{speaker.name}.bin") != speaker.sha256:
            raise ValueError(f"{speaker.name} of {VOICES_PACKAGE} is damaged or another one")
    return found


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
