"""The about screen: method, words, boundaries, licences, privacy."""

from __future__ import annotations

import streamlit as st

from dashboard.screens import page
from incidents import VOCABULARIES

METHOD = """
This map shows **recorded** airspace incidents on NATO's eastern flank from 2014 on, with the responses and statements around them. A count
here is a number of recorded events, never of all that happened: the density of 2025 reflects attention as well as events.

- The records were compiled from excerpts of public pages, mostly press that quotes officials. About a third of the source rows show no date.
- Coordinates are mostly those of the place that the sources name. Each point carries a radius of uncertainty, drawn to scale.
- A number of sources is not a measure of corroboration: in a sample about a third of the pages supported their row only in part.
- “Confirmed” for a drone sighting means that an authority stated it, not that a drone was recovered.
- The Su-24 is classed as a fighter in some rows and as a bomber in others. Airport closures by balloons are balloon incursions with the
  outcome “airport closed”.
- An event known to a day, month or period counts in each window in which it could have happened. Days are counted in UTC.
- The actor is always the party to which sources attribute the event.
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
This site sends no request to anyone but the server that you opened, counts no visits and sets no cookies beyond those that Streamlit needs to
keep a session. Links to sources lead to other sites.
"""
LICENCES = """
The tables are published under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The map is drawn with Leaflet and Folium in Streamlit.
"""


def show() -> None:
    """Render the screen."""
    page.start("about")
    with st.container(key="text"):
        st.title("About this map")
        st.markdown(METHOD)
        st.header("Words")
        for title, column in (
            ("Status", "status"),
            ("Object and origin", "resolution"),
            ("Basis of the position", "georeference_basis"),
        ):
            st.subheader(title)
            st.markdown("\n".join(f"- **{word.label}**: {word.description}" for word in VOCABULARIES[column].values()))
        st.header("Boundaries")
        st.markdown(BOUNDARIES)
        st.header("Privacy")
        st.markdown(PRIVACY)
        st.header("Licences")
        st.markdown(LICENCES)
