"""Which chapter of the chronicle is read: kept in the address beside the view."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from dashboard import words
from dashboard.screens import view
from incidents import Filter, Package
from incidents.errors import quoted
from incidents.message import message
from incidents.story import Chapter, chapters

CHAPTER, REMEMBERED = "chapter", "chapter_read"
ENTRIES, ALL = "entries", "all"


def _of_event(package: Package, found: tuple[Chapter, ...], event_id: str) -> Chapter | None:
    """Return the first chapter in which an event could have happened."""
    event = package.event(event_id)
    if event is None:
        return found[0] if found else None
    first, last = words.days_of(event)
    return next((each for each in found if first <= each.last and last >= each.first), None)


def current(package: Package) -> tuple[Filter, Chapter | None]:
    """Return the view to show here and its chapter, None when the reader has chosen own dates.

    A view without dates is shown with those of the chapter that the address names, else of the selected event's, else of the opening one; the view
    itself, which other screens share, gets dates only when the reader takes a step.
    """
    shown = view.current(package)
    found = chapters(package)
    named = st.query_params.get(CHAPTER, "")
    if not named and st.session_state.get("screen_before") != st.session_state.get("screen"):
        named = st.session_state.get(REMEMBERED, "")
    chapter = next((each for each in found if each.name == named), None)
    if named and chapter is None:
        known = ", ".join(each.name for each in found)
        view.add_note(
            message("Ignored: chapter: there is no chapter {name}; use one of {known}", name=quoted(named), known=known)
        )
    if not shown.has_period:
        chapter = chapter or _of_event(package, found, shown.event)
        if chapter is None:
            return shown, None
        shown = shown.replace(period=period(package, chapter, shown.event))
    elif chapter is None or not chapter.holds(shown.period):
        chapter = next((each for each in found if (each.first, each.last) == shown.period), None)
    _keep(chapter)
    return shown, chapter


def period(package: Package, chapter: Chapter, event_id: str) -> tuple:
    """Return the window of a step: from the first day of the chapter to the last possible day of the event; all of it for none."""
    event = package.event(event_id)
    if event is None:
        return chapter.first, chapter.last
    return chapter.first, min(max(words.days_of(event)[1], chapter.first), chapter.last)


def _keep(chapter: Chapter | None) -> None:
    name = st.session_state[REMEMBERED] = chapter.name if chapter else ""
    if st.query_params.get(CHAPTER, "") == name:
        return
    if name:
        st.query_params[CHAPTER] = name
    else:
        del st.query_params[CHAPTER]


def choose(chapter: Chapter) -> None:
    """Open a chapter at its first page; a callback."""
    st.query_params[CHAPTER] = chapter.name
    shown = st.session_state[view.VIEW]
    view.change(shown.replace(period=(chapter.first, chapter.last), event=""))


def step(package: Package, chapter: Chapter | None, event_id: str) -> None:
    """Go to an entry: event, window and map move together; a callback."""
    shown = st.session_state[view.VIEW].replace(event=event_id)
    if chapter is not None:
        chapter = _holding(package, chapter, event_id)
        st.query_params[CHAPTER] = chapter.name
        shown = shown.replace(period=period(package, chapter, event_id))
    view.change(shown, stack=[])


def addresses(package: Package, chapter: Chapter | None, event_ids: Iterable[str]) -> dict[str, str]:
    """Return the address of each of some entries, which opens what `step` shows."""
    ids = list(event_ids)
    if chapter is None:
        return {event_id: f"?{to}" for event_id, to in zip(ids, view.to_each("event", ids), strict=True)}
    kept = view.pairs("event", "period", CHAPTER)
    named = {event_id: (CHAPTER, _holding(package, chapter, event_id).name) for event_id in ids}
    return {event_id: f"?{urlencode([*kept, named[event_id], ('event', event_id)])}" for event_id in ids}


def _holding(package: Package, chapter: Chapter, event_id: str) -> Chapter:
    """Return the chapter where it may hold an event, else the first that may."""
    if (event := package.event(event_id)) is None:
        return chapter
    first, last = words.days_of(event)
    if first <= chapter.last and last >= chapter.first:
        return chapter
    return _of_event(package, chapters(package), event_id) or chapter


def all_entries() -> bool:
    """Whether every entry is listed, not the key ones alone."""
    return st.query_params.get(ENTRIES, "") == ALL


def list_all(yes: bool) -> None:
    """List every entry, or the key ones alone."""
    if yes:
        st.query_params[ENTRIES] = ALL
    elif ENTRIES in st.query_params:
        del st.query_params[ENTRIES]
