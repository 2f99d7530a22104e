"""NATO and EU membership."""

from datetime import date

import pytest

from geodata import ArgumentError, country_names, members, memberships

SIZES = [
    ("NATO", date(2014, 3, 1), 28),
    ("NATO", date(2023, 4, 3), 30),
    ("NATO", date(2023, 4, 4), 31),
    ("NATO", date(2024, 3, 7), 32),
    ("EU", date(2020, 1, 31), 28),
    ("EU", date(2020, 2, 1), 27),
    ("EU", date(2026, 1, 1), 27),
]


@pytest.mark.parametrize(("organisation", "day", "size"), SIZES)
def test_the_number_of_members_on_a_day(organisation, day, size):
    assert len(members(organisation, on=day)) == size


@pytest.mark.parametrize("row", memberships(), ids=lambda row: f"{row.organisation} {row.iso3}")
def test_every_row_has_a_known_country_and_dates_in_order(row):
    assert row.iso3 in country_names()
    assert row.until is None or row.since < row.until


def test_another_organisation_is_refused():
    with pytest.raises(ArgumentError, match="organisation is 'UN'; pass NATO or EU"):
        members("UN", on=date(2025, 1, 1))
