"""When the garbage collector looks, and at what.

Streamlit would have it look at everything after each run of a screen. With a hundred sessions that takes longer than the run itself, and grows with
each session: `.streamlit/config.toml` turns it off, and this does the same every few seconds.
"""

from __future__ import annotations

import asyncio
import gc

EVERY_S = 10.0


def set_apart() -> None:
    """Let the collector pass over all that is there now: libraries, tables, boundaries; it lives as long as the server anyway."""
    gc.collect()
    gc.freeze()


async def collect(*, every_s: float = EVERY_S) -> None:
    """Collect what screens have left behind in rings: few objects may hold large tables, and would wait long for Python's own turn.

    Parameters
    ----------
    every_s : float
        Seconds between two collections.
    """
    while True:
        await asyncio.sleep(every_s)
        gc.collect()
