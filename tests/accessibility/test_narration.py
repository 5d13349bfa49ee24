"""What is said of every kind of block, and of every kind of control."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from accessibility.control_words import control_lines
from accessibility.masking import masked
from accessibility.narration import Line, block_lines, narration
from accessibility.phrase import Phrase
from accessibility.role_words import RoleWords
from accessibility.screen import (
    Action,
    Block,
    Chart,
    ChartMark,
    ChartPart,
    Choices,
    Fact,
    Field,
    Finding,
    Keypad,
    Notice,
    Option,
    Options,
    Paragraph,
    Progress,
    Row,
    Rows,
    Screen,
    Tile,
)

ROLES = RoleWords("button", "chosen", "not chosen", "not available now", "on", "off", "type here", "number key")
AMOUNT = Phrase("12,345.60", "twelve thousand", private=True, discreet="shown on the screen")
MORE = Action("more", Phrase("More"))
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SIZES = (Option("size:1", Phrase("large"), selected=True), Option("size:2", Phrase("huge")))
SAVE = Phrase("Save.")

SAVED = ChartPart(Phrase("Saved"), Phrase("200 yuan", private=True), 0.5)
AIM = ChartMark(Phrase("Goal"), Phrase(""), 1)

BLOCKS: dict[type, tuple[Block, list[str], list[str]]] = {
    Paragraph: (Paragraph(Phrase("Good morning.")), ["Good morning."], ["Good morning."]),
    Fact: (
        Fact(Phrase("Balance:"), AMOUNT, Phrase("twelve", private=True, discreet="on the screen"), Phrase("Today.")),
        ["Balance, twelve", "Today."],
        ["Balance, on the screen", "Today."],
    ),
    Rows: (
        Rows(
            (Row(Phrase("Pension"), Phrase("money in"), AMOUNT, "in", action="tx:1"), Row(Phrase("Rent"))),
            heading=Phrase("November"),
            earlier=Action("earlier", Phrase("Earlier")),
            position=Phrase("2 of 4"),
        ),
        ["November, 2 of 4", "Pension, money in, twelve thousand", "Rent"],
        ["November, 2 of 4", "Pension, money in, shown on the screen", "Rent"],
    ),
    Choices: (
        Choices(
            (
                Tile("a", Phrase("Balances"), Phrase("See your money.")),
                Tile("lang:zh_CN", Phrase("简体中文", lang="zh_CN"), selected=True),
            ),
            heading=Phrase("What would you like?"),
        ),
        ["What would you like?", "Balances, See your money.", "简体中文", "chosen"],
        ["What would you like?", "Balances, See your money.", "简体中文", "chosen"],
    ),
    Finding: (
        Finding("watch", Phrase("Watch"), Phrase("Emergency money"), Phrase("It lasts two months."), SAVE, MORE),
        ["Emergency money, Watch", "It lasts two months.", "Save."],
        ["Emergency money, Watch", "It lasts two months.", "Save."],
    ),
    Keypad: (
        Keypad("pin", Phrase("Your PIN"), Action("enter", Phrase("Go on")), error=Phrase("That was not right.")),
        ["Your PIN, That was not right."],
        ["Your PIN, That was not right."],
    ),
    Field: (Field("search", Phrase("Search"), hint=Phrase("A name.")), ["Search, A name."], ["Search, A name."]),
    Progress: (Progress(Phrase("One moment."), 0.5), ["One moment."], ["One moment."]),
    Notice: (Notice(Phrase("The bank is away."), "error", Phrase("Try again."), MORE),
             ["The bank is away.", "Try again."], ["The bank is away.", "Try again."]),
    Options: (
        Options(Phrase("Text size"), SIZES),
        ["Text size, large, chosen"],
        ["Text size, large, chosen"],
    ),
    Chart: (
        Chart("goal", Phrase("A bicycle"), Phrase("Half is saved."), (SAVED,), (AIM,)),
        ["A bicycle", "Half is saved.", "Saved, 200 yuan", "Goal"],
        ["A bicycle", "Half is saved.", "", "Goal"],
    ),
}  # fmt: skip


def screen(*blocks: Block, **more: object) -> Screen:
    return Screen("test.page", "en", "elder", Phrase("Your money"), blocks=blocks, **more)  # type: ignore[arg-type]


def said(lines: tuple[Line, ...], *, consent: bool = True) -> list[str]:
    return [line.words(consent=consent) for line in lines]


def test_every_kind_of_block_is_here() -> None:
    assert set(BLOCKS) == set(get_args(Block))


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_is_said_in_full_and_discreetly(kind: type) -> None:
    block, full, discreet = BLOCKS[kind]
    lines = block_lines(block, "en", ROLES)
    assert said(lines) == full
    assert said(lines, consent=False) == discreet


def test_the_order_of_a_page() -> None:
    page = screen(
        Paragraph(Phrase("The text.")),
        lead_in=Phrase("You are signed in."),
        step=Phrase("step 2 of 4"),
        quiet=Phrase("Today."),
        guide=Phrase("Press the left tile."),
    )
    expected = ["You are signed in.", "Your money, step 2 of 4", "Today.", "The text.", "Press the left tile."]
    assert said(narration(page, ROLES)) == expected
    assert said(narration(page, ROLES, guide=False)) == expected[:-1]


def test_hints_are_for_those_who_are_guided() -> None:
    choices = BLOCKS[Choices][0]
    assert "Balances" in said(block_lines(choices, "en", ROLES, hints=False))


def test_a_long_menu_is_not_read_to_its_end() -> None:
    menu = Choices(tuple(Tile(f"{number}", Phrase(f"Tile {number}")) for number in range(9)))
    assert said(block_lines(menu, "en", ROLES))[-1] == "Tile 5"


def test_an_empty_list_says_so() -> None:
    assert said(block_lines(Rows((), empty=Phrase("Nothing this month.")), "en", ROLES)) == ["Nothing this month."]


def test_each_line_has_its_own_language() -> None:
    lines = block_lines(BLOCKS[Choices][0], "en", ROLES)
    assert [line.lang for line in lines] == ["en", "en", "zh_CN", "en"]


def test_chinese_is_joined_with_chinese_commas() -> None:
    (line,) = block_lines(Fact(Phrase("可用余额："), Phrase("1", "一元")), "zh_CN", ROLES)
    assert line.said == "可用余额，一元"


def test_what_stands_twice_is_said_once() -> None:
    (line,) = block_lines(Fact(Phrase("Fixed deposit"), Phrase("Fixed deposit")), "en", ROLES)
    assert line.said == "Fixed deposit"


def test_a_private_value_without_discreet_words_is_left_out_aloud() -> None:
    (line,) = block_lines(Fact(Phrase("Card"), Phrase("6222", private=True)), "en", ROLES)
    assert (line.words(consent=False), line.private) == ("Card", True)
    assert block_lines(Paragraph(Phrase("Mrs Wang", private=True)), "en", ROLES)[0].words(consent=False) == ""


def test_hidden_amounts_are_not_said_with_consent_either() -> None:
    covered = masked(screen(*(block for block, _, _ in BLOCKS.values())))
    words = " ".join(said(narration(covered, ROLES), consent=True))
    assert "twelve" not in words
    assert "shown on the screen" in words


def test_errors_and_warnings_are_pressing() -> None:
    pressing = {
        kind for kind, (block, _, _) in BLOCKS.items() if any(x.pressing for x in block_lines(block, "en", ROLES))
    }
    assert pressing == {Keypad, Notice}


FRAME = (
    Action("back", Phrase("Back"), place="back"),
    Action("hide", Phrase("Hide amounts"), place="hide", pressed=True),
    Action("louder", Phrase("Louder"), place="louder", enabled=False),
)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("back", ["Back, button"]),
        ("hide", ["Hide amounts, button, on"]),
        ("louder", ["Louder, button, not available now"]),
        ("a", ["Balances, See your money., button"]),
        ("lang:zh_CN", ["简体中文", "chosen, button"]),
        ("size:2", ["Text size, huge, not chosen"]),
        ("tx:1", ["Pension, money in, twelve thousand, button"]),
        ("row:2:1", ["Rent"]),
        ("earlier", ["Earlier, button"]),
        ("more", ["More, button"]),
        ("enter", ["Go on, button"]),
        ("search", ["Search, A name., type here"]),
        ("block:1", ["Balance, twelve", "Today."]),
        ("keypad:pin", ["Your PIN, That was not right."]),
        ("keypad:7", ["number key"]),
        ("heading", ["Your money"]),
        ("block:99", []),
        ("block:x", []),
        ("nothing", []),
    ],
)
def test_a_control_says_its_name_and_how_it_stands(key: str, words: list[str]) -> None:
    page = screen(*(block for block, _, _ in BLOCKS.values()), actions=FRAME)
    expected = [word.replace("money., ", "money, ").replace("name., ", "name, ") for word in words]
    assert said(control_lines(page, key, ROLES)) == expected


def test_above_the_content_she_hears_where_she_is() -> None:
    page = screen(step=Phrase("Step 1 of 2", "step one of two"), quiet=Phrase("ending 6222", private=True))
    assert said(control_lines(page, "heading", ROLES), consent=False) == ["Your money, step one of two", ""]


def pads(lesson: str = "") -> list[Keypad]:
    """A PIN's and a card's."""
    names = tuple(Phrase(str(digit), name) for digit, name in enumerate(DIGITS))
    places = tuple(Phrase(f"place {number}") for number in range(12))
    words = {"clear": Phrase("Clear"), "correct": Phrase("Correct"), "digit_names": names, "places": places}
    pin = Keypad("pin", Phrase("Your PIN"), MORE, lesson=Phrase(lesson), **words)  # type: ignore[arg-type]
    return [pin, msgspec.structs.replace(pin, field="card", label=Phrase("Card"), secret=False)]


def test_on_the_loudspeaker_every_digit_key_sounds_the_same() -> None:
    """Moving to a key and pressing Enter would tell the lobby the PIN, or the card's number (EN-06, EN-07)."""
    for pad in pads():
        heard = {tuple(said(control_lines(screen(pad), f"keypad:{digit}", ROLES))) for digit in range(10)}
        assert heard == {("number key",)}
        assert said(control_lines(screen(pad), "keypad:clear", ROLES)) == ["Clear, button"]


def test_in_the_headset_a_digit_key_says_its_digit_and_nobody_else_hears_it() -> None:
    for pad in pads():
        for digit, name in enumerate(DIGITS):
            (line,) = control_lines(screen(pad), f"keypad:{digit}", ROLES, headset=True)
            assert (line.words(consent=True), line.words(consent=False)) == (name, "number key")
            assert line.private


def test_while_learning_every_key_says_its_name_and_place_to_everybody() -> None:
    for pad in pads("Nothing is typed."):
        page = screen(pad)
        for digit, name in enumerate(DIGITS):
            assert said(control_lines(page, f"keypad:{digit}", ROLES)) == [f"{name}, place {digit}"]
        assert said(control_lines(page, "keypad:clear", ROLES)) == ["Clear, place 10"]
        assert said(control_lines(page, "keypad:correct", ROLES)) == ["Correct, place 11"]
        assert said(block_lines(pad, "en", ROLES)) == [pad.label.shown, "Nothing is typed."]


def test_private_lines_stay_out_of_reprs() -> None:
    assert "twelve" not in repr(block_lines(BLOCKS[Fact][0], "en", ROLES))
