"""Which journeys there are, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.journeys.adopt import Adopt
from kiosk.journeys.balances import Balances
from kiosk.journeys.checkup import Checkup
from kiosk.journeys.choosing import ChooseLanguage, ChooseMode
from kiosk.journeys.family import Family
from kiosk.journeys.goals import Goals
from kiosk.journeys.help import Help
from kiosk.journeys.home import HomePage
from kiosk.journeys.journey import Journey
from kiosk.journeys.my_orders import MyOrders
from kiosk.journeys.questionnaire import Questionnaire
from kiosk.journeys.seeing_hearing import SeeingHearing
from kiosk.journeys.sign_in import SignIn
from kiosk.journeys.surroundings import Surroundings
from kiosk.journeys.take_home import TakeHome
from kiosk.journeys.welcome import Welcome
from kiosk.journeys.well_being import WellBeing

JOURNEYS: Mapping[str, Callable[[Surroundings, str], Journey]] = {
    "welcome": Welcome,
    "language": ChooseLanguage,
    "mode": ChooseMode,
    "sign_in": SignIn,
    "home": HomePage,
    "balances": Balances,
    "checkup": Checkup,
    "questionnaire": Questionnaire,
    "well_being": WellBeing,
    "goals": Goals,
    "adopt": Adopt,
    "orders": MyOrders,
    "help": Help,
    "seeing_hearing": SeeingHearing,
    "take_home": TakeHome,
    "family": Family,
}


def open_journey(name: str, around: Surroundings, argument: str = "") -> Journey:
    """A journey that has not been entered yet. Raises KeyError for a name that is not here."""
    return JOURNEYS[name](around, argument)
