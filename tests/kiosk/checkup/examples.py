"""How many examples a property of the check-up is tried with: a few in the suite, 10,000 by `make property-test`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

WISH = "KIOSK_PROPERTY_EXAMPLES"


def tried(few: int) -> settings:
    """So many, or as many as the environment wishes."""
    return settings(
        max_examples=int(os.environ.get(WISH, few)), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
