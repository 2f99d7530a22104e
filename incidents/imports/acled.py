"""The profile `acled`: the published column names and precision codes of ACLED (Armed Conflict Location & Event Data, codebook 2023 and later).

ACLED records conflict, not airspace: only sub-event types with a counterpart here are taken, and each is marked to be looked at. The terms of use of
ACLED apply to its data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

import pandas as pd

from incidents.errors import PackageError, Problem
from incidents.imports.convert import shift
from incidents.imports.generic import Shaped
from incidents.imports.iso_numeric import ALPHA_3
from incidents.imports.options import Options
from incidents.imports.raw import Raw
from incidents.tables import EVENTS

NEEDED = (
    "event_id_cnty",
    "event_date",
    "time_precision",
    "sub_event_type",
    "actor1",
    "iso",
    "latitude",
    "longitude",
    "geo_precision",
)
TAKEN = (*NEEDED, "event_type", "country", "location", "source", "notes", "fatalities")
TYPES = {
    "Air/drone strike": "drone_incursion",
    "Disrupted weapons use": "shoot_down",
    "Shelling/artillery/missile attack": "missile_overflight",
}
CLASSES = {"drone_incursion": "uav", "shoot_down": "unknown", "missile_overflight": "missile"}
# 1: a particular place, 2: near it or part of a region, 3: a larger region. The radii are our reading.
PLACES = {"1": ("5000", "named_place"), "2": ("30000", "named_place"), "3": ("100000", "region_centroid")}
ACTORS = {"Russia": "RUS", "Belarus": "BLR", "Ukraine": "UKR", "Poland": "POL", "Romania": "ROU", "Moldova": "MDA", "Lithuania": "LTU", "Latvia": "LVA",
          "Estonia": "EST", "Finland": "FIN", "Norway": "NOR", "Sweden": "SWE", "Denmark": "DNK", "Germany": "DEU", "Turkey": "TUR", "Bulgaria": "BGR",
          "Hungary": "HUN", "Slovakia": "SVK", "Georgia": "GEO"}  # fmt: skip
_FORCES = re.compile(r"(?:Military|Police|Government|State) (?:Forces )?of ([A-Z][a-z]+)\b")


def _date(value: str) -> str:
    """Return ``10 September 2025``, as ACLED's export writes it, in ISO 8601; anything else as it is."""
    try:
        return datetime.strptime(value, "%d %B %Y").date().isoformat()
    except ValueError:
        return value


def _times(day: str, precision: str) -> tuple[str, str, str]:
    """Return start, end and precision: 1 the day, 2 the week around it, 3 the month."""
    try:
        if precision == "2":
            return shift(day, -3), shift(day, 3), "range"
    except ValueError:
        pass
    return day, "", {"1": "day", "3": "month"}.get(precision, "")


def acled(raw: Raw, options: Options, file: str) -> Shaped:
    """Bring rows of ACLED into the columns of events.csv.

    Raises
    ------
    PackageError
        A column of ACLED is missing.
    """
    renamed = {column: name for column, name in options.mapping.items() if name and column in raw.frame}
    given = raw.frame.rename(columns=own_names(raw.frame))
    missing = [
        name
        for name in NEEDED
        if name not in given and not (name == "sub_event_type" and "event_type" in options.fixed)
    ]
    if missing:
        problem = Problem(
            file,
            1,
            None,
            "",
            f"columns of ACLED are missing: {', '.join(missing)}",
            "export them too, or use --profile generic",
        )
        raise PackageError(str(problem), problems=[problem])
    text = {name: _texts(given[name]) if name in given else [""] * len(given) for name in TAKEN}
    rows, problems = [], list(raw.problems)
    for at, row in enumerate(raw.rows.tolist()):
        cells = {name: values[at] for name, values in text.items()}
        record, found = _record(cells, options, file, row)
        problems += found
        rows.append(record)
    frame = pd.DataFrame({name: pd.Series([record[name] for record in rows], dtype="str") for name in EVENTS.by_name})
    for column, name in renamed.items():
        frame[name] = pd.Series(_texts(raw.frame[column]), dtype="str")
    for name, value in options.fixed.items():
        frame[name] = pd.Series([value] * len(frame), dtype="str")
    taken = [column for column, name in zip(raw.frame, given, strict=True) if name in TAKEN]
    mapping = dict.fromkeys(taken, "see profile acled") | renamed
    assumed = {"status": "reported", "resolution": "unresolved", "outcome": "unknown", "airspace_claim": "none"}
    changed = {"start": sum(new != old for new, old in zip(frame["start"], text["event_date"], strict=True))}
    return Shaped(frame, mapping, assumed, [name for name in raw.frame if name not in mapping], problems, changed)


