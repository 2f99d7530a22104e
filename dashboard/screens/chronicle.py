"""The chronicle: what flew, what was said, what was done, told step by step with map, window and card together."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard.language import mark, speaker, tr, trn
from dashboard.screens import card, chapter, filters, frame, page, story, timeline, view
from dashboard.screens.entries import entries
from dashboard.store import Store
from incidents import Filter
from incidents.story import Chapter, chain, chapters

CHOSEN, TOGGLE, OWN_DATES = "chronicle_chapter", "chronicle_all", mark("Own dates")
CLOSE = 5
"""Zoom of the map at an entry: about a country and its neighbours."""


@page.screen("chronicle")
def show(store: Store) -> None:
    """Render the screen: places are laid out first, so that the map is never pushed about."""
    story.head(store, "chronicle", tr("Chronicle"))
    shown, read = chapter.current(store.package)
    bar = st.container()
    steps = st.container(key="steps", horizontal=True, vertical_alignment="center", gap="small")
    notes = st.container()
    with st.container(key="story_stage"):
        left, right = st.columns([4, 6], gap="medium")
    with left, st.container(key="map"):
        frame.show(store, shown, follow=CLOSE)
    ids, mask = entries(store, shown, read)
    whole = int(mask.sum())
    with bar:
        filters.show(store, view.current(store.package))
    with steps:
        _steps(store, shown, read, ids)
    with notes:
        story.notes(store)
    with left, st.container(key="card"):
        card.show(store, shown, read, ids, mask)
    with right, st.container(key="lanes"):
        choose = partial(chapter.step, store.package, read)
        chained = chain(store.package, shown.event) if shown.event else ()
        if ids:
            st.html(
                Markup('<h2 class="ev-title">{}</h2>').format(
                    tr("{n} of {total} entries").format(n=len(ids), total=whole)
                    if len(ids) < whole
                    else trn("{n} entry", "{n} entries", whole).format(n=whole)
                )
            )
            to = partial(chapter.addresses, store.package, read)
            timeline.show(store, ids, chosen=shown.event, chained=chained, on_choose=choose, addresses=to)
        else:
            none = tr("No recorded event matches these dates and filters. Widen the dates, or reset the filters.")
            st.html(Markup('<p class="ev-note">{}</p>').format(none))


def _steps(store: Store, shown: Filter, read: Chapter | None, ids: list[str]) -> None:
    """Render the choice of a chapter and the way through it."""
    found = {each.title: each for each in chapters(store.package)}
    st.session_state[CHOSEN] = read.title if read else OWN_DATES
    st.selectbox(
        tr("Chapter"),
        [*([] if read else [OWN_DATES]), *found],
        key=CHOSEN,
        format_func=speaker(),
        width=175,
        label_visibility="collapsed",
        on_change=lambda: (
            chapter.choose(found[st.session_state[CHOSEN]]) if st.session_state[CHOSEN] in found else None
        ),
    )
    st.session_state[TOGGLE] = chapter.all_entries()
    st.toggle(tr("Every entry"), key=TOGGLE, on_change=lambda: chapter.list_all(st.session_state[TOGGLE]))
    at = ids.index(shown.event) + 1 if shown.event in ids else 0
    before, after = (ids[at - 2] if at > 1 else ""), (ids[at] if at < len(ids) else "")
    st.button(
        tr("Previous"),
        key="step_back",
        icon=":material/chevron_left:",
        disabled=at == 0,
        on_click=chapter.step,
        args=(store.package, read, before),
    )
    st.html(
        Markup('<span class="tl-step" role="status">{}</span>').format(
            tr("Step {k} of {n}").format(k=at, n=len(ids))
            if at
            else trn("{n} step", "{n} steps", len(ids)).format(n=len(ids))
        ),
        width="content",
    )
    st.button(
        tr("Start again") if ids and at == len(ids) else tr("Next") if at else tr("Start reading"),
        key="step_on",
        icon=":material/chevron_right:" if after else ":material/first_page:",
        icon_position="right",
        type="primary",
        disabled=not ids,
        on_click=chapter.step,
        args=(store.package, read, after),
    )
