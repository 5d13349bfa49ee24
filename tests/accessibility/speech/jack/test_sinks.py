"""What the server says is understood: a headset, headphones in their jack, and what cannot be known."""

from __future__ import annotations

import json

import pytest

from accessibility.speech.jack.choice import choose_jack
from accessibility.speech.jack.sinks import headset_state, read_sinks


def sinks(*found: dict[str, object]) -> bytes:
    return json.dumps([{"index": at, "name": f"s{at}", **sink} for at, sink in enumerate(found)]).encode()


def card(headphones: str, active: str = "analog-output-headphones") -> dict[str, object]:
    """A laptop's own sound, as PulseAudio 16 tells it."""
    speaker = {"name": "analog-output-speaker", "type": "Speaker", "availability": "availability unknown"}
    phones = {"name": "analog-output-headphones", "type": "Headphones", "availability": headphones}
    return {
        "ports": [speaker, phones],
        "active_port": active,
        "properties": {"device.form_factor": "internal", "device.bus": "pci"},
    }


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (card("available"), "in"),
        (card("not available", "analog-output-speaker"), "out"),
        (card("available", "analog-output-speaker"), "out"),
        (card("availability unknown"), "unknown"),
        (
            {"ports": [], "active_port": None, "properties": {"device.form_factor": "headset", "device.bus": "usb"}},
            "in",
        ),
        ({"properties": {"device.form_factor": "headphone", "device.bus": "bluetooth"}}, "in"),
        ({"properties": {"device.form_factor": "speaker", "device.bus": "usb"}}, "unknown"),
        ({"properties": {}}, "unknown"),
        (
            {
                "ports": [{"name": "headset-output", "type": "Headset", "availability": "not available"}],
                "active_port": "headset-output",
                "properties": {"device.form_factor": "headset"},
            },
            "out",
        ),
    ],
)
def test_only_a_headset_that_is_surely_in_counts(found: dict[str, object], state: str) -> None:
    assert headset_state(read_sinks(sinks(found)), "s0") == state


def test_a_headset_that_sound_does_not_go_to_is_none() -> None:
    found = read_sinks(sinks({}, {"properties": {"device.form_factor": "headset"}}))
    assert headset_state(found, "s0") == "unknown"
    assert headset_state(found, "s1") == "in"


def test_where_a_headset_was_noticed_once_its_absence_is_known() -> None:
    assert headset_state(read_sinks(sinks({})), "s0", seen_before=True) == "out"


async def test_the_operator_decides_whether_the_jack_is_trusted() -> None:
    for wanted, state in (("none", "unknown"), ("always", "in")):
        jack = choose_jack(wanted)
        await jack.start()
        assert jack.state == state
        await jack.aclose()
