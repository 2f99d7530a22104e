"""The about screen: method, words, the article and the record, boundaries, citing, correcting, licences, privacy."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from dashboard import words
from dashboard.language import mark, tr
from dashboard.method import BOUNDARIES, LICENCES, METHOD, PRIVACY, SCALES
from dashboard.record import safe_href, templates
from dashboard.screens import links, page, version
from dashboard.screens.copyable import copyable
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


def _text(paragraphs: Iterable[str], *, items: Iterable[str] = ()) -> None:
    """Render our own Markdown: paragraphs, then a list."""
    st.markdown("\n\n".join([*map(tr, paragraphs), "\n".join(f"- {tr(item)}" for item in items)]))


@page.screen("about")
def show(store: Store) -> None:
    """Render the screen."""
    with st.container(key="text"):
        st.title(tr("About this map"))
        _text(METHOD[:1], items=METHOD[1:])
        st.header(tr("Precision and certainty"))
        _text(SCALES)
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
        _text(BOUNDARIES)
        _cite(store)
        _correct()
        st.header(tr("Data version"))
        version.show(store)
        links.to("data", tr("Tables, and rows left out"), icon=":material/table:")
        st.header(tr("Privacy"))
        _text((PRIVACY,))
        st.header(tr("Licences"))
        _text((LICENCES,))


def _article(store: Store) -> None:
    """Render each statement of the article beside the records; nothing for a package that does not know it."""
    if rows := seen(store.package):
        st.header(tr("The article and the record"))
        st.text(
            tr(
                "The statements of the article that this record began with, where each is seen, and what other sources say. Readings and expectations are its author’s."
            )
        )
        st.html(templates().get_template("statements.html").render(rows=rows))


def _cite(store: Store) -> None:
    from dashboard.press.citation import cite
    from dashboard.press.errors import PressError

    st.header(tr("How to cite"))
    st.text(tr("The whole record; Share on the map cites a view or a single event, with its own permanent address."))
    try:
        found = cite(store.package, Filter(), url=address(), accessed=datetime.now(UTC).date())
    except PressError as error:
        st.warning(plain(str(error)))
        return
    copyable(found.text)
    copyable(found.bibtex)


def corrections() -> str:
    """Return where corrections go, as AIRSPACE_CORRECTIONS says: an http, https or mailto address; "" when it says nothing usable."""
    given = os.environ.get(CORRECTIONS, "").strip()
    return given if given.startswith("mailto:") and "@" in given and given.isprintable() else safe_href(given)


def _correct() -> None:
    st.header(tr("How to correct a record"))
    st.text(
        tr(
            "Name the record (its identifier stands at the foot of its panel), the column, what should stand there, and a public source. "
            "A correction is kept in the history of the case; nothing is removed silently."
        )
    )
    if where := corrections():
        st.link_button(tr("Send a correction"), where, icon=":material/edit:")
    else:
        st.text(
            tr(
                "Whoever runs this copy has set no address for corrections ({variable}); the tables can be edited in the folder of the package."
            ).format(variable=CORRECTIONS)
        )
