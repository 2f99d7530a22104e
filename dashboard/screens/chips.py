"""What is filtered, in words: each part a button that removes it."""

from __future__ import annotations

import streamlit as st

from dashboard.filter_speech import chip_words
from dashboard.language import tr
from dashboard.screens import view
from dashboard.screens.plain import plain
from incidents import Filter

CONFIRMED = "filter_confirmed"


def chips(shown: Filter) -> None:
    """Render one row, always there and of one height: the switch for confirmed events only, and a chip for each active part."""
    st.session_state[CONFIRMED] = shown.status == ("confirmed",)
    with st.container(key="chips", horizontal=True, vertical_alignment="center", gap="small"):
        st.toggle(tr("Confirmed only"), key=CONFIRMED, on_change=_confirmed)
        for name, value, words in chip_words(shown):
            st.button(
                plain(words),
                key=f"chip_{name}_{value}" if value and name != "q" else f"chip_{name}",
                icon=":material/close:",
                icon_position="right",
                type="secondary",
                help=tr("Remove this filter: {words}").format(words=plain(words)),
                on_click=_remove,
                args=(name, value),
            )


def _confirmed() -> None:
    status = ("confirmed",) if st.session_state[CONFIRMED] else ()
    view.change(st.session_state[view.VIEW].replace(status=status, not_status=()))


def _remove(name: str, value: str) -> None:
    view.change(st.session_state[view.VIEW].without(name, value or None))
