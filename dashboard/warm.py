"""Do the slow first-time work while the first browser is still loading the page."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from typing import Any

from dashboard.layers import bundle
from dashboard.server.at_once import send_at_once
from dashboard.server.forget import forget_sessions
from dashboard.store import served, store
from incidents import Filter, PackageError, filter_mask

PLACED_AHEAD = 200_000
"""Events up to which airspace is worked out ahead; larger packages do it when first asked."""
PAUSE_S = 4.0
"""Seconds left to the first page load before that, and again before what only the Analysis screen needs."""
ANALYSIS = (
    "dashboard.charts.series_chart",
    "dashboard.charts.comparison_chart",
    "dashboard.press.side_by_side",
    "scipy.special",
)
"""What brings Altair, Matplotlib, GeoPandas and SciPy, which take seconds to load."""


def set_apart() -> None:
    """Let the garbage collector pass over all that is there now: libraries, tables, boundaries.

    Streamlit has it look at everything after each run of a screen, which takes longer than most screens; what is set apart lives as long as
    the server anyway.
    """
    gc.collect()
    gc.freeze()


def _warm() -> None:
    # Slow imports of the first session. Not streamlit_folium: a component registers itself only when a session imports it.
    import dashboard.layers.incident_map  # noqa: F401
    from dashboard.record import record

    try:
        current = store()
        current.prepare()
    except PackageError as error:
        logging.getLogger("airspace").error("%s", error.message)
        return
    for blob in bundle.assets().values():
        _ = blob.gzipped
    set_apart()
    # Ids, claims, searched text and boundaries, for the panel and the filters: wanted at the first click, not at first paint.
    time.sleep(PAUSE_S)
    record(current.package, current.id_of(0))
    filter_mask(current.package, Filter(q="a", changed=date(2000, 1, 1)))
    if len(current.package.events) <= PLACED_AHEAD:
        filter_mask(current.package, Filter(airspace=("inside",)))
    set_apart()
    time.sleep(PAUSE_S)
    for name in ANALYSIS:
        importlib.import_module(name)
    set_apart()


def lifespan(expired: Callable[[], list[Any]]) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return what runs beside the server, and neither delays nor stops it: the work ahead, a watch on the folder of the data, the end of sessions.

    Parameters
    ----------
    expired : callable
        Takes the sessions that have not come back in time out of Streamlit's store; see `forget_sessions`.
    """

    @asynccontextmanager
    async def beside(_app: object) -> AsyncIterator[None]:
        send_at_once(asyncio.get_running_loop())
        stop = threading.Event()
        threading.Thread(target=_warm, name="warm", daemon=True).start()
        threading.Thread(target=served.follow, args=(stop,), name="watch", daemon=True).start()
        forgetting = asyncio.create_task(forget_sessions(expired))
        yield
        forgetting.cancel()
        stop.set()

    return beside
