"""Do the slow first-time work while the first browser is still loading the page."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from dashboard.layers import bundle
from dashboard.store import store
from incidents import Filter, PackageError, filter_mask
from incidents.filter import FACETS

PLACED_AHEAD = 2000
"""Events up to which airspace is worked out ahead; larger packages do it when first asked."""
PAUSE_S = 4.0
"""Seconds left to the first page load before that."""


def _warm() -> None:
    # Slow imports of the first session. Not streamlit_folium: a component registers itself only when a session imports it.
    import dashboard.layers.incident_map  # noqa: F401
    from dashboard.record import record

    try:
        current = store()
        blobs = [current.core, current.extra, *bundle.assets().values()]
    except PackageError as error:
        logging.getLogger("airspace").error("%s", error.message)
        return
    for blob in blobs:
        _ = blob.gzipped
    for column in FACETS.values():
        current.words_in(column)
    # Ids, claims, searched text and boundaries, for the panel and the filters: wanted at the first click, not at first paint.
    time.sleep(PAUSE_S)
    record(current.package, current.id_of(0))
    filter_mask(current.package, Filter(q="a", changed=date(2000, 1, 1)))
    if len(current.package.events) <= PLACED_AHEAD:
        filter_mask(current.package, Filter(airspace=("inside",)))


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Start the work beside the server; it neither delays nor stops it."""
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    yield
