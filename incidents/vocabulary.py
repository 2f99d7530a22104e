"""The words that columns may hold, each with a label for people and a definition.

The definitions follow the researched dataset (see seeds/README.md). A `Word` is a string, its label, so that it can be shown as it is;
its definition is in ``.description``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Word(str):
    """A label in plain English with the definition of the word behind it.

    Attributes
    ----------
    label : str
        Short label, the string itself.
    description : str
        One sentence of definition.
    category : str
        For event types the category they belong to, otherwise "".
    """

    __slots__ = ("category", "description")

    def __new__(cls, label: str, description: str, category: str = "") -> Word:
        """Make a label that knows its definition."""
        word = super().__new__(cls, label)
        word.description = description
        word.category = category
        return word

    @property
    def label(self) -> str:
        """The label as a plain string."""
        return str(self)


def _words(**pairs: tuple[str, str]) -> Mapping[str, Word]:
    return MappingProxyType({word: Word(*pair) for word, pair in pairs.items()})


def _types(**categories: dict[str, tuple[str, str]]) -> Mapping[str, Word]:
    return MappingProxyType(
        {word: Word(*pair, category) for category, types in categories.items() for word, pair in types.items()}
    )


_STATUS = _words(
    confirmed=("Confirmed", "Stated by the state concerned and not disputed in substance."),
    disputed=("Disputed", "Another party denies it."),
    reported=("Reported", "Known from the press or from unnamed officials only."),
    retracted=("Retracted", "Withdrawn later by those who had said it."),
)

VOCABULARIES: Mapping[str, Mapping[str, Word]] = MappingProxyType(
    {
        "category": _words(
            incident=("Incident", "Something that happened in, near or to the airspace."),
            response=("Response", "What a state or organisation did about it."),
            statement=("Statement", "What a public person said; nothing moved."),
            posture=("Posture", "How forces or commands were arranged, without a single incident behind it."),
        ),
        "event_type": _types(
            incident={
                "aircraft_violation": (
                    "Airspace violation",
                    "A crewed aircraft is said to have entered national airspace.",
                ),
                "drone_incursion": (
                    "Drone incursion",
                    "An uncrewed aircraft is said to have entered national airspace.",
                ),
                "drone_sighting": (
                    "Drone sighting",
                    "A drone was seen or stated by an authority, often without an object.",
                ),
                "shoot_down": ("Shoot-down", "An aircraft or drone was brought down by fire."),
                "crash_debris": ("Crash or debris", "An aircraft, drone, missile or parts of one fell to the ground."),
                "interception": (
                    "Interception",
                    "Fighters met and identified an aircraft, usually over international waters.",
                ),
                "unsafe_manoeuvre": ("Unsafe manoeuvre", "An approach or pass that one side called dangerous."),
                "airport_closure": ("Airport closure", "An airport stopped traffic for something seen in the air."),
                "gnss_interference": (
                    "Satellite navigation interference",
                    "Jamming or spoofing of satellite navigation.",
                ),
                "balloon_incursion": (
                    "Balloon incursion",
                    "A balloon entered national airspace; the airport may have closed.",
                ),
                "missile_overflight": ("Missile overflight", "A missile crossed national airspace."),
            },
            response={
                "article_4": ("Article 4 consultation", "Consultation under Article 4 of the North Atlantic Treaty."),
                "rules_of_engagement": ("Rules of engagement", "A decision on when force may be used in the air."),
                "deployment": ("Deployment", "Forces or equipment were sent or shown."),
                "policy": ("Policy or measure", "A law, restriction, order or programme."),
                "sanctions": ("Sanctions", "Penalties on persons, firms or states."),
                "diplomatic": ("Diplomatic step", "A summons, letter, protest or council meeting."),
            },
            statement={"statement": ("Statement", "A public statement.")},
            posture={"posture": ("Posture", "An arrangement of forces or commands.")},
        ),
        "status": _STATUS,
        "update_status": _STATUS,
        "flow_status": _STATUS,
        "resolution": _words(
            proven=("Proven", "What the object was and where it came from is established."),
            object_confirmed=("Object confirmed", "There was an object; its origin is not established."),
            unresolved=("Unresolved", "Neither the object nor its origin is established."),
            no_evidence=("No evidence", "An inquiry found no evidence of the object."),
            other_object=("Another object", "It proved to be something else."),
            not_applicable=("Not applicable", "There is no object to establish, as in a statement."),
        ),
        "time_precision": _words(
            minute=("To the minute", "The time is known to the minute."),
            hour=("To the hour", "The time is known to about an hour."),
            day=("To the day", "The day is known."),
            range=("Over a period", "It took place at some time from start to end, or throughout."),
            month=("To the month", "Only the month is known."),
        ),
        "georeference_basis": _words(
            official_map=("Official map", "Read from a map published by an authority."),
            official_statement=("Official statement", "Position or distance stated by an authority."),
            named_place=("Named place", "The place that the sources name."),
            region_centroid=("Middle of a region", "Only a region is known; the point is its middle."),
            country_centroid=("Middle of a country", "Only the country is known; the point stands for it."),
        ),
        "outcome": _words(
            escorted=("Escorted", "Met and accompanied by fighters."),
            shot_down=("Shot down", "Brought down by fire."),
            crashed=("Crashed", "Came down by itself or was found on the ground."),
            left=("Left", "Left the airspace or area."),
            jettisoned=("Jettisoned", "Dropped or discarded its load."),
            airport_closed=("Airport closed", "Traffic at an airport was stopped."),
            none=("None", "No outcome to record."),
            unknown=("Unknown", "The sources do not say."),
        ),
        "airspace_claim": _words(
            national=("National airspace", "The sources place it inside national airspace."),
            international=("International airspace", "The sources place it over international waters."),
            none=("Not stated", "The sources do not say, or it does not apply."),
        ),
        "platform_class": _words(
            fighter=("Fighter", "Fighter aircraft; the Su-24 is classed here in some rows and as bomber in others."),
            bomber=("Bomber", "Bomber aircraft."),
            reconnaissance=("Reconnaissance", "Reconnaissance, patrol or early-warning aircraft."),
            transport=("Transport", "Transport, passenger or tanker aircraft."),
            helicopter=("Helicopter", "Helicopter."),
            uav=("Drone", "Uncrewed aircraft."),
            missile=("Missile", "Missile or rocket."),
            balloon=("Balloon", "Balloon."),
            none=("None", "No platform is involved."),
            unknown=("Unknown", "The sources do not say."),
        ),
        "stance": _words(
            asserts=("says", "States that it happened, or how."),
            denies=("denies", "Denies it or part of it."),
            attributes=("attributes", "Names who is behind it."),
            condemns=("condemns", "Condemns it."),
            threatens=("threatens", "Threatens consequences."),
            announces=("announces", "Announces a step."),
            clarifies=("clarifies", "Adds to or corrects what was said before."),
        ),
        "relation": _words(
            part_of=("part of", "The first event is part of the second."),
            response_to=("response to", "The first event answers the second."),
            same_operation=("same operation as", "Both belong to one operation."),
            follows=("follows", "The first event follows the second, of the same kind or place."),
        ),
        "airspace": _words(
            inside=(
                "Inside national airspace",
                "The whole disc of uncertainty lies in the airspace of the state concerned.",
            ),
            outside=("Outside national airspace", "The whole disc of uncertainty lies outside it."),
            uncertain=("Cannot be told", "The disc of uncertainty crosses the line, or the line is not agreed."),
        ),
        "flow_category": _words(
            ammunition=("Ammunition", "Shells, rockets and the like."),
            missile=("Missiles", "Missiles and launchers."),
            uav=("Drones", "Complete drones."),
            dual_use=("Dual-use goods", "Goods with a civilian and a military use."),
            technology=("Technology", "Licences, experts and know-how."),
            personnel=("People", "Soldiers, workers or volunteers."),
        ),
    }
)

TYPES_OF_CATEGORY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        category: tuple(word for word, label in VOCABULARIES["event_type"].items() if label.category == category)
        for category in VOCABULARIES["category"]
    }
)
