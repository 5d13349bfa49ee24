"""Collects the English messages from the source code, with what their authors wrote to the translators.

A message is the literal first argument of a call named `text` or `phrase`, or the first two of `plural`
(accessibility/words.py), on any object. Names of messages kept in a table are marked by `message("…")`
(i18n/messages.py). Needed by developers only; the kiosk itself reads compiled catalogues.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDERS = ("accessibility", "kiosk", "ui")
SILENT = ("kiosk/bank", "kiosk/checkup", "kiosk/client", "kiosk/model", "kiosk/wire", "accessibility/words.py")
"""Parts that yield facts and codes, never sentences; there `text()` is SQLAlchemy's or httpx's."""
ONE = {"text", "phrase", "message"}
NOTE = "Translators:"


@dataclass(frozen=True)
class Message:
    """One English message, where it stands and what its author says about it."""

    one: str
    many: str
    """The plural; empty for a message that does not count."""
    path: str
    note: str = ""


@dataclass
class Collected:
    """What was found."""

    messages: list[Message] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    """Calls whose message is not written out there, as "file:line"; each must come from a marked table."""


def collect(root: Path) -> Collected:
    """All messages below `root`, in the order of files and lines. Raises SyntaxError for a broken file."""
    found = Collected()
    for path in _sources(root):
        name = path.relative_to(root).as_posix()
        source = path.read_text(encoding="utf-8")
        _collect_file(name, source, found)
    return found


def _sources(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if not path.relative_to(root).as_posix().startswith(SILENT):
                yield path


def _collect_file(name: str, source: str, found: Collected) -> None:
    lines = source.splitlines()
    tree = ast.parse(source, name)
    starts = _statement_starts(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = _name(call.func)
        note = _note(lines, (call.lineno, call.args[0].lineno, starts.get(call, call.lineno)))
        if called in ONE:
            texts = _literals(call.args[0])
            found.messages += [Message(text, "", name, note) for text in texts or ()]
        elif called == "plural" and len(call.args) >= 2:
            texts = _literals(call.args[0]) and _literals(call.args[1])
            found.messages += [
                Message(one, many, name, note)
                for one, many in zip(_literals(call.args[0]) or (), texts or (), strict=False)
            ]
        else:
            continue
        if texts is None:
            found.unclear.append(f"{name}:{call.lineno}")


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(node: ast.expr) -> list[str] | None:
    """The strings an argument can be: one, or one of each branch of a conditional; None when not written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        yes, no = _literals(node.body), _literals(node.orelse)
        return None if yes is None or no is None else yes + no
    return None


def _statement_starts(tree: ast.Module) -> dict[ast.AST, int]:
    """For each node inside a simple statement, the line on which that statement starts."""
    simple = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr, ast.Raise)
    return {
        node: statement.lineno
        for statement in ast.walk(tree)
        if isinstance(statement, simple)
        for node in ast.walk(statement)
    }


def _note(lines: list[str], places: tuple[int, ...]) -> str:
    """The "Translators:" comment directly above the first of these line numbers that has one."""
    for number in places:
        block: list[str] = []
        above = number - 2
        while above >= 0 and lines[above].lstrip().startswith("#"):
            block.insert(0, lines[above].lstrip().lstrip("#").strip())
            above -= 1
        starts = [index for index, line in enumerate(block) if line.startswith(NOTE)]
        if starts:
            return " ".join(block[starts[-1] :]).removeprefix(NOTE).strip()
    return ""
