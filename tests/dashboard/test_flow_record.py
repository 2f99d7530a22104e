"""Supply lines in words: quantity with unit, period, status, sources."""

import pytest

from dashboard.flow_record import capital, flow_record, flow_rows, period, quantity, status, way
from dashboard.record import part

QUANTITIES = [
    # least, greatest, unit, words
    (20000, 28000, "containers", "20\u202f000 to 28\u202f000 containers"),
    (100, None, "missiles", "at least 100 missiles"),
    (None, 9000, "people", "at most 9000 people"),
    (2000000000, 2000000000, "USD", "2\u202f000\u202f000\u202f000 USD"),
    (0, 0, "", "0"),
    (1.5, 2.25, "tonnes", "1.5 to 2.25 tonnes"),
    (None, None, "people", ""),
]
PERIODS = [
    ("2023-09", "2025-07", "Sep 2023 to Jul 2025"),
    ("2022", "2025", "2022 to 2025"),
    ("2024-09", "2024-09", "Sep 2024"),
    ("2025-06", "", "since Jun 2025"),
    ("", "2024", "until 2024"),
    ("", "", "period not given"),
]


@pytest.mark.parametrize(("low", "high", "unit", "words"), QUANTITIES)
def test_quantities(low, high, unit, words):
    """A range with its unit, an open side said as such, nothing where nothing is known."""
    assert quantity({"quantity_min": low, "quantity_max": high, "unit": unit}) == words


@pytest.mark.parametrize(("first", "last", "words"), PERIODS)
def test_periods(first, last, words):
    """A month or a year on each side, an open side said as such."""
    assert period({"period_start": first, "period_end": last}) == words


def test_a_line_has_its_way_and_status(served):
    """States by name; a contradicted figure says so in words."""
    rows = {row["flow_id"]: row for row in flow_rows(served.package)}
    assert way(rows["prk-rus-troops"]) == "North Korea → Russia"
    assert status(rows["prk-ukr-troops-25k-seed"]) == "Disputed, contradicted"
    assert status(rows["irn-rus-fath360"]) == "Disputed"
    assert [row["number"] for row in rows.values()] == list(range(1, 17))
    assert capital("shells") == "Shells"
    assert capital("") == ""


def test_every_line_of_the_seeds(served):
    """Each has a way, facts, and every source that it names, in order."""
    for row in flow_rows(served.package):
        found = flow_record(served.package, row["flow_id"])
        assert [source["source_id"] for source in found["sources"]] == row["source_ids"].split(";")
        facts = dict(found["facts"])
        assert facts["Quantity reported"] not in ("", "no figure")
        assert facts["In the seed article"] == ("yes" if "flow--seed" in row["source_ids"].split(";") else "no")
        html = part("facts", found, template="flow.html") + part("record", found, template="flow.html")
        assert ("that other sources contradict" in html) == row["flow_id"].endswith("-seed")


def test_no_such_line(served):
    """An unknown id gives nothing."""
    assert flow_record(served.package, "no-such-line") is None


def test_text_of_the_data_is_escaped(served):
    """Nothing of a record becomes markup or a script's address."""
    found = flow_record(served.package, "prk-rus-troops")
    hostile = '<img src=x onerror="alert(1)">'
    found |= {"title": hostile, "summary": hostile, "way": hostile, "facts": [(hostile, hostile)]}
    found["sources"] = [
        {
            "number": 1,
            "publisher": hostile,
            "href": "",
            "url": "javascript:alert(1)",
            "published": hostile,
            "language": hostile,
        }
    ]
    for name in ("facts", "record"):
        html = part(name, found, template="flow.html")
        assert "<img" not in html
        assert "&lt;img" in html
        assert 'href="javascript' not in html
