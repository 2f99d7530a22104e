"""The eight tables of a package, declared once.

From here come the checks, `seeds/datapackage.json` and the column lists of `seeds/README.md`. Tables stand in the order in which they can be
checked: a table refers only to tables before it.
"""

from __future__ import annotations

from incidents.schema import Column, Table

PARTIES = ("NATO", "EU", "UN")
ACTORS = ("NATO", "EU", "UNK")
_EVENT = "events.event_id"
_SOURCE = "sources.source_id"


def _position(which: str = "", *, required: bool = True) -> tuple[Column, Column]:
    prefix = f"{which}_" if which else ""
    of = f" of the {which}" if which else ""
    return (
        Column(
            f"{prefix}longitude",
            "number",
            f"Longitude{of}, WGS 84.",
            "degrees",
            required=required,
            minimum=-180,
            maximum=180,
        ),
        Column(
            f"{prefix}latitude",
            "number",
            f"Latitude{of}, WGS 84.",
            "degrees",
            required=required,
            minimum=-90,
            maximum=90,
        ),
    )


EVENTS = Table(
    "events",
    "What happened, one row per event: incidents, responses, statements and posture.",
    ("event_id",),
    (
        Column("event_id", "id", "Name of the event: date, place and subject.", required=True),
        Column("category", "word", "Incident, response, statement or posture.", vocabulary="category", required=True),
        Column(
            "event_type",
            "word",
            "Kind of event; each kind belongs to one category.",
            vocabulary="event_type",
            required=True,
        ),
        Column("title", "text", "Headline in our own words.", required=True),
        Column("summary", "text", "What is known, in our own words.", required=True),
        Column("start", "instant", "When it began: a date, or a UTC date-time with Z.", "UTC", required=True),
        Column("end", "instant", "When it ended, in the same form; empty when it is the start.", "UTC"),
        Column("time_precision", "word", "How exactly the time is known.", vocabulary="time_precision", required=True),
        Column(
            "country",
            "state",
            "State concerned: for statements the place, over international waters the state or flag concerned.",
            required=True,
        ),
        Column(
            "actor", "state", "Party it is attributed to; for responses the acting party.", required=True, also=ACTORS
        ),
        Column("place_name", "text", "Place as the sources name it.", required=True),
        *_position(),
        Column(
            "coordinate_uncertainty_m",
            "number",
            "Radius of the circle around the point that holds the place (Darwin Core).",
            "metres",
            required=True,
            above=0,
            maximum=20_000_000,
        ),
        Column(
            "georeference_basis", "word", "What the point rests on.", vocabulary="georeference_basis", required=True
        ),
        Column("platform", "text", "Aircraft, drone, missile or balloon as named."),
        Column("platform_class", "word", "Class of the platform.", vocabulary="platform_class", required=True),
        Column("count_min", "integer", "Least number of objects reported.", "objects", minimum=0, maximum=100_000),
        Column("count_max", "integer", "Greatest number of objects reported.", "objects", minimum=0, maximum=100_000),
        Column("duration_min", "number", "Time inside the airspace.", "minutes", minimum=0, maximum=525_600),
        Column("depth_km", "number", "Deepest point reached, as reported.", "kilometres", minimum=0, maximum=20_000),
        Column("outcome", "word", "How it ended.", vocabulary="outcome", required=True),
        Column("status", "word", "How well the event is established.", vocabulary="status", required=True),
        Column(
            "airspace_claim",
            "word",
            "Whose airspace the sources place it in.",
            vocabulary="airspace_claim",
            required=True,
        ),
        Column(
            "resolution",
            "word",
            "Whether the object and its origin are established; not about the border line.",
            vocabulary="resolution",
            required=True,
        ),
    ),
)

SOURCES = Table(
    "sources",
    "A page that supports an event, or a supply line when event_id is empty.",
    ("source_id",),
    (
        Column("source_id", "id", "Name of the source.", required=True),
        Column("event_id", "id", "Event that it supports; empty: it supports a supply line.", references=_EVENT),
        Column(
            "url",
            "url",
            "Address of the page (http or https), or the file name of a document without an address.",
            required=True,
        ),
        Column("publisher", "text", "Who published it.", required=True),
        Column("published", "partial", "Date of publication; empty when the page shows none."),
        Column("language", "language", "Language of the page, ISO 639-1.", required=True),
    ),
)

