"""What became of it: the share still unresolved, the newest news of cases, and what proved to be nothing."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard import words
from dashboard.language import tr, trn
from dashboard.record import name_of, templates
from dashboard.screens import detail, page, story, view
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents.story import recent_updates, unresolved

NEWS, MORE = 12, "cases_rows"
MOST_COUNTRIES, MOST_MONTHS = 15, 15
NOTHING = ("no_evidence", "other_object")


@page.screen("cases")
def show(store: Store) -> None:
    """Render the screen."""
    story.head("cases", tr("What became of it"))
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
        template.render(title=title, heading=heading, rows=share_rows(rows), first=first, more=more)
        for title, heading, rows, first, more in tables
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
    rows = st.session_state.get(MORE, NEWS)
    with st.container(key="sl_news", gap="xxsmall"):
        for update in found.head(rows).to_dict("records"):
            event = store.package.event(update["event_id"])
            label = (
                f":gray[{plain(words.partial_day(update['date']))} ·] **{plain(words.label('update_status', update['status']))}** :gray[· {plain(event['title'])}]"
                f"  \n{plain(update['note'])}"
            )
            st.button(
                label,
                key=f"update_{update['update_id']}",
                type="tertiary",
                width="stretch",
                on_click=view.select,
                args=(event["event_id"],),
            )
    if rows < len(found):
        st.button(tr("Show more of {n}").format(n=len(found) - rows), key="cases_more", on_click=_more, args=(rows,))


def _more(rows: int) -> None:
    st.session_state[MORE] = rows + 2 * NEWS


def _nothing(store: Store, events: pd.DataFrame) -> None:
    """Render what proved to be nothing, or something else; it stays in the record."""
    rows = events[events["resolution"].isin(NOTHING) | (events["status"] == "retracted")]
    st.subheader(tr("Turned out to be nothing, or something else"), anchor=False)
    st.text(
        tr(
            "{n} of {total} recorded events. They are kept: what was reported, and that it was not so, are both part of the record."
        ).format(n=len(rows), total=len(store.package.events))
    )
    with st.container(key="sl_nothing", gap="xxsmall"):
        for event in rows.iloc[::-1].to_dict("records"):
            verdict = (
                words.label("resolution", event["resolution"])
                if event["resolution"] in NOTHING
                else words.label("status", event["status"])
            )
            detail.row(event, key=f"nothing_{event['event_id']}", before=verdict)
