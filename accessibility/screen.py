"""The screen vocabulary: what a customer meets, described once as plain frozen data.

A page, the voice, a screen reader, paper, the masked copy for staff and the tests are all derived from one
`Screen`. Nothing in here knows of Qt or of banking. All values are msgspec structs, tagged by kind, so a screen
can be written as JSON and read back (`msgspec.json`): that is how a masked copy travels to staff.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from accessibility.phrase import NOTHING, Phrase

Status = Literal["good", "watch", "act", "unknown", "info"]
"""A traffic light with its words: 好 · 注意 · 要处理 · 不清楚 · 说明 (always word + shape + colour)."""


class Action(msgspec.Struct, frozen=True):
    """Something the customer can do: a button, wherever it stands."""

    key: str
    """What the journey is told when it is chosen, such as "open:acct-1"."""
    label: Phrase
    icon: str = ""
    """Name of an icon in assets/icons, without its ending; empty for none."""
    place: str = ""
    """For the fixed frame only: back, home, repeat, hide, help, aloud, quieter, louder, language, mode, leave."""
    enabled: bool = True
    pressed: bool | None = None
    """For a toggle: whether it is on. Its state is said and shown in words (EN-23)."""
    kind: Literal["plain", "primary", "help"] = "plain"


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """One or two sentences."""

    text: Phrase
    size: Literal["body", "lead", "quiet", "board"] = "body"
    """board: what staff write for who does not hear well, as large as an amount."""


class Fact(msgspec.Struct, frozen=True, tag="fact"):
    """A label with its value; the large amount of a page has its words under it."""

    label: Phrase
    value: Phrase
    words: Phrase = NOTHING
    note: Phrase = NOTHING
    large: bool = False


class Row(msgspec.Struct, frozen=True):
    """One line of a list; with an action it can be chosen."""

    title: Phrase
    detail: Phrase = NOTHING
    value: Phrase = NOTHING
    flow: Literal["", "in", "out"] = ""
    """Money in or money out, always also said in words in `detail` or `value`."""
    icon: str = ""
    action: str = ""
    """Key of the action when the row is chosen; empty for a row that only tells."""


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """A list of rows, already cut to what one page of this mode shows."""

    rows: tuple[Row, ...]
    heading: Phrase = NOTHING
    empty: Phrase = NOTHING
    """What is said when there is no row."""
    earlier: Action | None = None
    later: Action | None = None
    position: Phrase = NOTHING
    """Where in a longer list this page stands, such as "2 of 4"."""


class Tile(msgspec.Struct, frozen=True):
    """One large choice."""

    key: str
    title: Phrase
    hint: Phrase = NOTHING
    icon: str = ""
    filled: bool = False
    """The most likely next step; at most one a screen."""
    selected: bool | None = None
    """For a choice that keeps its state: whether it is the one in force."""


class Choices(msgspec.Struct, frozen=True, tag="choices"):
    """Large tiles to choose from."""

    tiles: tuple[Tile, ...]
    heading: Phrase = NOTHING
    columns: int = 0
    """How many side by side; 0 leaves it to the page."""


class Finding(msgspec.Struct, frozen=True, tag="finding"):
    """One result of the check-up: a light with its word, a sentence, and a next step."""

    status: Status
    word: Phrase
    title: Phrase
    sentence: Phrase
    next_step: Phrase = NOTHING
    action: Action | None = None
    reasons: tuple[Phrase, ...] = ()
    """The numbers behind it, shown when the customer asks why."""


class Keypad(msgspec.Struct, frozen=True, tag="keypad"):
    """A large number pad. Digits typed stay in the widget until `accept`; they are never in a Screen."""

    field: str
    """Name of the value it enters: the journey gets act(accept, typed)."""
    label: Phrase
    accept: Action
    secret: bool = True
    """A PIN: shown as dots, never said (EN-06)."""
    length: int = 0
    """Exactly so many digits, 0 for any number."""
    at_most: int = 19
    error: Phrase = NOTHING
    clear: Phrase = NOTHING
    correct: Phrase = NOTHING
    digit_names: tuple[Phrase, ...] = ()
    """Names of the keys 0 to 9 for screen readers."""
    typed: Phrase = NOTHING
    """Template with "{count}" that says how many digits there are, such as "3 digits entered"."""
    tells_short: bool = False
    """Accept can be chosen before the number is complete: the journey then gets "" and says what is missing (EN-13).

    Else accept cannot be used until then, and who does not see it does not find it."""
    places: tuple[Phrase, ...] = ()
    """Where the keys 0 to 9, clear and correct stand, such as "in the middle": twelve, or none."""
    learn: Action | None = None
    """Turns the learning mode on and off."""
    lesson: Phrase = NOTHING
    """Only while learning: keys say their name and place and type nothing (STANDARDS.md EN-22). Shown and said."""

    @property
    def learning(self) -> bool:
        """Whether its keys teach instead of type."""
        return bool(self.lesson.shown)


class Field(msgspec.Struct, frozen=True, tag="field"):
    """One line of typed text, such as a search."""

    key: str
    label: Phrase
    value: str = ""
    hint: Phrase = NOTHING
    error: Phrase = NOTHING
    accept: Action | None = None


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """Something takes its time; always with words."""

    text: Phrase
    share: float | None = None
    """0 to 1, or None while it is not known."""


class Notice(msgspec.Struct, frozen=True, tag="notice"):
    """News the customer must not miss: shown as a banner and announced."""

    text: Phrase
    kind: Literal["info", "good", "warning", "error"] = "info"
    next_step: Phrase = NOTHING
    action: Action | None = None


class Option(msgspec.Struct, frozen=True):
    """One value of a setting."""

    key: str
    label: Phrase
    selected: bool = False


class Options(msgspec.Struct, frozen=True, tag="options"):
    """A setting: its name and its values side by side, exactly one in force."""

    label: Phrase
    options: tuple[Option, ...]


class ChartPart(msgspec.Struct, frozen=True):
    """One part of a chart: also one row of its table."""

    label: Phrase
    value: Phrase
    share: float | None = None
    """How much of the whole, or how long beside the longest, 0 to 1; None while amounts are hidden."""
    other: float | None = None
    """A second bar beside the first, such as money out beside money in."""


class ChartMark(msgspec.Struct, frozen=True):
    """A line across the bars, such as a limit: with its words, and also a row of the table."""

    label: Phrase
    value: Phrase
    at: float | None
    """0 to 1; None while amounts are hidden."""


ChartKind = Literal["ring", "bars", "portrait", "limit", "lasting", "goal", "people"]
"""Shares of a whole · lengths side by side · five axes · lengths against a limit · a time against the time wanted ·
how far a goal is · so many of a hundred people or years."""


class Chart(msgspec.Struct, frozen=True, tag="chart"):
    """A picture of numbers, always with its sentence and with every number in words beside it. It never moves."""

    kind: ChartKind
    title: Phrase
    sentence: Phrase
    """What the picture tells, for who does not see it."""
    parts: tuple[ChartPart, ...]
    marks: tuple[ChartMark, ...] = ()
    series: tuple[Phrase, ...] = ()
    """Names of the first and the second bar, where parts have two."""

    @property
    def table(self) -> tuple[tuple[Phrase, Phrase], ...]:
        """Its numbers in words: label and value of each part, then of each mark."""
        parts = tuple((part.label, part.value) for part in self.parts)
        return (*parts, *((mark.label, mark.value) for mark in self.marks))

    @property
    def hidden(self) -> bool:
        """Whether its shapes are hidden with the amounts."""
        return bool(self.parts) and all(part.share is None for part in self.parts)


Block = Paragraph | Fact | Rows | Choices | Finding | Keypad | Field | Progress | Notice | Options | Chart


class Screen(msgspec.Struct, frozen=True):
    """Everything about one page: what is seen, heard, reached by key, printed and promised."""

    key: str
    """Stable name, such as "balances.account": names pictures, tests and help tickets."""
    lang: str
    """The language of its words: zh_CN, zh_TW or en."""
    mode: str
    """The mode it was made for: elder, youth, standard, staff."""
    heading: Phrase
    quiet: Phrase = NOTHING
    """One quiet line under the heading."""
    step: Phrase = NOTHING
    """Where in a flow this is, such as "step 2 of 4" (STANDARDS.md CN-22)."""
    blocks: tuple[Block, ...] = ()
    actions: tuple[Action, ...] = ()
    """The frame: back, home, repeat, hide, help …, the same places on every screen (WC-21)."""
    lead_in: Phrase = NOTHING
    """Said before the heading when the screen opens, such as what just happened; also shown as caption."""
    guide: Phrase = NOTHING
    """Said last: what can be done here, such as "to see your balance, press the large tile on the left"."""
    focus: str = ""
    """Key of the control that has the focus at first; empty for the first one in reading order."""
    alert: Notice | None = None
    """News to be seen from across the room, such as that somebody comes: a band over the top of the page, until its
    action is chosen or some seconds have passed. The same is said, and stays on the page as a Notice (EN-17)."""
    picture: str = ""
    """Name of an illustration in assets/illustrations that stands beside the words where there is room for it; it says
    nothing that they do not."""
    hides: bool = False
    """True while amounts are hidden on it."""
    pointed: str = ""
    """Key of the control that staff point at, by her leave: a large arrow shows it. Said as well."""
    live: bool = False
    """True when it may change by itself, such as a place in a queue: changes are announced, focus stays."""


def with_frame(screen: Screen, actions: tuple[Action, ...]) -> Screen:
    """The screen with the fixed frame of actions around it."""
    return msgspec.structs.replace(screen, actions=actions)
