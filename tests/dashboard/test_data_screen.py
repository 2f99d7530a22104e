"""The data screen says what is served and what was left out."""

from incidents.tables import TABLES
from tests.dashboard.screen import DATA, run, text
from tests.seed_copy import SeedCopy


def test_it_counts_every_table(served):
    """Each table stands there with its number of rows."""
    shown = text(run(DATA))
    for name in TABLES:
        assert f"{name} | {len(getattr(served.package, name))}" in shown


def test_it_names_the_version(served):
    """The version of the data can be quoted."""
    assert served.package.version in text(run(DATA))


def test_nothing_was_left_out():
    """The seeds lose no row, and the screen says so."""
    app = run(DATA)
    assert not app.exception
    assert "None" in text(app)


def test_changes_since_the_last_version(served, monkeypatch, tmp_path):
    """Where an earlier package is named, the screen says what was added, changed and removed since."""
    copy = SeedCopy(tmp_path)
    before = copy.edit("flows", 2, quantity_max="27000")
    copy.append("watchlist", indicator_id="gone-since")
    monkeypatch.setenv("AIRSPACE_PREVIOUS", str(copy.path))
    app = run(DATA)
    assert not app.exception
    shown = text(app)
    assert "flows | 0 | 1 | 0" in shown
    assert "watchlist | 0 | 0 | 1" in shown
    assert f"  ~ {before['flow_id']}: quantity_max 27000 → 28000" in shown
    assert "  - gone-since" in shown


def test_no_changes(monkeypatch, tmp_path):
    """An equal package is said to be equal."""
    monkeypatch.setenv("AIRSPACE_PREVIOUS", str(SeedCopy(tmp_path).path))
    assert "No row of any table differs" in text(run(DATA))


def test_a_missing_earlier_package(monkeypatch, tmp_path):
    """A wrong folder is named, nothing else is lost."""
    monkeypatch.setenv("AIRSPACE_PREVIOUS", str(tmp_path / "nothing"))
    app = run(DATA)
    assert not app.exception
    assert "there is no such folder" in text(app)
    assert "Rows left out" in text(app)


def test_without_an_earlier_package():
    """Nothing is said where none is named."""
    assert "Changes since" not in text(run(DATA))
