"""Reading a package: where from, strict and lenient, hostile files, Parquet."""

import shutil
from dataclasses import fields

import numpy as np
import pandas as pd
import pytest

from incidents import Package, PackageError, read_package
from incidents.read_package import SEEDS
from incidents.tables import TABLES

A, B, C, D = "2025-09-09-pl-drones", "2025-09-10-lt-warning", "2025-09-10-pl-debris", "2025-11-01-se-month"
OPTIONAL = [name for name in TABLES if name != "events"]
HEADER = ",".join(column.name for column in TABLES["claims"].columns)

# content of claims.csv, row, column, part of the message
HOSTILE = [
    (b"", None, None, "is empty"),
    (b"\n\n", None, None, "is empty"),
    (b"\x00" * 300, 1, None, "columns are missing"),
    (b"\xff\xfeh\x00i\x00", None, None, "is UTF-16"),
    (b"\xff\xfe\x00\x00h\x00\x00\x00", None, None, "is UTF-32"),
    ("\ufeff".encode("utf-16-be"), None, None, "is UTF-16"),
    (HEADER.encode() + b"\nc,\xe9\n", 2, None, "is not UTF-8"),
    (HEADER.encode() + b"\nc,\xed\xa0\x80\n", 2, None, "is not UTF-8"),
    (HEADER.encode() + b'\n"c,d\n', 2, None, "quotation marks"),
    (HEADER.encode() + b'\n"c"d,e\n', 2, None, "quotation marks"),
    (HEADER.encode() + b"\n" + b"x" * 200_000 + b"\n", 2, None, "too long"),
    ((HEADER + ",text").encode() + b"\n", 1, "text", "two columns have this name"),
    (HEADER.replace("stance", "stanse").encode() + b"\n", 1, "stance", "is missing"),
    (b"PK\x03\x04\x14\x00\x08\x00", None, None, "columns are missing"),
    (b"<html><body>404</body></html>", 1, None, "columns are missing"),
    (",".join(f"c{n}" for n in range(10_000)).encode(), 1, None, "columns are missing"),
]


def errors(package_or_error):
    """Return file, row, column of each error."""
    return [(p.file, p.row, p.column) for p in package_or_error.problems if p.severity == "error"]


def test_a_folder_is_read(folder):
    """Every table is a DataFrame with the columns of its file."""
    package = folder.read()
    assert package.problems == ()
    for name, table in TABLES.items():
        extra = ["earliest", "latest"] if name == "events" else []
        assert list(getattr(package, name)) == [column.name for column in table.columns] + extra


def test_text_is_never_missing_and_numbers_are_float(folder):
    """Empty text is "", an empty number is NaN, and the dtypes do not depend on the content."""
    package = folder.read(strict=False)
    for name, table in TABLES.items():
        frame = getattr(package, name)
        for column in table.columns:
            if column.is_number:
                assert frame[column.name].dtype == "float64"
            else:
                assert frame[column.name].dtype == "str"
                assert frame[column.name].map(type).eq(str).all()


def test_the_default_is_the_seeds(monkeypatch):
    """Without a path and without AIRSPACE_DATA the seeds beside the package are read."""
    monkeypatch.delenv("AIRSPACE_DATA", raising=False)
    assert read_package().path == SEEDS


def test_the_environment_names_another_folder(monkeypatch, folder):
    """AIRSPACE_DATA replaces the seeds; a path given in the call comes first."""
    monkeypatch.setenv("AIRSPACE_DATA", str(folder.path))
    assert len(read_package().events) == 4
    assert len(read_package(SEEDS).events) == 385


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("name", ["nowhere", "file.csv", "a\x00b", "x" * 5000])
def test_no_such_folder_is_one_clear_line(tmp_path, strict, name):
    """A missing folder, a file in its place or an impossible name raises even when lenient."""
    (tmp_path / "file.csv").write_text("x")
    with pytest.raises(PackageError, match=r"name a folder that holds events\.csv") as caught:
        read_package(tmp_path / name, strict=strict)
    assert caught.value.missing
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("strict", [True, False])
def test_events_are_needed_even_when_lenient(folder, strict):
    """Without events.csv there is nothing to show."""
    (folder.path / "events.csv").unlink()
    with pytest.raises(PackageError, match="there is no such file") as caught:
        folder.read(strict=strict)
    assert not caught.value.missing
    assert "\n" not in caught.value.message


def test_unreadable_events_do_not_hide_other_problems(folder):
    """The problems of the other tables come along; nothing is blamed for pointing to events that could not be read."""
    folder.raw("events.csv", b"\xff\xff").edit("claims.csv", 2, stance="x")
    with pytest.raises(PackageError, match="the events cannot be read") as caught:
        folder.read()
    assert errors(caught.value) == [("events.csv", 1, None), ("claims.csv", 2, "stance")]


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_missing_table_is_empty_with_a_problem(folder, name):
    """Lenient reading goes on without it; only its absence is named, not each row that would point to it."""
    (folder.path / f"{name}.csv").unlink()
    package = folder.read(strict=False)
    assert errors(package) == [(f"{name}.csv", None, None)]
    assert getattr(package, name).empty
    assert list(getattr(package, name)) == [column.name for column in TABLES[name].columns]
    assert len(package.events) == 4
    with pytest.raises(PackageError, match="no such file"):
        folder.read()


