"""The catalogues: kept up with the code, compiled and checked. For developers: `python -m i18n.catalogues --help`."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from i18n.collector import NOTE, Collected, collect
from i18n.languages import DOMAIN, LANGUAGES, LOCALES

ROOT = Path(__file__).parent.parent
SOURCE_LANGUAGE = "en"
LONGEST_SENTENCE = 25
"""Characters of a Chinese sentence that an elderly listener can follow (STANDARDS.md, wording)."""
USUAL_FILLING = "一万二千"
"""What a place is counted as."""
IDLE_HEADERS = "Project-Id-Version|Report-Msgid-Bugs-To|[A-Za-z-]+-Date|Last-Translator|Language-Team|Generated-By"
IDLE = re.compile(rf'^"({IDLE_HEADERS}):[^\n]*\n', re.MULTILINE)


def po_path(lang: str, locales: Path = LOCALES) -> Path:
    """Where a language's catalogue lives."""
    return locales / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, lang: str) -> Catalog:
    """A language's catalogue, empty when there is none yet."""
    if not path.exists():
        return Catalog(locale=lang, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=lang, domain=DOMAIN)


def template(found: Collected) -> Catalog:
    """The messages of the code as a catalogue without translations."""
    catalog = Catalog(domain=DOMAIN, fuzzy=False)
    for message in found.messages:
        catalog.add(
            (message.one, message.many) if message.many else message.one,
            locations=[(message.path, 0)],
            auto_comments=[f"{NOTE} {message.note}"] if message.note else (),
        )
    return catalog


def update(locales: Path = LOCALES, root: Path = ROOT) -> None:
    """Bring every language's file up to date with the code, keeping what is translated.

    Messages the code no longer holds are dropped; English fills itself. Files that need no change are not touched.
    """
    pot = template(collect(root))
    for lang in LANGUAGES:
        path = po_path(lang, locales)
        catalog = read(path, lang)
        catalog.update(pot, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        if lang == SOURCE_LANGUAGE:
            _fill_with_itself(catalog)
        _replace(path, _written(catalog, lang))


def _fill_with_itself(catalog: Catalog) -> None:
    for entry in _entries(catalog):
        if not _complete(entry):
            entry.string = entry.id


def _written(catalog: Catalog, lang: str) -> bytes:
    """The file's bytes: no dates and no line numbers, so that it changes only when a message does."""
    catalog.header_comment = (
        f"# The words of Anxin Kiosk: {lang}. Kept by `make catalogues`; translate the msgstr lines."
    )
    out = io.BytesIO()
    pofile.write_po(out, catalog, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return IDLE.sub("", out.getvalue().decode()).encode()


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


def compile_all(locales: Path = LOCALES) -> None:
    """Write the compiled file beside each catalogue."""
    for lang in LANGUAGES:
        path = po_path(lang, locales)
        out = io.BytesIO()
        mofile.write_mo(out, read(path, lang))
        fresh = path.with_name(f"{DOMAIN}.mo.{os.getpid()}")
        fresh.write_bytes(out.getvalue())
        fresh.replace(path.with_suffix(".mo"))


def problems(locales: Path = LOCALES, root: Path = ROOT) -> list[str]:
    """What is wrong with the catalogues, one sentence each; nothing when all is well."""
    expected = template(collect(root))
    return [
        f"{lang}: {problem}"
        for lang in LANGUAGES
        for problem in _catalog_problems(expected, read(po_path(lang, locales), lang))
    ]


def _catalog_problems(expected: Catalog, catalog: Catalog) -> Iterator[str]:
    for wanted in _entries(expected):
        entry = catalog.get(wanted.id)
        if entry is None or entry.pluralizable != wanted.pluralizable:
            yield f"{_title(wanted)} is not in the catalogue; run `make catalogues`"
        else:
            yield from entry_problems(entry)
    for entry in _entries(catalog):
        if expected.get(entry.id) is None:
            yield f"{_title(entry)} is no longer in the code; run `make catalogues`"
    for entry in catalog.obsolete.values():
        yield f"{_title(entry)} is obsolete; run `make catalogues`"


def entry_problems(entry: Entry) -> Iterator[str]:
    """What is wrong with one translation."""
    if entry.fuzzy:
        yield f"{_title(entry)} is marked fuzzy"
    try:
        allowed = [places(text) for text in _forms(entry.id)]
    except ValueError as problem:
        yield f"{_title(entry)} cannot be filled: {problem}"
        return
    if not _complete(entry):
        yield f"{_title(entry)} is not translated"
        return
    for form in _forms(entry.string):
        try:
            named = places(form)
        except ValueError as problem:
            yield f"{form!r} cannot be filled: {problem}"
            continue
        if named not in allowed:
            yield f"{_title(entry)} has the places {_listed(allowed[-1])}, but {form!r} has {_listed(named)}"


def places(text: str) -> frozenset[str]:
    """The named places of a message. Raises ValueError for a stray brace or a place without a name."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    if not all(name.isidentifier() for name in names):
        raise ValueError("every place needs a plain name, such as {amount}")
    return frozenset(names)


def long_sentences(locales: Path = LOCALES) -> list[str]:
    """Chinese sentences longer than an elderly listener can follow. A warning, not a fault."""
    return [
        f"{lang}: {len(sentence)} characters: {sentence}"
        for lang in LANGUAGES
        if lang.startswith("zh")
        for entry in _entries(read(po_path(lang, locales), lang))
        for form in _forms(entry.string)
        for sentence in re.split(r"(?<=[。！？\n])", form)
        if len(re.sub(r"\{\w+\}", USUAL_FILLING, sentence)) > LONGEST_SENTENCE
    ]


def _entries(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog if entry.id]


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _complete(entry: Entry) -> bool:
    return bool(entry.string) and all(_forms(entry.string))


def _title(entry: Entry) -> str:
    return repr(_forms(entry.id)[0])


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def check() -> int:
    """Print what is wrong, then what could be better; 1 when something is wrong."""
    wrong = problems()
    for problem in wrong:
        print(problem)
    for place in collect(ROOT).unclear:
        print(f"note: {place}: this message is not written out here; it must come from a table marked by message()")
    for sentence in long_sentences():
        print(f"note: {sentence}")
    print(f"{len(wrong)} problems in the catalogues")
    return 1 if wrong else 0


def main() -> int:
    """`python -m i18n.catalogues update|compile|check`."""
    parser = argparse.ArgumentParser(prog="python -m i18n.catalogues", description=__doc__)
    parser.add_argument("what", choices=("update", "compile", "check"), nargs="+")
    try:
        for what in parser.parse_args().what:
            if what == "update":
                update()
            elif what == "compile":
                compile_all()
            elif status := check():
                return status
    except SyntaxError as problem:
        print(f"{problem.filename}, line {problem.lineno}: {problem.msg}; the catalogues stay as they are")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
