"""The clean view for screenshots and for frames in other pages (``embed=true``), with a fixed shape if asked (``aspect=16:9``)."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dashboard import language
from incidents import Filter
from incidents.message import message

ASPECT = "aspect"
ASPECTS = {"16:9": (16, 9), "4:3": (4, 3), "1:1": (1, 1), "9:16": (9, 16)}
"""Shapes by their words in the address: width and height. Those of `dashboard.press.embed`, which Streamlit would load in vain."""


def aspect() -> tuple[int, int] | None:
    """Return width and height of the shape that the address asks for, None when it asks for none that exists."""
    return ASPECTS.get(st.query_params.get(ASPECT, ""))


def note() -> str:
    """Return what is wrong with the shape in the address, in words; "" when nothing is."""
    if ASPECT not in st.query_params or aspect():
        return ""
    return message("Ignored: aspect: write one of {known}", known=", ".join(ASPECTS))


def style() -> None:
    """Make the view as large as fits the window in its shape; without a shape it fills the window."""
    wide, tall = aspect() or (0, 0)
    if wide:
        st.html(
            f"<style>.st-key-embed {{ width: min(100vw, 100dvh * {wide} / {tall}) !important; height: min(100dvh, 100vw * {tall} / {wide}) !important; }}</style>"
        )


def link(shown: Filter, *, at: str = "") -> str:
    """Return the relative address of the clean view of a filter, at a position of the map if given."""
    params = [*shown.to_params(), *([("at", at)] if at else []), *language.params().items(), ("embed", "true")]
    return f"?{urlencode(params, safe=',')}"
