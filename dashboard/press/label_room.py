"""Where on the map a name has room: nothing taken, no event under it, no outline through it."""

from __future__ import annotations

import numpy as np

from dashboard.press.sheet import Box

SLACK = 4.0
"""Units between a name and the edge of the map."""
GLYPH = 7.0
"""Units from the middle of an event that a name and the room around it keep away."""


def boxes_at(middles: np.ndarray, width: float, height: float) -> np.ndarray:
    """Return left, top, right, bottom, shape (n, 4), around pixels of shape (n, 2)."""
    half = np.array([width / 2, height / 2])
    return np.hstack([middles - half, middles + half])


class LabelRoom:
    """Keeps what is taken, and answers for many boxes at once.

    Parameters
    ----------
    frame : tuple of float
        The map on the sheet: left, top, right, bottom in pixels.
    unit : float
        Pixels a unit.
    events : ndarray of float, shape (n, 2)
        Pixels of the events.
    outline : ndarray of float, shape (n, 2)
        Pixels of an outline that no name may cross, such as the disc of a highlighted event; closer together than names are high.
    taken : list of boxes
        What stands on the map already.
    """

    def __init__(self, frame: Box, unit: float, events: np.ndarray, outline: np.ndarray, taken: list[Box]) -> None:
        self.frame, self.unit, self.events, self.outline = frame, unit, events, outline
        self.taken = np.array(taken, dtype=float).reshape(-1, 4)

    def take(self, box: Box | np.ndarray) -> None:
        """Keep a box for a name that is written."""
        self.taken = np.vstack([self.taken, np.asarray(box, float)])

    def free(self, boxes: np.ndarray) -> np.ndarray:
        """Tell which boxes, shape (n, 4), lie in the frame, touch nothing taken and cross no outline."""
        left, top, right, bottom = self.frame
        edge = SLACK * self.unit
        inside = (boxes[:, 0] >= left + edge) & (boxes[:, 2] <= right - edge)
        inside &= (boxes[:, 1] >= top + edge) & (boxes[:, 3] <= bottom - edge)
        a, b = boxes[:, None, :], self.taken[None, :, :]
        touching = (a[..., 0] < b[..., 2]) & (a[..., 2] > b[..., 0]) & (a[..., 1] < b[..., 3]) & (a[..., 3] > b[..., 1])
        return inside & ~touching.any(axis=1) & (self.points_in(boxes, self.outline, 2 * self.unit) == 0)

    def covered(self, boxes: np.ndarray) -> np.ndarray:
        """Return how many events each box would meet."""
        return self.points_in(boxes, self.events, GLYPH * self.unit)

    def points_in(self, boxes: np.ndarray, points: np.ndarray, margin: float) -> np.ndarray:
        """Return how many points, shape (n, 2), lie in each box and a margin of pixels around it."""
        if not len(boxes):
            return np.zeros(0, dtype=int)
        # Only those near any of the boxes: most lie elsewhere on the map.
        low, high = boxes[:, :2].min(axis=0) - margin, boxes[:, 2:].max(axis=0) + margin
        points = points[((points > low) & (points < high)).all(axis=1)]
        x, y = points[None, :, 0], points[None, :, 1]
        inside = (x > boxes[:, :1] - margin) & (x < boxes[:, 2:3] + margin)
        inside &= (y > boxes[:, 1:2] - margin) & (y < boxes[:, 3:] + margin)
        return np.count_nonzero(inside, axis=1)

    def crossed(self, start: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Tell which straight lines from one pixel to others, shape (n, 2), cross a box that is taken."""
        steps = np.linspace(0, 1, 12)[None, :, None]
        points = start[None, None, :] + (ends[:, None, :] - start[None, None, :]) * steps
        x, y = points[..., 0, None], points[..., 1, None]
        boxes = self.taken[None, None, :, :]
        inside = (x > boxes[..., 0]) & (x < boxes[..., 2]) & (y > boxes[..., 1]) & (y < boxes[..., 3])
        return inside.any(axis=(1, 2))
