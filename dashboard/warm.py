"""Do the slow first-time work while the first browser is still loading the page."""

from __future__ import annotations

import asyncio
import importlib
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import date
from typing import Any

from dashboard.layers.scripts import assets
from dashboard.server.at_once import send_at_once
from dashboard.server.forget import forget_sessions
from dashboard.server.garbage import collect, set_apart
from dashboard.spare_time import spare_time
from dashboard.store import served, store
from incidents import Filter, Package, PackageError, filter_mask

PLACED_AHEAD = 200_000
"""Events up to which airspace is worked out and a picture drawn ahead; larger packages do it when first asked."""
PAUSE_S = 3.0
"""Seconds left to the first page load before what only the next steps need."""
LATER = (
    "dashboard.charts.series_chart",
    "dashboard.charts.comparison_chart",
    "dashboard.press.side_by_side",
    "scipy.special",
)
"""What brings Altair, which charts on five screens need, then Matplotlib, GeoPandas and SciPy; they take seconds to load."""


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
    for blob in assets().values():
        _ = blob.gzipped
    set_apart()
    # Ids, claims, searched text and boundaries, for the panel and the filters: wanted at the first click, not at first paint.
    time.sleep(PAUSE_S)
    record(current.package, current.id_of(0))
    filter_mask(current.package, Filter(q="a", changed=date(2000, 1, 1)))
    for name in LATER:
        importlib.import_module(name)
    if len(current.package.events) <= PLACED_AHEAD:
        filter_mask(current.package, Filter(airspace=("inside",)))
        _draw(current.package)
    set_apart()


def _draw(package: Package) -> None:
    """Draw a picture: fonts, land and the projection are half of what the first one takes."""
    from dashboard.press.errors import PressError
    from dashboard.press.image import image
    from dashboard.press.picture import Picture

    with suppress(PressError):  # whoever asks for one is told
        image(package, Picture())


def lifespan(expired: Callable[[], list[Any]]) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return what runs beside the server, and neither delays nor stops it: work ahead, a watch on the data, the end of sessions and of garbage.

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
        threading.Thread(target=spare_time.work, args=(stop,), name="spare", daemon=True).start()
        tasks = [asyncio.create_task(each) for each in (forget_sessions(expired), collect())]
        yield
        for task in tasks:
            task.cancel()
        stop.set()

    return beside
