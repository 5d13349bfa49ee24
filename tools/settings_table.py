"""Writes the README's table of settings from their declarations: `python -m tools.settings_table`."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.settings import Declared, declared
from kiosk.settings_sources import wanted

README = Path(__file__).parent.parent / "README.md"


def table() -> str:
    """The table in Markdown, one line a setting."""
    head = ["| in `anxin.toml` | environment | option | value | usual | what it does |", "|---|---|---|---|---|---|"]
    return "\n".join(head + [_line(setting) for setting in declared()])


def _line(setting: Declared) -> str:
    option = f"`{setting.option}`" if setting.has_option else ""
    if setting.about.opposite:
        option += f" `--{setting.about.opposite}`"
    return (
        f"| `{setting.key}` | `{setting.variable}` | {option} | {wanted(setting)} | {_usual(setting.default)} "
        f"| {setting.about.help} |"
    )


def _usual(default: object) -> str:
    if default in (None, "", ()):
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    fresh = re.sub(r"^\| in `anxin\.toml` .*?(?=\n\n)", lambda _: table(), text, flags=re.MULTILINE | re.DOTALL)
    README.write_text(fresh, encoding="utf-8")
