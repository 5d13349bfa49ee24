"""What the audio server says of its sinks, and whether one of them is a headset. Pure functions of its JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from accessibility.speech.jack.jack import JackState

WORN = frozenset({"headset", "headphone", "hands-free", "handset"})
"""Form factors (`device.form_factor`) of what one person alone hears."""
WORN_PORTS = frozenset({"headphones", "headset", "handset", "earpiece"})
"""Types of ports with the same meaning."""
PLUGGED, UNPLUGGED = "available", "not available"


class Port(msgspec.Struct, frozen=True):
    """One way out of a sink, such as the headphones' jack beside the loudspeaker."""

    name: str
    type: str = ""
    availability: str = ""
    """"available", "not available", or "availability unknown" where the jack has no switch."""

    @property
    def worn(self) -> bool:
        """True for headphones and their like."""
        return self.type.lower() in WORN_PORTS or "headphone" in self.name or "headset" in self.name

    @property
    def sensed(self) -> bool:
        """True when the machine notices what is plugged in there."""
        return self.availability in (PLUGGED, UNPLUGGED)


class Sink(msgspec.Struct, frozen=True):
    """Somewhere sound can go."""

    index: int
    name: str
    active_port: str | None = None
    ports: tuple[Port, ...] = ()
    properties: dict[str, Any] = {}

    @property
    def port(self) -> Port | None:
        """The port in use."""
        return next((port for port in self.ports if port.name == self.active_port), None)

    @property
    def is_headset(self) -> bool:
        """True when only the customer hears what goes here: a headset by its make, or headphones known to be in."""
        port = self.port
        if port and port.worn:
            return port.availability == PLUGGED
        return self.properties.get("device.form_factor") in WORN and not (port and port.availability == UNPLUGGED)


def read_sinks(answer: bytes) -> tuple[Sink, ...]:
    """The sinks in an answer of `pactl -f json list sinks`. Raises msgspec.DecodeError."""
    return msgspec.json.decode(answer, type=tuple[Sink, ...])


def headset_state(sinks: Sequence[Sink], default: str, *, seen_before: bool = False) -> JackState:
    """Whether the sink that sound goes to is a headset.

    Without one the answer is "out" only where a headset would have been noticed: a jack with a switch, or a machine
    on which one was `seen_before`.
    """
    if any(sink.name == default and sink.is_headset for sink in sinks):
        return "in"
    would_notice = seen_before or any(port.worn and port.sensed for sink in sinks for port in sink.ports)
    return "out" if would_notice else "unknown"
