"""How the record was made and what it means, for the About screen."""

from __future__ import annotations

from dashboard.language import mark

METHOD = (
    mark(
        "This map shows **recorded** airspace incidents on NATO's eastern flank from 2014 on, with the responses and statements around them. "
        "A count here is a number of recorded events, never of all that happened: the density of 2025 reflects attention as well as events."
    ),
    mark(
        "An event is an incident, a response, a statement or a posture; the four are counted apart, because they are not one quantity."
    ),
    mark(
        "The records were compiled from excerpts of public pages, mostly press that quotes officials. About a third of the source rows show no date."
    ),
    mark(
        "Coordinates are mostly those of the place that the sources name. Each point carries a radius of uncertainty, drawn to scale."
    ),
    mark(
        "A number of sources is not a measure of corroboration: in a sample about a third of the pages supported their row only in part."
    ),
    mark(
        "Statements of one article of September 2025 began this record. Its author’s readings and expectations are shown as theirs, never as findings."
    ),
    mark("A few publishers are aggregators or partisan; the name of the publisher stands with every source."),
    mark(
        "In a sample of 87 sources 82 addresses were found again; none of these contradicted its row outright, 55 supported it fully and 27 in part. "
        "About one row in fourteen of that sample needed a date, place or figure corrected; the corrections are in."
    ),
    mark(
        "Typical errors: first estimates that investigators later revised, statements dated by publication, a country code over international waters."
    ),
    mark("“Confirmed” for a drone sighting means that an authority stated it, not that a drone was recovered."),
    mark(
        "The Su-24 is classed as a fighter in some rows and as a bomber in others. Airport closures by balloons are balloon incursions with the "
        "outcome “airport closed”."
    ),
    mark(
        "An event known to a day, month or period counts in each window in which it could have happened. Days are counted in UTC."
    ),
    mark(
        "On the Analysis screen a bar has a least number, the events that certainly lie in it, and a greatest one, those that could; no event is "
        "divided. Intervals of ratios are exact for independent Poisson counts; events of one operation are not independent, so they are too narrow "
        "rather than too wide."
    ),
    mark("The actor is always the party to which sources attribute the event."),
    mark(
        "Titles, summaries, claims and notes are text of the data and stay in the language in which they were written, as does the description of the API."
    ),
)
"""The first is a paragraph, the others are a list."""
SCALES = (
    mark(
        "**Time.** To the minute, the hour, the day, the month, or over a period. An event is drawn and counted wherever it could have happened, and "
        "its panel says how exactly its time is known. Local time stands beside UTC."
    ),
    mark(
        "**Place.** The radius of uncertainty in metres (as in Darwin Core) holds the place; it is drawn to scale as a disc. What is known only to a "
        "region or a country is drawn as brackets, not as a point."
    ),
    mark(
        "**Airspace.** Inside or outside is said only when the whole disc lies on one side of an agreed line; otherwise “cannot be told”."
    ),
    mark(
        "**Status and resolution** are two questions. Status says how well the event is established, and whether a party disputes it. Resolution says "
        "whether the object and its origin are established; it does not speak of the border line. Events that turned out to be nothing stay in the "
        "record and say so."
    ),
    mark(
        "**Disputed by the claims** is worked out from the claims alone: one party asserts or attributes, another denies. The panel says where that "
        "differs from the status."
    ),
)
BOUNDARIES = (
    mark(
        "Land is drawn from Natural Earth, cut by the limits of national airspace so that both agree. National airspace is land, internal waters and "
        "the territorial sea of 12 nautical miles. Its limits are derived from OpenStreetMap, © OpenStreetMap contributors, and published under the "
        "[Open Database License 1.0](https://opendatacommons.org/licenses/odbl/1-0/); the recipe is in the repository, under geodata. They are a "
        "working approximation for this map, not a navigational or legal source. A flight information region is not national airspace."
    ),
    mark(
        "Whose boundaries these are: Crimea is shown as Ukraine, following resolution 68/262 of the General Assembly of the United Nations, and "
        "hatched as occupied. Limits that states do not agree on, such as those of the unratified treaty between Estonia and Russia of 2014, are "
        "dashed; the Sea of Azov is called disputed, not high seas. No airspace is inferred between Greece and Turkey in the Aegean. Names and "
        "borders here are no statement on the legal status of any territory."
    ),
)
PRIVACY = mark(
    "This site sends no request to anyone but the server that you opened, and counts no visits. Streamlit sets one cookie, `_streamlit_xsrf`: a random "
    "number by which the server knows that an upload comes from its own page; it ends with your browser’s session. Your browser itself keeps whether you "
    "chose light or dark. A file that you load stays in the memory of the server, and is forgotten when two minutes have passed since its page was "
    "closed. Links to sources lead to other sites."
)
LICENCES = mark(
    "The tables are published under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The map is drawn with Leaflet and Folium in Streamlit."
)
