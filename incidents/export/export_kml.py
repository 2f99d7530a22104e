"""Events as KML, for earth viewers."""

from __future__ import annotations

import html
import json
import re

from incidents.export.metadata import metadata
from incidents.export.records import times
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.package import Package
from incidents.plain_number import decimal
from incidents.tables import EVENTS

ID_PREFIX = "e-"
"""Before the id of an event in that of its placemark: an xs:ID may not begin with a digit."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = '<Style id="event"><BalloonStyle><text>$[description]</text></BalloonStyle></Style>'


def _xml(text: str) -> str:
    """Return text for XML; a character that XML cannot hold becomes U+FFFD, carriage returns survive."""
    return html.escape(_NOT_XML.sub("\ufffd", text)).replace("\r", "&#13;")


def _data(name: str, value: str) -> str:
    return f'<Data name="{_xml(name)}"><value>{_xml(value)}</value></Data>'


def export_kml(package: Package, *, filter: Filter = EVERYTHING) -> bytes:
    """Return the events as KML 2.2 (OGC 12-007r2: WGS 84, longitude first).

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.

    Returns
    -------
    bytes
        A placemark per event (its id is that of the event behind ``e-``): title, time span, point, and every column of events.csv as ExtendedData. Viewers render a description as HTML, so
        its text is escaped twice. The document's ExtendedData says filter, period, version and licence.
    """
    events = filter_events(package.events, filter)
    about = metadata(package, filter=filter, n=len(events))
    cells = [
        list(map(decimal, events[column.name].tolist())) if column.is_number else events[column.name].tolist()
        for column in EVENTS.columns
    ]
    names = [column.name for column in EVENTS.columns]
    marks = []
    for values, time in zip(zip(*cells, strict=True), times(events), strict=True):
        row = dict(zip(names, values, strict=True))
        said = f"<b>{html.escape(row['title'])}</b><br>{html.escape(row['summary'])}"
        marks.append(
            f'<Placemark id="{ID_PREFIX}{_xml(row["event_id"])}"><name>{_xml(row["title"])}</name><Snippet maxLines="0"></Snippet>'
            f"<description>{_xml(said)}</description>"
            f"<TimeSpan><begin>{time['earliest']}</begin><end>{time['latest']}</end></TimeSpan><styleUrl>#event</styleUrl>"
            f"<ExtendedData>{''.join(_data(*pair) for pair in row.items())}</ExtendedData>"
            f"<Point><coordinates>{row['longitude']},{row['latitude']}</coordinates></Point></Placemark>"
        )
    facts = "".join(
        _data(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in about.items()
    )
    head = f"<name>{_xml(about['title'] or 'Recorded events')}</name><description>{_xml(html.escape(about['filter']['words']))}</description>{_STYLE}"
    body = "\n".join([f"<Document>{head}<ExtendedData>{facts}</ExtendedData>", *marks, "</Document>"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n{body}\n</kml>\n'.encode()
