"""Chapters cover the record."""

from datetime import date

from incidents.story import chapters


def test_the_opening_comes_first(seeds):
    """September 2025, then the years from the newest, then the whole."""
    names = [each.name for each in chapters(seeds)]
    assert names[:3] == ["september-2025", "2026", "2025"]
    assert names[-2:] == ["2014", "all"]
    assert len(set(names)) == len(names)


def test_every_event_has_a_year(seeds):
    """Each event begins in exactly one of the years."""
    years = [each for each in chapters(seeds) if each.name.isdigit()]
    for day in seeds.events["earliest"].dt.date:
        assert sum(each.first <= day <= each.last for each in years) == 1


def test_another_record_has_other_chapters(folder):
    """The opening is there only where the record reaches it, and there are none without events."""
    folder.edit("events.csv", 5, start="2024-11-01")
    assert [each.name for each in chapters(folder.read())] == ["september-2025", "2025", "2024", "all"]
    for row in (2, 3, 4):
        folder.edit("events.csv", row, start="2020-01-01", end="2020-01-02", time_precision="range")
    folder.rows["updates"] = []
    folder.write("updates")
    assert "september-2025" not in [each.name for each in chapters(folder.read())]


def test_a_window_of_a_chapter():
    """The beginning of a chapter is held by it, anything else is not."""
    from incidents.story import Chapter

    read = Chapter("x", "X", date(2025, 9, 1), date(2025, 9, 30))
    assert read.holds((date(2025, 9, 1), date(2025, 9, 30)))
    assert read.holds((date(2025, 9, 1), date(2025, 9, 1)))
    for period in (
        (None, None),
        (date(2025, 9, 1), None),
        (date(2025, 9, 2), date(2025, 9, 30)),
        (date(2025, 9, 1), date(2025, 10, 1)),
    ):
        assert not read.holds(period)
