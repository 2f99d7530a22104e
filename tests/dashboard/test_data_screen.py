"""The data screen says what is served and what was left out."""

from incidents.tables import TABLES
from tests.dashboard.screen import DATA, run, text


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
