"""One chart with all that belongs to it: words, what a click chooses, the same for the keyboard, data, files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard.charts.chart_file import FORMATS, chart_file
from dashboard.charts.figure import PICK, Figure, Pick
from dashboard.charts.sent import Sent
from dashboard.language import current, tr, using
from dashboard.screens import view
from dashboard.screens.plain import plain
from incidents import Filter, Package
from incidents.export.metadata import file_name
from incidents.neutral import neutralise

ROUND = "analysis_round"
"""Before the name of a chart: the number of clicks taken over from it. It is a new element after each, so that the same mark can be clicked again."""


def _choose(picks: Mapping[str, Pick], value: object) -> None:
    if isinstance(value, str) and value in picks:
        event = st.session_state[view.VIEW].event
        view.change(picks[value].filter.replace(event=event))


def _clicked(key: str, turn: str, picks: Mapping[str, Pick]) -> None:
    """Take over a click on a mark; what comes from the browser is looked up, never used."""
    found: Any = st.session_state.get(key)
    rows = found["selection"].get(PICK, []) if found else []
    if isinstance(rows, list) and rows and isinstance(rows[0], dict):
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
        _choose(picks, rows[0].get(PICK))


def _listed(key: str, figure: Figure) -> None:
    """Take over a choice from the list, which stands empty again: the same can be chosen once more."""
    value, st.session_state[key] = st.session_state[key], None
    _choose(figure.picks, value)


def table_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8; text that a spreadsheet could run gets an apostrophe in front."""
    safe = table.apply(lambda column: neutralise(column.astype("str")) if column.dtype in ("str", "object") else column)
    return safe.to_csv(index=False, lineterminator="\r\n").encode()


def show(package: Package, counted: Filter, figure: Figure, *, theme: str) -> None:
    """Render a chart.

    Parameters
    ----------
    package, counted
        The data, and the view that the chart counts.
    figure : Figure
        The chart.
    theme : str
        "light" or "dark".
    """
    turn = f"{ROUND}_{figure.name}"
    key = f"chart_{figure.name}_{st.session_state.get(turn, 0)}"
    st.html(Markup('<h2 class="ev-title">{}</h2>').format(figure.title))
    options: dict[str, Any] = {"theme": None, "width": "stretch", "alt": figure.alt, "key": key}
    if figure.picks:
        options["on_select"] = lambda: _clicked(key, turn, figure.picks)
    st.altair_chart(Sent(figure.chart, theme, height=figure.height), **options)
    st.caption(plain(" ".join((figure.alt, *figure.notes))))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"tools_{figure.name}"):
        if figure.picks:
            _list(figure)
        _files(package, counted, figure, theme)


def _list(figure: Figure) -> None:
    """Render what a click chooses as a list, for the keyboard."""
    key = f"choose_{figure.name}"
    st.selectbox(
        figure.choose,
        list(figure.picks),
        index=None,
        key=key,
        format_func=lambda name: figure.picks[name].label,
        placeholder=tr("Click a bar, or choose here"),
        width=260,
        on_change=lambda: _listed(key, figure),
    )


def _file(package: Package, counted: Filter, figure: Figure, *, theme: str, form: str, language: str) -> bytes:
    """Return the chart as a file; made when it is asked for, outside of the run that knows the language."""
    with using(language):
        return chart_file(package, counted, figure, theme=theme, form=form)


def _files(package: Package, counted: Filter, figure: Figure, theme: str) -> None:
    """Render the numbers behind the chart, and the chart as files; those are made when asked for."""
    spoken = current()

    def named(suffix: str) -> str:
        return file_name(package, filter=counted, suffix=suffix).replace(
            "airspace-events", f"airspace-{figure.name}", 1
        )

    place = st.popover(tr("Data, PNG, SVG"), key=f"data_{figure.name}", on_change="rerun")
    if not place.open:
        return
    with place:
        with st.container(horizontal=True, gap="small"):
            st.download_button(
                tr("Download {kind}").format(kind="CSV"),
                lambda: table_csv(figure.table),
                named("csv"),
                "text/csv",
                key=f"csv_{figure.name}",
                on_click="ignore",
            )
            for form, mime in FORMATS.items():
                st.download_button(
                    form.upper(),
                    lambda form=form: _file(package, counted, figure, theme=theme, form=form, language=spoken),
                    named(form),
                    mime,
                    key=f"{form}_{figure.name}",
                    on_click="ignore",
                    help=tr("The chart with title, count, source and licence as {kind}").format(kind=form.upper()),
                )
        tall = min(420, 38 + 35 * max(len(figure.table), 1))
        st.dataframe(figure.table, hide_index=True, width="content", height=tall)