CLAIMS = Table(
    "claims",
    "Who said what about an event.",
    ("claim_id",),
    (
        Column("claim_id", "id", "Name of the claim.", required=True),
        Column("event_id", "id", "Event that it is about.", required=True, references=_EVENT),
        Column("party", "state", "State or organisation that speaks.", required=True, also=PARTIES),
        Column("speaker", "text", "Office or person that speaks.", required=True),
        Column("stance", "word", "What the speaker does with the claim.", vocabulary="stance", required=True),
        Column("text", "text", "What was said, in our own words.", required=True),
        Column("source_id", "id", "Source of the claim, one of the same event.", required=True, references=_SOURCE),
    ),
)

RELATIONS = Table(
    "relations",
    "How one event is tied to another.",
    ("event_id", "related_event_id"),
    (
        Column("event_id", "id", "The event that is tied.", required=True, references=_EVENT),
        Column("related_event_id", "id", "The event that it is tied to.", required=True, references=_EVENT),
        Column("relation", "word", "How the first is tied to the second.", vocabulary="relation", required=True),
    ),
)

UPDATES = Table(
    "updates",
    "Dated history of a case.",
    ("update_id",),
    (
        Column("update_id", "id", "Name of the update.", required=True),
        Column("event_id", "id", "Event that it is about.", required=True, references=_EVENT),
        Column("date", "partial", "Date of the news: day, month or year; empty when the day is not given."),
        Column("status", "word", "Status of the case from then on.", vocabulary="update_status", required=True),
        Column("note", "text", "What became known, in our own words.", required=True),
        Column("source_id", "id", "Source of the update, one of the same event.", required=True, references=_SOURCE),
    ),
)

FLOWS = Table(
    "flows",
    "Supply lines to Russia and to its war.",
    ("flow_id",),
    (
        Column("flow_id", "id", "Name of the supply line.", required=True),
        Column("origin", "state", "State of origin.", required=True),
        Column("destination", "state", "State of destination.", required=True),
        Column("category", "word", "Kind of supply.", vocabulary="flow_category", required=True),
        Column("commodity", "text", "What is supplied.", required=True),
        Column("quantity_min", "number", "Least quantity reported.", "see unit", minimum=0, maximum=1e15),
        Column("quantity_max", "number", "Greatest quantity reported.", "see unit", minimum=0, maximum=1e15),
        Column("unit", "text", "Unit of the quantity."),
        Column("period_start", "partial", "First year or month that the quantity covers."),
        Column("period_end", "partial", "Last year or month that the quantity covers; empty when open."),
        Column("origin_place", "text", "Place that stands for the origin.", required=True),
        *_position("origin"),
        Column("destination_place", "text", "Place that stands for the destination.", required=True),
        *_position("destination"),
        Column("summary", "text", "What is known, in our own words.", required=True),
        Column("status", "word", "How well it is established.", vocabulary="flow_status", required=True),
        Column("source_ids", "ids", "Sources, separated by semicolons.", required=True, references=_SOURCE),
    ),
)

WATCHLIST = Table(
    "watchlist",
    "Scenarios to watch, as the seed article names them.",
    ("indicator_id",),
    (
        Column("indicator_id", "id", "Name of the scenario.", required=True),
        Column("title", "text", "Headline.", required=True),
        Column("summary", "text", "The author's expectation, in our own words.", required=True),
        Column("signs", "text", "Signs to look for, separated by semicolons.", required=True),
        Column(
            "related_event_types",
            "words",
            "Kinds of event that bear on it, separated by semicolons.",
            vocabulary="event_type",
        ),
        Column("horizon", "text", "When it is expected."),
        Column("origin", "text", "Where it comes from.", required=True),
    ),
)

ASSESSMENTS = Table(
    "assessments",
    "The seed author's readings; opinions, not findings.",
    ("assessment_id",),
    (
        Column("assessment_id", "id", "Name of the reading.", required=True),
        Column("subject", "text", "What it is about: a state, an organisation or a topic.", required=True),
        Column("title", "text", "Headline.", required=True),
        Column("text", "text", "The reading, in our own words and attributed.", required=True),
        Column("origin", "text", "Where it comes from.", required=True),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table for table in (EVENTS, SOURCES, CLAIMS, RELATIONS, UPDATES, FLOWS, WATCHLIST, ASSESSMENTS)
}
