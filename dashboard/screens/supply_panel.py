"""The panel beside the map of supply lines: the selected line, or the list; and the table under it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup, escape

from dashboard import words
from dashboard.flow_record import capital, figure, flow_record, period, quantity, status, way
from dashboard.language import mark, tr
from dashboard.record import name_of, part
from dashboard.screens import rows, short_table, view
from dashboard.store import Store

NOTE = mark(
    "Figures are what sources report, each in its own unit and for its own period: they are never added. "
    "Arcs are the shortest ways between places that stand for origin and destination, not routes."
)
Row = dict[str, Any]


def show(store: Store, shown: list[Row], selected: str) -> None:
    """Render the selected line with its sources, or the list of those shown.

    Parameters
    ----------
    store : Store
        The data.
    shown : list of dict
        The lines that the period touches, as `dashboard.flow_record.flow_rows` gives them.
    selected : str
        Id of the selected line, "" for none.
    """
    flow = flow_record(store.package, selected) if selected else None
    if flow is None:
        _list(shown)
        return
    st.button(
        tr("All lines"),
        key="flow_back",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=view.select_flow,
        args=("",),
    )
    if selected not in {row["flow_id"] for row in shown}:
        st.caption(tr("This line lies outside the dates now set."))
    st.html(part("facts", flow, template="flow.html"))
    st.html(part("record", flow, template="flow.html"))


def _list(shown: list[Row]) -> None:
    title = tr("Lines by state of origin") if shown else tr("No supply lines in these dates")
    st.html(f'<h2 class="ev-title">{escape(title)}</h2>')
    if not shown:
        none = tr("No recorded supply line covers any of these days. Widen the dates.")
        st.html(f'<p class="ev-note">{escape(none)}</p>')
    st.html(f'<p class="ev-note">{escape(tr(NOTE))}</p>')
    lines = zip(shown, view.to_each(view.FLOW, (row["flow_id"] for row in shown)), strict=True)
    nodes: list[rows.Node] = []
    for origin, group in groupby(lines, key=lambda line: line[0]["origin"]):
        nodes += [["h3", "ev-h3", name_of(origin)], rows.listed([_line(row, to=f"?{to}") for row, to in group])]
    rows.show(*nodes, key="list", on_choose=view.select_flow)


def _line(row: Row, *, to: str) -> dict[str, Any]:
    """Return one supply line as a row."""
    meta = " · ".join(bit for bit in (quantity(row), period(row), status(row)) if bit)
    what = rows.line(rows.strong(str(row["number"])), f" {capital(row['commodity'])}")
    return rows.row(row["flow_id"], what, rows.line(rows.soft(meta)), event_id=row["flow_id"], to=to)


def table(shown: list[Row], selected: str) -> None:
    """Render all lines shown as a table of HTML, which is there at once and read by screen readers as it stands; what is sent leads to its line."""
    columns = {
        tr("No."): [str(row["number"]) for row in shown],
        tr("From and to"): [way(row) for row in shown],
        tr("Kind"): [words.label("flow_category", row["category"]) for row in shown],
        tr("What"): _links(shown, selected),
        tr("At least"): [_figure(row["quantity_min"]) for row in shown],
        tr("At most"): [_figure(row["quantity_max"]) for row in shown],
        tr("Unit"): [row["unit"] for row in shown],
        tr("Period"): [period(row) for row in shown],
        tr("Status"): [status(row) for row in shown],
    }
    short_table.show(
        pd.DataFrame(columns, dtype=object), tr("The supply lines shown on the map, one a row"), words=True
    )


def _figure(value: float | None) -> str:
    return "" if value is None else figure(value)


def _links(shown: list[Row], selected: str) -> list[Markup]:
    """Return what each line sends, as a link that selects it."""
    link = Markup('<a href="?{}" class="inside"{}>{}</a>')
    here = Markup(' aria-current="true"')
    to = view.to_each(view.FLOW, (row["flow_id"] for row in shown))
    return [
        link.format(query, here if row["flow_id"] == selected else "", capital(row["commodity"]))
        for row, query in zip(shown, to, strict=True)
    ]
