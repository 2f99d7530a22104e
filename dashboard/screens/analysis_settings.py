"""What the Analysis screen shows beside the view: which chart, how cut and split, compared with what. Kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard.language import mark, said, tr
from dashboard.screens import view
from incidents.errors import shown
from incidents.message import message
from incidents.parse_period import parse_period

CHARTS = {
    "series": mark("Series"),
    "calendar": mark("Calendar"),
    "hours": mark("Hours"),
    "rankings": mark("Rankings"),
    "border": mark("Border and depth"),
    "duration": mark("Duration"),
    "compare": mark("Compare"),
}
STEPS = {
    "auto": mark("Auto"),
    "day": mark("Day"),
    "week": mark("Week"),
    "month": mark("Month"),
    "quarter": mark("Quarter"),
    "year": mark("Year"),
}
SPLITS = {
    "none": mark("Not split"),
    "type": mark("Type"),
    "country": mark("State concerned"),
    "status": mark("Status"),
    "actor": mark("Attributed to"),
    "airspace": mark("Airspace"),
    "category": mark("Category"),
}
CLOCKS = {"local": mark("Clock of the place"), "utc": mark("UTC")}
VERSUS = {"period": mark("Two periods"), "country": mark("Two countries"), "type": mark("Two types")}
AGAINST = {"year-before": mark("Same dates a year before"), "before": mark("As many days just before")}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "chart": CHARTS,
    "step": STEPS,
    "by": SPLITS,
    "clock": CLOCKS,
    "versus": VERSUS,
}
KEY, WRITTEN, NOTES = "analysis_settings", "analysis_params", "analysis_notes"


@dataclass(frozen=True)
class Settings:
    """The settings; each default is left out of the address.

    Attributes
    ----------
    chart, step, by, clock, versus : str
        Words of `CHOICES`.
    against : str
        A word of `AGAINST`, or two days as ``2024-01-01..2024-12-31``.
    pair : str
        Two words to compare, as ``EST..LVA``, or "".
    """

    chart: str = "series"
    step: str = "auto"
    by: str = "none"
    clock: str = "local"
    versus: str = "period"
    against: str = "year-before"
    pair: str = ""

    @property
    def days(self) -> tuple[date, date] | None:
        """The days of one's own to compare with, None when `against` is a word."""
        return None if self.against in AGAINST else _days(self.against)

    @property
    def words(self) -> tuple[str, ...]:
        """The two words of `pair`, or none."""
        return tuple(self.pair.split("..")) if self.pair else ()

    def to_params(self) -> dict[str, str]:
        """Return what differs from the defaults."""
        return {name: getattr(self, name) for name in NAMES if getattr(self, name) != getattr(Settings(), name)}


NAMES = tuple(field.name for field in fields(Settings))


def _days(text: str) -> tuple[date, date] | None:
    try:
        first, last = parse_period(text.split(".."))
    except ValueError:
        return None
    return (first, last) if first and last else None


def from_params(params: Mapping[str, str]) -> tuple[Settings, tuple[str, ...]]:
    """Read an address; what cannot be read is left at its default and named in a note."""
    good: dict[str, str] = {}
    notes = []
    for name, value in params.items():
        known = CHOICES.get(name)
        if known is not None:
            fits = value in known
        elif name == "against":
            fits = value in AGAINST or _days(value) is not None
        else:
            words = value.split("..")
            fits = len(words) == 2 and all(0 < len(word) <= 40 and word.replace("_", "").isalnum() for word in words)
        if fits:
            good[name] = value
        else:
            values = {"name": name, "value": shown(value, limit=40)}
            notes.append(
                message("Ignored: {name}: there is no “{value}”; use one of {known}", **values, known=", ".join(known))
                if known
                else message("Ignored: {name}: there is no “{value}”", **values)
            )
    return Settings(**good), tuple(notes)


def current() -> Settings:
    """Return the settings: those of the address in a new session and after back and forward, otherwise those of before."""
    state = st.session_state
    address = {name: st.query_params[name] for name in NAMES if name in st.query_params}
    if KEY in state and not address and state.get("screen_before") != state.get("screen"):
        _write(state[KEY])
    elif KEY not in state or address != state[WRITTEN]:
        state[KEY], state[NOTES] = from_params(address)
        state[WRITTEN] = address
    return state[KEY]


def change(**changes: Any) -> None:
    """Change some settings, and the address with them; a callback."""
    state = st.session_state
    state[KEY], state[NOTES] = replace(state[KEY], **changes), ()
    _write(state[KEY])


def notes() -> tuple[str, ...]:
    """Return what of the address was ignored, in words of the current language."""
    return (*view.notes(), *map(said, st.session_state.get(NOTES, ())))


def _write(settings: Settings) -> None:
    params = settings.to_params()
    st.session_state[WRITTEN] = params
    for name in NAMES:
        if name in params:
            st.query_params[name] = params[name]
        elif name in st.query_params:
            del st.query_params[name]


def choice(name: str, label: str, options: Mapping[str, str] | None = None, *, tabs: bool = False) -> None:
    """Render the words of one setting; `tabs`: large, as the choice of what the page shows."""
    options = options or CHOICES[name]
    key, value = f"analysis_{name}", getattr(st.session_state[KEY], name)
    st.session_state[key] = value if value in options else next(iter(options))
    st.segmented_control(
        label,
        list(options),
        key=key,
        format_func={word: tr(title) for word, title in options.items()}.get,
        required=True,
        label_visibility="collapsed" if tabs else "visible",
        on_change=lambda: change(**{name: st.session_state[key]}),
    )
