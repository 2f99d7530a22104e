"""What the seed article says, and the records that bear on it: the table of the researched dataset as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from incidents.filter_value import Filter

ARTICLE_DAY = date(2025, 9, 25)
"""Last day that the article tells of; what came since began on the day after."""


@dataclass(frozen=True)
class Statement:
    """One statement of the seed article.

    Attributes
    ----------
    said : str
        The statement, in our own words.
    rows : tuple of str
        Ids of the events, supply lines, readings and scenarios that bear on it.
    found : str
        What other sources say.
    query : Filter or None
        Events that bear on it beside the rows.
    """

    said: str
    rows: tuple[str, ...]
    found: str
    query: Filter | None = None


STATEMENTS = (
    Statement(
        "Russia’s foreign minister: NATO and the EU have declared a “real war” (25 September)",
        ("2025-09-25-us-lavrov-real-war",),
        "Corroborated; said at a meeting of G20 ministers beside the General Assembly.",
    ),
    Statement("It is the “most explicit yet”, a pretext", ("rus-pretext",), "The author’s reading."),
    Statement(
        "NATO can engage intruders “when necessary” (25 September, after the foreign minister)",
        ("2025-09-25-be-rutte-if-necessary", "2025-09-23-be-rutte-case-by-case"),
        "The content is corroborated; that it came after the Russian minister’s words is not.",
    ),
    Statement(
        "European diplomats warned Moscow privately",
        ("2025-09-22-ru-private-warning",),
        "Reported on 25 September; the meeting was earlier that week.",
    ),
    Statement(
        "A Russian diplomat: shooting down an aircraft would mean “war”",
        ("2025-09-25-fr-meshkov-war",),
        "Corroborated; an answer on the radio, not shown to be a rejoinder.",
    ),
    Statement(
        "Three jets in Estonian airspace for 12 minutes; Russia denies it",
        ("2025-09-19-ee-mig31-vaindloo",),
        "Corroborated; Russia denies it.",
    ),
    Statement(
        "Consultations under Article 4",
        ("2025-09-19-ee-art4-request", "2025-09-23-be-nac-article-4"),
        "Corroborated: asked for on the 19th, held on the 23rd.",
    ),
    Statement("Lithuania warns (10 September)", ("2025-09-10-lt-budrys-warning",), "Corroborated."),
    Statement(
        "Lithuania authorises shooting down drones (23 September)",
        ("2025-09-23-lt-shootdown-law",),
        "Corroborated; in force from October, with limits.",
    ),
    Statement(
        "Poland has intercepted drones",
        ("2025-09-09-pl-drone-incursion", "2025-09-22-pl-tusk-shoot-down", "2025-09-22-pl-sikorski-un"),
        "Corroborated; the single finds are recorded as parts of the first event.",
    ),
    Statement(
        "A Turkish early-warning aircraft to Lithuania (22 to 25 September)",
        ("2025-09-22-lt-turkish-awacs",),
        "Corroborated.",
    ),
    Statement(
        "Incidents across Estonia, Denmark and Poland",
        (),
        "Recorded for each of the three; the Danish drones are contested.",
        Filter(period=(date(2025, 9, 1), date(2025, 9, 30)), country=("DNK", "EST", "POL"), category=("incident",)),
    ),
    Statement(
        "Cheap interceptors: drones of 30 000 dollars against missiles of a million",
        ("2025-11-06-pl-merops", "nato-cheap-interceptors"),
        "Corroborated.",
    ),
    Statement(
        "The US president: shoot them down (23 September)",
        ("2025-09-23-us-trump-shoot-down",),
        "Corroborated; US support “depends”.",
    ),
    Statement(
        "The US secretary summons the generals (25 September)",
        ("2025-09-25-us-quantico-summons", "2025-09-30-us-quantico-meeting"),
        "Corroborated; the meeting dealt with fitness, standards and culture.",
    ),
    Statement(
        "Three readings of that meeting, and a purge",
        ("quantico-roe-sync", "quantico-command", "quantico-narrative", "quantico-purge"),
        "The author’s readings; not supported by what was said there.",
    ),
    Statement(
        "North Korean containers and shells; 25 000 troops “in Ukraine”",
        ("prk-rus-munition-containers", "prk-rus-artillery-rounds", "prk-rus-troops", "prk-ukr-troops-25k-seed"),
        "Estimates of munitions agree; the number of troops is contradicted (about 11 000 to 15 000, mostly in the Kursk region).",
    ),
    Statement(
        "Iranian Shahed drones and missile technology",
        ("irn-rus-shahed-technology", "irn-rus-shahed-drones", "irn-rus-fath360"),
        "Their use is corroborated; most production is in Russia now; the Fath-360 is disputed.",
    ),
    Statement(
        "Chinese dual-use goods worth billions; 4 000 to 6 000 fighters",
        (
            "chn-rus-high-priority-goods",
            "chn-rus-kupol-experts",
            "chn-nationals-in-russian-army",
            "chn-ukr-fighters-seed",
        ),
        "The goods are corroborated; the fighters are contradicted (about 155 to 200 individuals).",
    ),
    Statement(
        "Three scenarios to watch",
        ("first-shoot-down", "supply-line-sanctions", "search-and-rescue-pretext"),
        "The author’s expectation; what has been recorded since is counted beside it.",
    ),
    Statement(
        "The reading in four points; minutes, not days",
        (
            "rus-aim-normalise",
            "rus-price-tag",
            "nato-aim-deterrence",
            "nato-clear-proposition",
            "nato-reaction-time",
            "logistics-reality",
            "logistics-posture-depends",
            "usa-posture-chain",
            "usa-one-voice",
        ),
        "The author’s reading.",
    ),
)
