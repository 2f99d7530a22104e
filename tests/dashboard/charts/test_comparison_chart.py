"""A comparison as chart and table."""

import pytest

from dashboard.charts.comparison_chart import comparison_chart, comparison_table
from incidents import count_range
from incidents.analysis import compare, same_dates_a_year_before
from tests.dashboard.charts.conftest import AUTUMN, NOTHING

BEFORE = AUTUMN.replace(period=same_dates_a_year_before(*AUTUMN.period))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rows(package, compiles, theme):
    """The table begins with all, each row has counts, rates, ratio and interval; a bar leads to the first side."""
    found = compare(package, AUTUMN, BEFORE)
    figure = comparison_chart(found, "type", noun="Incidents", names=("now", "before"), theme=theme)
    table = figure.table
    assert table.iloc[0, 0] == "All"
    assert table.iloc[0]["First"] == f"{found.first.least} to {found.first.most}" == "101 to 102"
    assert list(table.columns) == [
        "Type",
        "First",
        "Second",
        "First per 30 days",
        "Second per 30 days",
        "Ratio",
        "95 % interval",
    ]
    assert len(table) == len(found.table) + 1
    for row, pick in zip(found.table.itertuples(), figure.picks.values(), strict=True):
        assert count_range(package, pick.filter) == (row.first_least, row.first_most)
    drawn = compiles(figure, theme)
    assert "now" in drawn
    assert "before" in drawn


def test_without_a_limit(package):
    """A word of one side only has no ratio, and an interval that is open."""
    found = compare(package, AUTUMN, BEFORE)
    alone = comparison_table(found, "type").query("Second == '0'")
    assert len(alone)
    assert set(alone["Ratio"]) == {"—"}
    assert alone["95 % interval"].str.startswith("from ").all()


def test_nothing(package):
    """Two empty sides have no chart."""
    assert (
        comparison_chart(compare(package, NOTHING, NOTHING), "type", noun="Incidents", names=("a", "b"), theme="light")
        is None
    )
