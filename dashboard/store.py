"""The data that this process serves, read once, with the packed files that the map fetches."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.flow_shapes import flow_shapes
from dashboard.layers.bundle import LABEL_CHUNK
from dashboard.layers.glyphs import STATUSES, TYPES
from dashboard.layers.packing import MAGIC, Blob, pack_core, pack_extra
from dashboard.served import Served
from dashboard.words import short_when
from incidents import Filter, Package, facet_counts, filter_mask
from incidents.filter import day_bounds
from incidents.filter_parts import FACETS, PLACED, SAID
from incidents.frame_index import FrameIndex


@dataclass(frozen=True, eq=False)
class Store:
    """One package and everything derived from it; read-only, shared by all sessions."""

    package: Package

    @cached_property
    def key(self) -> str:
        """Name of this data in addresses: changes with the data and with the format of the packed files."""
        parts = [self.package.version, MAGIC.decode(), *TYPES, *STATUSES]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    @cached_property
    def core(self) -> Blob:
        """Positions, kinds and times."""
        return Blob("core", "bin", pack_core(self.package.events))

    @cached_property
    def extra(self) -> Blob:
        """Radii of uncertainty and size classes."""
        return Blob("extra", "bin", pack_extra(self.package.events))

    def labels(self, chunk: int) -> bytes:
        """Return id, title, date and place of one chunk of events as JSON; empty beyond the end."""
        rows = self.package.events.iloc[chunk * LABEL_CHUNK : (chunk + 1) * LABEL_CHUNK]
        columns = ["event_id", "title", "place_name", "time_precision", "earliest", "latest"]
        labels = [
            {"id": row["event_id"], "title": row["title"], "when": short_when(row), "place": row["place_name"]}
            for row in rows[columns].to_dict("records")
        ]
        return json.dumps(labels, ensure_ascii=False, separators=(",", ":")).encode()

    def flows(self) -> bytes:
        """Return what the map of supply lines draws, as JSON: geodesics with kind, status, class of quantity, words in the current language."""
        return json.dumps(flow_shapes(self.package), ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def _index(self) -> pd.Index:
        return pd.Index(self.package.events["event_id"])

    def index_of(self, event_id: str) -> int:
        """Return the row of an event on the map, -1 when there is none."""
        return int(self._index.get_indexer([event_id])[0]) if event_id else -1

    def id_of(self, index: int) -> str:
        """Return the id of a row of the map, "" when there is none."""
        return str(self._index[index]) if 0 <= index < len(self._index) else ""

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {}

    def words_in(self, column: str) -> frozenset[str]:
        """Return the words that occur in a column of the events."""
        if column not in self._words:
            events = self.package.events
            everything = np.ones(len(events), dtype=bool)
            self._words[column] = frozenset(FrameIndex.of(events).counts(events, column, everything))
        return self._words[column]

    def words_said(self, column: str) -> frozenset[str]:
        """Return the words that occur in a column of the claims."""
        if column not in self._words:
            self._words[column] = frozenset(self.package.claims[column])
        return self._words[column]

    def facet_counts(self, view: Filter) -> dict[str, dict[str, int]]:
        """Return the number of events of each word of each facet under all other filters; airspace only once it has been worked out."""
        placed = PLACED if FrameIndex.of(self.package.events).is_placed else ()
        return facet_counts(self.package, view, names=(*FACETS, *SAID, *placed))

    @cached_property
    def left_out(self) -> int:
        """Number of event records that failed a check and are not shown."""
        problems = self.package.problems
        return len(
            {p.row for p in problems if p.severity == "error" and p.file.startswith("events.") and p.row is not None}
        )

    @cached_property
    def flows_left_out(self) -> int:
        """Number of supply lines that failed a check and are not shown."""
        return len({p.row for p in self.package.problems if p.severity == "error" and p.file.startswith("flows.")})

    def category_counts(self, mask: np.ndarray) -> dict[str, int]:
        """Return the number of events of each category where the mask is true."""
        return FrameIndex.of(self.package.events).counts(self.package.events, "category", mask)

    @cached_property
    def days(self) -> tuple[int, int]:
        """First and last UTC day of the record, in days since 1970."""
        bounds = day_bounds(self.package.events)
        return tuple((day - date(1970, 1, 1)).days for day in bounds) if bounds else (0, 0)

    def prepare(self) -> None:
        """Do ahead what the first session would have to wait for."""
        for blob in (self.core, self.extra):
            _ = blob.gzipped
        for column in FACETS.values():
            self.words_in(column)

    def mask(self, view: Filter) -> np.ndarray | None:
        """Return which events the filter lets through apart from its period, None when all."""
        timeless = view.replace(period=(None, None), event="")
        return filter_mask(self.package, timeless) if timeless.is_active else None


served = Served(Store)


def store() -> Store:
    """Return the data that this process serves (``AIRSPACE_DATA``, or seeds/).

    Raises
    ------
    PackageError
        There is no package that could be shown at all. The next call tries again.
    """
    return served.store()
