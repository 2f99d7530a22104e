"""Words that the script of a page without a server shows beside the map."""

PAGE_TEXT = {
    "inView": "Events in view, newest first",
    "none": "No events in view",
    "widen": "Widen the dates, or show more types in the legend.",
    "more": "Show {k} more of {n}",
    "claims": "Who says what",
    "columns": ["Who", "Stance", "What", "Source"],
    "noClaims": "No claims are recorded for this event.",
    "back": "All in view",
    "related": "Related events",
    "history": "History of the case",
    "sources": "Sources",
    "noSources": "No source is recorded for this event.",
    "page": "Page of this event",
    "record": "Record {id}.",
    "caution": "A number of sources is not a measure of corroboration: many support a part of the record only.",
    "count": "{n} of {total} recorded events",
    "broken": "This page could not be unpacked. It needs a browser of 2023 or newer.",
    "noScript": "The map needs JavaScript.",
}
