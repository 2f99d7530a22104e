"""Every kind of bad value gives exactly one problem: file, row, column, value and a way out."""

import pytest

from incidents import PackageError

A, B = "2025-09-09-pl-drones", "2025-09-10-lt-warning"
E = "events.csv"

# file, row, column, value, part of the message, part of the way out
EXAMPLES = [
    (E, 3, "start", "10.09.2025", "ISO 8601", "write 2025-09-10 if the day comes first, 2025-10-09 if the month does"),
    (E, 3, "start", "25.09.2025", "ISO 8601", "write 2025-09-25"),
    (E, 3, "start", "03/04/2025", "ISO 8601", "2025-04-03 if the day comes first, 2025-03-04 if the month does"),
    (E, 3, "start", "09/25/2025", "ISO 8601", "write 2025-09-25"),
    (E, 3, "start", "2025/09/10", "ISO 8601", "write 2025-09-10"),
    (E, 3, "start", "20250910", "ISO 8601", "write 2025-09-10"),
    (E, 3, "start", "2025-9-1", "ISO 8601", "write 2025-09-01"),
    (E, 3, "start", "2025-02-31", "ISO 8601", "no such day"),
    (E, 3, "start", "2025-02-29", "ISO 8601", "no such day"),
    (E, 3, "start", "2025-13-01", "ISO 8601", "no such day"),
    (E, 3, "start", "2025-09", "ISO 8601", "write 2025-09-01 with time_precision month"),
    (E, 3, "start", "2025-09-10T06:58+03:00", "ISO 8601", "convert to UTC: write 2025-09-10T03:58Z"),
    (E, 3, "start", "2025-03-30T01:30+0200", "ISO 8601", "convert to UTC: write 2025-03-29T23:30Z"),
    (E, 3, "start", "2025-09-10T06:58+25:00", "ISO 8601", "convert to UTC and write it with Z"),
    (E, 3, "start", "2025-09-10T06:58:30.5Z", "ISO 8601", "write 2025-09-10T06:58:30Z"),
    (E, 3, "start", "2025-02-30T06:58Z", "ISO 8601", "no such day"),
    (E, 3, "start", "2025-09-10T06:58", "ISO 8601", "write 2025-09-10T06:58Z if this is UTC"),
    (E, 3, "start", "2025-09-10 06:58Z", "ISO 8601", "write 2025-09-10T06:58Z"),
    (E, 3, "start", "2025-09-10T25:00Z", "ISO 8601", "there is no such time; hours go from 00 to 23"),
    (E, 3, "start", "2025-12-31T24:00Z", "ISO 8601", "write 2026-01-01T00:00Z"),
    (E, 3, "start", "2025-09-10T23:59:60Z", "ISO 8601", "write 2025-09-10T23:59:59Z"),
    (E, 3, "start", "2025-09-10T23:60Z", "ISO 8601", "minutes and seconds from 00 to 59"),
    (E, 3, "start", "10 September 2025", "ISO 8601", "write a date as 2025-09-10"),
    (E, 3, "start", "yesterday", "ISO 8601", "write a date as 2025-09-10"),
    (E, 3, "start", "45910", "ISO 8601", "write a date as 2025-09-10"),
    (E, 3, "start", " 2025-09-10", "ISO 8601", "write 2025-09-10"),
    (E, 3, "start", "２０２５-09-10", "ISO 8601", "write a date as 2025-09-10"),
    (E, 3, "start", "NA", "ISO 8601", "write a date as 2025-09-10"),
    (E, 3, "start", "0001-01-01", "outside 1900 to 2100", "check the year"),
    (E, 3, "start", "1899-12-31", "outside 1900 to 2100", "check the year"),
    (E, 3, "start", "9999-12-31", "outside 1900 to 2100", "check the year"),
    (E, 3, "start", "", "is empty", "write when it began"),
    (E, 3, "end", "10.09.2025", "ISO 8601", "write 2025-09-10"),
    (E, 3, "end", "2025-09-09", "before the start", "swap"),
    (E, 2, "end", "2025-09-09T21:00Z", "before the start", "swap"),
    (E, 3, "time_precision", "hour", "needs a time", "add the time to start"),
    (E, 3, "time_precision", "minute", "needs a time", "add the time to start"),
    (E, 3, "time_precision", "range", "needs an end", "write the end"),
    (E, 3, "time_precision", "approx", "is not a word of time_precision", "use one of"),
    (E, 3, "event_type", "statment", "is not a word of event_type", "did you mean statement"),
    (E, 3, "event_type", "Statement", "is not a word of event_type", "write statement"),
    (E, 3, "event_type", "drone incursion", "is not a word of event_type", "write drone_incursion"),
    (E, 3, "event_type", "drone_incursion", "does not belong to the category statement", "write one of statement"),
    (E, 3, "category", "event", "is not a word of category", "use one of"),
    (E, 3, "category", "", "is empty", "write incident, response"),
    (E, 3, "status", "denied", "is not a word of status", "use one of: confirmed, disputed, reported, retracted"),
    (E, 3, "outcome", "shotdown", "is not a word of outcome", "did you mean shot_down"),
    (E, 3, "resolution", "open", "is not a word of resolution", "use one of"),
    (E, 3, "airspace_claim", "yes", "is not a word of airspace_claim", "use one of"),
    (E, 3, "platform_class", "drone", "is not a word of platform_class", "use one of"),
    (E, 3, "georeference_basis", "map", "is not a word of georeference_basis", "use one of"),
    (E, 3, "coordinate_uncertainty_m", "5'000", "plain decimal", "write 5000 without marks"),
    (E, 3, "coordinate_uncertainty_m", "1,234,567", "plain decimal", "write 1234567 without marks"),
    (E, 3, "coordinate_uncertainty_m", "5,000", "plain decimal", "write 5000 if the comma parts thousands, 5.000 if it is a decimal point"),
    (E, 3, "coordinate_uncertainty_m", "5,5", "plain decimal", "write 5.5 with a decimal point if the comma is one"),
    (E, 3, "country", "LT", "alpha-3", "did you mean LTU?"),
    (E, 3, "country", "xk", "alpha-3", "did you mean XKX?"),
    (E, 3, "country", "Romania", "alpha-3", "did you mean ROU?"),
    (E, 3, "country", "the Netherlands", "alpha-3", "did you mean NLD?"),
    (E, 3, "country", "TÜRKİYE", "alpha-3", "did you mean TUR?"),
    (E, 3, "country", "UK", "alpha-3", "did you mean GBR?"),
    (E, 3, "country", "Lithuanian", "alpha-3", "such as EST"),
    (E, 3, "country", "LTUU", "alpha-3", "did you mean LTU?"),
    (E, 3, "actor", "Russian Federation", "alpha-3", "did you mean RUS?"),
    (E, 3, "country", "ltu", "alpha-3", "write LTU"),
    (E, 3, "country", "NATO", "alpha-3", "such as EST"),
    (E, 3, "country", "LTU ", "alpha-3", "write LTU"),
    (E, 3, "actor", "UN", "alpha-3", "did you mean"),
    (E, 3, "actor", "Россия", "alpha-3", "such as EST"),
    (E, 3, "title", "", "is empty", "write headline"),
    (E, 3, "title", "a\x00b", "control characters", "remove them"),
    (E, 3, "title", "a\u202eb", "control characters", "remove them"),
    (E, 3, "summary", "x" * 20_001, "too long", "at most 20000"),
    (E, 3, "longitude", "", "is empty", "write a number"),
    (E, 3, "longitude", "540", "too large", "from -180 to 180 degrees"),
    (E, 3, "longitude", "-180.01", "too small", "from -180 to 180 degrees"),
    (E, 3, "latitude", "91", "too large", "may be swapped"),
    (E, 3, "latitude", "-91", "too small", "may be swapped"),
    (E, 3, "latitude", "54,5", "plain decimal", "write 54.5 with a decimal point"),
    (E, 3, "latitude", "54°30'N", "plain decimal", "decimal degrees"),
    (E, 3, "latitude", "NaN", "plain decimal", "leave the cell empty"),
    (E, 3, "latitude", "inf", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", "5.4e1", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", "1e400", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", "+54", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", "5_4", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", "٥٤", "plain decimal", "with a decimal point"),
    (E, 3, "latitude", " 54", "plain decimal", "remove the spaces"),
    (E, 3, "coordinate_uncertainty_m", "0", "too small", "above 0 metres"),
    (E, 3, "coordinate_uncertainty_m", "-5", "too small", "above 0 metres"),
    (E, 3, "coordinate_uncertainty_m", "20000001", "too large", "20 000 000 metres"),
    (E, 3, "coordinate_uncertainty_m", "", "is empty", "write a number"),
    (E, 2, "count_min", "1.5", "whole number", "as in 12"),
    (E, 2, "count_min", "22", "greater than count_max", "swap"),
    (E, 2, "count_min", "-1", "too small", "from 0 to 100 000 objects"),
    (E, 2, "count_max", "about 20", "whole number", "as in 12"),
    (E, 2, "duration_min", "525601", "too large", "minutes"),
    (E, 2, "depth_km", "-1", "too small", "kilometres"),
    (E, 5, "event_id", A, "stands in row 2 already", "another id"),
    (E, 5, "event_id", "No spaces please", "is not an id", "write no-spaces-please"),
    (E, 5, "event_id", "-x", "is not an id", "write x"),
    (E, 5, "event_id", "x" * 101, "too long", "at most 100"),
    (E, 5, "event_id", "", "is empty", "write name of the event"),
    ("sources.csv", 2, "url", "javascript:alert(1)", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "data:text/html,x", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "ftp://example.org/a", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "https://example.org/a b", "is not a web address", "spaces as %20"),
    ("sources.csv", 2, "url", 'https://example.org/"onclick', "is not a web address", "https://"),
    ("sources.csv", 2, "url", "https://", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "../secret.txt", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "example.org", "is not a web address", "https://"),
    ("sources.csv", 2, "url", "", "is empty", "write address"),
    ("sources.csv", 2, "language", "EN", "ISO 639-1", "write en"),
    ("sources.csv", 2, "language", "eng", "ISO 639-1", "did you mean"),
    ("sources.csv", 2, "published", "Sept 2025", "year, month or day", "write 2025, 2025-09 or 2025-09-10"),
    ("sources.csv", 2, "published", "2025-13", "year, month or day", "no such month"),
    ("sources.csv", 3, "event_id", "2025-09-10-pl-debri", "is not in events.csv", "did you mean 2025-09-10-pl-debris?"),
    ("claims.csv", 3, "party", "UNK", "alpha-3", "did you mean"),
    ("claims.csv", 3, "stance", "denys", "is not a word of stance", "use one of: announces"),
    ("claims.csv", 3, "source_id", "s-zzz", "is not in sources.csv", "add it to sources.csv"),
    ("claims.csv", 3, "source_id", "s-c", "is a source of 2025-09-10-pl-debris", "same event"),
    ("claims.csv", 3, "source_id", "s-flow", "is a source of a supply line", "same event"),
    ("claims.csv", 3, "source_id", "", "is empty", "write source"),
    ("claims.csv", 3, "claim_id", "c-1", "stands in row 2 already", "another id"),
    ("claims.csv", 3, "event_id", "nowhere", "is not in events.csv", "add it to events.csv"),
    ("relations.csv", 3, "related_event_id", B, "is the event itself", "name the other event"),
    ("relations.csv", 3, "related_event_id", "nowhere", "is not in events.csv", "add it"),
    ("relations.csv", 3, "relation", "partof", "is not a word of relation", "did you mean part_of"),
    ("updates.csv", 2, "date", "10.2025", "year, month or day", "write 2025, 2025-09 or 2025-09-10"),
    ("updates.csv", 2, "date", "2025-09-08", "lies before 2025-09-09, when the event began", "correct the date"),
    ("updates.csv", 2, "date", "2025-08", "lies before 2025-09-09", "correct the date"),
    ("updates.csv", 2, "date", "2024", "lies before 2025-09-09", "another event"),
    ("updates.csv", 2, "status", "closed", "is not a word of update_status", "use one of"),
    ("flows.csv", 2, "quantity_max", "5", "", "swap"),
    ("flows.csv", 2, "quantity_min", "many", "plain decimal", "decimal point"),
    ("flows.csv", 2, "period_end", "2022", "before period_start", "swap"),
    ("flows.csv", 2, "source_ids", "s-flow;s-zzz", "is not in sources.csv", "add it"),
    ("flows.csv", 2, "source_ids", "s-flow, s-a", "is not a list of ids", "separate the parts with ;"),
    ("flows.csv", 2, "origin_latitude", "99", "too large", "swapped"),
    ("flows.csv", 2, "origin_longitude", "", "is empty", ""),
    ("flows.csv", 2, "destination_latitude", "", "is empty", ""),
    ("flows.csv", 2, "destination", "PRK", "is the origin itself", "another state"),
    ("watchlist.csv", 2, "related_event_types", "drone_incursion;ufo", "words that event_type lacks", "separate"),
    ("assessments.csv", 2, "text", "", "is empty", "write the reading"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "row", "column", "value", "message", "way_out"), EXAMPLES)
def test_a_bad_value_is_named_with_a_way_out(folder, file, row, column, value, message, way_out):
    """File, row, column and value are exact; message and way out say the right thing; no other row is blamed."""
    with pytest.raises(PackageError) as caught:
        folder.edit(file, row, **{column: value}).read()
    problems = [p for p in caught.value.problems if "left out" not in p.message]
    if file == "events.csv" and column == "event_id":
        problems = [p for p in problems if p.file == file]
    if (file, column, value) == ("events.csv", "category", "event"):
        problems = problems[:1]
    found = problems[0]
    assert len(problems) == 1, [str(p) for p in problems]
    if column == "quantity_max":
        column, value = "quantity_min", "20000"
    if column == "source_ids" and "zzz" in value:
        value = "s-zzz"
    assert (found.file, found.row, found.column, found.value, found.severity) == (file, row, column, value, "error")
    assert message in found.message
    assert way_out in found.way_out


@pytest.mark.parametrize(("file", "row", "column", "value", "message", "way_out"), EXAMPLES[::7])
def test_a_problem_is_one_line(folder, file, row, column, value, message, way_out):
    """As text a problem is one printable line that names file, row and column."""
    with pytest.raises(PackageError) as caught:
        folder.edit(file, row, **{column: value}).read()
    for problem in caught.value.problems:
        line = str(problem)
        assert line.isprintable()
        assert line.startswith(f"{problem.file}, row {problem.row}, column {problem.column}: ")
        assert len(line) < 600


def test_all_problems_of_all_tables_come_at_once(folder):
    """Nothing stops at the first problem."""
    folder.edit("events.csv", 2, latitude="91", status="x").edit("claims.csv", 4, stance="y").edit(
        "flows.csv", 2, origin="Z"
    )
    with pytest.raises(PackageError, match="problems") as caught:
        folder.read()
    own = [(p.file, p.row, p.column) for p in caught.value.problems if "left out" not in p.message]
    assert own == [
        ("events.csv", 2, "latitude"),
        ("events.csv", 2, "status"),
        ("claims.csv", 4, "stance"),
        ("flows.csv", 2, "origin"),
    ]


def test_part_of_may_not_run_in_a_circle(folder):
    """Each row of the circle is named, the row that leads into it is not."""
    other = {"event_id": A, "related_event_id": "2025-09-10-pl-debris", "relation": "part_of"}
    lead = {"event_id": B, "related_event_id": "2025-09-10-pl-debris", "relation": "part_of"}
    folder.rows["relations"] += [other, lead]
    folder.write("relations")
    with pytest.raises(PackageError) as caught:
        folder.read()
    assert [(p.row, p.column) for p in caught.value.problems] == [(2, "related_event_id"), (4, "related_event_id")]
    assert "circle" in caught.value.problems[0].message


def test_a_supply_line_leads_from_one_place_to_another(folder):
    """Two states whose places are the same point make no line."""
    folder.edit("flows.csv", 2, destination_longitude="130.3", destination_latitude="42.25")
    package = folder.read(strict=False)
    assert package.flows.empty
    assert [(p.row, p.column, p.value) for p in package.problems] == [(2, "destination_longitude", "130.3")]
    assert "are those of the origin" in package.problems[0].message


@pytest.mark.parametrize("date", ["2025-09-09", "2025-09", "2025", "2026-01-01", ""])
def test_news_of_the_day_itself_may_stand(folder, date):
    """An update of the first day, of its month or year, or without a date is not older than its event."""
    folder.edit("updates.csv", 2, date=date).read()


def test_an_event_known_to_the_month_has_news_from_that_month_on(folder):
    """Its day is not known, so news of any day of the month may be right."""
    folder.rows["sources"].append(
        dict(folder.rows["sources"][0]) | {"source_id": "s-d", "event_id": "2025-11-01-se-month"}
    )
    folder.write("sources")
    folder.edit("events.csv", 5, start="2025-11-19")
    folder.edit("updates.csv", 2, event_id="2025-11-01-se-month", source_id="s-d", date="2025-11-03").read()
    with pytest.raises(PackageError, match="lies before 2025-11"):
        folder.edit("updates.csv", 2, date="2025-10-31").read()


@pytest.mark.parametrize(
    ("file", "cells", "table"),
    [
        ("relations.csv", {"related_event_id": "nowhere"}, "relations"),
        ("updates.csv", {"date": "2024"}, "updates"),
    ],
)
def test_what_does_not_fit_is_left_out_and_named(folder, file, cells, table):
    """Read leniently, the row is gone, the rest stays, and the problem says where it was."""
    whole = len(getattr(folder.read(), table))
    package = folder.edit(file, 2, **cells).read(strict=False)
    assert len(getattr(package, table)) == whole - 1
    assert [(problem.file, problem.row) for problem in package.problems] == [(file, 2)]


def test_relations_are_one_per_pair(folder):
    """The pair of events is the key of relations.csv."""
    folder.rows["relations"].append(dict(folder.rows["relations"][0]))
    folder.write("relations")
    with pytest.raises(PackageError, match="stands in row 2 already"):
        folder.read()


@pytest.mark.parametrize(
    ("cells", "column"), [({"start": "2090-01-01"}, "start"), ({"longitude": "0", "latitude": "0"}, "longitude")]
)
def test_a_warning_keeps_the_row(folder, cells, column):
    """The future and the point (0, 0) are said but leave nothing out."""
    package = folder.edit("events.csv", 3, **cells).read()
    assert [(p.severity, p.row, p.column) for p in package.problems] == [("warning", 3, column)]
    assert len(package.events) == 4


@pytest.mark.parametrize("value", ["NA", "007", "null", "-", "1e5", "=1+1", "'x", "a\nb", "a\tb", "true"])
def test_text_stays_text(folder, value):
    """No text is taken for a number, a date or a missing value."""
    package = folder.edit("events.csv", 3, title=value).read()
    assert package.event(B)["title"] == value
