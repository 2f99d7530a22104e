"""Links from one screen to another, inside the session."""

from __future__ import annotations

import streamlit as st


def _never() -> None:
    """Stand for the screen of an address: Streamlit tells pages apart by their address alone."""


def to(name: str, label: str, *, disabled: bool = False, icon: str | None = None) -> None:
    """Render a link to a screen; the view is kept.

    Parameters
    ----------
    name : str
        Address of the screen, as in main.py.
    label : str
        Words of the link, Markdown.
    disabled : bool, default False
        Whether this is the screen that is shown.
    icon : str, optional
        A Material symbol.
    """
    st.page_link(st.Page(_never, url_path=name, title=name), label=label, disabled=disabled, icon=icon)


def go(name: str) -> None:
    """Change to a screen; the view is kept."""
    st.switch_page(st.Page(_never, url_path=name, title=name))
