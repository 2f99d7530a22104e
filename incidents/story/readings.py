"""What the record shows beside each reading of the seed's author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from incidents.filter_value import Filter
from incidents.story.statements import ARTICLE_DAY

SINCE = (ARTICLE_DAY + timedelta(days=1), None)


@dataclass(frozen=True)
class Reading:
    """What stands beside a reading.

    Attributes
    ----------
    words : str
        What the records below are; never whether the author is right.
    events : tuple of str
        Ids of events that bear on it.
    query : Filter or None
        Events that bear on it, counted.
    """

    words: str
    events: tuple[str, ...] = ()
    query: Filter | None = None


_MEETING = ("2025-09-25-us-quantico-summons", "2025-09-30-us-quantico-meeting")
_NOT_SAID = "Not supported by what was said at the meeting, which dealt with fitness, standards and military culture."
_LINES = "Supply lines are recorded on their own screen; the record does not tie them to words or postures."

READINGS: Mapping[str, Reading] = {
    "rus-aim-normalise": Reading(
        "Violations and incursions attributed to Russia since the article; their number says nothing of intent.",
        query=Filter(period=SINCE, type=("aircraft_violation", "drone_incursion"), actor=("RUS",)),
    ),
    "rus-pretext": Reading(
        "The statement is recorded, with the denial by another party; no retaliation named as such is.",
        ("2025-09-25-us-lavrov-real-war", "2025-09-27-us-lavrov-unga"),
    ),
    "rus-price-tag": Reading("The ambassador’s words are recorded; their aim is not.", ("2025-09-25-fr-meshkov-war",)),
    "nato-aim-deterrence": Reading(
        "Decisions on force and deployments since the article.",
        ("2025-09-12-be-eastern-sentry", "2025-09-25-be-rutte-if-necessary"),
        Filter(period=SINCE, type=("rules_of_engagement", "deployment")),
    ),
    "nato-clear-proposition": Reading(
        "Statements of that week, and shoot-downs recorded since; read where each took place.",
        ("2025-09-23-be-rutte-case-by-case", "2025-09-25-be-rutte-if-necessary", "2025-09-22-lt-turkish-awacs"),
        Filter(period=SINCE, type=("shoot_down",)),
    ),
    "nato-reaction-time": Reading(
        "Minutes inside and days to an answer stand on the screen “Reaction time”; most incidents have neither.",
        query=Filter(duration=(0, None)),
    ),
    "nato-cheap-interceptors": Reading(
        "One programme of that kind is recorded by name, with deployments since the article.",
        ("2025-11-06-pl-merops",),
        Filter(period=SINCE, type=("deployment",)),
    ),
    "logistics-reality": Reading(_LINES),
    "logistics-posture-depends": Reading(_LINES),
    "usa-posture-chain": Reading(_NOT_SAID, _MEETING),
    "usa-one-voice": Reading(_NOT_SAID, _MEETING),
    "quantico-roe-sync": Reading(_NOT_SAID, _MEETING),
    "quantico-command": Reading(_NOT_SAID, _MEETING),
    "quantico-narrative": Reading(_NOT_SAID, _MEETING),
    "quantico-purge": Reading(
        "Not supported by what was said at the meeting; later removals, if any, are not part of this record.", _MEETING
    ),
}
