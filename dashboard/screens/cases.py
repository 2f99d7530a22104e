"""What became of it: the share still unresolved, the newest news of cases, and what proved to be nothing."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard import words
from dashboard.language import tr, trn
from dashboard.record import name_of, templates
from dashboard.screens import page, rows, story
from dashboard.store import Store
from incidents.story import recent_updates, unresolved

NEWS, MORE = 12, "cases_rows"
MOST_COUNTRIES, MOST_MONTHS = 15, 15
NOTHING = ("no_evidence", "other_object")


@page.screen("cases")
def show(store: Store) -> None:
    """Render the screen."""
    story.head(store, "cases", tr("What became of it"))
    shown, mask = story.filtered(store)
    events = store.package.events[mask]
    with st.container(key="lists"):
        left, right = st.columns([7, 3], gap="medium")
    with left:
        _share(events)
        _news(store, events)
        _nothing(store, events)
    with right:
        story.panel(store, shown, mask)


def _share(events: pd.DataFrame) -> None:
    """Render the share still unresolved, by country and by month."""
    st.subheader(tr("Still unresolved"), anchor=False)
    countries, months = unresolved(events, "country"), unresolved(events, "month")
    n, total = int(countries["unresolved"].sum()), int(countries["total"].sum())
    if not total:
        st.text(tr("No incident in this view has an object to establish."))
        return
    st.text(
        tr(
            "{n} of {total} recorded incidents with an object to establish ({share}): neither the object nor its origin is established. Small numbers make poor shares: read both numbers."
        ).format(n=n, total=total, share=f"{n / total:.0%}")
    )
    named = countries.assign(group=countries["group"].map(name_of))
    left, months = len(named) - MOST_COUNTRIES, months.iloc[::-1]
    tables = (
        (
            tr("By country"),
            tr("Country"),
            named,
            MOST_COUNTRIES,
            trn("{n} more country", "{n} more countries", left).format(n=left),
        ),
        (tr("By month, newest first"), tr("Month"), months, MOST_MONTHS, tr("Earlier months")),
    )
    template = templates().get_template("shares.html")
    parts = [
        template.render(title=title, heading=heading, rows=share_rows(counted), first=first, more=more)
        for title, heading, counted, first, more in tables
    ]
    key = Markup(
        '<p class="ev-note sh-key"><span class="sh-part"></span> {} <span class="sh-all"></span> {}</p>'
    ).format(tr("Unresolved"), tr("Established, or proved to be nothing"))
    st.html(f'{key}<div class="sh-boxes">{"".join(parts)}</div>')


def share_rows(counts: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of `unresolved` with the lengths of their bars: of the longest, and of this one, in per cent."""
    longest = int(counts["total"].max())
    return [
        row
        | {
            "width": round(100 * row["total"] / longest, 1),
            "part": round(100 * row["unresolved"] / row["total"], 1),
            "share": f"{row['unresolved'] / row['total']:.0%}",
        }
        for row in counts.to_dict("records")
    ]


def _news(store: Store, events: pd.DataFrame) -> None:
    """Render the newest news of cases."""
    found, undated = recent_updates(store.package, events)
    st.subheader(tr("Recently changed"), anchor=False)
    st.text(
        trn(
            "{n} dated change of recorded cases", "{n} dated changes of recorded cases, newest first", len(found)
        ).format(n=len(found))
        + (
            "; "
            + trn(
                "{n} more has no day given and stands in the history of its case",
                "{n} more have no day given and stand in the history of their case",
                undated,
            ).format(n=undated)
            if undated
            else ""
        )
        + "."
    )
    n = st.session_state.get(MORE, NEWS)
    rows.show(rows.listed([_update(store, update) for update in found.head(n).to_dict("records")]), key="news")
    if n < len(found):
        st.button(tr("Show more of {n}").format(n=len(found) - n), key="cases_more", on_click=_more, args=(n,))


def _more(n: int) -> None:
    st.session_state[MORE] = n + 2 * NEWS


def _update(store: Store, update: dict[str, Any]) -> dict[str, Any]:
    event = store.package.event(update["event_id"])
    status = rows.strong(words.label("update_status", update["status"]))
    day = words.partial_day(update["date"])
    return rows.row(
        update["update_id"],
        rows.line(rows.soft(f"{day} · "), status, rows.soft(f" · {event['title']}")),
        rows.line(update["note"]),
        event_id=event["event_id"],
    )


def _nothing(store: Store, events: pd.DataFrame) -> None:
    """Render what proved to be nothing, or something else; it stays in the record."""
    found = events[events["resolution"].isin(NOTHING) | (events["status"] == "retracted")]
    st.subheader(tr("Turned out to be nothing, or something else"), anchor=False)
    st.text(
        tr(
            "{n} of {total} recorded events. They are kept: what was reported, and that it was not so, are both part of the record."
        ).format(n=len(found), total=len(store.package.events))
    )
    made = [rows.event_row(event, before=_verdict(event)) for event in found.iloc[::-1].to_dict("records")]
    rows.show(rows.listed(made), key="nothing")


def _verdict(event: dict[str, Any]) -> str:
    if event["resolution"] in NOTHING:
        return words.label("resolution", event["resolution"])
    return words.label("status", event["status"])
