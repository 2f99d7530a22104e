"""The about screen: method, words, the article and the record, boundaries, citing, correcting, licences, privacy."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import streamlit as st

from dashboard import words
from dashboard.language import mark, tr
from dashboard.record import safe_href, templates
from dashboard.screens import links, page
from dashboard.screens.plain import plain
from dashboard.screens.share import address
from dashboard.seen import seen
from dashboard.store import Store
from incidents import VOCABULARIES, Filter

CORRECTIONS = "AIRSPACE_CORRECTIONS"
VOCABULARY_TITLES = {
    "category": mark("Category: what counts as an event"),
    "event_type": mark("Type of event"),
    "status": mark("Status of an event, of an update and of a supply line"),
    "resolution": mark("Resolution: object and origin"),
    "stance": mark("Stance of a claim"),
    "relation": mark("Relation of one event to another"),
    "time_precision": mark("How exactly the time is known"),
    "georeference_basis": mark("What a position rests on"),
    "airspace_claim": mark("Whose airspace the sources say"),
    "airspace": mark("Where the disc of uncertainty lies"),
    "outcome": mark("How it ended"),
    "platform_class": mark("Class of the platform"),
    "flow_category": mark("Kind of supply"),
}
"""Vocabularies with their titles; `update_status` and `flow_status` hold the words of `status`."""
SAME = ("update_status", "flow_status")

METHOD = """
This map shows **recorded** airspace incidents on NATO's eastern flank from 2014 on, with the responses and statements around them. A count
here is a number of recorded events, never of all that happened: the density of 2025 reflects attention as well as events.

- An event is an incident, a response, a statement or a posture; the four are counted apart, because they are not one quantity.
- The records were compiled from excerpts of public pages, mostly press that quotes officials. About a third of the source rows show no date.
- Coordinates are mostly those of the place that the sources name. Each point carries a radius of uncertainty, drawn to scale.
- A number of sources is not a measure of corroboration: in a sample about a third of the pages supported their row only in part.
- Statements of one article of September 2025 began this record. Its author’s readings and expectations are shown as theirs, never as findings.
- A few publishers are aggregators or partisan; the name of the publisher stands with every source.
- In a sample of 87 sources 82 addresses were found again; none of these contradicted its row outright, 55 supported it fully and 27 in part.
  About one row in fourteen of that sample needed a date, place or figure corrected; the corrections are in.
- Typical errors: first estimates that investigators later revised, statements dated by publication, a country code over international waters.
- “Confirmed” for a drone sighting means that an authority stated it, not that a drone was recovered.
- The Su-24 is classed as a fighter in some rows and as a bomber in others. Airport closures by balloons are balloon incursions with the
  outcome “airport closed”.
- An event known to a day, month or period counts in each window in which it could have happened. Days are counted in UTC.
- On the Analysis screen a bar has a least number, the events that certainly lie in it, and a greatest one, those that could; no event is divided.
  Intervals of ratios are exact for independent Poisson counts; events of one operation are not independent, so they are too narrow rather than too wide.
- The actor is always the party to which sources attribute the event.
"""
SCALES = """
**Time.** To the minute, the hour, the day, the month, or over a period. An event is drawn and counted wherever it could have happened, and its
panel says how exactly its time is known. Local time stands beside UTC.

**Place.** The radius of uncertainty in metres (as in Darwin Core) holds the place; it is drawn to scale as a disc. What is known only to a region
or a country is drawn as brackets, not as a point.

**Airspace.** Inside or outside is said only when the whole disc lies on one side of an agreed line; otherwise “cannot be told”.

**Status and resolution** are two questions. Status says how well the event is established, and whether a party disputes it. Resolution says whether the
object and its origin are established; it does not speak of the border line. Events that turned out to be nothing stay in the record and say so.

