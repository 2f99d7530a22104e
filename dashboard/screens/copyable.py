"""Text to take along. Streamlit's own code block loads 1.5 MB of colouring first, and shows its button only under a mouse."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.language import tr

BLOCK = Markup(
    '<div class="copyable"><pre{2}>{0}</pre><div><button type="button" data-copied="{3}">{1}</button> <span role="status"></span></div></div>'
)
SCROLLS = Markup(' class="scrolls" tabindex="0"')


def copyable(text: str, *, scrolls: bool = False) -> None:
    """Render a text as it is, with a button that copies it (regions.js).

    Parameters
    ----------
    text : str
        Shown as text whatever is in it.
    scrolls : bool
        Whether it scrolls in a box of its own: for many lines.
    """
    st.html(BLOCK.format(text, tr("Copy"), SCROLLS if scrolls else "", tr("Copied")))
