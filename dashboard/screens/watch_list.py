"""The watch list: the author's scenarios and readings beside what has been recorded since."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import language, words
from dashboard.filter_speech import filter_words
from dashboard.language import mark, tr
from dashboard.record import name_of
from dashboard.screens import page, rows, story, view
from dashboard.screens.folded import folded
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, filter_events, filter_mask
from incidents.story import ARTICLE_DAY, READINGS, Match, matches

NEWEST = 3
SUBJECTS = {"logistics": mark("Supply lines"), "quantico": mark("The meeting at Quantico")}


@page.screen("watch-list")
def show(store: Store) -> None:
    """Render the screen."""
    story.head(store, "watch-list", tr("Watch list"))
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
        for subject, readings in package.assessments.groupby("subject", sort=False):
            st.subheader(plain(tr(SUBJECTS[subject]) if subject in SUBJECTS else name_of(subject)), anchor=False)
            rows.show(*(_reading(store, row) for row in readings.to_dict("records")), key=f"readings_{subject}")
    with right:
        story.panel(store, shown, filter_mask(package, shown), listing=False)


def _scenario(store: Store, row: dict[str, str]) -> None:
    signs, kinds = matches(store.package, row["indicator_id"])
    when = tr("When")
    nodes: list[rows.Node] = [
        ["h2", "wl-title", row["title"]],
        ["p", "wl-author", rows.strong(tr("The author’s expectation.")), f" {row['summary']}"],
        *([["p", "ev-note", f"{when}: {row['horizon']}"]] if row["horizon"] else []),
    ]
    if signs:
        heading = tr("Signs to look for, and the nearest query to each, since {day}")
        nodes.append(["h3", "ev-h3", heading.format(day=language.day(ARTICLE_DAY))])
    rows.show(*nodes, *_matches(store, signs, sign=True), key=f"{row['indicator_id']}_sign")
    if kinds:
        named = tr("Events of the kinds it names ({n}), since {day}")
        heading = named.format(n=len(kinds), day=language.day(ARTICLE_DAY))
        if (place := folded(heading, key=f"kinds_{row['indicator_id']}")) is not None:
            with place:
                rows.show(*_matches(store, kinds, sign=False), key=f"{row['indicator_id']}_kind")
    queried = {match.name for match in signs}
    for sign in (each.strip() for each in row["signs"].split(";")):
        if sign and sign not in queried:
            st.text(tr("{sign}: no query is written for this sign.").format(sign=sign))


def _matches(store: Store, found: tuple[Match, ...], *, sign: bool) -> list[rows.Node]:
    return [node for number, match in enumerate(found) for node in _match(store, match, key=str(number), sign=sign)]


def _match(store: Store, match: Match, *, key: str, sign: bool) -> list[rows.Node]:
    name = match.name if sign else words.label("event_type", match.name)
    query = tr("Query: {words}").format(words=filter_words(match.filter.without("period"))) if sign else ""
    n, total = len(match.events), len(store.package.events)
    newest = [store.package.event(each) for each in match.events[:NEWEST]]
    said = (
        tr("{n} of {total} recorded events, newest {day}").format(n=n, total=total, day=words.short_when(newest[0]))
        if n
        else tr("no match recorded")
    )
    made = [rows.event_row(event) | {"row": f"{key}_{event['event_id']}"} for event in newest]
    if n > NEWEST:
        made.append(_query(tr("All {n} on the map").format(n=n), match.filter, key=key))
    head = ["p", "wl-match", rows.strong(name[:1].upper() + name[1:]), f" {said}", ["span", "ev-note", query]]
    return [head, *([rows.listed(made)] if made else [])]


def _query(label: str, query: Filter, *, key: str) -> dict[str, Any]:
    """Return a row that leads to the map with a query as its view."""
    return rows.row(key, label, to=f"./?{urlencode([*query.to_params(), *language.params().items()])}", kind="to-map")


def _reading(store: Store, row: dict[str, str]) -> rows.Node:
    """Return a reading of the author beside what the record shows."""
    beside = READINGS.get(row["assessment_id"])
    author = [
        "div",
        "",
        ["h4", "ev-h3", row["title"]],
        ["p", "wl-author", rows.strong(tr("The author’s reading.")), f" {row['text']}"],
    ]
    record: list[Any] = [
        "div",
        "",
        ["p", "ev-h3", tr("What the record shows")],
        ["p", "wl-shows", tr(beside.words) if beside else tr("No record is set beside this reading.")],
    ]
    if beside is None:
        return ["div", "wl-pair", author, record]
    key = row["assessment_id"]
    events = [event for event in map(store.package.event, beside.events) if event is not None]
    made = [rows.event_row(event) | {"row": f"{key}_{event['event_id']}"} for event in events]
    if beside.query is not None:
        n, total = len(filter_events(store.package, beside.query)), len(store.package.events)
        said = (tr("{n} of {total} recorded events: {words}") if n else tr("No match recorded: {words}")).format(
            n=n, total=total, words=filter_words(beside.query)
        )
        if n:
            made.append(_query(said, beside.query, key=key))
        else:
            record.append(["p", "ev-note", said])
    record += [rows.listed(made)] if made else []
    return ["div", "wl-pair", author, record]
