"""The report: a table by check and by what was combined, then every violation with its picture."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tools.audit.combination import Combination
from tools.audit.result import Entry, Result

STYLE = """
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #FAF6EE; color: #1F1A14 }
table { border-collapse: collapse } th, td { border: 1px solid #7A6F60; padding: .2rem .6rem; text-align: right }
th:first-child, td:first-child { text-align: left } figure { margin: 1rem 0 2rem } img { max-width: 100% }
figcaption { max-width: 60rem } .sheets img { width: 100%; border: 1px solid #7A6F60 }
"""
THINGS = Combination.__struct_fields__


class Fault(msgspec.Struct):
    """The same fault of the same control, in all the looks it was found in."""

    first: Entry
    check: str
    mode: str
    lang: str
    looks: list[str]
    picture: str = ""


def faults_of(results: Sequence[Result], words: dict[str, tuple[Entry, ...]]) -> list[Fault]:
    """All faults; `words` are those of sentences, by mode and language."""
    found: dict[tuple[str, ...], Fault] = {}
    for result in results:
        look = result.combination
        for entry in result.entries:
            _add(found, entry, look.mode, look.lang, f"{look.percent} % {look.colours} {look.shape}")
    for name, entries in words.items():
        mode, _, lang = name.partition("-")
        for entry in entries:
            _add(found, entry, mode, lang, "all looks")
    return sorted(found.values(), key=lambda fault: (fault.check, fault.mode, fault.first.page, fault.lang))


def _add(found: dict[tuple[str, ...], Fault], entry: Entry, mode: str, lang: str, look: str) -> None:
    check, control = entry.violation.check, entry.violation.where.split(" ")[0]
    if not entry.violation.rect.empty:
        sign: tuple[str, ...] = (check, mode, lang, entry.page, control)
    else:
        sign = (check, mode, lang, entry.page, entry.violation.where)
    fault = found.setdefault(sign, Fault(entry, check, mode, lang, []))
    if look not in fault.looks:
        fault.looks.append(look)
    fault.picture = fault.picture or entry.picture


def summary(results: Sequence[Result], faults: Sequence[Fault]) -> str:
    """What came out, in plain text: for the terminal and for whoever mends it."""
    parts, total = sum(result.parts for result in results), sum(len(result.entries) for result in results)
    clean = sum(not result.entries for result in results)
    lines = [
        f"{len(results)} combinations ({clean} without a violation), {parts} pictures measured, {total} violations on "
        f"them, {len(faults)} different faults."
    ]
    for check, count in Counter(fault.check for fault in faults).most_common():
        lines.append(f"\n{check}: {count}")
        own = [fault for fault in faults if fault.check == check]
        for fault in sorted(own, key=lambda fault: -len(fault.looks)):
            what = fault.first.violation
            lines.append(
                f"  {fault.mode} {fault.lang} {fault.first.page} part {fault.first.stop}: {what.where}: "
                f"{what.measured}, wanted {what.wanted}; in {len(fault.looks)} looks, such as {fault.looks[0]}"
            )
    return "\n".join(lines) + "\n"


def write_report(out: Path, results: Sequence[Result], faults: Sequence[Fault]) -> Path:
    """Write report.html and give its path."""
    body = "".join(_table(results, thing) for thing in THINGS)
    body += "<h2>Every fault</h2>" + ("".join(map(_figure, faults)) or "<p>None.</p>")
    body += '<h2>Contact sheets</h2><div class="sheets">' + "".join(map(_sheet, results)) + "</div>"
    first = html.escape(summary(results, faults).splitlines()[0])
    page = out / "report.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Anxin Kiosk: the audit</title><style>{STYLE}</style>'
        f"<h1>Anxin Kiosk: the audit</h1><p>{first}</p>{body}",
        encoding="utf-8",
    )
    return page


def _table(results: Sequence[Result], thing: str) -> str:
    """How many violations each check found, by the values of one thing."""
    values = sorted({getattr(result.combination, thing) for result in results}, key=str)
    counts = Counter(
        (entry.violation.check, getattr(result.combination, thing)) for result in results for entry in result.entries
    )
    head = "".join(f"<th>{html.escape(str(value))}</th>" for value in values)
    rows = "".join(
        f"<tr><td>{html.escape(check)}</td>" + "".join(f"<td>{counts[check, value]}</td>" for value in values) + "</tr>"
        for check in sorted({check for check, _ in counts})
    )
    return f"<h2>By {thing}</h2><table><tr><th>check</th>{head}</tr>{rows}</table>"


def _figure(fault: Fault) -> str:
    what = fault.first.violation
    picture = f'<img loading="lazy" src="{fault.picture}" alt="">' if fault.picture else ""
    told = f"{fault.mode} {fault.lang}, {fault.first.page}: {what.where}: {what.measured}, wanted {what.wanted}"
    looks = ", ".join(fault.looks)
    return (
        f"<figure>{picture}<figcaption><b>{html.escape(fault.check)}</b> {html.escape(told)}<br>"
        f"{html.escape(looks)}</figcaption></figure>"
    )


def _sheet(result: Result) -> str:
    name = html.escape(result.combination.name)
    return f'<h3>{name}</h3><img loading="lazy" src="{result.sheet}" alt="{name}">' if result.sheet else ""
