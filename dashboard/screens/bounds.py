"""Two numbers, the least and the greatest, of one range of the filter."""

from __future__ import annotations

import streamlit as st

from dashboard.language import mark, tr
from dashboard.screens import view
from incidents import Filter

RANGES = {
    # name: words, largest value, step
    "border": (mark("Distance to the border of airspace, on either side, in kilometres"), 5000.0, 5.0),
    "uncertainty": (mark("Radius of uncertainty, in metres"), 20_000_000.0, 1000.0),
    "duration": (mark("Time inside the airspace, in minutes"), 525_600.0, 5.0),
    "depth": (mark("Deepest point reported inside, in kilometres"), 20_000.0, 5.0),
    "count": (mark("Number of objects"), 100_000.0, 1.0),
}


def bounds(shown: Filter, name: str) -> None:
    """Render the inputs of one range; an empty one leaves its side open."""
    words, largest, step = RANGES[name]
    st.caption(tr(words))
    with st.container(horizontal=True):
        for side, heading, value in zip(
            ("low", "high"), (tr("At least"), tr("At most")), getattr(shown, name), strict=True
        ):
            key = f"filter_{name}_{side}"
            st.session_state[key] = None if value is None else min(value, largest)
            st.number_input(
                heading,
                min_value=0.0,
                max_value=largest,
                value=None,
                step=step,
                format="%g",
                key=key,
                on_change=_typed,
                args=(name,),
            )


def _typed(name: str) -> None:
    low, high = (st.session_state[f"filter_{name}_{side}"] for side in ("low", "high"))
    if low is not None and high is not None and low > high:
        low, high = high, low
    view.change(st.session_state[view.VIEW].replace(**{name: (low, high)}))