@pytest.mark.parametrize(("content", "row", "column", "message"), HOSTILE)
def test_a_broken_file_is_one_problem(folder, content, row, column, message):
    """A file that cannot be trusted as a whole is left out with one problem; nothing of it is half-read."""
    folder.raw("claims.csv", content)
    package = folder.read(strict=False)
    assert [(p.file, p.column) for p in package.problems] == [("claims.csv", column)]
    assert message in package.problems[0].message
    assert package.problems[0].way_out
    if row is not None:
        assert package.problems[0].row == row
    assert package.claims.empty
    with pytest.raises(PackageError, match="1 problem"):
        folder.read()


@pytest.mark.parametrize(("content", "row", "column", "message"), HOSTILE)
def test_broken_events_raise(folder, content, row, column, message):
    """The same files in the place of events.csv raise, lenient or not."""
    with pytest.raises(PackageError):
        folder.raw("events.csv", content).read(strict=False)


def test_a_folder_in_place_of_a_file(folder):
    """A directory named claims.csv is a problem, not a traceback."""
    (folder.path / "claims.csv").unlink()
    (folder.path / "claims.csv").mkdir()
    assert errors(folder.read(strict=False)) == [("claims.csv", None, None)]


def test_header_only_is_a_valid_empty_table(folder):
    """A table without rows is fine."""
    package = folder.raw("claims.csv", HEADER.encode()).read()
    assert package.claims.empty
    assert package.claims_of(A) == []


def test_no_events_at_all(folder):
    """A header alone makes an empty package that can still be filtered."""
    for name, table in TABLES.items():
        folder.raw(f"{name}.csv", ",".join(column.name for column in table.columns).encode() + b"\n")
    package = folder.read()
    assert package.events.empty
    assert str(package.events["earliest"].dtype) == "datetime64[us, UTC]"


