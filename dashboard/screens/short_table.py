"""A short table as HTML: there at once, where the grid would load its script first, and read by screen readers as it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

CELL, HEAD = Markup("<td>{}</td>"), Markup('<th scope="col">{}</th>')
ROW = Markup('<tr><th scope="row">{}</th>{}</tr>')
TABLE = Markup(
    '<div class="plain-table short-table{}" tabindex="0" role="region" aria-label="{}"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
)


def _joined(form: Markup, texts: object) -> Markup:
    return Markup("").join(form.format(text) for text in texts)


def show(table: pd.DataFrame, name: str, *, words: bool = False) -> None:
    """Render a table whose first column says what each row is; texts are shown as they are, markup as markup.

    Parameters
    ----------
    table : DataFrame
        Texts and numbers for people.
    name : str
        What a screen reader calls it.
    words : bool, default False
        Whether its cells are words more than numbers, and begin on one line.
    """
    rows = table.itertuples(index=False, name=None)
    body = Markup("").join(ROW.format(first, _joined(CELL, cells)) for first, *cells in rows)
    st.html(TABLE.format(" word-table" if words else "", name, _joined(HEAD, table.columns), body))
