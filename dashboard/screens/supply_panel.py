"""The panel beside the map of supply lines: the selected line, or the list; and the table under it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import escape

from dashboard import words
from dashboard.flow_record import capital, flow_record, period, quantity, status, way
from dashboard.language import mark, tr
from dashboard.record import name_of, part
from dashboard.screens import view
from dashboard.screens.plain import plain
from dashboard.store import Store

TABLE = "flow_table"
NOTE = mark(
    "Figures are what sources report, each in its own unit and for its own period: they are never added. "
    "Arcs are the shortest ways between places that stand for origin and destination, not routes."
)
Row = dict[str, Any]


def show(store: Store, rows: list[Row], selected: str) -> None:
    """Render the selected line with its sources, or the list of those shown.

    Parameters
    ----------
    store : Store
        The data.
    rows : list of dict
        The lines that the period touches, as `dashboard.flow_record.flow_rows` gives them.
    selected : str
        Id of the selected line, "" for none.
    """
    flow = flow_record(store.package, selected) if selected else None
    if flow is None:
        _list(rows)
        return
    st.button(
        tr("All lines"),
        key="flow_back",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=view.select_flow,
        args=("",),
    )
    if selected not in {row["flow_id"] for row in rows}:
        st.caption(tr("This line lies outside the dates now set."))
    st.html(part("facts", flow, template="flow.html"))
    st.html(part("record", flow, template="flow.html"))


def _list(rows: list[Row]) -> None:
    title = tr("Lines by state of origin") if rows else tr("No supply lines in these dates")
    st.html(f'<h2 class="ev-title">{escape(title)}</h2>')
    if not rows:
        none = tr("No recorded supply line covers any of these days. Widen the dates.")
        st.html(f'<p class="ev-note">{escape(none)}</p>')
    st.html(f'<p class="ev-note">{escape(tr(NOTE))}</p>')
    with st.container(key="list", gap="xxsmall"):
        before = ""
        for row in rows:
            if row["origin"] != before:
                before = row["origin"]
                st.html(f'<h3 class="ev-h3">{escape(name_of(before))}</h3>')
            meta = " · ".join(bit for bit in (quantity(row), period(row), status(row)) if bit)
            label = f"**{row['number']}** {plain(capital(row['commodity']))}  \n:gray[{plain(meta)}]"
            st.button(
                label,
                key=f"flow_{row['flow_id']}",
                type="tertiary",
                width="stretch",
                on_click=view.select_flow,
                args=(row["flow_id"],),
            )


def _chosen(rows: list[Row]) -> None:
    found = st.session_state[TABLE]["selection"]["rows"]
    view.select_flow(rows[found[0]]["flow_id"] if found and found[0] < len(rows) else "")


def table(rows: list[Row], selected: str) -> None:
    """Render all lines shown as a table; a selected row is the selected line."""
    at = [k for k, row in enumerate(rows) if row["flow_id"] == selected]
    st.session_state[TABLE] = {"selection": {"rows": at, "columns": [], "cells": []}}
    frame = pd.DataFrame(
        {
            tr("No."): [row["number"] for row in rows],
            tr("From and to"): [way(row) for row in rows],
            tr("Kind"): [words.label("flow_category", row["category"]) for row in rows],
            tr("What"): [capital(row["commodity"]) for row in rows],
            tr("At least"): [row["quantity_min"] for row in rows],
            tr("At most"): [row["quantity_max"] for row in rows],
            tr("Unit"): [row["unit"] for row in rows],
            tr("Period"): [period(row) for row in rows],
            tr("Status"): [status(row) for row in rows],
        }
    )
    number = st.column_config.NumberColumn(format="localized")
    st.dataframe(
        frame,
        hide_index=True,
        key=TABLE,
        on_select=lambda: _chosen(rows),
        selection_mode="single-row",
        placeholder="",
        height="content",
        column_config={
            tr("At least"): number,
            tr("At most"): number,
            tr("Unit"): st.column_config.TextColumn(width=230),
        },
        alt=tr("The supply lines shown on the map, one a row"),
    )
