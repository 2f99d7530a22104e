"""Reaction time: minutes inside against outcome, and days until somebody answered."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import language, words
from dashboard.language import tr
from dashboard.record import name_of
from dashboard.screens import page, story
from dashboard.screens.folded import folded
from dashboard.screens.made_once import CHARTS, made_once
from dashboard.store import Store
from incidents import Filter
from incidents.story import response_days


@page.screen("reaction")
def show(store: Store) -> None:
    """Render the screen."""
    story.head(store, "reaction", tr("Reaction time"))
    shown, mask = story.filtered(store)
    events = store.package.events[mask]
    with st.container(key="lists"):
        left, right = st.columns([7, 3], gap="medium")
    with left:
        view = shown.replace(event="")
        _minutes(store, view, events)
        _days(store, view, events)
        st.subheader(tr("What it cost"), anchor=False)
        st.text(
            tr(
                "The records hold no cost of a response: neither flying hours nor weapons spent are a column of the data. Where a source names a sum, the summary of the event says it."
            )
        )
    with right:
        story.panel(store, shown, mask)


def _minutes(store: Store, shown: Filter, events: pd.DataFrame) -> None:
    """Render minutes inside against outcome."""
    st.subheader(tr("Minutes inside, by outcome"), anchor=False)
    incidents = events[events["category"] == "incident"]
    known = incidents[incidents["duration_min"].notna()]
    st.text(
        tr(
            "{n} of {total} recorded incidents in this view have a recorded time inside; for the other {rest} the data has none. These are the minutes reported, mostly by the state concerned; they are no sample of all incidents."
        ).format(n=len(known), total=len(incidents), rest=len(incidents) - len(known))
    )
    if known.empty:
        return
    st.text(
        tr("Median {median} min, shortest {least}, longest {most}.").format(
            median=language.number(f"{known['duration_min'].median():g}"),
            least=language.number(f"{known['duration_min'].min():g}"),
            most=language.number(f"{known['duration_min'].max():g}"),
        )
    )
    from dashboard.charts.look import theme_of
    from dashboard.charts.minutes_chart import minutes_chart
    from dashboard.charts.sent import Sent

    theme = theme_of(st.context.theme.type)
    made = made_once(store, ("minutes", shown, theme), lambda: minutes_chart(known, theme), kind=CHARTS)
    st.altair_chart(Sent(made, theme), key="minutes", theme=None)
    if (place := folded(tr("The same as a table"), key="minutes_table")) is not None:
        table = known.sort_values("duration_min", ascending=False)
        columns = {
            tr("When"): [words.short_when(row) for row in table.to_dict("records")],
            tr("Incident"): table["title"].to_numpy(),
            tr("Minutes inside"): table["duration_min"].to_numpy(),
            tr("Outcome"): [words.label("outcome", word) for word in table["outcome"]],
        }
        place.dataframe(pd.DataFrame(columns), hide_index=True)


def _days(store: Store, shown: Filter, events: pd.DataFrame) -> None:
    """Render the days between an incident and the answers to it."""
    st.subheader(tr("Days until an answer"), anchor=False)
    found = response_days(store.package, events)
    incidents = int((events["category"] == "incident").sum())
    answered = found["incident"].nunique()
    st.text(
        tr(
            "{n} recorded answers to {answered} of {total} recorded incidents in this view; for the other {rest} the data records none, which does not mean that there was none."
        ).format(n=len(found), answered=answered, total=incidents, rest=incidents - answered)
    )
    if found.empty:
        return
    st.text(
        tr("Median {median} days, longest {most}; {same} on the same UTC day.").format(
            median=language.number(f"{found['days'].median():g}"),
            most=f"{found['days'].max():g}",
            same=int((found["days"] == 0).sum()),
        )
    )
    whole = store.package.events.set_index("event_id")
    asked, answer = whole.loc[found["incident"]], whole.loc[found["answer"]]
    rows = pd.DataFrame(
        {
            "days": found["days"].to_numpy(),
            "answer": answer["title"].to_numpy(),
            "by": [name_of(code) for code in answer["actor"]],
            "kind": [words.label("event_type", word) for word in answer["event_type"]],
            "incident": asked["title"].to_numpy(),
            "sure": [
                tr("about: a date is known to a longer time") if rough else tr("by the day") for rough in found["rough"]
            ],
        }
    )
    from dashboard.charts.days_chart import days_chart
    from dashboard.charts.look import theme_of
    from dashboard.charts.sent import Sent

    theme = theme_of(st.context.theme.type)
    made = made_once(store, ("days", shown, theme), lambda: days_chart(rows, theme), kind=CHARTS)
    st.altair_chart(Sent(made, theme), key="days", theme=None)
    if (place := folded(tr("The same as a table"), key="days_table")) is not None:
        titles = [tr("Days"), tr("Answer"), tr("By"), tr("Kind"), tr("Incident"), tr("How sure")]
        place.dataframe(rows.set_axis(titles, axis=1), hide_index=True)
