"""The headset: whether one is plugged in, told by the platform's audio server where it can tell."""
