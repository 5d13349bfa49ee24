"""Every icon that the code names lies in assets, in the family that the page draws it in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from ui.icons import FOLDER

ROOT = Path(__file__).parents[2]
PLACES = {"Tile": ("fill", 3), "Row": ("fill", 4), "Action": ("bold", 2)}
"""The family that each is drawn in, and where in its call the icon stands when it has no name."""
Named = tuple[str, str]
"""Family and name."""


def _words(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may turn out as; what it is looked up by is none."""
    match node:
        case ast.Constant(value=str(word)) if word:
            yield word
        case ast.IfExp(body=body, orelse=other):
            yield from (*_words(body), *_words(other))
        case ast.BoolOp(values=values):
            for value in values:
                yield from _words(value)
        case ast.Call(func=ast.Attribute(attr="get"), args=[_, default]):
            yield from _words(default)
        case ast.Dict(values=values):
            for value in values:
                yield from _words(value)


def _of_call(node: ast.Call) -> Iterator[Named]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name == "draw" and len(node.args) > 5 and isinstance(node.args[2], ast.Constant):
        yield from ((str(node.args[2].value), word) for word in _words(node.args[1]))
    if name not in PLACES:
        return
    family, at = PLACES[name]
    given = [word.value for word in node.keywords if word.arg == "icon"] + node.args[at : at + 1]
    yield from ((family, word) for value in given for word in _words(value))


def named(source: str) -> set[Named]:
    """Every icon that a source file names: in a tile, a row, an action, a drawing, a table or a function of icons."""
    found: set[Named] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call():
                found.update(_of_call(node))
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name.endswith("ICONS"):
                found.update(("fill", word) for word in _words(value))
            case ast.FunctionDef(name=name) if name.endswith("icon"):
                returned = [each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value]
                found.update(("fill", word) for value in returned for word in _words(value))
    return found


def _everywhere() -> list[Named]:
    files = [*ROOT.glob("kiosk/**/*.py"), *ROOT.glob("ui/**/*.py")]
    return sorted({each for file in files for each in named(file.read_text(encoding="utf-8"))})


@pytest.mark.parametrize(("family", "name"), _everywhere(), ids=lambda part: part)
def test_the_icon_is_there(family: str, name: str) -> None:
    outline = FOLDER / family / f"{name}.svg"
    assert outline.is_file(), f"add assets/icons/{family}/{name}.svg"
    assert QSvgRenderer(QByteArray(outline.read_bytes())).isValid()


def test_names_are_found_wherever_they_are_written() -> None:
    source = """
A = Tile("k", title, hint, "one", filled=True)
B = Action("k", label, "two" if on else "three", "help")
C = Row(title, icon=_ICONS.get(key, "four"))
_ICONS = {"elder": "five"}
def category_icon(code):
    return ICONS.get(code) or ("six" if code else "seven")
icons.draw(painter, "eight", "bold", left, top, size, ink)
"""
    expected = {"one": "fill", "two": "bold", "three": "bold", "four": "fill", "five": "fill", "six": "fill"}
    expected |= {"seven": "fill", "eight": "bold"}
    assert named(source) == {(family, name) for name, family in expected.items()}
