"""The rows of the map as a table for people: all that the map shows of each event, in words and numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import words
from dashboard.language import mark
from dashboard.record import name_of
from dashboard.store import Store
from incidents.filter_hours import KNOWN
from incidents.frame_index import FrameIndex

MOST_ROWS = 5000
"""Rows that a table shows; the newest, where there are more."""
COLUMNS = (
    mark("First day"), mark("Last day"), mark("Time, UTC"), mark("Precision"), mark("Event"), mark("Type"), mark("Category"), mark("Status"), mark("Country"),
    mark("Attributed to"), mark("Place"), mark("Uncertainty, km"), mark("Position from"), mark("Longitude"), mark("Latitude"), mark("Airspace"),
)  # fmt: skip
_WORDED = {
    "Precision": "time_precision",
    "Type": "event_type",
    "Category": "category",
    "Status": "status",
    "Position from": "georeference_basis",
}


def rows_of(mask: np.ndarray, *, most: int = MOST_ROWS) -> np.ndarray:
    """Return the positions of the rows of the table in the events, newest first, and of more than `most` the newest."""
    return np.flatnonzero(mask)[::-1][:most]


def event_table(store: Store, at: np.ndarray) -> pd.DataFrame:
    """Return some events as a table.

    Parameters
    ----------
    store : Store
        The data.
    at : ndarray of int
        Positions of the events; see `rows_of`.

    Returns
    -------
    DataFrame
        Index: event ids. Columns: `COLUMNS`; days and hours in UTC (no hour where it is not known), longitude and latitude in degrees (EPSG:4326), uncertainty as the radius in kilometres.
        "Airspace" is where the whole disc of uncertainty lies relative to that of the state concerned; "" until it has been worked out.
    """
    events = store.package.events
    some = events.iloc[at]
    last = (some["latest"].dt.tz_localize(None) - pd.Timedelta(1, "us")).to_numpy().astype("datetime64[D]")
    clock = some["earliest"].dt.strftime("%H:%M").where(some["time_precision"].isin(KNOWN), "")
    columns = {
        "Time, UTC": clock.to_numpy(),
        "First day": some["earliest"].dt.tz_localize(None).to_numpy().astype("datetime64[D]").astype("datetime64[s]"),
        "Last day": last.astype("datetime64[s]"),
        "Event": some["title"].to_numpy(),
        "Country": some["country"].map(name_of).to_numpy(),
        "Attributed to": some["actor"].map(name_of).to_numpy(),
        "Place": some["place_name"].to_numpy(),
        "Uncertainty, km": some["coordinate_uncertainty_m"].to_numpy() / 1000,
        "Longitude": some["longitude"].to_numpy(),
        "Latitude": some["latitude"].to_numpy(),
    }
    for title, column in _WORDED.items():
        columns[title] = (
            some[column].map({word: words.label(column, word) for word in some[column].unique()}).to_numpy()
        )
    index = FrameIndex.of(events)
    inside = index.placed(events)["inside"].to_numpy()[at] if index.is_placed else np.full(len(at), "", dtype=object)
    labels = {word: words.label("airspace", word) if word else "" for word in set(inside)}
    columns["Airspace"] = np.array([labels[word] for word in inside], dtype=object)
    return pd.DataFrame(columns, index=pd.Index(some["event_id"].to_numpy(), name="Id"))[list(COLUMNS)]
