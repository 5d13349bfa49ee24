"""What a key, a finger, a switch or a resting pointer means, at the edges of each rule."""

from __future__ import annotations

import pytest

from accessibility.reaching.band import Standing, low_band
from accessibility.reaching.exploring import Exploring
from accessibility.reaching.fingers import Contact, Fingers, Leaps
from accessibility.reaching.hold import HOLDS, STEPS, long_enough, steps_done
from accessibility.reaching.number_keys import FACES, Reader, Where, move
from accessibility.reaching.resting import Resting
from accessibility.reaching.scanning import FEW, LAPS, LAPS_IN_ROW, Scanning

# The number keys


@pytest.mark.parametrize(
    ("face", "means"),
    [("2", "up"), ("8", "down"), ("4", "left"), ("6", "right"), ("5", "choose"), ("#", "next"), ("*", "back"),
     ("0", "again"), ("1", "how"), ("3", "how"), ("7", "how"), ("9", "how")],
)  # fmt: skip
def test_digits_steer_where_nothing_is_typed(face: str, means: str) -> None:
    assert move(face, Where()) == means


def test_a_computers_keypad_has_8_over_5() -> None:
    assert move("8", Where(), computer=True) == "up"
    assert move("2", Where(), computer=True) == "down"
    assert move("5", Where(), computer=True) == "choose"


def test_in_a_number_field_digits_type_and_nobody_is_held() -> None:
    empty, some, full = Where(types=True), Where(types=True, typed=3), Where(types=True, typed=6, complete=True)
    assert {move(digit, some) for digit in "0123456789"} == {"type"}
    assert [move("#", where) for where in (empty, some, full)] == ["next", "next", "hand_on"]
    assert [move("*", where) for where in (empty, some, full)] == ["back", "correct", "correct"]


def test_any_key_stays_any_key_but_for_the_one_that_goes_on() -> None:
    means = {face: move(face, Where(any_key=True)) for face in FACES}
    assert means.pop("#") == "next"
    assert set(means.values()) == {"any"}


def test_a_card_reader_is_no_hand() -> None:
    reader = Reader()
    assert not reader.typed("5", 1.0)
    assert reader.typed("6", 1.049)
    assert not reader.typed("6", 1.10)
    assert reader.typed(";", 5.0)
    assert reader.typed("4", 6.0), "of a card, however slow"
    assert reader.typed("?", 7.0)
    assert not reader.typed("4", 8.0)


# Holding


@pytest.mark.parametrize("hold", [0.3, 0.6, 1.0])
def test_a_press_counts_from_its_length_on(hold: float) -> None:
    assert hold in HOLDS.values()
    assert not long_enough(10.0, 10.0 + hold - 0.01, hold)
    assert long_enough(10.0, 10.0 + hold + 0.001, hold)


def test_without_a_length_any_press_counts() -> None:
    assert long_enough(10.0, 10.0, HOLDS["off"])


def test_the_ring_counts_in_steps() -> None:
    filled = [steps_done(0.0, now / 100, 1.0) for now in (0, 24, 25, 49, 50, 75, 99, 100, 400)]
    assert filled == [0, 0, 1, 1, 2, 3, 3, STEPS, STEPS]
    assert steps_done(0.0, 0.0, 0.0) == STEPS


# Press to hear, then press to do


def test_the_first_press_tells_and_the_second_does() -> None:
    finger = Exploring(0.5)
    assert finger.press("help", 0.0) == "hear"
    finger.lift(0.1)
    assert finger.press("help", 0.59) == "nothing", "0.49 s: a trembling hand's"
    finger.lift(0.6)
    assert finger.press("help", 1.11) == "do", "0.51 s"


def test_what_lies_elsewhere_or_on_another_page_is_heard_first() -> None:
    finger = Exploring(0.5)
    finger.press("help", 0.0)
    finger.lift(0.1)
    assert finger.press("back", 2.0) == "hear"
    finger.lift(2.1)
    finger.forget()
    assert finger.press("back", 4.0) == "hear"


def test_a_finger_that_slides_hears_each_thing_once() -> None:
    finger = Exploring(0.5)
    finger.press("a", 0.0)
    assert [finger.slide(key) for key in ("a", "b", "b", "", "a")] == [False, True, False, True, True]
    finger.lift(1.0)
    assert finger.press("a", 2.0) == "do", "what it heard last"


# Resting


def test_a_pointer_chooses_once_when_it_has_rested_long_enough() -> None:
    pointer = Resting(1.5)
    assert pointer.over("help", 0.0)
    assert pointer.due(1.49) == ""
    assert pointer.due(1.51) == "help"
    assert pointer.due(9.0) == "", "it must leave first"
    assert not pointer.over("help", 10.0)
    pointer.over("", 10.1)
    pointer.over("help", 10.2)
    assert pointer.due(11.8) == "help"


def test_a_page_that_turns_under_the_pointer_is_not_chosen_from() -> None:
    pointer = Resting(1.0)
    pointer.over("back", 0.0)
    pointer.turned(0.5)
    assert pointer.due(5.0) == ""
    assert not pointer.counts


# Switches


def rows(*sizes: int) -> list[list[str]]:
    return [[f"{row}.{at}" for at in range(size)] for row, size in enumerate(sizes)]