**Disputed by the claims** is worked out from the claims alone: one party asserts or attributes, another denies. The panel says where that differs from the status.
"""
BOUNDARIES = """
Land is drawn from Natural Earth, cut by the limits of national airspace so that both agree. National airspace is land, internal waters and
the territorial sea of 12 nautical miles. Its limits are derived from OpenStreetMap, © OpenStreetMap contributors, and published under the
[Open Database License 1.0](https://opendatacommons.org/licenses/odbl/1-0/); the recipe is in the repository, under geodata. They are a
working approximation for this map, not a navigational or legal source. A flight information region is not national airspace.

Whose boundaries these are: Crimea is shown as Ukraine, following resolution 68/262 of the General Assembly of the United Nations, and hatched
as occupied. Limits that states do not agree on, such as those of the unratified treaty between Estonia and Russia of 2014, are dashed; the Sea of
Azov is called disputed, not high seas. No airspace is inferred between Greece and Turkey in the Aegean. Names and borders here are no
statement on the legal status of any territory.
"""
PRIVACY = """
This site sends no request to anyone but the server that you opened, and counts no visits. Streamlit sets one cookie, `_streamlit_xsrf`: a random number by
which the server knows that an upload comes from its own page; it ends with your browser’s session. Your browser itself keeps whether you chose light or dark. A file
that you load stays in the memory of the server, and is forgotten when two minutes have passed since its page was closed. Links to sources lead to other sites.
"""
LICENCES = """
The tables are published under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The map is drawn with Leaflet and Folium in Streamlit.
"""


def show() -> None:
    """Render the screen."""
    store = page.start("about")
    with st.container(key="text"):
        st.title(tr("About this map"))
        st.markdown(METHOD)
        st.header(tr("Precision and certainty"))
        st.markdown(SCALES)
        st.header(tr("Words"))
        for column, title in VOCABULARY_TITLES.items():
            with st.expander(tr(title), key=f"words_{column}"):
                st.markdown(
                    "\n".join(
                        f"- **{words.label(column, word)}**: {words.description(column, word)}"
                        for word in VOCABULARIES[column]
                    )
                )
        _article(store)
        st.header(tr("Boundaries"))
        st.markdown(BOUNDARIES)
        _cite(store)
        _correct()
        st.header(tr("Data version"))
        package = store.package
        st.text(
            f"Version {package.version}, {len(package.events)} recorded events"
            + (f", made {words.partial_day(package.created)}" if package.created else "")
            + ". The version is a fingerprint of all tables: it changes with every change of a row."
        )
        st.markdown(
            "`python -m incidents diff OLD NEW` lists what was added, changed and removed between two packages."
        )
        links.to("data", "Tables, and rows left out", icon=":material/table:")
        st.header(tr("Privacy"))
        st.markdown(PRIVACY)
        st.header(tr("Licences"))
        st.markdown(LICENCES)


def _article(store: Store) -> None:
    """Render each statement of the article beside the records; nothing for a package that does not know it."""
    if rows := seen(store.package):
        st.header(tr("The article and the record"))
        st.text(
            "The statements of the article that this record began with, where each is seen, and what other sources say. Readings and expectations are its author’s."
        )
        st.html(templates().get_template("statements.html").render(rows=rows))


def _cite(store: Store) -> None:
    from dashboard.press.citation import cite
    from dashboard.press.errors import PressError

    st.header(tr("How to cite"))
    st.text("The whole record; Share on the map cites a view or a single event, with its own permanent address.")
    try:
        found = cite(store.package, Filter(), url=address(), accessed=datetime.now(UTC).date())
    except PressError as error:
        st.warning(plain(str(error)))
        return
    st.code(found.text, language=None, wrap_lines=True)
    st.code(found.bibtex, language="latex", wrap_lines=True)


def corrections() -> str:
    """Return where corrections go, as AIRSPACE_CORRECTIONS says: an http, https or mailto address; "" when it says nothing usable."""
    given = os.environ.get(CORRECTIONS, "").strip()
    return given if given.startswith("mailto:") and "@" in given and given.isprintable() else safe_href(given)


def _correct() -> None:
    st.header(tr("How to correct a record"))
    st.text(
        "Name the record (its identifier stands at the foot of its panel), the column, what should stand there, and a public source. "
        "A correction is kept in the history of the case; nothing is removed silently."
    )
    if where := corrections():
        st.link_button("Send a correction", where, icon=":material/edit:")
    else:
        st.text(
            f"Whoever runs this copy has set no address for corrections ({CORRECTIONS}); the tables can be edited in the folder of the package."
        )
