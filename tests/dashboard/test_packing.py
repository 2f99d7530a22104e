"""The packed files say what the events say, as a reader written from the description alone sees them."""

import math
import struct

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.layers import packing
from dashboard.layers.glyphs import STATUSES, TYPES

DAY = 1440
COARSE = {"region_centroid", "country_centroid"}
MERCATOR = [
    # longitude, latitude, x, y
    (0.0, 0.0, 0.5, 0.5),
    (-180.0, 0.0, 0.0, 0.5),
    (90.0, 0.0, 0.75, 0.5),
    (0.0, 85.0511287798066, 0.5, 0.0),
    (0.0, 90.0, 0.5, 0.0),
    (0.0, -90.0, 0.5, 1.0),
    (25.0, 60.0, 0.5694444444, 0.2903996409),
]
VARINTS = [
    ([], ""),
    ([0], "00"),
    ([127], "7f"),
    ([128], "8001"),
    ([300, 1], "ac0201"),
    ([2**32], "8080808010"),
]
MASKS = [([], b""), ([True], b"\x01"), ([False] * 8 + [True], b"\x00\x01"), ([True, False, True], b"\x05")]


class Reader:
    """Reads little-endian columns from the description in packing.py, without numpy."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        """Return the next n bytes."""
        self.at += n
        assert self.at <= len(self.data)
        return self.data[self.at - n : self.at]

    def thirds(self, n):
        """Return n fractions of 24 bits."""
        return [int.from_bytes(self.take(3), "little") / 2**24 for _ in range(n)]

    def varint(self):
        """Return one LEB128 number."""
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value


def read_core(data):
    """Return the events of a core file as dicts."""
    reader = Reader(data)
    assert reader.take(4) == b"AIM1"
    n, minute, m = struct.unpack("<3i", reader.take(12))
    xs, ys, kinds = reader.thirds(n), reader.thirds(n), list(reader.take(n))
    found = []
    for x, y, kind in zip(xs, ys, kinds, strict=True):
        minute += reader.varint()
        row = {
            "x": x,
            "y": y,
            "type": list(TYPES)[kind & 31],
            "status": STATUSES[kind >> 5 & 3],
            "coarse": bool(kind >> 7),
        }
        found.append(row | {"start": minute, "stop": None})
    index = 0
    for _ in range(m):
        index += reader.varint()
        found[index]["stop"] = found[index]["start"] + reader.varint()
    assert reader.at == len(data), "nothing is left over"
    return found


def minutes(time):
    """Return whole minutes from 1970 to a time."""
    return math.floor((time - pd.Timestamp("1970", tz="UTC")) / pd.Timedelta(minutes=1))


@pytest.fixture(scope="module")
def pairs(events):
    """Each seed event beside what the map reads of it."""
    return list(zip(events.to_dict("records"), read_core(packing.pack_core(events)), strict=True))


def test_positions_are_kept(pairs):
    """Positions come back within half a step of 24 bits."""
    for event, seen in pairs:
        phi = math.radians(event["latitude"])
        assert abs(seen["x"] - (event["longitude"] + 180) / 360) <= 2**-24
        assert abs(seen["y"] - (0.5 - math.asinh(math.tan(phi)) / (2 * math.pi))) <= 2**-24


def test_times_are_kept(pairs):
    """Starts come back to the minute."""
    assert [seen["start"] for _, seen in pairs] == [minutes(event["earliest"]) for event, _ in pairs]


def test_spans_are_kept(pairs):
    """Events that reach into a later UTC day carry their end, the others none."""
    for event, seen in pairs:
        last = event["latest"] - pd.Timedelta(microseconds=1)
        reaches = last.date() > event["earliest"].date()
        assert (seen["stop"] is not None) == reaches, event["event_id"]
        assert not reaches or seen["stop"] == minutes(event["latest"]), event["event_id"]


def test_kinds_are_kept(pairs):
    """Type, status and coarseness come back."""
    for event, seen in pairs:
        assert (seen["type"], seen["status"]) == (event["event_type"], event["status"])
        assert seen["coarse"] == (event["georeference_basis"] in COARSE)


def test_the_seeds_hold_both_kinds_of_span(pairs):
    """The seeds exercise events with and without a span, so that these tests say something."""
    assert {seen["stop"] is None for _, seen in pairs} == {True, False}


def test_it_is_small(events):
    """An event takes at most ten bytes."""
    assert len(packing.pack_core(events)) <= 16 + 10 * len(events)


def test_radii_are_kept(events):
    """The radius of uncertainty comes back within 0.02 percent."""
    codes = struct.unpack(f"<{len(events)}H", packing.pack_extra(events)[: 2 * len(events)])
    for code, metres in zip(codes, events["coordinate_uncertainty_m"], strict=True):
        assert math.exp(code / 4096) == pytest.approx(metres, rel=2e-4)


@given(st.lists(st.floats(1, 8e6), min_size=1, max_size=20))
def test_any_radius_is_kept(metres):
    """Radii from one metre to a continent survive within 0.02 percent."""
    packed = packing.pack_extra(
        pd.DataFrame({"coordinate_uncertainty_m": metres, "count_min": float("nan"), "count_max": float("nan")})
    )
    codes = struct.unpack(f"<{len(metres)}H", packed[: 2 * len(metres)])
    assert [math.exp(code / 4096) for code in codes] == pytest.approx(metres, rel=2e-4)


def test_no_events():
    """An empty table packs to a header that says so."""
    empty = pd.DataFrame({"event_id": []})
    assert read_core(packing.pack_core(empty)) == []


@pytest.mark.parametrize(("longitude", "latitude", "x", "y"), MERCATOR)
def test_mercator(longitude, latitude, x, y):
    """Web Mercator of known points."""
    found = packing.mercator(np.array([longitude]), np.array([latitude]))
    assert [float(found[0][0]), float(found[1][0])] == pytest.approx([x, y], abs=1e-8)


@pytest.mark.parametrize(("values", "code"), VARINTS)
def test_known_varints(values, code):
    """LEB128 of known numbers."""
    assert packing.varints(np.array(values, dtype=np.uint64)).hex() == code


@given(st.lists(st.integers(0, 2**63), max_size=50))
def test_any_varints(values):
    """Any numbers come back in order, and nothing else."""
    reader = Reader(packing.varints(np.array(values, dtype=np.uint64)))
    assert [reader.varint() for _ in values] == values
    assert reader.at == len(reader.data)


@pytest.mark.parametrize(("mask", "code"), MASKS)
def test_masks(mask, code):
    """A mask is one bit an event, lowest first."""
    assert packing.pack_mask(np.array(mask, dtype=bool)) == code


def test_names_carry_the_content():
    """A blob's name changes with its bytes and with nothing else."""
    a, b, c = (packing.Blob("core", "bin", data) for data in (b"one", b"one", b"two"))
    assert a.name == b.name != c.name
    assert (a.gzipped, a.name.split(".")[0], a.name.split(".")[2]) == (b.gzipped, "core", "bin")
