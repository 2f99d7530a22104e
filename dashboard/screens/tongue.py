"""The language of a session: asked for by the address (``lang=pl``) or the switch, kept from screen to screen."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import language
from dashboard.language import ENGLISH, LANG
from incidents.message import message

STATE = "language"


def of_session() -> str:
    """Return the language that this session wants, "" outside of one."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    return st.session_state.get(STATE, "")


def begin() -> None:
    """Take the language from the address, or write into it what the session wants; first thing in each run."""
    language.follow(of_session)
    state, asked = st.session_state, st.query_params.get(LANG, "")
    if asked in language.languages():
        state[STATE] = asked
    elif not asked and state.get(STATE, ENGLISH) != ENGLISH:
        st.query_params[LANG] = state[STATE]


def note() -> str:
    """Return what is wrong with the language in the address, in words; "" when nothing is."""
    asked = st.query_params.get(LANG, "")
    if not asked or asked in language.languages():
        return ""
    return message("Ignored: lang: write one of {known}", known=", ".join(language.languages()))


def switch() -> None:
    """Render a button for each other language, in its own words, at the upper edge of the page; tell screen readers the language."""
    with st.container(key="languages", horizontal=True, gap="small"):
        if STATE in st.session_state:  # the page itself says English
            st.html(
                f'<script>document.documentElement.lang = "{language.current()}"</script>', unsafe_allow_javascript=True
            )
        for each in language.languages():
            if each != language.current():
                name = language.own_name(each)
                st.button(
                    name[:1].upper() + name[1:], key=f"lang_{each}", type="tertiary", on_click=_change, args=(each,)
                )


def _change(wanted: str) -> None:
    st.session_state[STATE] = wanted
    if wanted == ENGLISH:
        st.query_params.pop(LANG, None)
    else:
        st.query_params[LANG] = wanted


def folder() -> str:
    """Return the part of an address that asks the server for words in the language: "" in English."""
    return "" if language.current() == ENGLISH else f"{language.current()}/"


def keyed(key: str) -> str:
    """Return the key of a frame in the language: in another language it is another frame, with another script."""
    return key if language.current() == ENGLISH else f"{key}_{language.current()}"
