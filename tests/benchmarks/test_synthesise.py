"""The synthetic package is valid, repeatable and plausible."""

import pytest

from incidents import VOCABULARIES, read_package
from tests.benchmarks.synthesise import main, synthesise, synthetic_events


@pytest.mark.parametrize("n", [1, 10, 500])
def test_it_reads_back(tmp_path, n):
    """A synthetic package has n events and no problem at all."""
    package = read_package(synthesise(n, tmp_path / "package"))
    assert len(package.events) == n
    assert package.problems == ()
    assert len(package.claims) > 0


def test_parquet_reads_back(tmp_path, monkeypatch):
    """Beyond the limit of CSV the events are Parquet, with the same rows."""
    csv = read_package(synthesise(200, tmp_path / "csv"))
    monkeypatch.setattr("tests.benchmarks.synthesise.CSV_UP_TO", 100)
    parquet = read_package(synthesise(200, tmp_path / "parquet"))
    assert (tmp_path / "parquet" / "events.parquet").is_file()
    assert parquet.version == csv.version


def test_it_is_repeatable(tmp_path):
    """The same number gives the same bytes, another seed other events."""
    first, second = (synthesise(50, tmp_path / name) for name in ("a", "b"))
    names = sorted(path.name for path in first.iterdir())
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)
    assert synthetic_events(50, seed=1)["event_id"].tolist() != synthetic_events(50)["event_id"].tolist()


def test_it_is_plausible():
    """Two thousand events hold all categories and statuses, and more of them lie in later years."""
    events = synthetic_events(2000)
    assert set(events["category"]) == set(VOCABULARIES["category"])
    assert len(set(events["event_type"])) > 10
    years = events["start"].str[:4].value_counts()
    assert years["2025"] > 3 * years["2015"] > 0


def test_nothing_of_it_passes_for_real():
    """Each title says that the event is synthetic."""
    assert synthetic_events(20)["title"].str.contains("synthetic").all()


@pytest.mark.parametrize("words", [["0", "-o", "x"], ["many", "-o", "x"], ["5"]])
def test_a_wrong_call_is_refused(words, capsys):
    """A call without a number above zero or without a folder ends with status 2."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err