def test_few_choices_are_offered_one_by_one() -> None:
    scan = Scanning()
    scan.begin(rows(FEW - 2, 2))
    seen = []
    for _ in range(FEW):
        seen.append(scan.offered)
        scan.go_on()
    assert seen == [("0.0",), ("0.1",), ("0.2",), ("0.3",), ("1.0",), ("1.1",)]
    assert scan.offered == ("0.0",), "round again"


def test_many_choices_are_offered_in_rows() -> None:
    scan = Scanning()
    scan.begin(rows(1, 5, 5))
    scan.go_on()
    assert len(scan.offered) == 5
    assert scan.take() == ""
    scan.go_on()
    assert scan.offered == ("1.1",)
    assert scan.take() == "1.1"


def test_nobody_is_held_in_a_row() -> None:
    scan = Scanning()
    scan.begin(rows(4, 4))
    scan.take()
    for _ in range(4 * LAPS_IN_ROW):
        assert len(scan.offered) == 1
        scan.go_on()
    assert len(scan.offered) == 4


def test_after_some_laps_it_waits_for_the_switch() -> None:
    scan = Scanning()
    scan.begin(rows(3, 4))
    for _ in range(2 * LAPS):
        assert scan.offered
        scan.go_on()
    assert scan.offered == ()
    scan.go_on()
    assert scan.offered == ()
    assert scan.take() == "", "the switch only wakes it"
    assert len(scan.offered) == 3


def test_a_page_with_nothing_to_choose_offers_nothing() -> None:
    scan = Scanning()
    scan.begin([])
    scan.go_on()
    assert scan.take() == ""
    assert scan.offered == ()


# The glass


def down(at: int, x: float = 100.0, width: float = 0.0, *, control: bool = True) -> Contact:
    return Contact(at, "down", x, 100.0, width, control)


def up(at: int, x: float = 100.0, width: float = 0.0) -> Contact:
    return Contact(at, "up", x, 100.0, width)


def deeds(fingers: Fingers, now: float, *contacts: Contact) -> list[str]:
    return [deed for deed, _ in fingers.touched(contacts, now)]


def test_one_finger_presses_moves_and_lifts() -> None:
    glass = Fingers()
    assert deeds(glass, 0.0, down(1)) == ["press"]
    assert deeds(glass, 0.2, Contact(1, "move", 101.0, 100.0)) == ["move"]
    assert deeds(glass, 3.0, up(1)) == ["lift"]


@pytest.mark.parametrize(("width", "found"), [(18.0, ["press"]), (23.9, ["press"]), (24.0, []), (60.0, [])])
def test_a_palm_is_no_finger(width: float, found: list[str]) -> None:
    assert deeds(Fingers(), 0.0, down(1, width=width)) == found


def test_a_finger_that_becomes_a_palm_is_called_off() -> None:
    glass = Fingers()
    deeds(glass, 0.0, down(1, width=10))
    assert deeds(glass, 0.1, Contact(1, "move", 100.0, 100.0, 30.0)) == ["cancel"]
    assert deeds(glass, 0.2, up(1)) == []
    assert deeds(glass, 1.0, down(2)) == ["press"]


def test_several_points_at_once_are_a_hand_that_fell_on_the_glass() -> None:
    glass = Fingers()
    assert deeds(glass, 0.0, down(1)) == ["press"]
    assert deeds(glass, 0.09, down(2, 180.0)) == ["cancel"]
    assert deeds(glass, 0.3, down(3, 250.0)) == [], "until all of it is gone"
    assert deeds(glass, 0.5, up(1), up(2), up(3)) == []
    assert deeds(glass, 0.6, down(4)) == ["press"]


def test_a_second_finger_later_does_not_disturb_the_first() -> None:
    glass = Fingers()
    deeds(glass, 0.0, down(1))
    assert deeds(glass, 0.11, down(2, 180.0)) == []
    assert deeds(glass, 0.4, up(2, 180.0)) == []
    assert deeds(glass, 0.5, up(1)) == ["lift"]


def test_a_hand_that_rests_on_the_edge_lets_the_other_press() -> None:
    glass = Fingers()
    assert deeds(glass, 0.0, down(1, control=False)) == ["press"]
    assert deeds(glass, 2.0, down(2, 180.0)) == ["cancel", "press"]
    assert deeds(glass, 2.2, up(2, 180.0)) == ["lift"]


def test_a_touch_that_leaps_across_the_screen_is_no_finger() -> None:
    glass = Leaps()
    assert not glass.leaps(10, 10, 0.0)
    assert glass.leaps(60, 10, 0.09)
    assert not glass.leaps(100, 10, 0.3)
    assert not glass.leaps(105, 10, 0.35), "a tremor stays near"


# Height


def test_controls_come_down_to_where_an_arm_reaches() -> None:
    tall = low_band(Standing(700, 708))
    assert tall is not None
    top, foot = 700 + 708 * (1 - tall.top), 700 + 708 * (1 - tall.bottom)
    assert (round(top), round(foot)) == (1100, 800)


@pytest.mark.parametrize("standing", [None, Standing(800, 300), Standing(1000, 400), Standing(100, 400)])
def test_a_screen_that_is_low_already_or_out_of_reach_stays_as_it_is(standing: Standing | None) -> None:
    assert low_band(standing) is None