@pytest.mark.parametrize(
    "change",
    [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n"), lambda t: t.rstrip("\n"), lambda t: t + "\n\n"],
)
def test_harmless_forms_are_read_alike(folder, change):
    """A byte order mark, CR LF, no line end at the end and blank lines change nothing."""
    before = folder.read()
    folder.raw("events.csv", change(folder.text("events.csv")).encode())
    after = folder.read()
    pd.testing.assert_frame_equal(before.events, after.events)
    assert before.version == after.version


def test_blank_lines_count_as_rows(folder):
    """A problem below a blank line has the row that a spreadsheet shows."""
    lines = folder.edit("events.csv", 5, country="XXX").text("events.csv").split("\n")
    folder.raw("events.csv", "\n".join([lines[0], "", *lines[1:]]).encode())
    assert errors(folder.read(strict=False))[0] == ("events.csv", 6, "country")


def test_rows_with_line_breaks_count_once(folder):
    """A cell with line breaks is one row, as in a spreadsheet."""
    folder.edit("events.csv", 2, title="a\nb\nc").edit("events.csv", 5, country="XXX")
    assert errors(folder.read(strict=False)) == [("events.csv", 5, "country")]


@pytest.mark.parametrize(("line", "fields"), [("c-9,x", 2), ("c-9" + "," * 7, 8)])
def test_a_ragged_row_is_left_out(folder, line, fields):
    """A row with too few or too many fields is named; the others stay."""
    folder.raw("claims.csv", (folder.text("claims.csv") + line + "\n").encode())
    package = folder.read(strict=False)
    assert errors(package) == [("claims.csv", 5, None)]
    assert f"{fields} fields" in package.problems[0].message
    assert len(package.claims) == 3


def test_an_unknown_column_is_named(folder):
    """A column that the schema lacks is a problem; lenient reading goes on without it."""
    folder.raw("assessments.csv", b"assessment_id,subject,title,text,origin,note\na,b,c,d,e,f\n")
    package = folder.read(strict=False)
    assert errors(package) == [("assessments.csv", 1, "note")]
    assert len(package.assessments) == 1


def test_a_missing_optional_column_is_filled(folder):
    """Lenient reading fills a column whose cells may be empty."""
    folder.raw("watchlist.csv", b"indicator_id,title,summary,signs,related_event_types,origin\na,b,c,d,,e\n")
    package = folder.read(strict=False)
    assert errors(package) == [("watchlist.csv", 1, "horizon")]
    assert package.watchlist["horizon"].tolist() == [""]


def test_columns_may_stand_in_any_order(folder):
    """The header names the columns, not their order."""
    folder.raw("assessments.csv", b"origin,text,title,subject,assessment_id\ne,d,c,b,a\n")
    assert folder.read().assessments.iloc[0].tolist() == ["a", "b", "c", "d", "e"]


def test_lenient_leaves_out_the_row_and_all_that_points_to_it(folder):
    """A bad event takes its sources, claims, relations, updates and flows along; each is named; the rest is whole."""
    package = folder.edit("events.csv", 2, latitude="91").read(strict=False)
    assert package.events["event_id"].tolist() == [B, C, D]
    assert package.sources["source_id"].tolist() == ["s-c", "s-flow"]
    assert package.claims["claim_id"].tolist() == ["c-3"]
    assert package.relations.empty
    assert package.updates["update_id"].tolist() == ["u-2"]
    assert package.flows.empty
    named = {(p.file, p.row) for p in package.problems}
    assert named == {
        ("events.csv", 2),
        ("sources.csv", 2),
        ("claims.csv", 2),
        ("claims.csv", 3),
        ("relations.csv", 2),
        ("relations.csv", 3),
        ("updates.csv", 2),
        ("flows.csv", 2),
    }
    dependent = next(p for p in package.problems if p.file == "sources.csv")
    assert "points to row 2 of events.csv, which is left out" in dependent.message


def test_a_double_id_keeps_the_first(folder):
    """The later row is left out, what points to the id stays."""
    package = folder.edit("events.csv", 5, event_id=A).read(strict=False)
    assert errors(package) == [("events.csv", 5, "event_id")]
    assert len(package.claims_of(A)) == 2


@pytest.mark.parametrize("seed", range(5))
def test_lenient_drops_exactly_the_bad_rows_of_the_seeds(tmp_path, seed):
    """With random rows of the seeds broken, exactly these and their dependents go; kept and left out add up to what was given."""
    shutil.copytree(SEEDS, tmp_path / "p")
    whole = read_package(SEEDS)
    source = pd.read_csv(SEEDS / "events.csv", dtype="str", keep_default_na=False)
    bad = np.random.default_rng(seed).choice(len(source), 12, replace=False)
    source.loc[bad, "status"] = "unheard-of"
    source.to_csv(tmp_path / "p" / "events.csv", index=False)
    package = read_package(tmp_path / "p", strict=False)
    gone = set(source.loc[bad, "event_id"])
    assert set(package.events["event_id"]) == set(whole.events["event_id"]) - gone
    assert {p.row for p in package.problems if p.file == "events.csv"} == {row + 2 for row in bad}
    for name in ("sources", "claims", "updates"):
        expected = getattr(whole, name)
        expected = expected[~expected["event_id"].isin(gone)].reset_index(drop=True)
        pd.testing.assert_frame_equal(getattr(package, name), expected)
        rows = {p.row for p in package.problems if p.file == f"{name}.csv"}
        assert len(rows) + len(expected) == len(getattr(whole, name))
    relations = whole.relations
    kept = ~(relations["event_id"].isin(gone) | relations["related_event_id"].isin(gone))
    assert len(package.relations) == kept.sum()


def test_events_may_come_as_parquet(folder):
    """events.parquet in place of events.csv gives the same package, numbers as text or as numbers."""
    before = folder.read()
    frame = pd.read_csv(folder.path / "events.csv", dtype="str", keep_default_na=False)
    numbers = [column.name for column in TABLES["events"].columns if column.is_number]
    (folder.path / "events.csv").unlink()
    frame.to_parquet(folder.path / "events.parquet")
    assert folder.read().version == before.version
    frame[numbers] = frame[numbers].apply(pd.to_numeric)
    frame["status"] = frame["status"].astype("category")
    frame.to_parquet(folder.path / "events.parquet")
    after = folder.read()
    pd.testing.assert_frame_equal(before.events, after.events)
    assert after.version == before.version


def test_parquet_and_csv_of_one_table_are_refused(folder):
    """Two files for one table are a problem: neither is taken silently."""
    pd.read_csv(folder.path / "events.csv", dtype="str", keep_default_na=False).to_parquet(
        folder.path / "events.parquet"
    )
    with pytest.raises(PackageError, match="keep one of the two"):
        folder.read(strict=False)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"not parquet at all"])
def test_broken_parquet_is_one_problem(folder, content):
    """A broken Parquet file is named, not a traceback."""
    (folder.path / "events.csv").unlink()
    with pytest.raises(PackageError, match="cannot be read as Parquet"):
        folder.raw("events.parquet", content).read()


def test_parquet_with_times_instead_of_text_is_refused(folder):
    """Typed times are refused with a way out: the text form says whether only the day is known."""
    frame = pd.read_csv(folder.path / "events.csv", dtype="str", keep_default_na=False)
    frame["start"] = pd.to_datetime(frame["start"], format="ISO8601", utc=True)
    (folder.path / "events.csv").unlink()
    frame.to_parquet(folder.path / "events.parquet")
    with pytest.raises(PackageError, match="write it as text"):
        folder.read()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_broken_descriptor_is_a_warning(folder, content):
    """The tables are read without datapackage.json."""
    package = folder.raw("datapackage.json", content).read()
    assert [p.severity for p in package.problems] == ["warning"]
    assert package.created == package.licence == ""


def test_a_package_is_frozen(folder):
    """Its parts cannot be exchanged."""
    package = folder.read()
    with pytest.raises(AttributeError):
        package.events = None
    assert set(TABLES) <= {field.name for field in fields(Package)}
