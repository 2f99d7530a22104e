"""The table under the map: the same rows, to sort and to select."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st
from markupsafe import escape

from dashboard.event_table import MOST_ROWS, event_table, rows_of
from dashboard.language import tr, trn
from dashboard.own_store import OwnStore
from dashboard.screens import table_state, view
from dashboard.screens.made_once import TABLES, made_once
from dashboard.screens.take_away import link
from dashboard.store import Store
from incidents import Filter
from incidents.frame_index import FrameIndex

OPEN, PLAIN, KEY, IDS = "table_open", "table_plain", "table", "table_ids"
MOST_PLAIN = 100
"""Rows of one page of the plain table; a browser takes a quarter of a second for 400."""
HEIGHT = 330
NUMBERS = {
    "First day": st.column_config.DateColumn(format="YYYY-MM-DD", width=95),
    "Last day": st.column_config.DateColumn(format="YYYY-MM-DD", width=95),
    "Precision": st.column_config.TextColumn(width=100),
    "Event": st.column_config.TextColumn(width=380),
    "Uncertainty, km": st.column_config.NumberColumn(format="%.3g", width=110),
    "Longitude": st.column_config.NumberColumn(format="%.4f", width=90),
    "Latitude": st.column_config.NumberColumn(format="%.4f", width=90),
}


def switch() -> None:
    """Render the switch that opens the table under the map."""
    st.session_state[OPEN] = is_open()
    st.toggle(tr("Table"), key=OPEN, on_change=_switched)


def _switched() -> None:
    table_state.change(table_state.GRID if st.session_state[OPEN] else "")


def is_open() -> bool:
    """Whether the reader, or the address, asked for the table."""
    return bool(table_state.word())


def show(store: Store, shown: Filter, mask: np.ndarray) -> None:
    """Render the table: a row selected here is selected on the map, and the other way round.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view; its event is the selected one.
    mask : ndarray of bool
        Which events the view lets through.
    """
    n, plain = int(mask.sum()), table_state.is_plain()
    with st.container(key="table_box", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", key="table_head"):
            said = trn("**{n} event of this view**, newest first.", "**{n} events of this view**, newest first.", n)
            sorts = "" if plain else tr("A heading sorts.")
            more = tr("The newest {most} of {n}: filter, or download all.") if n > MOST_ROWS and not plain else ""
            st.markdown(f"{said} {sorts} {more}".format(n=n, most=MOST_ROWS))
            st.session_state[PLAIN] = plain
            st.toggle(tr("Plain table for screen readers"), key=PLAIN, on_change=_form)
        if not plain:
            _grid(_table(store, shown, mask), shown)
            return
        pages = max(1, -(-n // MOST_PLAIN))
        first = (min(table_state.page(), pages) - 1) * MOST_PLAIN
        at = rows_of(mask, most=n)[first : first + MOST_PLAIN]
        _plain(event_table(store, at), shown, first=first, n=n)
        if pages > 1:
            _pages(store, shown, first // MOST_PLAIN + 1, pages)


def _table(store: Store, shown: Filter, mask: np.ndarray) -> pd.DataFrame:
    """Return the table with headings in the current language; who chooses row after row looks at the same one."""
    placed = FrameIndex.of(store.package.events).is_placed  # its last column is empty until then
    what = ("table", shown.replace(event=""), placed)
    return made_once(store, what, lambda: event_table(store, rows_of(mask)).rename(columns=tr), kind=TABLES)


def _form() -> None:
    table_state.change(table_state.PLAIN if st.session_state[PLAIN] else table_state.GRID)


def _pages(store: Store, shown: Filter, page: int, pages: int) -> None:
    """Render the way to the other rows of the plain table, and to all of them as a file."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="table_pages"):
        for key, words, to in (
            ("newer", tr("Newer {n}").format(n=MOST_PLAIN), page - 1),
            ("older", tr("Older {n}").format(n=MOST_PLAIN), page + 1),
        ):
            st.button(words, key=f"table_{key}", disabled=not 1 <= to <= pages, on_click=table_state.turn, args=(to,))
        said = tr("Page {page} of {pages}.").format(page=page, pages=pages)
        if not isinstance(store, OwnStore):
            said += " [{words}]({address})".format(words=tr("All rows as CSV"), address=link(shown, "csv"))
        st.markdown(said)


def _grid(table: pd.DataFrame, shown: Filter) -> None:
    state = st.session_state
    ids = state[IDS] = table.index
    chosen = ids.get_indexer([shown.event])[0] if shown.event else -1
    wanted = [int(chosen)] if chosen >= 0 else []
    if KEY not in state or state[KEY]["selection"]["rows"] != wanted:
        state[KEY] = {"selection": {"rows": wanted, "columns": [], "cells": []}}
    st.dataframe(
        table,
        key=KEY,
        height=HEIGHT,
        hide_index=True,
        column_config={tr(name): config for name, config in NUMBERS.items()},
        on_select=_selected,
        selection_mode="single-row",
        alt=tr("Table of the events in view; the switch above shows it as a plain table"),
    )


def _selected() -> None:
    rows = st.session_state[KEY]["selection"]["rows"]
    ids = st.session_state[IDS]
    view.select(str(ids[rows[0]]) if rows and rows[0] < len(ids) else "")


def _plain(table: pd.DataFrame, shown: Filter, *, first: int, n: int) -> None:
    """Render some of n rows as HTML, those before them passed over; a title leads to its event."""
    columns = [_cells(name, table[name], shown) for name in table.columns]
    rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*columns, strict=True))
    head = "".join(f'<th scope="col">{escape(tr(name))}</th>' for name in table.columns)
    if len(table) == n:
        caption = trn("{n} event, newest first.", "{n} events, newest first.", n).format(n=n)
    else:
        span = {"first": first + 1, "last": first + len(table), "n": n}
        caption = tr("Events {first} to {last} of {n}, newest first.").format(**span)
    name = tr("Table of events")
    caption += " " + tr("A title opens its event.")
    st.html(
        f'<div class="plain-table" tabindex="0" role="region" aria-label="{escape(name)}"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(name: str, column: pd.Series, shown: Filter) -> list[str]:
    """Return one column as cells of HTML; by `Markup.format` they would take five times as long, a third of what opening the table takes."""
    if name != "Event":
        return [f"<td>{escape(_text(value))}</td>" for value in column]
    here = [' aria-current="true"' if event_id == shown.event else "" for event_id in column.index]
    to = view.to_each("event", column.index)
    return [
        f'<th scope="row"><a href="?{escape(query)}" class="inside"{chosen}>{escape(title)}</a></th>'
        for query, chosen, title in zip(to, here, column, strict=True)
    ]


def _text(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