def own_names(header: Iterable[str]) -> dict[str, str]:
    """Return column -> name of ACLED for the columns that only capitals tell from it: its exports until 2023 have EVENT_DATE."""
    names = list(header)
    free = [name for name in names if name not in TAKEN and name.lower() in TAKEN and name.lower() not in names]
    return {name: name.lower() for name in free if [other.lower() for other in free].count(name.lower()) == 1}


def _texts(values: pd.Series) -> list[str]:
    if pd.api.types.is_numeric_dtype(values):
        return ["" if value != value else f"{value:.10g}" for value in values.tolist()]
    return values.tolist()


def _record(cells: dict[str, str], options: Options, file: str, row: int) -> tuple[dict[str, str], list[Problem]]:
    problems = []

    def bad(column: str, message: str, way_out: str, severity: str = "error") -> None:
        problems.append(Problem(file, row, column, cells[column], message, way_out, severity))

    kind = TYPES.get(cells["sub_event_type"], "")
    if "event_type" in options.fixed:
        kind = options.fixed["event_type"]
    elif kind:
        bad(
            "sub_event_type",
            f"is read as {kind}",
            "ACLED does not say whether an airspace was entered: look at it",
            "warning",
        )
    else:
        bad(
            "sub_event_type",
            "has no counterpart among airspace events",
            "leave the row out, or give all rows a type: --set event_type=TYPE",
        )
    if cells["time_precision"] not in ("1", "2", "3"):
        bad("time_precision", "is not a precision of ACLED", "write 1 (day), 2 (week) or 3 (month)")
    if cells["geo_precision"] not in PLACES:
        bad("geo_precision", "is not a precision of ACLED", "write 1, 2 or 3")
    code = cells["iso"].zfill(3)
    country = ALPHA_3.get(code, "")
    if not country and "country" not in options.fixed:
        bad("iso", "is not a numeric code of ISO 3166-1", "write it as in 616 for Poland")
    start, end, precision = _times(_date(cells["event_date"]), cells["time_precision"])
    radius, basis = PLACES.get(cells["geo_precision"], ("", ""))
    forces = _FORCES.search(cells["actor1"])
    known = ACTORS.get(forces[1], "UNK") if forces else "UNK"
    more = [f"Actor, as ACLED names it: {cells['actor1']}."] if cells["actor1"] else []
    more += [f"Source, as ACLED names it: {cells['source']}."] if cells["source"] else []
    more += [f"Fatalities: {cells['fatalities']}."] if cells["fatalities"] not in ("", "0") else []
    title = ", ".join(part for part in (cells["sub_event_type"] or kind, cells["location"] or cells["country"]) if part)
    record = dict.fromkeys(EVENTS.by_name, "") | {
        "event_id": "acled-" + re.sub(r"[^a-z0-9]+", "-", cells["event_id_cnty"].lower()).strip("-") if cells["event_id_cnty"] else "",
        "category": "incident", "event_type": kind, "title": title, "summary": " ".join([cells["notes"] or title, *more]),
        "start": start, "end": end, "time_precision": precision, "country": country, "actor": known,
        "place_name": cells["location"] or cells["country"] or "not stated", "longitude": cells["longitude"], "latitude": cells["latitude"],
        "coordinate_uncertainty_m": radius, "georeference_basis": basis, "platform_class": CLASSES.get(kind, "unknown"),
        "outcome": "unknown", "status": "reported", "airspace_claim": "none", "resolution": "unresolved",
    }  # fmt: skip
    return record, problems
