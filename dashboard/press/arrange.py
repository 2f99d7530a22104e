"""Which of its spots each name gets, so that as many as can be stand on the map, and as few lines as can be run through them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np

from dashboard.press.sheet import Box

ORDERS, TRIED, MISSING = 60, 1500, 1000.0
"""Orders of the names that are tried, and names in all of them: many names have fewer orders; what a name without a spot costs, in points of lines."""


def arrange(boxes: Mapping[str, Sequence[Box]], taken: Sequence[Box], frame: Box, points: np.ndarray) -> dict[str, int]:
    """Return the spot of each name that has one.

    One after the other the names take the best spot that is free. Who comes first takes it from the next, so several orders are
    tried, always the same ones.

    Parameters
    ----------
    boxes : mapping of str to sequence of boxes
        For each name its spots, the best ones first: left, top, right, bottom in pixels.
    taken : sequence of boxes
        What stands on the map already.
    frame : box
        The map.
    points : ndarray of float, shape (n, 2)
        Pixels of lines that no name should cover.
    """
    costs = {name: [crossed(box, points) for box in spots] for name, spots in boxes.items()}
    names, mix = list(boxes), random.Random(0)  # noqa: S311 - the same picture each time
    best: tuple[float, dict[str, int]] = (float("inf"), {})
    for _ in range(max(1, min(ORDERS, TRIED // max(len(names), 1)))):
        used, chosen, cost = list(taken), {}, 0.0
        for name in names:
            free = [at for at, box in enumerate(boxes[name]) if is_free(box, used, frame)]
            at = min(free, key=costs[name].__getitem__, default=None)
            cost += MISSING if at is None else costs[name][at]
            if at is not None:
                chosen[name] = at
                used.append(boxes[name][at])
        if cost < best[0]:
            best = (cost, chosen)
        mix.shuffle(names)
    return best[1]


def crossed(box: Box, points: np.ndarray) -> int:
    """Return how many points of lines, shape (n, 2), lie in a box."""
    x, y = points.T
    return int(((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])).sum())


def is_free(box: Box, taken: Sequence[Box], frame: Box) -> bool:
    """Tell whether a box lies in the frame and touches nothing taken."""
    inside = box[0] > frame[0] and box[1] > frame[1] and box[2] < frame[2] and box[3] < frame[3]
    return inside and not any(box[0] < t[2] and box[2] > t[0] and box[1] < t[3] and box[3] > t[1] for t in taken)
