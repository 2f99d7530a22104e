"""Sessions that will not come back are forgotten in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

EVERY_S = 5.0
log = logging.getLogger("airspace")


async def forget_sessions(expired: Callable[[], list[Any]], *, every_s: float = EVERY_S) -> None:
    """End sessions, and with them what was uploaded in them, once the time has passed in which they may come back.

    By itself Streamlit looks for them only when the next session leaves, which may be never.

    Parameters
    ----------
    expired : callable
        Takes those whose time is over out of Streamlit's store and returns them.
    every_s : float
        Seconds between two looks.
    """
    while True:
        await asyncio.sleep(every_s)
        try:
            for session in expired():
                session.shutdown()
        except Exception:  # the task is the edge: what is served goes on to be served
            log.exception("forgetting sessions")
