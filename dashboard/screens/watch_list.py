"""The watch list: the author's scenarios and readings beside what has been recorded since."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard import language, words
from dashboard.filter_speech import filter_words
from dashboard.language import mark, tr
from dashboard.record import name_of
from dashboard.screens import detail, links, page, story, view
from dashboard.screens.folded import folded
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, filter_events, filter_mask
from incidents.story import ARTICLE_DAY, READINGS, Match, Reading, matches

NEWEST = 3
SUBJECTS = {"logistics": mark("Supply lines"), "quantico": mark("The meeting at Quantico")}


@page.screen("watch-list")
def show(store: Store) -> None:
    """Render the screen."""
    story.head("watch-list", tr("Watch list"))
    shown = view.current(store.package)
    story.notes(store)
    package = store.package
    with st.container(key="lists"):
        left, right = st.columns([7, 3], gap="medium")
    with left:
        st.markdown(
            tr(
                "Scenarios and readings of the article that this record began with, up to {day}. **They are its author’s, not findings.** Beside each stands what has been recorded since. A query finds records, not signs: it may find too much, and it may miss."
            ).format(day=language.day(ARTICLE_DAY))
        )
        if package.watchlist.empty and package.assessments.empty:
            st.text(tr("This package has neither scenarios nor readings."))
        for row in package.watchlist.to_dict("records"):
            _scenario(store, row)
        if len(package.assessments):
            st.header(tr("The author’s readings beside the record"), anchor=False)
        for subject, rows in package.assessments.groupby("subject", sort=False):
            st.subheader(plain(tr(SUBJECTS[subject]) if subject in SUBJECTS else name_of(subject)), anchor=False)
            for row in rows.to_dict("records"):
                _reading(store, row)
    with right:
        story.panel(store, shown, filter_mask(package, shown), listing=False)


def _scenario(store: Store, row: dict[str, str]) -> None:
    signs, kinds = matches(store.package, row["indicator_id"])
    st.html(
        Markup(
            '<section><h2 class="wl-title">{}</h2><p class="wl-author"><strong>{}</strong> {}</p>{}</section>'
        ).format(
            row["title"],
            tr("The author’s expectation."),
            row["summary"],
            Markup('<p class="ev-note">{}: {}</p>').format(tr("When"), row["horizon"]) if row["horizon"] else "",
        )
    )
    if signs:
        st.html(
            Markup('<h3 class="ev-h3">{}</h3>').format(
                tr("Signs to look for, and the nearest query to each, since {day}").format(
                    day=language.day(ARTICLE_DAY)
                )
            )
        )
    for number, match in enumerate(signs):
        _match(store, match, key=f"{row['indicator_id']}_sign_{number}", sign=True)
    if kinds:
        named = tr("Events of the kinds it names ({n}), since {day}")
        heading = named.format(n=len(kinds), day=language.day(ARTICLE_DAY))
        if (place := folded(heading, key=f"kinds_{row['indicator_id']}")) is not None:
            with place:
                for number, match in enumerate(kinds):
                    _match(store, match, key=f"{row['indicator_id']}_kind_{number}", sign=False)
    queried = {match.name for match in signs}
    for sign in (each.strip() for each in row["signs"].split(";")):
        if sign and sign not in queried:
            st.text(tr("{sign}: no query is written for this sign.").format(sign=sign))


def _match(store: Store, match: Match, *, key: str, sign: bool) -> None:
    name = match.name if sign else words.label("event_type", match.name)
    query = filter_words(match.filter.without("period"))
    n, total = len(match.events), len(store.package.events)
    newest = [store.package.event(each) for each in match.events[:NEWEST]]
    with st.container(key=f"sl_match_{key}", gap="xxsmall"):
        st.html(
            Markup('<p class="wl-match"><strong>{}</strong> {}<span class="ev-note">{}</span></p>').format(
                name[:1].upper() + name[1:],
                tr("{n} of {total} recorded events, newest {day}").format(
                    n=n, total=total, day=words.short_when(newest[0])
                )
                if n
                else tr("no match recorded"),
                tr("Query: {words}").format(words=query) if sign else "",
            )
        )
        for event in newest:
            detail.row(event, key=f"{key}_{event['event_id']}")
        if n > NEWEST:
            _open(tr("All {n} on the map").format(n=n), match.filter, key=f"all_{key}")


def _open(label: str, query: Filter, *, key: str, disabled: bool = False) -> None:
    """Render a button that makes a query the view, and goes to the map with it."""
    if st.button(label, key=key, type="tertiary", icon=":material/map:", disabled=disabled):
        view.change(query)
        links.go("map")


def _reading(store: Store, row: dict[str, str]) -> None:
    beside = READINGS.get(row["assessment_id"])
    author, record = st.columns(2, gap="medium")
    with author:
        st.html(
            Markup('<h4 class="ev-h3">{}</h4><p class="wl-author"><strong>{}</strong> {}</p>').format(
                row["title"], tr("The author’s reading."), row["text"]
            )
        )
    with record:
        st.html(
            Markup('<p class="ev-h3">{}</p><p class="wl-shows">{}</p>').format(
                tr("What the record shows"), tr(beside.words) if beside else tr("No record is set beside this reading.")
            )
        )
        _beside(store, row["assessment_id"], beside)


def _beside(store: Store, assessment_id: str, beside: Reading | None) -> None:
    if beside is None:
        return
    events = [event for event in map(store.package.event, beside.events) if event is not None]
    with st.container(key=f"sl_beside_{assessment_id}", gap="xxsmall"):
        for event in events:
            detail.row(event, key=f"{assessment_id}_{event['event_id']}")
        if beside.query is not None:
            n, total = len(filter_events(store.package, beside.query)), len(store.package.events)
            said = plain(filter_words(beside.query))
            label = (tr("{n} of {total} recorded events: {words}") if n else tr("No match recorded: {words}")).format(
                n=n, total=total, words=said
            )
            _open(label, beside.query, key=f"query_{assessment_id}", disabled=not n)
