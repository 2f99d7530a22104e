"""A part of the rows of an answer."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """So many rows from a place on; `slice` cuts them out of the rows of the view, in their order.

    Attributes
    ----------
    offset : int
        Rows to pass over.
    limit : int
        Most rows to return.
    """

    offset: int
    limit: int

    @property
    def slice(self) -> slice:
        """The rows of the page among those of the view."""
        return slice(self.offset, self.offset + self.limit)

    def about(self, n: int) -> dict[str, int]:
        """Return what an answer says of itself: offset, limit, and how many of the `n` rows it holds."""
        return {"offset": self.offset, "limit": self.limit, "returned": len(range(n)[self.slice])}
