"""Read the points of a KML."""

from __future__ import annotations

from typing import Any

from incidents.errors import Problem
from incidents.imports.raw import MOST_PROBLEMS, Columns, Raw
from incidents.imports.source import Source
from incidents.tables import EVENTS


def read_kml(source: Source) -> Raw:
    """Read each placemark: name as title, description as summary, time, point, and its ExtendedData as columns.

    Returns
    -------
    Raw
        ExtendedData comes first: where it has a title, the name is not looked at. Placemarks without a point are problems.

    Raises
    ------
    PackageError
        It is not well-formed, or declares a document type or entities.
    """
    from xml.etree.ElementTree import ParseError  # the error only; parsing is left to defusedxml

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    records, names, problems, given = [], {}, [], 0
    try:
        with source.open() as file:
            depth = 0
            for happened, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
                depth += 1 if happened == "start" else -1
                if depth > 200:
                    source.refuse("is nested too deep", "save it again from the program that made it")
                if happened == "start":
                    continue
                if _name(element) != "Placemark":
                    if _name(element) in ("Folder", "Document"):
                        element.clear()
                    continue
                given += 1
                record, message = _placemark(element)
                element.clear()
                if message:
                    if len(problems) < MOST_PROBLEMS:
                        way = "give it one point of longitude and latitude"
                        problems.append(Problem(source.name, given + 1, "Point", "", message, way))
                    continue
                names |= dict.fromkeys(record)
                if len(names) > source.limits.columns or given > source.limits.rows:
                    source.refuse(
                        "has too many columns or placemarks",
                        "split the file, or raise the limits (columns, rows)",
                        row=given + 1,
                    )
                records.append((record, given + 1))
    except DefusedXmlException:
        source.refuse(
            "declares a document type or entities", "remove the DOCTYPE: it could make the file huge or fetch others"
        )
    except (ParseError, ValueError, LookupError) as err:
        source.refuse(f"is not well-formed XML ({str(err)[:60]})", "save it again from the program that made it")
    columns = Columns(names or EVENTS.by_name)  # without records there is no column to miss
    bare = [
        record for record, _row in records if "summary" in names and not record.get("summary") and record.get("title")
    ]
    for record in bare:
        record["summary"] = record["title"]  # as where no placemark has a description
    facts = {"format": "kml"} | (
        {"placemarks without a description, whose summary is the name": str(len(bare))} if bare else {}
    )
    for record, row in records:
        columns.add([record.get(name, "") for name in columns.names], row)
    frame, rows = columns.done()
    return Raw(frame, rows, given, facts, problems)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _placemark(mark: Any) -> tuple[dict[str, str], str]:
    """Return the columns of a placemark, or what is wrong with it."""
    data: dict[str, str] = {}
    plain: dict[str, str] = {}
    points = []
    for element in mark.iter():
        name, text = _name(element), (element.text or "")
        if name == "Data":
            data[element.get("name") or ""] = next(
                (child.text or "" for child in element if _name(child) == "value"), ""
            )
        elif name == "SimpleData":
            data[element.get("name") or ""] = text
        elif name == "Point":
            points.append(next((child.text or "" for child in element if _name(child) == "coordinates"), ""))
        elif name in ("name", "description", "begin", "end", "when"):
            plain.setdefault(
                {"name": "title", "description": "summary", "begin": "start", "when": "start"}.get(name, name),
                text.strip(),
            )
    if len(points) != 1:
        return {}, f"has {len(points)} points" if points else "has no point"
    parts = points[0].strip().split(",")
    if len(parts) not in (2, 3) or any(" " in part.strip() for part in parts):
        return {}, "has a point without two numbers"
    return plain | data | {
        "longitude": data.get("longitude") or parts[0].strip(),
        "latitude": data.get("latitude") or parts[1].strip(),
    }, ""
