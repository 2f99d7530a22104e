"""A rectangle that a reader would allot is weighed against what stands in it."""

import pytest

from incidents import PackageError
from incidents.imports.limits import Limits
from incidents.imports.sheet_reach import SheetReach
from incidents.imports.source import Source

FULL = {"rows": 100_000, "columns": 25, "filled": 2_000_000, "filled_rows": 100_000}


def source(**limits):
    """A file in memory."""
    return Source.of(b"x", name="mine.xlsx", limits=Limits(**limits))


@pytest.mark.parametrize(
    ("column", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "AB"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
)
def test_columns_are_named_as_a_spreadsheet_does(column, expected):
    """A to XFD."""
    assert SheetReach(rows=17, columns=column).last == f"{expected}17"


@pytest.mark.parametrize(
    "reach",
    [
        FULL,
        {"rows": 9_999, "columns": 300, "filled": 10, "filled_rows": 2},
        FULL | {"rows": 1_000_000, "filled": 2_500_001},
    ],
)
def test_a_full_or_small_sheet_is_let_through(reach):
    """100 000 rows of 25 columns, a few cells far apart, and a large sheet with a tenth of its cells filled."""
    SheetReach(**reach).check(source(), "s")


@pytest.mark.parametrize(
    ("reach", "limits", "match"),
    [
        (FULL | {"rows": 1_000_000, "filled": 2_499_999}, {}, "row 1000000: the sheet s reaches to Y1000000.*delete the empty rows"),
        (FULL, {"rows": 99_999}, "has more than 99999 rows; split the file"),
        (FULL | {"filled_rows": 10}, {"rows": 99_999}, "row 100000: the sheet s reaches to Y100000.*holds 2000000 filled cells in 10 rows"),
        (FULL, {"columns": 24}, "has 25 columns, the limit is 24"),
        (FULL, {"cells": 2_499_999}, "spans 100000 rows and 25 columns"),
    ],
)  # fmt: skip
def test_a_rectangle_that_is_too_large_is_refused(reach, limits, match):
    """With the last cell and the way out."""
    with pytest.raises(PackageError, match=match):
        SheetReach(**reach).check(source(**limits), "s")
