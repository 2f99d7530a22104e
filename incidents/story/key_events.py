"""The events that carry the story."""

from __future__ import annotations

import numpy as np

from incidents.package import Package


def key_events(package: Package) -> np.ndarray:
    """Return for each event whether it carries the story.

    These are all responses, statements and posture, and the incidents that another event answers, follows or is part of. Single finds of one
    operation, and incidents that nothing is recorded to have come of, are left to the full list.

    Returns
    -------
    ndarray of bool
        One value for each row of ``package.events``.
    """
    events = package.events
    answered = events["event_id"].isin(package.relations["related_event_id"])
    return ((events["category"] != "incident") | answered).to_numpy()
